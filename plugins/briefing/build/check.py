"""A project in, everything known about it out: what `pelican content` and `briefing check` both rest on."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ..checks.rules import check_briefing
from ..checks.site import check_site
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..model.source import Passage
from ..parsing.load import Library, Shelf, list_briefings, load_library, load_manuscript
from ..parsing.resolve import Resolved, resolve
from ..view.site import is_embargoed
from .attempt import attempt


@dataclass(frozen=True, slots=True)
class Project:
    """All briefings with their actors and sources, sorted by what becomes of them."""

    library: Library
    published: tuple[Resolved, ...] = ()
    """Those that have a page and are listed."""
    unlisted: tuple[Resolved, ...] = ()
    """Drafts and hidden ones: they have a page, and nothing leads there."""
    embargoed: tuple[Resolved, ...] = ()
    """Those whose date has not come: they are nowhere in the output."""
    levels: Mapping[Passage, str] = field(default_factory=dict)
    """How each passage and quotation was verified."""


def load_project(shelf: Shelf, now: datetime, lang: str) -> tuple[Project, Diagnostics]:
    """Read and check a whole project; `now` decides what is under embargo."""
    library, diagnostics = load_library(replace(shelf, briefings=()))
    paths, ignored = list_briefings(shelf)
    read = [attempt(_name(shelf, path), partial(_read, shelf, path, library)) for path in paths]
    briefings = [r for r, _ in read if r]
    library = replace(library, manuscripts=tuple(r.manuscript for r in briefings), files=len(paths))
    diagnostics += ignored + tuple(d for _, found in read for d in found)
    diagnostics += check_site(briefings, lang, complete=len(briefings) == len(paths))
    if not library.files:
        diagnostics += (_empty(shelf),)
    open_now = [r for r in briefings if not is_embargoed(r, now)]
    project = Project(
        library,
        published=tuple(r for r in open_now if r.briefing.status == "published"),
        unlisted=tuple(r for r in open_now if r.briefing.status != "published"),
        embargoed=tuple(r for r in briefings if is_embargoed(r, now)),
    )
    return project, diagnostics


def _read(shelf: Shelf, path: Path, library: Library) -> tuple[Resolved | None, Diagnostics]:
    """Return one briefing with its actors and sources, and everything that is wrong with it."""
    manuscript, diagnostics = load_manuscript(shelf, path)
    if manuscript is None:
        return None, diagnostics
    resolved, problems = resolve(manuscript, library.register, library.catalogue)
    return resolved, diagnostics + problems + check_briefing(resolved)


def _name(shelf: Shelf, path: Path) -> str:
    return Path(os.path.relpath(path, shelf.root)).as_posix()


def _empty(shelf: Shelf) -> Diagnostic:
    folders = ", ".join(f"content/{folder}" for folder in shelf.briefings)
    message = f"there is no briefing in {folders}; the site is built without any"
    return Diagnostic(
        Code.EMPTY_SITE, message, Span(folders), "invoke new 'A title' writes a first one", Severity.WARNING
    )


def twins(project: Project, lang: str) -> Mapping[str, tuple[Resolved, ...]]:
    """Return, by slug, the published briefings that exist in several languages."""
    by_slug: dict[str, list[Resolved]] = {}
    for r in project.published:
        by_slug.setdefault(r.manuscript.slug, []).append(r)
    return {slug: tuple(members) for slug, members in by_slug.items() if len(members) > 1}


def briefings_of(project: Project) -> Iterator[Resolved]:
    """Yield every briefing that has a page."""
    yield from project.published
    yield from project.unlisted
