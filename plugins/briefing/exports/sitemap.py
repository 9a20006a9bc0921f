"""The sitemap: every address that search engines may list, and when what stands there last changed.

``sitemap.xml`` names the parts: the briefings of each year, so that a year that is over keeps its file; the pages
that gather them; and Pelican's own. A part has at most 50,000 addresses (sitemaps.org, protocol 0.9). Languages are
said as Google reads them (``xhtml:link``), pictures too (``image:image``). A sitemap needs whole addresses, so there
is none without the site's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from ..frozen import frozen
from ..view.head import Head
from ..view.site import CARD, Site
from ..view.translations import show_hreflang
from .addresses import absolute, encoded
from .characters import html, xml
from .published import rfc3339
from .shared import Traits

NAME = "sitemap.xml"
PAGES = "sitemap-pages.xml"
LISTS = "sitemap-lists.xml"
MOST = 50_000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
XML = '<?xml version="1.0" encoding="utf-8"?>\n'
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
    urls = "".join(f"<url>{_url(*entry, site)}</url>" for entry in entries)
    return f'{XML}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}" xmlns:image="{IMAGE}">{urls}</urlset>\n'


def render_index(names: Iterable[str], site: Site) -> str:
    """Return the file that names the parts; "" where there are none."""
    parts = "".join(f"<sitemap>{_loc(absolute(site, name))}</sitemap>" for name in sorted(names))
    return f'{XML}<sitemapindex xmlns="{SITEMAP}">{parts}</sitemapindex>\n' if parts else ""


def _url(url: str, changed: int, picture: str, languages: Iterable[tuple[str, str]], site: Site) -> str:
    last = f"<lastmod>{rfc3339(datetime.fromtimestamp(changed, UTC))}</lastmod>" if changed else ""
    others = (
        f'<xhtml:link rel="alternate" hreflang="{html(lang)}" href="{html(encoded(other))}"/>'
        for lang, other in languages
    )
    image = f"<image:image><image:loc>{xml(absolute(site, picture))}</image:loc></image:image>" if picture else ""
    return "".join((_loc(absolute(site, url)), last, *others, image))


def _loc(address: str) -> str:
    return f"<loc>{xml(address)}</loc>"


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
