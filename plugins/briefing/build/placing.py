"""The last work on the files of briefings, shared out as the first was: each is filled in, and put in its place."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..diagnostics import Diagnostic
from ..frozen import frozen
from ..view.head import Head
from ..view.later import refill
from .linking import later_texts
from .make import World
from .sheets import Waiting, opened
from .sorting import Neighbours
from .tree import move_file, write_file


@frozen
class PlaceJob:
    """The files of a briefing that wait, those that are wanted of them, and what its page says of others."""

    head: Head
    waiting: Waiting | bytes
    names: frozenset[str]
    about: Neighbours | None


def place_shard(tree: Path, world: World, jobs: Sequence[PlaceJob]) -> list[Diagnostic]:
    """Put the files of some briefings into a tree; return what is wrong with the templates of their holes."""
    return [problem for job in jobs if (problem := _place(tree, world, job))]


def _place(tree: Path, world: World, job: PlaceJob) -> Diagnostic | None:
    waiting = opened(job.waiting)
    parts: Mapping[str, str] = {}
    problem = None
    if job.about:
        parts, problem = later_texts(job.head, waiting.relations, job.about, world)
    for sheet in waiting.sheets:
        if sheet.name not in job.names:
            continue
        if (parts and sheet.holes) or isinstance(sheet.content, bytes):
            write_file(tree, sheet.name, refill(sheet.read(), sheet.holes, parts))
        else:
            move_file(Path(sheet.content), tree, sheet.name)
    return problem
