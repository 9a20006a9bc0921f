"""A project read and checked without being built: what the commands rest on."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostics
from ..parsing.load import Shelf
from ..view.record import BriefingRecord
from ..view.site import Site
from .executors import cores
from .plan import Sorted
from .saved import notes_of
from .site_build import Setup, SiteBuild


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a project."""

    files: int
    """How many briefing files were found, readable or not."""
    briefings: Sorted
    records: Mapping[str, BriefingRecord]
    evidence: list[dict[str, Any]]
    """How every quotation was verified, in the order of files and lines."""


def check_project(shelf: Shelf, now: datetime, site: Site) -> tuple[Checked, Diagnostics]:
    """Read and check a whole project, notes on its sources included; nothing is kept of it."""
    with tempfile.TemporaryDirectory(prefix="briefing-") as state:
        build = SiteBuild(Setup(shelf, site, now, Path(state), workers=cores(), keeps_evidence=True))
        try:
            found = build.read()
            reading = build.reading
            records = {h.path: reading.record(h.path) for h in reading.heads}
            found += notes_of(shelf, reading.saved_files())
            return Checked(reading.files, build.briefings, records, reading.evidence()), found
        finally:
            build.close()
