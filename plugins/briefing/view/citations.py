"""Passages numbered in the order the page uses them, and the way from each back to its uses."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from ..frozen import frozen, replace
from ..model.source import Passage, Source
from ..parsing.quotation_marks import quoted_in
from ..parsing.resolve import Resolved
from .values import CitationView, LinkView, PassageView
from .wording import translatable, wording_of

LEVEL_WORDS = {
    "exact": translatable("exact"),
    "layout": translatable("line breaks only"),
    "typography": translatable("typography only"),
    "edited": translatable("edited"),
}
SECTION_WORDS = {
    "summary": translatable("summary"),
    "key points": translatable("key points"),
    "who’s who": translatable("who’s who"),
    "story": translatable("story"),
    "timeline": translatable("timeline"),
    "expert views": translatable("expert views"),
    "what to watch": translatable("what to watch"),
    "how this was made": translatable("how this was made"),
    "updates": translatable("updates"),
    "glossary": translatable("glossary"),
}
"""The sections of a page, as a passage says where it is used."""
NO_LANGS: Mapping[str, str] = MappingProxyType({})
NO_LETTERS = re.compile(r"[\W_]+")


@frozen
class Verified:
    """How a passage was found in its source: the level, and where."""

    level: str
    start: int
    """Offset in characters of the source's text."""
    end: int
    fragment: str = ""
    """What leads to it in the live article: ``#:~:text=…``; "" where the source has no address."""
    source: str = ""
    """The id of the source it was found in."""
    places: tuple[tuple[int, int], ...] = ()
    """The ends of each fragment, where there are several."""


@lru_cache(maxsize=1024)
def level_words(level: str, locale: str) -> str:
    """Return what a badge says of how closely words match their source; "" where nothing was checked."""
    return wording_of(locale).gettext(LEVEL_WORDS[level]) if level else ""


@lru_cache(maxsize=1024)
def section_words(section: str, locale: str) -> str:
    """Return what a section of a page is called."""
    return wording_of(locale).gettext(SECTION_WORDS[section])


def langs_of(resolved: Resolved) -> dict[str, str]:
    """Return the languages of a briefing's sources by their ids."""
    return {s.id: s.lang for s in resolved.briefing.sources}


def source_url(id: str) -> str:
    """Return the address of the page of a source whose text may be shown."""
    return f"sources/{id}/"


def saved_url(source: Source, found: Verified) -> str:
    """Return what leads to a passage on the page of its source; "" where the source has none."""
    return f"{source_url(source.id)}#{place_anchor(found.start, found.end)}" if source.publish else ""


def live_url(source: Source, found: Verified) -> str:
    """Return what leads to a passage in the live article; a directive is added to a fragment the address has."""
    return source.url + found.fragment[1 if "#" in source.url else 0 :] if found.fragment else ""


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """Return only the letters and digits of a text, to tell whether two are the same words."""
    return NO_LETTERS.sub(" ", text).strip().casefold()


def contains(passage: str, words: str) -> bool:
    """Tell whether a passage holds quoted words, whatever their punctuation and capitals."""
    return f" {folded(words)} " in f" {folded(passage)} "


def place_anchor(start: int, end: int) -> str:
    """Return the anchor of a passage on the page of its source."""
    return f"passage-{start}-{end}"


class Citations:
    """The numbers given so far; made anew for each page, filled in page order.

    `locale` is the page's language, `langs` those of the sources by their ids, "" where one is not known.
    """

    def __init__(
        self, verified: Mapping[Passage, Verified], locale: str = "en", langs: Mapping[str, str] = NO_LANGS
    ) -> None:
        self.verified, self.locale, self.langs = verified, locale, langs
        self.numbers: dict[tuple[str, str, int], int] = {}
        self.passages: dict[int, Passage] = {}
        self.found: dict[int, Verified | None] = {}
        self.uses: dict[int, list[str]] = {}

    def cite(
        self, passages: Iterable[Passage], section: str, note: str = "", quoting: Iterable[str] = ()
    ) -> tuple[CitationView, ...]:
        """Number passages as cited in a section; a note takes the place of words the text has just quoted.

        What the editor's texts in `quoting` have between quotation marks is cited too, where no passage holds it.
        """
        given = tuple(passages)
        quoted = [Passage(exact=words) for text in quoting for words in quoted_in(text)]
        if not quoted:
            return _each_once([self._cite(p, section, note) for p in given])
        held = {p: [q for q in quoted if contains(p.exact, q.exact)] for p in given}
        made = [self.behind(p, held[p][0], section) if held[p] else self._cite(p, section, note) for p in given]
        made += [self.behind(q, q, section) for q in quoted if not any(q in qs for qs in held.values())]
        return _each_once(made)

    def behind(self, passage: Passage, quoted: Passage, section: str) -> CitationView:
        """Number a passage cited behind words that are quoted from it: their level is said there."""
        cited = self._cite(passage, section)
        level = self.level(quoted) or cited.level
        words = "" if folded(passage.exact) == folded(quoted.exact) else cited.words
        return replace(
            cited, words=words, level=level, level_words=level_words(level, self.locale), is_behind_quotation=True
        )

    def _cite(self, passage: Passage, section: str, note: str = "") -> CitationView:
        found = self.verified.get(passage)
        passage = passage if passage.source else self.located(passage)
        key = (passage.source, folded(passage.exact), found.start if found else -1)
        number = self.numbers.setdefault(key, len(self.numbers) + 1)
        self.passages.setdefault(number, passage)
        self.found.setdefault(number, found)
        uses = self.uses.setdefault(number, [])
        uses.append(section)
        level = found.level if found else ""
        return CitationView(
            number=number,
            id=f"cite-{number}-{len(uses)}",
            passage_id=f"passage-{number}",
            words=note or passage.exact,
            is_quotation=not note and bool(passage.exact),
            level=level,
            level_words=level_words(level, self.locale),
            lang="" if note else self.langs.get(passage.source, ""),
        )

    def lang_of(self, passages: Sequence[Passage]) -> str:
        """Return the language of the source that passages are from, or of the only source; "" where it is unknown."""
        named = [self.located(p).source for p in passages] or list(self.langs)[:1] * (len(self.langs) == 1)
        return self.langs.get(named[0], "") if named else ""

    def located(self, passage: Passage) -> Passage:
        """Return a passage with the source it was found in, where it names none."""
        found = self.verified.get(passage)
        if not (found and found.source) or passage.source:
            return passage
        return Passage(source=found.source, exact=passage.exact, prefix=passage.prefix, suffix=passage.suffix)

    @property
    def levels(self) -> frozenset[str]:
        """The levels of all passages cited so far."""
        return frozenset(found.level for found in self.found.values() if found)

    def level(self, passage: Passage) -> str:
        """Return how a passage was verified, or "" where it was not."""
        found = self.verified.get(passage)
        return found.level if found else ""

    def of(self, source: Source) -> tuple[tuple[PassageView, ...], str]:
        """Return the passages cited from a source, and the one level they all have or ""."""
        cited = [(n, p) for n, p in self.passages.items() if p.source == source.id]
        levels = {found.level if found else "" for n, p in cited if p.exact for found in [self.found[n]]}
        common = levels.pop() if len(levels) == 1 else ""
        return tuple(self._passage(n, p, common, source) for n, p in cited), common

    def _passage(self, number: int, passage: Passage, common: str, source: Source) -> PassageView:
        found = self.found[number]
        level = found.level if found else ""
        return PassageView(
            number=number,
            id=f"passage-{number}",
            exact=passage.exact,
            live_url=live_url(source, found) if found else "",
            saved_url=saved_url(source, found) if found else "",
            level=level,
            level_words="" if level == common else level_words(level, self.locale),
            uses=self._links(number),
            places=found.places if found else (),
        )

    def _links(self, number: int) -> tuple[LinkView, ...]:
        """Return one link for each section that cites a passage, to its first use there."""
        first: dict[str, int] = {}
        for use, section in enumerate(self.uses[number], 1):
            first.setdefault(section, use)
        return tuple(LinkView(section_words(name, self.locale), f"#cite-{number}-{use}") for name, use in first.items())


def _each_once(made: Sequence[CitationView]) -> tuple[CitationView, ...]:
    """Return the first of the citations of each number."""
    if len(made) < 2:
        return tuple(made)
    first: dict[int, CitationView] = {}
    for citation in made:
        first.setdefault(citation.number, citation)
    return tuple(first.values())
