"""The sentences an editor writes, each with where it stands: in the front matter, and the paragraphs of the prose."""

from collections.abc import Iterator, Mapping

from ..parsing.located_yaml import Step
from ..parsing.quotation_marks import ANY_MARK
from ..parsing.resolve import Resolved

MOST_SHOWN = 60  # characters of a value in a message
SINGLE_TEXTS = ("title", "summary", "why_it_matters", "backstory")
LISTED_TEXTS: Mapping[str, tuple[str, ...]] = {
    "key_points": ("text",),
    "actors": ("note",),
    "timeline": ("title", "text"),
    "views": ("headline",),
    "questions": ("text",),
    "missing_voices": ("who", "why"),
    "quotations": ("occasion",),
    "watch": ("text", "outcome"),
    "updates": ("text",),
    "glossary": ("definition",),
}
"""The fields in which an editor writes sentences."""


def texts_of(resolved: Resolved) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the editor's own texts in the front matter."""
    b = resolved.briefing
    yield from (((name,), getattr(b, name)) for name in SINGLE_TEXTS)
    yield from ((("limits", i), text) for i, text in enumerate(b.limits))
    for field, names in LISTED_TEXTS.items():
        yield from (((field, i, n), getattr(item, n)) for i, item in enumerate(getattr(b, field)) for n in names)
    for i, view in enumerate(b.views):
        yield from ((("views", i, "points", j, "text"), point.text) for j, point in enumerate(view.points))


def short(text: str) -> str:
    """Return the beginning of a text as a message can show it."""
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def texts_with_marks(resolved: Resolved) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield those of the editor's own texts in the front matter that have any quotation mark."""
    return ((steps, text) for steps, text in texts_of(resolved) if ANY_MARK.search(text))
