"""The cards of briefings as markup: each is drawn once, with its briefing, and every list puts it in its place."""

from markupsafe import escape

from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..view.later import hole
from ..view.record import BriefingRecord
from ..view.values import DrawnCard, Html
from .make import World
from .pages import card_part
from .render import render_page

ROOT = hole("", "root")
"""What stands in a card for the way to the site's root; it needs no token, as it says nothing that is not known."""


@frozen
class Drawn:
    """A card as it is kept."""

    title: str
    url: str
    html: str
    category: str
    """Under this heading its category goes unsaid, and `unsaid` is its markup."""
    unsaid: str
    fiction: bool = False


def draw(record: BriefingRecord, world: World) -> tuple[Drawn, Diagnostic | None]:
    """Return the card of a briefing, or what is wrong with its template."""
    card = record.card
    category = card.category.text if card.category else ""
    pages = [card_part(card, ROOT, under, world.site, record.head) for under in dict.fromkeys(("", category))]
    made = [render_page(page, world.theme, world.shelf.root) for page in pages]
    return Drawn(card.title, card.url, made[0][0], category, made[-1][0], card.fiction), made[0][1]


def placed(drawn: Drawn, root: str, under: str) -> DrawnCard:
    """Return a card as a page shows it under a heading; `root` leads from the page to the site's root."""
    html = drawn.unsaid if drawn.category == under else drawn.html
    return DrawnCard(drawn.title, drawn.url, Html(html.replace(ROOT, escape(root))), drawn.fiction)
