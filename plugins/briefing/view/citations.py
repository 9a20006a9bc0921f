"""Passages numbered in the order the page uses them, and the way from each back to its uses."""

from collections.abc import Iterable, Mapping

from ..model.source import Passage
from .values import CitationView, LinkView, PassageView

LEVEL_WORDS = {
    "exact": "exact",
    "layout": "line breaks only",
    "typography": "typography only",
    "edited": "edited",
}


class Citations:
    """The numbers given so far; made anew for each page, filled in page order."""

    def __init__(self, levels: Mapping[Passage, str]) -> None:
        self.levels = levels
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
        return self.levels.get(passage, "")

    def of(self, source: str) -> tuple[tuple[PassageView, ...], str]:
        """Return the passages cited from a source, and the one level they all have or ""."""
        cited = [(n, p) for n, p in self.passages.items() if p.source == source]
        levels = {self.level(p) for _, p in cited if p.exact}
        common = levels.pop() if len(levels) == 1 else ""
        return tuple(self._passage(n, p, common) for n, p in cited), common

    def _passage(self, number: int, passage: Passage, common: str) -> PassageView:
        level = self.level(passage)
        return PassageView(
            number=number,
            id=f"passage-{number}",
            exact=passage.exact,
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
