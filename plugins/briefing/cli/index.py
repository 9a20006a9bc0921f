"""Make the search index of a site that is built, on demand: `briefing publish` does it by itself."""

import argparse
from collections.abc import Callable
from pathlib import Path

from ..publishing.marker import state_of
from ..publishing.programs import PublishError
from ..publishing.search_index import index_site
from .project import add_settings, settings_of
from .refusal import refuse


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing index``."""
    parser.add_argument("--site", type=Path, help="the folder of the built site (default: as the settings say)")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Make the index; return 1 where that is not possible."""
    site = options.site or Path(options.settings).parent / settings_of(options.settings).get("OUTPUT_PATH", "output")
    if not (site / "search/index.html").is_file():
        return refuse(f"{site}/ has no page to search from; build it with BRIEFING_SEARCH = True in the settings", 1)
    try:
        index_site(site, state_of(site))
    except PublishError as error:
        return refuse(str(error), 1)
    print(f"The search index of {site}/ is made.")
    return 0
