"""Build the site into its output folder: what ``pelican content`` does, from any folder of the site."""

import argparse
import sys
from collections.abc import Callable

from .project import add_settings, settings_of
from .publish import run_build


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing build``."""
    parser.add_argument("--strict", action="store_true", help="let warnings stop the build")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Build; return Pelican's status."""
    settings_of(options.settings)  # which says in a line where there are none
    strict = ["-e", "BRIEFING_STRICT=true"] * options.strict
    return run_build([sys.executable, "-m", "pelican", "-s", options.settings, *strict])
