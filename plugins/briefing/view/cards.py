"""A briefing as lists show it, and what every page says at its head: how current it is, and what it rests on."""

from collections.abc import Mapping

from ..model.briefing import Briefing
from ..model.source import Passage
from ..parsing.resolve import Resolved
from .citations import Citations, Verified, langs_of
from .dates import show_date
from .fiction import headline
from .markup import typeset
from .quotations import show_quotation
from .site import BRIEFINGS_URL, Site, briefing_url, category_url
from .strip import show_strip
from .values import BriefingCard, LinkView
from .wording import wording_of


def show_card(resolved: Resolved, site: Site, verified: Mapping[Passage, Verified]) -> BriefingCard:
    """Return all that a list shows of a briefing: title and summary as they are, the rest in the site's language."""
    b, locale = resolved.briefing, site.lang
    return BriefingCard(
        title=headline(b, site.lang),
        url=briefing_url(resolved, site.lang),
        lang=b.lang or site.lang,
        summary=typeset(b.summary),
        category=category_link(b),
        as_of=show_date(b.holds_until, locale=locale),
        counts=counts(resolved, locale),
        strip=show_strip(b.timeline, b.holds_until, locale),
        quotation=next(
            (
                show_quotation(q, resolved, Citations(verified, locale, langs_of(resolved)), "")
                for q in b.quotations[:1]
            ),
            None,
        ),
        fiction=b.fiction,
    )


def counts(resolved: Resolved, locale: str = "en") -> str:
    """Return ``1 source, 2 experts``."""
    b, wording = resolved.briefing, wording_of(locale)
    sources = wording.ngettext("%(number)s source", "%(number)s sources", len(b.sources))
    experts = wording.ngettext("%(number)s expert", "%(number)s experts", len(b.views)) if b.views else ""
    return wording.joined((sources, experts))


def category_link(b: Briefing) -> LinkView | None:
    """Return the category; of what is not published it may have no page, so that leads to all briefings."""
    return (
        LinkView(b.category, category_url(b.category) if b.status == "published" else BRIEFINGS_URL)
        if b.category
        else None
    )
