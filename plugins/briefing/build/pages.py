"""Every page of the site as a value: where it is written, by which template, from what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..diagnostics import Diagnostics
from ..model.source import Source
from ..parsing.resolve import Resolved
from ..view.briefing import show_briefing
from ..view.citations import source_url
from ..view.lists import categories, show_home, show_index
from ..view.saved_source import cited_in, show_saved_source
from ..view.site import BRIEFINGS_URL, Site, briefing_url, category_url, direction
from ..view.values import IndexView, PageView
from .attempt import attempt
from .check import Project, briefings_of, twins

HOME = "index.html"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to render: its file below the output folder, its template, and what the template is given."""

    save_as: str
    template: str
    values: Mapping[str, Any]
    origin: str
    """The file it is made from, for messages; "" for a list."""


def addresses(project: Project, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the file of every page and where it comes from, without making the page."""
    for r in briefings_of(project):
        yield briefing_url(r, site.lang) + "index.html", r.manuscript.fields.file.path
    for name in (HOME, BRIEFINGS_URL + "index.html", "404.html"):
        yield name, "the list of briefings"
    for name in categories(project.published):
        yield category_url(name) + "index.html", f"the category {name}"
    for id in shown_sources(project):
        yield source_url(id) + "index.html", f"the source {id}"


def make_pages(project: Project, site: Site) -> Iterator[tuple[Page | None, Diagnostics]]:
    """Yield every page, or why it cannot be made, one at a time: a site of any size is never held whole."""
    families = twins(project)
    langs = {r.briefing.lang or site.lang for r in briefings_of(project)}
    others = {lang: by_slug(project.published, lang, site.lang) for lang in langs}
    for r in briefings_of(project):
        same = tuple(t for t in families.get(r.manuscript.slug, ()) if t is not r)
        page = partial(briefing_page, r, project, site, others[r.briefing.lang or site.lang], same)
        yield attempt(r.manuscript.fields.file.path, page)
    yield from ((page, ()) for page in list_pages(project, site))


def by_slug(briefings: Iterable[Resolved], lang: str, default_lang: str) -> Mapping[str, Resolved]:
    """Return briefings by slug; of translations the one in `lang`, else in the site's language, else the original."""

    def nearness(r: Resolved) -> tuple[bool, bool, bool]:
        own = r.briefing.lang or default_lang
        return own == lang, own == default_lang, not r.briefing.translation

    return {r.manuscript.slug: r for r in sorted(briefings, key=nearness)}


def briefing_page(
    r: Resolved, project: Project, site: Site, others: Mapping[str, Resolved], same: tuple[Resolved, ...]
) -> Page:
    """Return the page of one briefing."""
    view = show_briefing(r, site, project.verified(r), others, same)
    frame = _frame(site, view.title, view.summary, view.url, view.lang)
    return Page(view.url + "index.html", "briefing", {**frame, "briefing": view}, r.manuscript.fields.file.path)


def list_pages(project: Project, site: Site) -> Iterator[Page]:
    """Yield the home page, all briefings, the categories and the page for what is not found.

    A list shows a briefing once: in the site's language where it has a translation, as Pelican lists articles.
    """

    def once(briefings: Iterable[Resolved]) -> tuple[Resolved, ...]:
        return tuple(by_slug(briefings, site.lang, site.lang).values())

    home = show_home(once(project.published), site, project.verified)
    yield Page(HOME, "home", {**_frame(site, site.name, "", ""), "home": home}, "")
    yield _index(show_index(once(project.published), site, "All briefings"), BRIEFINGS_URL, site)
    for name, members in categories(project.published).items():
        yield _index(show_index(once(members), site, name), category_url(name), site)
    for id, source in shown_sources(project).items():
        yield _source_page(id, source, project, site)
    missing = {**_frame(site, "Page not found", "", "404.html"), "SITEURL": site.url}
    yield Page("404.html", "404", missing, "")


def shown_sources(project: Project) -> dict[str, Source]:
    """Return the sources of briefings that have a page whose whole text may be shown, by id."""
    used = (s for r in briefings_of(project) for s in r.briefing.sources)
    return {s.id: s for s in used if s.publish and s.file in project.saved}


def _source_page(id: str, source: Source, project: Project, site: Site) -> Page:
    citing = (r for r in project.published if id in r.sources)
    cited = [c for r in citing for c in cited_in(show_briefing(r, site, project.verified(r), {}), id)]
    view = show_saved_source(source, project.saved[source.file], cited, site.lang)
    frame = _frame(site, view.title, view.details, source_url(id), view.lang)
    return Page(source_url(id) + "index.html", "saved_source", {**frame, "saved_source": view}, "")


def _index(index: IndexView, url: str, site: Site) -> Page:
    return Page(url + "index.html", "briefings", {**_frame(site, index.title, "", url), "index": index}, "")


def _frame(site: Site, title: str, description: str, url: str, lang: str = "") -> dict[str, Any]:
    """Return what ``base.html`` is given on every page."""
    lang = lang or site.lang
    canonical = f"{site.url}/{url}" if site.url else ""
    page = PageView(title, description, url, lang, direction(lang), canonical)
    return {"site": site.view(), "page": page, "SITEURL": site.root(url)}
