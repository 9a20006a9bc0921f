"""What a page says of other pages, as text for its holes."""

from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic
from ..exports.related import kinship_words
from ..view.file_links import to_file
from ..view.head import Head
from ..view.later import OVERDUE, link_parts
from ..view.record import ShownRelation
from ..view.translations import show_hreflang, show_translations
from ..view.values import LinkView, NeighboursView, RelatedView
from .make import World
from .pages import later_parts, overdue_part
from .render import render_page
from .sorting import Neighbours


def later_texts(
    head: Head, relations: Sequence[ShownRelation], about: Neighbours, world: World
) -> tuple[dict[str, str], Diagnostic | None]:
    """Return what fills the holes of a briefing's page, by name; a link of the prose has its number."""
    view = NeighboursView(
        related=(*_named(relations, about), *_found(head, relations, about)),
        translations=show_translations(about.twins),
        hreflang=show_hreflang(head, about.twins, world.site),
    )
    links = [to_file(url) for url in about.links] if world.site.file_links else about.links
    parts = link_parts(links, world.site.root(head.url))
    pages = later_parts(view, world.site, head)
    if about.overdue:
        pages |= dict.fromkeys((f"{OVERDUE}{n}" for n in about.overdue), overdue_part(world.site, head))
    for name, page in pages.items():
        parts[name], problem = render_page(page, world.theme, world.shelf.root)
        if problem:
            return parts, problem
    return parts, None


def _named(relations: Sequence[ShownRelation], about: Neighbours) -> Iterator[RelatedView]:
    """Yield what the editor names as related."""
    yield from (_related(r, about) for r in relations if r.url or r.slug in about.related)


def _found(head: Head, relations: Sequence[ShownRelation], about: Neighbours) -> Iterator[RelatedView]:
    """Yield what is related by what both tell of, with the reason."""
    known = {r.slug for r in relations}
    for other, kinship in about.kin:
        if other.slug not in known:
            why = kinship_words(kinship, about.names, head.lang)
            yield RelatedView(
                LinkView(other.title, other.url, other.lang if other.lang != head.lang else ""), why, external=False
            )


def _related(relation: ShownRelation, about: Neighbours) -> RelatedView:
    other = about.related.get(relation.slug)
    link = LinkView(other.title, other.url) if other else LinkView(relation.title, relation.url)
    return RelatedView(link, relation.relation, external=other is None)
