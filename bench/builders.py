"""The programs that are compared: how each builds the same content, and where its pages are."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Builder:
    """A program that turns a content folder into a site."""

    name: str
    title: str
    settings: Path

    def command(self, content: Path, output: Path) -> Sequence[str]:
        """Return the command that builds `content` into `output`."""
        return (sys.executable, "-m", "pelican", str(content), "-s", str(self.settings), "-o", str(output))


BRIEFING = Builder("briefing", "this project", ROOT / "pelican.conf.py")
STOCK = Builder("stock", "stock Pelican, pelican-yaml-metadata", ROOT / "bench/stock/pelicanconf.py")
BUILDERS = (BRIEFING, STOCK)
"""This project first; every other is a peer it is measured against."""


def page_sizes(output: Path) -> list[int]:
    """Return the bytes of each briefing's page."""
    return [page.stat().st_size for page in output.glob("briefings/*/index.html")]
