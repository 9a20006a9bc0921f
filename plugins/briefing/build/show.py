"""Lists, sources and the page for what is not found, rendered from the records of briefings."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..view.lists import HomePlan, ListPlan, show_home, show_list
from ..view.record import BriefingRecord
from ..view.saved_source import show_saved_source
from ..view.site_timeline import TimelinePlan, show_timeline_page
from .make import World
from .pages import Page, home_page, list_page, missing_page, source_page, timeline_page
from .plan import MissingPlan, Plan, SourcePlan
from .render import render_page


@dataclass(frozen=True, slots=True)
class ShowJob:
    """A page to show, and the records it shows as they are kept."""

    save_as: str
    plan: Plan
    records: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A page's text, or what is wrong with its template."""

    save_as: str
    text: str
    problem: Diagnostic | None


def show_shard(world: World, jobs: Sequence[ShowJob]) -> list[Shown]:
    """Render every page of a shard."""
    return [show(world, job) for job in jobs]


def show(world: World, job: ShowJob) -> Shown:
    """Render one page."""
    page = page_of(job.plan, records_of(job), world)
    text, problem = render_page(page, world.theme, world.shelf.root)
    return Shown(job.save_as, text, problem)


def records_of(job: ShowJob) -> dict[str, BriefingRecord]:
    """Return the records that a page shows, by the path of their briefing."""
    loaded: list[BriefingRecord] = [pickle.loads(raw) for raw in job.records]  # noqa: S301 - our own store
    return {r.head.path: r for r in loaded}


def page_of(plan: Plan, records: dict[str, BriefingRecord], world: World) -> Page:
    """Return the page of a plan."""
    if isinstance(plan, HomePlan):
        return home_page(show_home(plan, records, world.site), world.site)
    if isinstance(plan, ListPlan):
        return list_page(show_list(plan, records, world.site), plan.url, world.site)
    if isinstance(plan, TimelinePlan):
        return timeline_page(show_timeline_page(plan, records, world.site), plan.url, world.site)
    if isinstance(plan, MissingPlan):
        return missing_page(world.site)
    return _source_page(plan, records, world)


def _source_page(plan: SourcePlan, records: dict[str, BriefingRecord], world: World) -> Page:
    source = next(r.sources[plan.id] for r in records.values())
    text = world.saved.saved(source).text
    if text is None:  # it would have stopped the build
        raise ValueError(f"the saved copy of {plan.id} cannot be read")
    published = (r for r in records.values() if r.head.status == "published")
    cited = [each for r in published for each in r.cited.get(plan.id, ())]
    return source_page(show_saved_source(source, text, cited, world.site.lang), plan.id, world.site)
