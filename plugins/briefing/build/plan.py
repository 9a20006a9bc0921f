"""Which files the site shall have, and what each is made from: keys to compare, nothing rendered yet."""

from collections.abc import Iterable, Iterator, Mapping

from ..exports.about import AboutPlan
from ..exports.host_files import Hosted, TextPlan, plan_host_files
from ..exports.plans import ExportPartsPlan, ExportPlan, plan_exports
from ..exports.redirects import file_of, moved
from ..exports.shared import Traits
from ..exports.sitemap import SitemapPlan, plan_sitemap
from ..frozen import frozen
from ..view.citations import source_url
from ..view.head import Head
from ..view.lists import HomePlan, ListPlan, plan_home, plan_lists
from ..view.search_page import SearchPlan, plan_search
from ..view.site import ABOUT_URL, Site
from ..view.site_timeline import TimelinePlan, plan_timeline
from .names import HOME, MISSING, save_as, url_of
from .sorting import Sorted


@frozen
class SourcePlan:
    """The page of a source whose text may be shown: the source, and the briefings that cite it."""

    id: str
    members: tuple[str, ...]


@frozen
class MissingPlan:
    """The page for what is not found."""

    members: tuple[str, ...] = ()


@frozen
class MovedPlan:
    """The page at an address that a briefing had before."""

    file: str
    to: str
    title: str
    lang: str
    members: tuple[str, ...] = ()


PartsPlan = ListPlan | TimelinePlan | ExportPartsPlan
"""What is made of one part of each member, of the plan's kind and id."""
WholePlan = MissingPlan | SearchPlan | MovedPlan | AboutPlan | SitemapPlan | TextPlan
"""In what stands in it is everything that is made."""
Plan = HomePlan | ListPlan | TimelinePlan | SourcePlan | WholePlan | ExportPlan


def plan_pages(briefings: Sorted, traits: Mapping[str, Traits], site: Site) -> dict[str, Plan]:
    """Return every page that is not a briefing's own, by the file it is written to."""
    plans: dict[str, Plan] = {
        HOME: plan_home(briefings.published, site, briefings.today, briefings.day),
        MISSING: MissingPlan(),
    }
    plans |= {save_as(plan.url): plan for plan in plan_lists(briefings.published, site)}
    plans |= {save_as(plan.url): plan for plan in plan_timeline(briefings.published, site)}
    plans |= {save_as(source_url(plan.id)): plan for plan in _sources(briefings)}
    plans |= plan_exports(briefings.published, traits, site)
    plans |= {save_as(plan.url): plan for plan in plan_search(briefings.shown, site)}
    if site.about:
        plans[save_as(ABOUT_URL)] = AboutPlan(site.about)
    lists = {url_of(name): plan.members for name, plan in plans.items() if name.endswith("index.html")}
    sitemap = plan_sitemap(lists, briefings.published, traits, site, briefings.ordinary)
    plans |= plan_host_files(Hosted(site, briefings.shown, tuple(sitemap), briefings.day))
    return {plan.file: plan for plan in _moved(briefings.shown)} | plans | sitemap


def _moved(shown: Iterable[Head]) -> Iterator[MovedPlan]:
    """Yield the page at each address that a briefing had before."""
    for alias, head in moved(shown):
        if name := file_of(alias):
            yield MovedPlan(name, head.url, head.title, head.lang)


def _sources(briefings: Sorted) -> Iterator[SourcePlan]:
    """Yield the page of each source that may be shown; only what is published links back to a briefing."""
    cited: dict[str, list[str]] = {}
    for h in (*briefings.published, *briefings.unlisted):
        for id in h.shown_sources:
            cited.setdefault(id, []).append(h.path)
    yield from (SourcePlan(id, tuple(paths)) for id, paths in sorted(cited.items()))
