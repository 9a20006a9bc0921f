"""What a bibliography says of a briefing and of each of its sources: the facts that every citation format writes."""

import re
from collections.abc import Iterator

from ..frozen import frozen, replace
from ..model.dates import EdtfDate
from ..model.source import Source
from ..view.markup import anchors
from .addresses import permanent_id, web_address
from .characters import language, one_line
from .published import Published

NOT_IN_A_KEY = re.compile(r"[^a-z0-9]+")
IN_PERIODICALS = ("article-journal", "article-magazine", "article-newspaper")
CSL_TYPES = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset
document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation
manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis
treaty webpage
"""
"""The types of an item in CSL 1.0.2."""
OF_CSL = frozenset(CSL_TYPES.split())


@frozen
class Reference:
    """A work as a bibliography cites it; texts are clean and on one line, addresses are web addresses or ""."""

    key: str
    """Letters, digits and hyphens of ASCII, lower case; unique in its list."""
    type: str
    """One of the types of CSL; ``document`` where the briefing gives none of them."""
    title: str
    authors: tuple[str, ...]
    """As printed: which part of a name is the family's is not known."""
    publisher: str
    """Who published it; of an article, what it stands in."""
    issued: EdtfDate | None
    url: str
    archive_url: str
    accessed: EdtfDate | None
    lang: str
    abstract: str = ""

    @property
    def is_article(self) -> bool:
        """Whether its publisher is the newspaper, magazine or journal that it stands in."""
        return self.type in IN_PERIODICALS


def briefing_reference(published: Published) -> Reference:
    """Return the briefing itself as a work to cite: a web page of the site."""
    b, view = published.briefing, published.view
    return Reference(
        key=_key(published.resolved.manuscript.slug, permanent_id(published.site, view.url)),
        type="webpage",
        title=one_line(view.title),
        authors=tuple(filter(None, map(one_line, b.authors))),
        publisher=one_line(published.site.name),
        issued=EdtfDate.parse(b.date.date().isoformat()),
        url=web_address(published.address),
        archive_url="",
        accessed=None,
        lang=language(view.lang),
        abstract=one_line(view.summary),
    )


def source_references(published: Published) -> tuple[Reference, ...]:
    """Return the briefing's sources in its order, each with a key of its own."""
    found = [_source(source, published) for source in published.briefing.sources]
    return tuple(replace(each, key=key) for each, key in zip(found, _unique(found), strict=True))


def _source(source: Source, published: Published) -> Reference:
    return Reference(
        key=_key(source.id, permanent_id(published.site, source.id)),
        type=source.type if source.type in OF_CSL else "document",
        title=one_line(source.title or source.id),
        authors=tuple(filter(None, map(one_line, source.author))),
        publisher=one_line(source.publisher),
        issued=source.date,
        url=web_address(source.url),
        archive_url=web_address(source.archive_url),
        accessed=source.accessed,
        lang=language(source.lang),
    )


def _unique(found: list[Reference]) -> Iterator[str]:
    return anchors(each.key for each in found)


def _key(id: str, otherwise: str) -> str:
    """Return an id as a key; one without a letter or digit of ASCII has the first part of another."""
    return NOT_IN_A_KEY.sub("-", id.lower())[:80].strip("-") or f"item-{otherwise[:8]}"
