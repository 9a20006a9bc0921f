"""Every page of the site as a value: where it is written, by which template, from what."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..exports.about import about_json_ld, show_about
from ..exports.actor_page import ActorView, actor_index
from ..exports.briefing_data import SCHEMA_URL
from ..exports.corrections import CorrectionEntry
from ..exports.formats import alternates
from ..exports.json_ld import OrdinaryText, briefing_json_ld, list_json_ld, page_json_ld, site_json_ld, text_json_ld
from ..exports.plans import (
    ActorIndexPlan,
    ActorPlan,
    CorrectionsPlan,
    DataPagePlan,
    data_url,
    feed_folder,
    feed_links,
)
from ..exports.published import Published
from ..exports.shared_as import share_briefing, share_page
from ..frozen import frozen, replace
from ..view.citations import source_url
from ..view.head import Head
from ..view.later import NAMES, holes
from ..view.lists import ListPlan
from ..view.search_page import SearchPlan, search_facts, show_search
from ..view.site import ABOUT_URL, CARD, DATA_URL, Site, direction
from ..view.values import (
    BriefingCard,
    HomeView,
    Html,
    IndexView,
    LinkView,
    NeighboursView,
    PageView,
    SavedSourceView,
    SiteTimelineView,
)
from ..view.wording import wording_of
from .names import HOME, MISSING, save_as, url_of

if TYPE_CHECKING:
    from .plan import MovedPlan


@frozen
class Page:
    """A page to render: its file below the output folder, its template, and what the template is given."""

    save_as: str
    template: str
    values: Mapping[str, Any]
    lang: str
    """The language its interface speaks."""
    origin: str = ""
    """The file it is made from, for messages; "" for a list."""


def briefing_page(published: Published, names: Collection[str], token: str, origin: str) -> Page:
    """Return the page of one briefing, with holes for what other pages decide; `names` are the files beside it."""
    view, site = published.view, published.site
    others = alternates(view.url, names) + (feed_links(feed_folder(view.lang, site), site.name) if names else ())
    is_listed = published.briefing.status == "published"
    shared_as = share_briefing(published, has_card=CARD in names)
    said: dict[str, Any] = {"json_ld": Html(briefing_json_ld(published)), "shared_as": shared_as}
    if site.search and is_listed:
        day = published.briefing.date
        said["search_facts"] = search_facts(view, day.year, day.date().isoformat())
    more = {"alternates": others, "fiction": view.fiction, "indexed": is_listed, **said}
    frame = _frame(site, view.title, view.summary, view.url, view.lang, **more)
    values = {**frame, "briefing": view, "later": holes(token)}
    return Page(save_as(view.url), "briefing", values, view.lang, origin)


def later_parts(neighbours: NeighboursView, site: Site, head: Head) -> dict[str, Page]:
    """Return what fills the holes of a page, by their names."""
    values = {"neighbours": neighbours, "site": site.view(head.lang), "SITEURL": site.root(head.url)}
    return {name: Page("", f"later/{name}", values, head.lang, head.file) for name in NAMES}


def card_part(card: BriefingCard, root: str, under: str, site: Site, head: Head) -> Page:
    """Return a briefing's card as lists show it under a heading, in the site's language."""
    return Page("", "later/card", {"card": card, "SITEURL": root, "under": under}, site.lang, head.file)


def overdue_part(site: Site, head: Head) -> Page:
    """Return what says that the day of an open item to watch is over."""
    values = {"site": site.view(head.lang), "SITEURL": site.root(head.url)}
    return Page("", "later/overdue", values, head.lang, head.file)


def home_page(view: HomeView, site: Site) -> Page:
    """Return the front page."""
    feeds = feed_links("", site.name) if view.lead else ()
    frame = _frame(site, site.name, "", "", alternates=feeds, json_ld=Html(site_json_ld(site)))
    return Page(HOME, "home", {**frame, "home": view}, site.lang)


def list_page(view: IndexView, plan: ListPlan, site: Site) -> Page:
    """Return a page of a list."""
    cards = [card for group in view.groups for card in group.cards]
    links = [LinkView(card.title, card.url) for card in cards]
    feeds = feed_links(plan.followed, f"{site.name}: {view.title}" if plan.followed else site.name) if links else ()
    json_ld = list_json_ld(view.title, plan.url, links, site)
    about: dict[str, Any] = {"json_ld": Html(json_ld), "fiction": bool(cards) and all(card.fiction for card in cards)}
    frame = _frame(site, view.title, "", plan.url, alternates=feeds, **about)
    return Page(save_as(plan.url), "briefings", {**frame, "index": view}, site.lang)


def actor_page(view: ActorView, plan: ActorPlan, json_ld: str, site: Site) -> Page:
    """Return a page of an actor."""
    feeds = feed_links(view.url, f"{site.name}: {view.name}")
    roles = [fact for now in view.roles[:1] for fact in (now.role, now.affiliation)]
    about = ", ".join(filter(None, (view.name, *roles, view.country)))
    frame = _frame(site, view.name, about, plan.url, alternates=feeds, json_ld=Html(json_ld), fiction=view.fiction)
    return Page(
        save_as(plan.url), "actor", {**frame, "actor": view, "newer": plan.newer, "older": plan.older}, site.lang
    )


def actors_page(plan: ActorIndexPlan, site: Site) -> Page:
    """Return the index of all actors."""
    title = wording_of(site.lang).gettext("Actors")
    values = {**_gathering(site, title, plan.url), "kinds": actor_index(plan.actors, site.lang)}
    return Page(save_as(plan.url), "actors", values, site.lang)


def corrections_page(corrections: Sequence[CorrectionEntry], plan: CorrectionsPlan, site: Site) -> Page:
    """Return the page of what was put right."""
    title = wording_of(site.lang).gettext("Corrections")
    frame = _gathering(site, f"{title} {plan.year}".rstrip(), plan.url)
    return Page(
        save_as(plan.url),
        "corrections",
        {**frame, "corrections": corrections, "archive": plan.archive},
        site.lang,
    )


def data_page(plan: DataPagePlan, site: Site) -> Page:
    """Return the page that says what there is for programs."""
    feeds = feed_links("", site.name) if plan.years else ()
    frame = _gathering(site, wording_of(site.lang).gettext("Data"), DATA_URL, alternates=feeds)
    years = [(LinkView(f"{year}.jsonl", data_url(year)), count) for year, count in plan.years]
    values = {**frame, "years": years, "schema_url": SCHEMA_URL, "calendar_url": plan.calendar}
    return Page(save_as(DATA_URL), "data", values, site.lang)


def timeline_page(view: SiteTimelineView, url: str, site: Site) -> Page:
    """Return a page of the timeline of all briefings."""
    return Page(save_as(url), "timeline", {**_gathering(site, view.title, url), "timeline": view}, site.lang)


def source_page(view: SavedSourceView, id: str, site: Site) -> Page:
    """Return the page of a source whose text may be shown."""
    url = source_url(id)
    facts = text_json_ld(OrdinaryText("WebPage", view.title, url, site.lang), site)
    frame = _frame(site, view.title, view.details, url, fiction=view.fiction, json_ld=Html(facts))
    return Page(save_as(url), "saved_source", {**frame, "saved_source": view}, site.lang)


def missing_page(site: Site) -> Page:
    """Return the page for what is not found; it is served at any address, so its links begin at the site's root."""
    title = wording_of(site.lang).gettext("Page not found")
    return Page(MISSING, "404", {**_frame(site, title, "", MISSING, indexed=False), "SITEURL": site.url}, site.lang)


def moved_page(plan: "MovedPlan", site: Site) -> Page:
    """Return the page at an address that a briefing had before; it leads on by itself."""
    url = url_of(plan.file)
    frame = _frame(site, plan.title, "", url, plan.lang, indexed=False)
    frame["page"] = replace(frame["page"], canonical=f"{site.url}/{plan.to}" if site.url else "")
    return Page(plan.file, "moved", {**frame, "to": LinkView(plan.title, plan.to)}, plan.lang)


def search_page(plan: SearchPlan, site: Site) -> Page:
    """Return the page to search from in a language."""
    view = show_search(plan, site)
    frame = _frame(site, view.title, "", plan.url, plan.lang)
    return Page(save_as(plan.url), "search", {**frame, "search": view}, plan.lang)


def about_page(site: Site) -> Page:
    """Return the page that says who makes the site, and how."""
    view = show_about(site)
    frame = _frame(site, view.title, "", ABOUT_URL, json_ld=Html(about_json_ld(site)))
    return Page(save_as(ABOUT_URL), "about", {**frame, "about": view}, site.lang)


def pattern_page(patterns: tuple[Any, ...], site: Site) -> Page:
    """Return the page of every component in every state, for those who design the theme."""
    title, url = "Patterns", "patterns/"
    about = "Every component of the theme in every state, from the examples its tests use."
    return Page(save_as(url), "patterns", {**_frame(site, title, about, url), "patterns": patterns}, site.lang)


def _gathering(site: Site, title: str, url: str, **more: Any) -> dict[str, Any]:
    return _frame(site, title, "", url, json_ld=Html(page_json_ld(title, url, site)), **more)


def _frame(site: Site, title: str, description: str, url: str, lang: str = "", **more: Any) -> dict[str, Any]:
    """Return what ``base.html`` is given on every page."""
    lang = lang or site.lang
    canonical = f"{site.url}/{url}" if site.url else ""
    shown = site.view(lang)
    description = description or shown.promise
    more.setdefault("shared_as", share_page(title, description, url, lang, site))
    page = PageView(title, description, url, lang, direction(lang), canonical, **more)
    return {"site": shown, "page": page, "SITEURL": site.root(url)}
