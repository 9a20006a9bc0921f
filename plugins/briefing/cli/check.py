"""Check every briefing, actor and source without building the site."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from ..diagnostics import errors_in, without_notes
from ..report.text import counted, render_text, summary
from .project import SETTINGS_FILE, open_project


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing check``."""
    parser.add_argument("files", nargs="*", help="show only what is wrong in these files (all are checked)")
    parser.add_argument("--settings", default=SETTINGS_FILE, help="the settings file (default: %(default)s)")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    return run


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; return 1 where anything is."""
    opened = open_project(options.settings)
    missing = [file for file in options.files if not Path(file).exists()]
    if missing:
        print(f"briefing: there is no file {', '.join(missing)}", file=sys.stderr)
        return 2
    wanted = {os.path.relpath(file, opened.shelf.root).replace(os.sep, "/") for file in options.files}
    found = [d for d in opened.diagnostics if not wanted or d.span.path in wanted]
    if found:
        print(render_text(found), end="\n\n")
        print(f"{summary(found)}.")
    problems = without_notes(tuple(found))
    if not problems:
        checked = ", ".join(sorted(wanted)) or counted(opened.project.files, "briefing")
        print(f"{checked} checked; nothing is wrong.")
    return int(bool(errors_in(problems) or (options.strict and problems)))
