"""What a person at a terminal is asked for before a briefing is begun; scripts are never asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..parsing.likeness import near

SECTION = "World"
MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Answers:
    """What a briefing begins with."""

    title: str
    category: str
    source: str
    """An id of the catalogue; "" for a source that is still to be described."""


def ask(sources: Sequence[str], answer: Callable[[str], str]) -> Answers:
    """Ask for a headline, a section and a source among those of the catalogue; `answer` puts a question."""
    title = answer("Headline: ").strip()
    while not any(c.isalnum() for c in title):
        title = answer("Headline, a few words (Ctrl-C leaves): ").strip()
    category = answer(f"Section [{SECTION}]: ").strip() or SECTION
    return Answers(title, category, _source(sources, answer) if sources else "")


def _source(known: Sequence[str], answer: Callable[[str], str]) -> str:
    shown = ", ".join(sorted(known)[-MOST_SHOWN:])
    more = f"; {len(known) - MOST_SHOWN} more" if len(known) > MOST_SHOWN else ""
    question = f"Source: one of the catalogue ({shown}{more}), or Enter for a new one: "
    while True:
        given = answer(question).strip()
        if not given or given in known:
            return given
        meant = near(given, known)
        question = (
            f"'{given}' is not in the catalogue{f'; did you mean {meant}?' if meant else '.'} Or Enter for a new one: "
        )
