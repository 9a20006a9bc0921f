"""Atom 1.0 (RFC 4287): a feed with the full text of its entries.

Without a site's address the links are relative to the feed (which RFC 4287 allows) and there is no ``rel="self"``.
"""

from collections.abc import Sequence

from lxml import etree

from ..frozen import frozen
from ..view.site import Site
from .addresses import absolute, encoded, permanent_id
from .characters import language, one_line
from .feed_entries import MOST, FeedEntry
from .published import rfc3339

NAMESPACE = "http://www.w3.org/2005/Atom"
XML = "{http://www.w3.org/XML/1998/namespace}"


@frozen
class Feed:
    """What a feed says of itself; addresses are relative to the site's root."""

    title: str
    url: str
    """Of the feed: ``feeds/atom.xml``."""
    page: str = ""
    """Of the page it follows; "" is the home page."""
    lang: str = ""
    most: int = MOST
    """Entries it has."""


def render_atom(feed: Feed, entries: Sequence[FeedEntry], site: Site) -> str:
    """Return the feed of the entries in the order given; "" where there is none, as its date is the newest's."""
    if not entries:
        return ""
    root = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs know no default namespace
    _set_lang(root, feed.lang or site.lang)
    _add(root, "id", f"urn:uuid:{permanent_id(site, feed.url)}")
    _add(root, "title", one_line(feed.title))
    _add(root, "updated", rfc3339(max(entry.updated for entry in entries)))
    _link(root, "alternate", "text/html", _address(site, feed, feed.page) or "./")
    if absolute(site, feed.url):
        _link(root, "self", "application/atom+xml", absolute(site, feed.url))
    _person(root, one_line(site.name) or "Briefings")
    for entry in entries:
        _entry(root, feed, entry, site)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


def _entry(root: etree._Element, feed: Feed, entry: FeedEntry, site: Site) -> None:
    element = _add(root, "entry")
    address = _address(site, feed, entry.url)
    element.set(f"{XML}base", address.partition("#")[0])
    _set_lang(element, entry.lang)
    _add(element, "id", f"urn:uuid:{entry.id}")
    _add(element, "title", entry.title)
    _add(element, "published", rfc3339(entry.published))
    _add(element, "updated", rfc3339(entry.updated))
    _link(element, "alternate", "text/html", address)
    for name in entry.authors:
        _person(element, name)
    for term in entry.terms:
        _add(element, "category").set("term", term)
    _add(element, "summary", entry.summary)
    _add(element, "content", entry.html).set("type", "html")


def _address(site: Site, feed: Feed, url: str) -> str:
    """Return the address of a page of the site, seen from the feed where the site has none of its own."""
    return absolute(site, url) or encoded("../" * feed.url.count("/") + url)


def _add(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")
    element.text = text or None
    return element


def _link(parent: etree._Element, rel: str, type: str, href: str) -> None:
    element = _add(parent, "link")
    for name, value in (("rel", rel), ("type", type), ("href", href)):
        element.set(name, value)


def _person(parent: etree._Element, name: str) -> None:
    _add(_add(parent, "author"), "name", name)


def _set_lang(element: etree._Element, tag: str) -> None:
    if language(tag):
        element.set(f"{XML}lang", tag)
