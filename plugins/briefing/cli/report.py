"""Write an overview for editors: what to watch, what to review, what to mend. It is never part of the site."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

from ..build.commands import tool
from ..build.settings import read_settings
from ..build.stewardship import gather, render_stewardship
from ..diagnostics import Diagnostic
from ..parsing.load import display_name
from ..report.holdings import originals
from ..report.stewardship import LostRow, lost_files, show_stewardship
from ..report.text import counted, render_text
from ..view.site import Site
from .asking import OUTSIDE_LINKS, heard
from .project import Opened, add_settings, moment_of, open_project
from .refusal import refuse
from .written import NewFile, write_all

PAGE = "report.html"


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing report``."""
    parser.add_argument("--into", type=Path, default=Path(PAGE), help="the file to write (default: %(default)s)")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Write the overview, and print where; return 1 where something is missing in it, 2 where it would be published."""
    opened = open_project(options.settings, evidence=True, only=())
    site = opened.shelf.root / opened.settings.get("OUTPUT_PATH", "output")
    path: Path = options.into.absolute()
    if any(path.resolve().is_relative_to(folder.resolve()) for folder in (site, opened.shelf.content)):
        return refuse(f"{options.into} lies where it would be published; name another place", 2)
    lost = _lost(opened)
    heads = originals(opened.project.briefings.published)
    facts = gather(opened.shelf, Site(lang=opened.settings["DEFAULT_LANG"]), heads)
    overview = show_stewardship(
        facts,
        opened.project.evidence,
        heard(opened.shelf.root / OUTSIDE_LINKS),
        moment_of(opened.settings).date(),
        read_settings(opened.settings)[0]["BRIEFING_REVIEW_DAYS"],
        tuple(lost),
    )
    pages = f"{quote(os.path.relpath(site, path.parent).replace(os.sep, '/'))}/" if site.is_dir() else ""
    page = render_stewardship(overview, opened.settings.get("SITENAME", ""), pages, tool(opened.shelf.root))
    write_all([NewFile(path, page.encode(errors="replace"), path.read_bytes() if path.is_file() else None)])
    print(f"{options.into}: what to watch, to review and to mend, for editors; open it in a browser")
    if not lost:
        return 0
    print(f"\nIt is not complete: {counted(len(lost), 'file')} could not be read, or not whole:", file=sys.stderr)
    print(render_text(lost.values()), file=sys.stderr)
    return 1


def _lost(opened: Opened) -> Mapping[LostRow, Diagnostic]:
    """Return the files that are missing in the overview; a draft, of which it says nothing, is not."""
    content, published = opened.shelf.content, {head.path for head in opened.project.briefings.published}
    unlisted = {display_name(opened.shelf, content / path) for path in opened.project.heads.keys() - published}
    found = [d for d in opened.diagnostics if d.span.path not in unlisted]
    known = {display_name(opened.shelf, content / path) for path in opened.project.heads}
    entries = tuple(f"{content.name}/{folder}/" for folder in (opened.shelf.actors, opened.shelf.sources))
    gone = {d.span.path for d in found if d.span.path not in known and not d.span.path.startswith(entries)}
    return lost_files(found, gone)
