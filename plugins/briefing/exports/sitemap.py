"""The sitemap: every address that search engines may list, and when what stands there last changed.

``sitemap.xml`` names the parts: the briefings of each year, so that a year that is over keeps its file; the pages
that gather them; and Pelican's own. A part has at most 50,000 addresses (sitemaps.org, protocol 0.9). Languages are
said as Google reads them (``xhtml:link``), pictures too (``image:image``). A sitemap needs whole addresses, so there
is none without the site's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from ..frozen import frozen
from ..view.head import Head
from ..view.site import CARD, Site
from ..view.translations import show_hreflang
from .addresses import absolute, encoded
from .published import rfc3339
from .shared import Traits

NAME = "sitemap.xml"
PAGES = "sitemap-pages.xml"
LISTS = "sitemap-lists.xml"
MOST = 50_000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
Entry = tuple[str, int, str, tuple[tuple[str, str], ...]]
"""An address, when it changed (seconds since 1970; 0 where nobody knows), its picture, and its languages."""


@frozen
class SitemapPlan:
    """A part of the sitemap; all of it stands in the plan."""

    entries: tuple[Entry, ...]
    members: tuple[str, ...] = ()


def plan_sitemap(
    lists: Mapping[str, Sequence[str]],
    published: Iterable[Head],
    traits: Mapping[str, Traits],
    site: Site,
    ordinary: Sequence[tuple[str, int]] = (),
) -> dict[str, SitemapPlan]:
    """Return the parts of the sitemap by their names.

    `lists` are other pages of ours, with the briefings each shows; `ordinary` are Pelican's, with their last change.
    """
    if not absolute(site, ""):
        return {}
    years: dict[int, list[Head]] = {}
    for head in sorted(published, key=lambda h: (h.opens, h.path)):
        years.setdefault(head.year, []).append(head)
    families = _families(published)
    parts = {
        f"sitemap-{year}.xml": [_entry(h, traits, families.get(h.slug, ()), site) for h in heads]
        for year, heads in years.items()
    }
    changed = {path: each.changed for path, each in traits.items()}
    newest = {url: max((changed.get(path, 0) for path in of), default=0) for url, of in lists.items()}
    gathered = [(url, newest[url], "", ()) for url in sorted(newest)]
    others = [(url, changed, "", ()) for url, changed in sorted(ordinary)]
    return dict(_within_bounds(parts | {LISTS: gathered, PAGES: others}))


def render_sitemap(entries: Iterable[Entry], site: Site) -> str:
    """Return one part."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML, "image": IMAGE})  # type: ignore[dict-item]  # the stubs know no default namespace
    for url, changed, picture, languages in entries:
        element = etree.SubElement(root, f"{{{SITEMAP}}}url")
        _add(element, "loc", absolute(site, url))
        if changed:
            _add(element, "lastmod", rfc3339(datetime.fromtimestamp(changed, UTC)))
        for lang, other in languages:
            attributes = {"rel": "alternate", "hreflang": lang, "href": encoded(other)}
            etree.SubElement(element, f"{{{XHTML}}}link", attributes)
        if picture:
            image = etree.SubElement(element, f"{{{IMAGE}}}image")
            etree.SubElement(image, f"{{{IMAGE}}}loc").text = absolute(site, picture)
    return _document(root)


def render_index(names: Iterable[str], site: Site) -> str:
    """Return the file that names the parts; "" where there are none."""
    root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap={None: SITEMAP})  # type: ignore[dict-item]  # as above
    for name in sorted(names):
        _add(etree.SubElement(root, f"{{{SITEMAP}}}sitemap"), "loc", absolute(site, name))
    return _document(root) if len(root) else ""


def _families(published: Iterable[Head]) -> dict[str, list[Head]]:
    found: dict[str, list[Head]] = {}
    for head in published:
        found.setdefault(head.slug, []).append(head)
    return {slug: heads for slug, heads in found.items() if len(heads) > 1}


def _entry(head: Head, traits: Mapping[str, Traits], family: Sequence[Head], site: Site) -> Entry:
    picture = f"{head.url}{CARD}" if CARD in head.beside else ""
    languages = show_hreflang(head, [h for h in family if h is not head], site) if family else ()
    return head.url, traits[head.path].changed, picture, tuple((each.lang, each.href) for each in languages)


def _within_bounds(parts: Mapping[str, Sequence[Entry]]) -> Iterator[tuple[str, SitemapPlan]]:
    for name, entries in parts.items():
        for at in range(0, len(entries), MOST):
            number = f"-{at // MOST + 1}" if at else ""
            yield name.replace(".xml", f"{number}.xml"), SitemapPlan(tuple(entries[at : at + MOST]))


def _add(parent: Any, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{SITEMAP}}}{name}").text = text


def _document(root: Any) -> str:
    return '<?xml version="1.0" encoding="utf-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
