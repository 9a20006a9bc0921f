"""Write an overview for editors: what to watch, what to review, what to mend. It is never part of the site."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from ..build.settings import read_settings
from ..build.stewardship import gather, render_stewardship
from ..report.holdings import originals
from ..report.stewardship import show_stewardship
from ..view.site import Site
from .asking import OUTSIDE_LINKS, heard
from .project import moment_of, open_project, settings_file
from .written import NewFile, write_all

PAGE = "report.html"


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing report``."""
    parser.add_argument("--into", type=Path, default=Path(PAGE), help="the file to write (default: %(default)s)")
    parser.add_argument("--settings", default=settings_file(), help="the settings file (default: %(default)s)")
    return run


def run(options: argparse.Namespace) -> int:
    """Write the overview, and print where; return 2 where it would be published."""
    opened = open_project(options.settings, evidence=True, only=())
    site = opened.shelf.root / opened.settings.get("OUTPUT_PATH", "output")
    path: Path = options.into.absolute()
    if any(path.resolve().is_relative_to(folder.resolve()) for folder in (site, opened.shelf.content)):
        print(f"briefing: {options.into} lies where it would be published; name another place", file=sys.stderr)
        return 2
    heads = originals(opened.project.briefings.published)
    facts = gather(opened.shelf, Site(lang=opened.settings["DEFAULT_LANG"]), heads)
    overview = show_stewardship(
        facts,
        opened.project.evidence,
        heard(opened.shelf.root / OUTSIDE_LINKS),
        moment_of(opened.settings).date(),
        read_settings(opened.settings)[0]["BRIEFING_REVIEW_DAYS"],
    )
    pages = f"{quote(os.path.relpath(site, path.parent).replace(os.sep, '/'))}/" if site.is_dir() else ""
    page = render_stewardship(overview, opened.settings.get("SITENAME", ""), pages)
    write_all([NewFile(path, page.encode(errors="replace"), path.read_bytes() if path.is_file() else None)])
    print(f"{options.into}: what to watch, to review and to mend, for editors; open it in a browser")
    return 0
