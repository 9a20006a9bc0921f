"""Which files the site shall have, and what each is made from: keys to compare, nothing rendered yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..exports.plans import ExportPartsPlan, ExportPlan, plan_exports
from ..exports.shared import Traits
from ..view.citations import source_url
from ..view.lists import HomePlan, ListPlan, plan_home, plan_lists
from ..view.site import Site
from ..view.site_timeline import TimelinePlan, plan_timeline
from .names import HOME, MISSING, save_as
from .sorting import Sorted


@dataclass(frozen=True, slots=True)
class SourcePlan:
    """The page of a source whose text may be shown: the source, and the briefings that cite it."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingPlan:
    """The page for what is not found."""

    members: tuple[str, ...] = ()


PartsPlan = ListPlan | TimelinePlan | ExportPartsPlan
"""What is made of one part of each member, of the plan's kind and id."""
Plan = HomePlan | ListPlan | TimelinePlan | SourcePlan | MissingPlan | ExportPlan


def plan_pages(briefings: Sorted, traits: Mapping[str, Traits], site: Site) -> dict[str, Plan]:
    """Return every page that is not a briefing's own, by the file it is written to."""
    plans: dict[str, Plan] = {
        HOME: plan_home(briefings.published, site, briefings.today, briefings.day),
        MISSING: MissingPlan(),
    }
    plans |= {save_as(plan.url): plan for plan in plan_lists(briefings.published, site)}
    plans |= {save_as(plan.url): plan for plan in plan_timeline(briefings.published, site)}
    plans |= {save_as(source_url(plan.id)): plan for plan in _sources(briefings)}
    return plans | plan_exports(briefings.published, traits, site)


def _sources(briefings: Sorted) -> Iterator[SourcePlan]:
    """Yield the page of each source that may be shown; only what is published links back to a briefing."""
    cited: dict[str, list[str]] = {}
    for h in (*briefings.published, *briefings.unlisted):
        for id in h.shown_sources:
            cited.setdefault(id, []).append(h.path)
    yield from (SourcePlan(id, tuple(paths)) for id, paths in sorted(cited.items()))
