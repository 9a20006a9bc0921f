"""Check every briefing, actor and source without building the site."""

import argparse
from collections.abc import Callable

from ..diagnostics import errors_in
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
    wanted = {file.removeprefix("./") for file in options.files}
    found = [d for d in opened.diagnostics if not wanted or d.span.path in wanted]
    if found:
        print(render_text(found), end="\n\n")
        print(f"{summary(found)}.")
    else:
        print(f"{counted(opened.project.library.files, 'briefing')} checked; nothing is wrong.")
    return int(bool(errors_in(tuple(found)) or (options.strict and found)))
