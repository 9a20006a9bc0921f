"""The kinds of host that a site can be brought to: one line a kind."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from .changes import Changes
from .folder import Folder
from .pages import Pages
from .rsync import Rsync
from .s3 import S3


class Host(Protocol):
    """A place that a site is brought to; both raise PublishError, and what was published stays whole."""

    place: str
    """As people name it."""

    def changes(self) -> Changes:
        """Return what a deploy would change; writes nothing."""

    def deploy(self, changes: Changes) -> None:
        """Bring the site there."""


class Asked(NamedTuple):
    """What a person asks for."""

    site: Path
    target: str
    root: Path
    """The project's folder, with its repository."""
    endpoint: str = ""


HOSTS: Mapping[str, Callable[[Asked], Host]] = {
    "pages": lambda asked: Pages(asked.site, asked.target, asked.root),
    "rsync": lambda asked: Rsync(asked.site, asked.target),
    "s3": lambda asked: S3(asked.site, asked.target, asked.endpoint),
    "folder": lambda asked: Folder(asked.site, asked.target),
}
"""What makes each host, by the name that a person gives it."""
EXAMPLES: Mapping[str, str] = {
    "pages": "",
    "rsync": "user@example.org:/var/www/news",
    "s3": "s3://bucket",
    "folder": "/var/www/news",
}
"""A target of each; "" where it can be left out."""
