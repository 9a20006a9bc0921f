"""Files that are made of many briefings, rendered from what is kept of each: records, or one part."""

import pickle
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from ..diagnostics import Diagnostic
from ..exports.about import AboutPlan
from ..exports.actor_page import actor_json_ld, show_actor
from ..exports.briefing_data import render_schema
from ..exports.calendar_entries import each_once
from ..exports.corrections import newest_corrections
from ..exports.entry_text import EntryText
from ..exports.feed_entries import newest
from ..exports.feed_forms import FeedForm
from ..exports.host_files import TextPlan
from ..exports.ics import render_calendar
from ..exports.plans import (
    MOST_CORRECTIONS,
    ActorIndexPlan,
    ActorPlan,
    CalendarPlan,
    DataPagePlan,
    FeedPlan,
)
from ..exports.sitemap import SitemapPlan, render_sitemap
from ..frozen import frozen
from ..view.lists import HomePlan, ListPlan, list_title, show_home, show_list
from ..view.record import BriefingRecord
from ..view.saved_source import show_saved_source
from ..view.search_page import SearchPlan
from ..view.site import Site
from ..view.site_timeline import TimelinePlan, show_timeline_page
from .attempt import attempt
from .drawn import placed
from .make import World
from .pages import (
    Page,
    about_page,
    actor_page,
    actors_page,
    corrections_page,
    data_page,
    home_page,
    list_page,
    missing_page,
    moved_page,
    search_page,
    source_page,
    timeline_page,
)
from .plan import MissingPlan, MovedPlan, PartsPlan, Plan, SourcePlan
from .render import render_page
from .rows import record_from

Fills = Mapping[str, Mapping[str, str]]
"""What fills the holes in texts of briefings, by the token of each."""


@frozen
class ShowJob:
    """A file to make, and what it shows of its members as it is kept; `fills` is for the holes in their texts."""

    save_as: str
    plan: Plan
    kept: tuple[bytes, ...]
    fills: Fills


@frozen
class Shown:
    """A file's text, or what is wrong with its template."""

    save_as: str
    text: str
    problem: Diagnostic | None


def show_shard(world: World, jobs: Sequence[ShowJob]) -> list[Shown]:
    """Make every file of a shard."""
    return [show(world, job) for job in jobs]


def show(world: World, job: ShowJob) -> Shown:
    """Make one file; never raises."""
    done, failure = attempt(job.save_as, partial(_show, world, job))
    return done or Shown(job.save_as, "", failure[0])


def _show(world: World, job: ShowJob) -> Shown:
    plan = job.plan
    if isinstance(plan, PartsPlan):
        made = of_parts(plan, _loaded(job), job.fills, world)
    else:
        made = of_records(plan, records_of(job), world)
    if isinstance(made, str):
        return Shown(job.save_as, made, None)
    return Shown(job.save_as, *render_page(made, world.theme, world.shelf.root))


def _loaded(job: ShowJob) -> list[Any]:
    return [pickle.loads(raw) for raw in job.kept]  # noqa: S301 - our own store


def records_of(job: ShowJob) -> dict[str, BriefingRecord]:
    """Return the records that a page shows, by the path of their briefing."""
    return {r.head.path: r for r in map(record_from, job.kept)}


def of_records(plan: Plan, records: dict[str, BriefingRecord], world: World) -> Page | str:
    """Return what is made of the records of briefings, or of none."""
    if isinstance(plan, HomePlan):
        return home_page(show_home(plan, records, world.site), world.site)
    if isinstance(plan, MissingPlan):
        return missing_page(world.site)
    if isinstance(plan, ActorIndexPlan):
        return actors_page(plan, world.site)
    if isinstance(plan, DataPagePlan):
        return data_page(plan, world.site) if plan.form == "page" else render_schema(world.site)
    if isinstance(plan, SourcePlan):
        return _source_page(plan, records, world)
    return _of_itself(plan, world.site)


def _of_itself(plan: Plan, site: Site) -> Page | str:
    """Return what is made of a plan in which everything stands."""
    if isinstance(plan, TextPlan):
        return plan.text
    if isinstance(plan, SitemapPlan):
        return render_sitemap(plan.entries, site)
    if isinstance(plan, MovedPlan):
        return moved_page(plan, site)
    if isinstance(plan, AboutPlan):
        return about_page(site)
    if isinstance(plan, SearchPlan):
        return search_page(plan, site)
    raise TypeError(f"nothing is shown of {type(plan).__name__}")


def of_parts(plan: PartsPlan, parts: Sequence[Any], fills: Fills, world: World) -> Page | str:
    """Return what is made of one part of each member."""
    site = world.site
    members = dict(zip(dict.fromkeys(plan.members), parts, strict=True))
    if isinstance(plan, ListPlan):
        root, under = site.root(plan.url), list_title(plan, site)
        cards = {path: placed(drawn, root, under) for path, drawn in members.items()}
        return list_page(show_list(plan, cards, site), plan, site)
    if isinstance(plan, TimelinePlan):
        return timeline_page(show_timeline_page(plan, members, site), plan.url, site)
    if isinstance(plan, ActorPlan):
        view = show_actor(parts, site.lang, plan.briefings)
        return actor_page(view, plan, actor_json_ld(parts, view, site), site)
    entries = [entry for part in parts for entry in part]
    if isinstance(plan, FeedPlan):
        filled = [_filled(entry, fills, plan.form) for entry in newest(entries, plan.feed.most)]
        return plan.form.render(plan.feed, filled, site)
    if isinstance(plan, CalendarPlan):
        return render_calendar(site.name, each_once(entries), site)
    if plan.year:
        entries = [entry for entry in entries if entry.day.text.startswith(plan.year)]
    found = newest_corrections(entries, site.lang)
    return corrections_page(found if plan.year else found[:MOST_CORRECTIONS], plan, site)


def _filled(entry: EntryText, fills: Fills, form: FeedForm) -> EntryText:
    for token, parts in fills.items():
        if any(token in piece for piece in entry.pieces):
            return form.filled(entry, token, parts)
    return entry


def _source_page(plan: SourcePlan, records: dict[str, BriefingRecord], world: World) -> Page:
    source = next(r.sources[plan.id] for r in records.values())
    text = world.saved.saved(source).text
    if text is None:  # it would have stopped the build
        raise ValueError(f"the saved copy of {plan.id} cannot be read")
    published = (r for r in records.values() if r.head.status == "published")
    cited = [each for r in published for each in r.cited.get(plan.id, ())]
    return source_page(show_saved_source(source, text, cited, world.site.lang), plan.id, world.site)
