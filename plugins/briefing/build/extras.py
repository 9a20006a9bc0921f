"""Extras: packages that only some of the work needs, and the line that gets them."""

from pathlib import Path

SOURCES = Path(__file__).parents[3]
"""The checkout that this program is run from, where it is run from one."""
DEVELOPMENT = "requirements-dev.txt"


def get_extra(name: str, sources: Path = SOURCES) -> str:
    """Return the command that installs an extra; in a checkout its development requirements have each of them."""
    if (sources / DEVELOPMENT).is_file():
        return f"pip install -r {DEVELOPMENT}"
    return f"pip install 'pelican-briefing[{name}]'"
