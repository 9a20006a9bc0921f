"""What a page says of its site and to its frame."""

from ...frozen import frozen
from ..text import Direction, Html, LinkView
from .search import SearchFact


@frozen
class SiteView:
    """What every page says of the site."""

    name: str
    lang: str
    dir: Direction
    nav: tuple[LinkView, ...]
    promise: str
    """The line at the foot of every page: what the site promises of its quotations."""
    foot: tuple[LinkView, ...] = ()
    """Where else to go from there."""


@frozen
class AlternateView:
    """The same in another form: a file of the site, for ``<link rel="alternate">``."""

    url: str
    media_type: str
    title: str


@frozen
class SharedAs:
    """A line of what other sites show of a link to the page: a property of OpenGraph, and what it is."""

    property: str
    content: str


@frozen
class PageView:
    """What a page says of itself to its frame (``base.html``)."""

    title: str
    description: str
    url: str
    lang: str
    dir: Direction
    canonical: str = ""
    """The absolute address, where the site has one."""
    alternates: tuple[AlternateView, ...] = ()
    """The page in other forms, feeds among them."""
    shared_as: tuple[SharedAs, ...] = ()
    """What other sites show of a link to it."""
    indexed: bool = True
    """Whether search engines may list it."""
    search_facts: tuple[SearchFact, ...] = ()
    """What the site's own search knows of it; a page without any is not searched."""
    json_ld: Html | None = None
    """What the page says, for search engines: JSON that may stand in a data block."""
    fiction: bool = False
    """Whether all that it shows is invented."""
