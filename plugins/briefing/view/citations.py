"""Passages numbered in the order the page uses them, and the way from each back to its uses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model.source import Passage, Source
from .values import CitationView, LinkView, PassageView

LEVEL_WORDS = {
    "exact": "exact",
    "layout": "line breaks only",
    "typography": "typography only",
    "edited": "edited",
}


@dataclass(frozen=True, slots=True)
class Verified:
    """How a passage was found in its source: the level, and where."""

    level: str
    start: int
    """Offset in characters of the source's text."""
    end: int
    fragment: str = ""
    """What leads to it in the live article: ``#:~:text=…``; "" where the source has no address."""


def source_url(id: str) -> str:
    """Return the address of the page of a source whose text may be shown."""
    return f"sources/{id}/"


def saved_url(source: Source, found: Verified) -> str:
    """Return what leads to a passage on the page of its source; "" where the source has none."""
    return f"{source_url(source.id)}#{place_anchor(found.start, found.end)}" if source.publish else ""


def live_url(source: Source, found: Verified) -> str:
    """Return what leads to a passage in the live article; a directive is added to a fragment the address has."""
    return source.url + found.fragment[1 if "#" in source.url else 0 :] if found.fragment else ""


def place_anchor(start: int, end: int) -> str:
    """Return the anchor of a passage on the page of its source."""
    return f"passage-{start}-{end}"


class Citations:
    """The numbers given so far; made anew for each page, filled in page order."""

    def __init__(self, verified: Mapping[Passage, Verified]) -> None:
        self.verified = verified
        self.numbers: dict[tuple[str, str], int] = {}
        self.passages: dict[int, Passage] = {}
        self.uses: dict[int, list[str]] = {}

    def cite(self, passages: Iterable[Passage], section: str, note: str = "") -> tuple[CitationView, ...]:
        """Number passages as cited in a section; a note takes the place of words the text has just quoted."""
        return tuple(self._cite(p, section, note) for p in passages)

    def _cite(self, passage: Passage, section: str, note: str) -> CitationView:
        number = self.numbers.setdefault((passage.source, passage.exact), len(self.numbers) + 1)
        self.passages.setdefault(number, passage)
        uses = self.uses.setdefault(number, [])
        uses.append(section)
        level = self.level(passage)
        return CitationView(
            number=number,
            id=f"cite-{number}-{len(uses)}",
            passage_id=f"passage-{number}",
            words=note or passage.exact,
            is_quotation=not note and bool(passage.exact),
            level=level,
            level_words=LEVEL_WORDS.get(level, ""),
        )

    def level(self, passage: Passage) -> str:
        """Return how a passage was verified, or "" where it was not."""
        found = self.verified.get(passage)
        return found.level if found else ""

    def of(self, source: Source) -> tuple[tuple[PassageView, ...], str]:
        """Return the passages cited from a source, and the one level they all have or ""."""
        cited = [(n, p) for n, p in self.passages.items() if p.source == source.id]
        levels = {self.level(p) for _, p in cited if p.exact}
        common = levels.pop() if len(levels) == 1 else ""
        return tuple(self._passage(n, p, common, source) for n, p in cited), common

    def _passage(self, number: int, passage: Passage, common: str, source: Source) -> PassageView:
        level, found = self.level(passage), self.verified.get(passage)
        return PassageView(
            number=number,
            id=f"passage-{number}",
            exact=passage.exact,
            live_url=live_url(source, found) if found else "",
            saved_url=saved_url(source, found) if found else "",
            level=level,
            level_words="" if level == common else LEVEL_WORDS.get(level, ""),
            uses=self._links(number),
        )

    def _links(self, number: int) -> tuple[LinkView, ...]:
        """Return one link for each section that cites a passage, to its first use there."""
        first: dict[str, int] = {}
        for use, section in enumerate(self.uses[number], 1):
            first.setdefault(section, use)
        return tuple(LinkView(section, f"#cite-{number}-{use}") for section, use in first.items())
