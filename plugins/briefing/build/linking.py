"""What a page says of other pages, as text for its holes."""

from ..diagnostics import Diagnostic
from ..view.later import link_parts
from ..view.record import BriefingRecord, ShownRelation
from ..view.translations import show_hreflang, show_translations
from ..view.values import LinkView, NeighboursView, RelatedView
from .make import World
from .pages import later_parts
from .render import render_page
from .sorting import Neighbours


def later_texts(record: BriefingRecord, about: Neighbours, world: World) -> tuple[dict[str, str], Diagnostic | None]:
    """Return what fills the holes of a briefing's page, by name; a link of the prose has its number."""
    head = record.head
    view = NeighboursView(
        related=tuple(_related(r, about) for r in record.relations if r.url or r.slug in about.related),
        translations=show_translations(about.twins),
        hreflang=show_hreflang(head, about.twins, world.site),
    )
    parts = link_parts(about.links, world.site.root(head.url))
    for name, page in later_parts(view, world.site, head).items():
        parts[name], problem = render_page(page, world.theme, world.shelf.root)
        if problem:
            return parts, problem
    return parts, None


def _related(relation: ShownRelation, about: Neighbours) -> RelatedView:
    other = about.related.get(relation.slug)
    link = LinkView(other.title, other.url) if other else LinkView(relation.title, relation.url)
    return RelatedView(link, relation.relation, external=other is None)
