"""What work takes along to a machine without the project's files: the world as values, saved copies as bytes."""

from collections.abc import Mapping, Sequence
from functools import partial

from jinja2 import BaseLoader, Environment, TemplateNotFound

from ..frozen import replace
from ..parsing.load import decode
from ..parsing.manuscript import parse_manuscript
from ..parsing.resolve import resolve
from .attempt import attempt
from .make import Job, World
from .plan import SourcePlan
from .render import Theme
from .saved import Problem, SavedSources
from .show import ShowJob, records_of

Copies = Mapping[str, bytes | Problem]
"""Saved copies by their file."""


class BroughtTemplates(BaseLoader):
    """Templates by name: their text, and the file that messages name."""

    def __init__(self, sources: Mapping[str, tuple[str, str | None]]) -> None:
        self.sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, None]:  # noqa: ARG002 - Jinja's
        """Return a template as Jinja asks for it."""
        if template not in self.sources:
            raise TemplateNotFound(template)
        return *self.sources[template], None


def packed(world: World) -> World:
    """Return a world that reads no file: all but the saved copies is in it, and those come with the work."""
    return replace(
        world,
        register=dict(world.register),
        catalogue=dict(world.catalogue),
        saved=SavedSources(world.shelf, brought={}),
        aside=None,
        templates=world.templates and Theme(_brought(world.templates.base), file_links=world.templates.file_links),
    )


def _brought(templates: Environment) -> Environment:
    loader = templates.loader
    if loader is None:
        return templates
    sources = {name: loader.get_source(templates, name)[:2] for name in templates.list_templates()}
    brought = templates.overlay(loader=BroughtTemplates(sources))
    brought.linked_to = None  # what it was made from holds compiled templates, and those cannot travel
    return brought


def unpacked(world: World, copies: Copies) -> World:
    """Return the world with the saved copies that came with a shard, and no others: another build may have others."""
    return replace(world, saved=SavedSources(world.shelf, brought=copies))


def needs(world: World, jobs: Sequence[Job]) -> frozenset[str]:
    """Return the files of the saved copies that the work on briefings will ask for, which only reading them tells."""
    found: set[str] = set()
    for job in jobs:  # what fails here fails again when the work is done, and is said then
        found |= attempt(job.file, partial(_needs, world, job))[0] or set()
    return frozenset(found)


def _needs(world: World, job: Job) -> set[str]:
    file = decode(job.file, job.raw)[0]
    manuscript = parse_manuscript(job.path, file)[0] if file else None
    sources = resolve(manuscript, world.register, world.catalogue)[0].briefing.sources if manuscript else ()
    return {s.file for s in sources if s.file}


def needs_of_pages(jobs: Sequence[ShowJob]) -> frozenset[str]:
    """Return the files of the saved copies that pages show."""
    shown = ((job.plan.id, records_of(job)) for job in jobs if isinstance(job.plan, SourcePlan))
    return frozenset(r.sources[id].file for id, records in shown for r in records.values())
