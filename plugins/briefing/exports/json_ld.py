"""JSON-LD 1.1 in the vocabulary of schema.org, for search engines.

It stands in ``<script type="application/ld+json">``. A data block is not run, so a Content-Security-Policy of
``default-src 'none'`` lets it stand; `json_text` keeps it from ending before its end. A briefing is a
BackgroundNewsArticle ("context and detail on a topic"), and an AnalysisNewsArticle where most of its key points are
analysis.
"""

from collections.abc import Iterable, Sequence

from ..frozen import frozen
from ..model.briefing import Briefing
from ..model.quotation import Quotation
from ..view.site import Site
from ..view.values import LinkView
from .addresses import absolute
from .characters import json_text, language, one_line
from .published import Published, rfc3339
from .schema_org import (
    Node,
    actor_anchor,
    actor_node,
    correction_nodes,
    event_nodes,
    iso_date,
    node,
    quotation_node,
    reference,
    source_anchor,
    source_node,
)

CONTEXT: Node = {"@context": "https://schema.org"}


def briefing_json_ld(published: Published) -> str:
    """Return a briefing as an article with all that it names."""
    b, view, address = published.briefing, published.view, published.address
    boxes = {box.id: box.url for group in view.actor_groups for box in group.actors}
    article = node(
        article_type(b),
        id=reference(published, "article")["@id"],
        url=address,
        mainEntityOfPage=_page(published),
        headline=view.title,
        abstract=view.summary,
        inLanguage=language(view.lang),
        datePublished=rfc3339(published.published),
        dateModified=rfc3339(published.modified) if published.modified != published.published else "",
        creditText=", ".join(b.authors),
        publisher=_publisher(published.site),
        articleSection=b.category,
        genre="Fiction" if b.fiction else "",
        keywords=list(b.tags),
        backstory=b.backstory,
        about=[_boxed(published, actor.id, boxes.get(actor_anchor(actor.id), "")) for actor in b.actors],
        mentions=[*event_nodes(published), *_terms(b)],
        hasPart=[quotation_node(published, quotation) for quotation in (*b.quotations, *_experts_words(b))],
        isBasedOn=[source_node(published, source) for source in b.sources if source.file],
        citation=_cited(published),
        correction=correction_nodes(published, b.updates),
    )
    return json_text(CONTEXT | article)


def site_json_ld(site: Site) -> str:
    """Return the site itself, for its home page."""
    facts = node("WebSite", id=_site_id(site), url=absolute(site, ""), name=site.name, inLanguage=language(site.lang))
    return json_text(CONTEXT | facts)


def list_json_ld(title: str, url: str, links: Sequence[LinkView], site: Site) -> str:
    """Return a page that lists briefings; `url` and those of the links are relative to the site's root."""
    listed = node(
        "ItemList", numberOfItems=len(links), itemListElement=[_item(*each, site) for each in enumerate(links, 1)]
    )
    return json_text(CONTEXT | _collection(title, url, site) | node("CollectionPage", mainEntity=listed))


def page_json_ld(title: str, url: str, site: Site) -> str:
    """Return a page of the site that gathers what briefings say: its timeline, its actors, corrections, data."""
    return json_text(CONTEXT | _collection(title, url, site))


@frozen
class OrdinaryText:
    """What is known of an ordinary article or page; a moment, in RFC 3339, is "" where it is not known."""

    type: str
    """``Article`` or ``WebPage``."""
    title: str
    url: str
    lang: str
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()


def text_json_ld(text: OrdinaryText, site: Site) -> str:
    """Return an ordinary article or page."""
    address, is_article = absolute(site, text.url), text.type == "Article"
    facts = node(
        text.type,
        url=address,
        mainEntityOfPage=address if is_article else "",
        headline=text.title if is_article else "",
        name="" if is_article else text.title,
        inLanguage=language(text.lang),
        datePublished=text.published,
        dateModified=text.modified,
        author=[node("Person", name=name) for name in text.authors],
        publisher=_publisher(site),
        isPartOf={"@id": _site_id(site)},
    )
    return json_text(CONTEXT | facts)


def article_type(b: Briefing) -> str:
    """Return which of schema.org's news articles a briefing is."""
    analysis = sum(point.status == "analysis" for point in b.key_points)
    return "AnalysisNewsArticle" if analysis * 2 > len(b.key_points) else "BackgroundNewsArticle"


def _page(published: Published) -> Node:
    return node("WebPage", id=published.address, lastReviewed=iso_date(published.briefing.as_of))


def _boxed(published: Published, id: str, url: str) -> Node:
    """Return an actor who has a box on the page, leading to the actor's own page where there is one."""
    address = absolute(published.site, url) if url else ""
    return actor_node(published.resolved.cast[id], reference(published, actor_anchor(id))["@id"], address)


def _cited(published: Published) -> list[Node]:
    """Return every source: those that are saved by reference, the others in full."""
    return [
        reference(published, source_anchor(source.id)) if source.file else source_node(published, source)
        for source in published.briefing.sources
    ]


def _terms(b: Briefing) -> Iterable[Node]:
    for term in b.glossary:
        yield node("DefinedTerm", name=term.term, alternateName=list(term.also), description=term.definition)


def _experts_words(b: Briefing) -> Iterable[Quotation]:
    """Yield the experts' own words, which stand on the page as quotations too."""
    for view in b.views:
        for point in view.points:
            if point.quote:
                yield Quotation(speaker=view.expert, quote=point.quote, date=view.date, passage=point.passage)


def _collection(title: str, url: str, site: Site) -> Node:
    return node(
        "CollectionPage",
        url=absolute(site, url),
        name=title,
        inLanguage=language(site.lang),
        isPartOf={"@id": _site_id(site)},
    )


def _publisher(site: Site) -> Node:
    return node("Organization", name=site.name, url=absolute(site, ""))


def _item(position: int, link: LinkView, site: Site) -> Node:
    return node("ListItem", position=position, name=one_line(link.text), url=absolute(site, link.url))


def _site_id(site: Site) -> str:
    return absolute(site, "#site") or "#site"
