"""Make the search index of a site that is built, on demand: `briefing publish` does it by itself."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from ..publishing.marker import state_of
from ..publishing.programs import PublishError
from ..publishing.search_index import index_site
from .project import settings_file, settings_of


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing index``."""
    parser.add_argument("--site", type=Path, help="the folder of the built site (default: as the settings say)")
    parser.add_argument("--settings", default=settings_file(), help="the settings file (default: %(default)s)")
    return run


def run(options: argparse.Namespace) -> int:
    """Make the index; return 1 where that is not possible."""
    site = options.site or Path(options.settings).parent / settings_of(options.settings).get("OUTPUT_PATH", "output")
    if not (site / "search/index.html").is_file():
        return _say(f"{site}/ has no page to search from; build it with BRIEFING_SEARCH = True in the settings")
    try:
        index_site(site, state_of(site))
    except PublishError as error:
        return _say(str(error))
    print(f"The search index of {site}/ is made.")
    return 0


def _say(problem: str) -> int:
    print(f"briefing: {problem}", file=sys.stderr)
    return 1
