"""What a page says of its site and to its frame."""

from dataclasses import dataclass

from .text import Direction, LinkView


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page says of the site."""

    name: str
    lang: str
    dir: Direction
    nav: tuple[LinkView, ...]
    promise: str
    """The line at the foot of every page: what the site promises of its quotations."""


@dataclass(frozen=True, slots=True)
class PageView:
    """What a page says of itself to its frame (``base.html``)."""

    title: str
    description: str
    url: str
    lang: str
    dir: Direction
    canonical: str = ""
    """The absolute address, where the site has one."""
