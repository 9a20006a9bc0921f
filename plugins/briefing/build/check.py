"""A project read and checked without being built: what the commands rest on."""

import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from datetime import datetime
from pathlib import Path
from typing import Any

from ..checks.house.policy import HousePolicy
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..frozen import frozen
from ..parsing.load import Shelf, display_name
from ..view.head import Head
from ..view.site import Site
from .between import check_links, withheld
from .executors import cores
from .fingerprint import digest, of_program
from .lapsed import check_lapsed
from .lock import Lock
from .site_build import Setup, SiteBuild
from .sorting import Sorted


@frozen
class Wanted:
    """What a command asks for besides what is wrong."""

    house: HousePolicy | None = None
    kept: Path | None = None
    """A folder for what is known of each file, so that the next time only what has changed is read."""
    key: str = ""
    """What all that is kept depends on, besides the program."""
    evidence: bool = False
    notes_on: Collection[str] | None = None
    """The saved copies to look into for marks without a partner; None for all that are cited."""


@frozen
class Checked:
    """What is known of a project."""

    files: int
    """How many briefing files were found, readable or not."""
    briefings: Sorted
    heads: Mapping[str, Head]
    """Every briefing whose address is known, by its path."""
    evidence: list[dict[str, Any]] = field(default_factory=list)
    """How every quotation was verified, in the order of files and lines."""


def check_project(shelf: Shelf, now: datetime, site: Site, wanted: Wanted | None = None) -> tuple[Checked, Diagnostics]:
    """Read and check a whole project, notes on its sources included."""
    wanted = wanted or Wanted()
    with _state(wanted.kept) as state:
        key = digest(wanted.key, of_program())
        build = SiteBuild(Setup(shelf, site, now, state, key, None, cores(), keeps_evidence=True, house=wanted.house))
        try:
            return _checked(build, wanted)
        finally:
            build.close()


def _checked(build: SiteBuild, wanted: Wanted) -> tuple[Checked, Diagnostics]:
    found = build.read()
    reading, copies = build.reading, build.reading.saved_files()
    found += _dead_links(build)
    if wanted.house:
        found += tuple(check_lapsed(build.briefings, reading.record, wanted.house, are_notes=True))
    found += tuple(_unused(build))
    found += _notes_on(build, copies if wanted.notes_on is None else copies & set(wanted.notes_on))
    heads = {head.path: head for head in reading.heads}
    checked = Checked(reading.files, build.briefings, heads, reading.evidence() if wanted.evidence else [])
    if wanted.kept:
        build.keep()
    return checked, found


def _unused(build: SiteBuild) -> Iterator[Diagnostic]:
    """Yield a note for each entry that no briefing names; while one cannot be read, nobody knows."""
    reading = build.reading
    if reading.unread:
        return
    used = reading.names_used()
    for entries, what in ((reading.inputs.register, "actor"), (reading.inputs.catalogue, "source")):
        for id, path in entries.paths.items():
            if f"{what}:{id}" not in used:
                message, place = f"no briefing names this {what}", Span(display_name(build.setup.shelf, path))
                yield Diagnostic(Code.UNUSED_ENTRY, message, place, severity=Severity.NOTE)


def _notes_on(build: SiteBuild, copies: Collection[str]) -> Diagnostics:
    """Return what is to be noted of saved copies; where there are none to look into, what reads them stays unread."""
    if not copies:
        return ()
    from .saved import notes_of

    return notes_of(build.setup.shelf, copies)


@contextmanager
def _state(kept: Path | None) -> Iterator[Path]:
    """Give the folder of what is kept, to one check at a time; or a temporary one where nothing is, or can be."""
    lock = Lock(kept / "lock") if kept else None
    try:
        if lock:
            lock.hold(lambda: None)
    except OSError:
        lock = kept = None
    with tempfile.TemporaryDirectory(prefix="briefing-") as temporary:
        try:
            yield kept or Path(temporary)
        finally:
            if lock:
                lock.release()


def _dead_links(build: SiteBuild) -> Diagnostics:
    """Return the links of briefings to files that are not there, or to briefings that are not published.

    What only Pelican knows, such as whether an article that is there is published, a build finds.
    """
    content, briefings, record = build.setup.shelf.content, build.briefings, build.reading.record
    drafts = tuple(h for h in briefings.unlisted if h.status == "draft")
    public = tuple(h for h in briefings.shown if h.status != "draft")
    files = {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}
    files -= {h.path for h in briefings.embargoed}
    published = files - {h.path for h in drafts}
    unseen = withheld((h.path for h in drafts), (h.path for h in briefings.embargoed))
    found = check_links(public, published, published, record, unseen)
    return found + check_links(drafts, files, files, record, unseen)
