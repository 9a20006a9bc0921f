"""A project read and checked without being built: what the commands rest on."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..checks.house.policy import HousePolicy
from ..diagnostics import Diagnostics
from ..parsing.load import Shelf
from ..view.record import BriefingRecord
from ..view.site import Site
from .between import check_links, withheld
from .executors import cores
from .lapsed import check_lapsed
from .saved import notes_of
from .site_build import Setup, SiteBuild
from .sorting import Sorted


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a project."""

    files: int
    """How many briefing files were found, readable or not."""
    briefings: Sorted
    records: Mapping[str, BriefingRecord]
    evidence: list[dict[str, Any]]
    """How every quotation was verified, in the order of files and lines."""


def check_project(
    shelf: Shelf, now: datetime, site: Site, house: HousePolicy | None = None
) -> tuple[Checked, Diagnostics]:
    """Read and check a whole project, notes on its sources included; nothing is kept of it."""
    with tempfile.TemporaryDirectory(prefix="briefing-") as state:
        setup = Setup(shelf, site, now, Path(state), workers=cores(), keeps_evidence=True, house=house)
        build = SiteBuild(setup)
        try:
            found = build.read()
            reading = build.reading
            records = {h.path: reading.record(h.path) for h in reading.heads}
            found += _dead_links(build)
            if house:
                found += tuple(check_lapsed(build.briefings, reading.record, house, are_notes=True))
            found += notes_of(shelf, reading.saved_files())
            return Checked(reading.files, build.briefings, records, reading.evidence()), found
        finally:
            build.close()


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
