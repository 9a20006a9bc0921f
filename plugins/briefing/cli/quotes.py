"""Show how every quotation and passage of the site was verified."""

import argparse
import shutil
import sys
from collections.abc import Callable

from ..report.evidence import render_evidence_json, render_evidence_table
from .project import add_settings, open_project

NO_TERMINAL = 10_000  # characters: what goes to a file or a pipe is not cut


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing quotes``."""
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Print the table; return 1 where a quotation did not pass."""
    rows = open_project(options.settings, evidence=True).project.evidence
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else NO_TERMINAL
    print(render_evidence_json(rows) if options.json else render_evidence_table(rows, width))
    return int(not all(row["passed"] for row in rows))
