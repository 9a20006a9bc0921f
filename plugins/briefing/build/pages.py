"""Every page of the site as a value: where it is written, by which template, from what."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..exports.formats import alternates
from ..exports.json_ld import briefing_json_ld
from ..exports.published import Published
from ..view.citations import source_url
from ..view.head import Head
from ..view.later import NAMES, holes
from ..view.site import Site, direction
from ..view.values import HomeView, Html, IndexView, NeighboursView, PageView, SavedSourceView, SiteTimelineView
from ..view.wording import wording_of

HOME = "index.html"
MISSING = "404.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: its file below the output folder, its template, and what the template is given."""

    save_as: str
    template: str
    values: Mapping[str, Any]
    lang: str
    """The language its interface speaks."""
    origin: str = ""
    """The file it is made from, for messages; "" for a list."""


def save_as(url: str) -> str:
    """Return the file of an address, which is a folder's."""
    return f"{url}index.html" if url.endswith("/") or not url else url


def briefing_page(published: Published, names: Container[str], token: str, origin: str) -> Page:
    """Return the page of one briefing, with holes for what other pages decide; `names` are the files beside it."""
    view, site = published.view, published.site
    frame = _frame(site, view.title, view.summary, view.url, view.lang)
    page = replace(frame["page"], alternates=alternates(view.url, names), json_ld=Html(briefing_json_ld(published)))
    values = {**frame, "page": page, "briefing": view, "later": holes(token)}
    return Page(save_as(view.url), "briefing", values, view.lang, origin)


def later_parts(neighbours: NeighboursView, site: Site, head: Head) -> dict[str, Page]:
    """Return what fills the holes of a page, by their names."""
    values = {"neighbours": neighbours, "site": site.view(head.lang), "SITEURL": site.root(head.url)}
    return {name: Page("", f"later/{name}", values, head.lang, head.file) for name in NAMES}


def home_page(view: HomeView, site: Site) -> Page:
    """Return the front page."""
    return Page(HOME, "home", {**_frame(site, site.name, "", ""), "home": view}, site.lang)


def list_page(view: IndexView, url: str, site: Site) -> Page:
    """Return a page of a list."""
    return Page(save_as(url), "briefings", {**_frame(site, view.title, "", url), "index": view}, site.lang)


def timeline_page(view: SiteTimelineView, url: str, site: Site) -> Page:
    """Return a page of the timeline of all briefings."""
    return Page(save_as(url), "timeline", {**_frame(site, view.title, "", url), "timeline": view}, site.lang)


def source_page(view: SavedSourceView, id: str, site: Site) -> Page:
    """Return the page of a source whose text may be shown."""
    url = source_url(id)
    frame = _frame(site, view.title, view.details, url)
    return Page(save_as(url), "saved_source", {**frame, "saved_source": view}, site.lang)


def missing_page(site: Site) -> Page:
    """Return the page for what is not found; it is served at any address, so its links begin at the site's root."""
    title = wording_of(site.lang).gettext("Page not found")
    return Page(MISSING, "404", {**_frame(site, title, "", MISSING), "SITEURL": site.url}, site.lang)


def pattern_page(patterns: tuple[Any, ...], site: Site) -> Page:
    """Return the page of every component in every state, for those who design the theme."""
    title, url = "Patterns", "patterns/"
    about = "Every component of the theme in every state, from the examples its tests use."
    return Page(save_as(url), "patterns", {**_frame(site, title, about, url), "patterns": patterns}, site.lang)


def _frame(site: Site, title: str, description: str, url: str, lang: str = "") -> dict[str, Any]:
    """Return what ``base.html`` is given on every page."""
    lang = lang or site.lang
    canonical = f"{site.url}/{url}" if site.url else ""
    page = PageView(title, description, url, lang, direction(lang), canonical)
    return {"site": site.view(lang), "page": page, "SITEURL": site.root(url)}
