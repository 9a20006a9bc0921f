"""What Pelican is handed over: the addresses of briefings, the site for its templates, a folder for its writer."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple


class LinkTarget(NamedTuple):
    """What Pelican needs to know of a briefing to resolve a ``{filename}`` link to it."""

    url: str
    source_path: str


class Late:
    """A value that is made when a template first asks for a part of it: most builds show no page of Pelican's."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._made = cache(make)

    def __getattr__(self, name: str) -> Any:
        """Return a part of the value."""
        return getattr(self._made(), name)


@dataclass(frozen=True)
class Redirection:
    """The first in Pelican's list of those who write: from it on, its writer writes to a folder aside."""

    aside: Path

    def generate_output(self, writer: Any) -> None:
        """Turn Pelican's writer aside."""
        writer.output_path = str(self.aside)
