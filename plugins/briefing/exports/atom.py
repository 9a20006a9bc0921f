"""Atom 1.0 (RFC 4287): a feed with the full text of its entries.

Without a site's address the links are relative to the feed (which RFC 4287 allows) and there is no ``rel="self"``.
"""

from collections.abc import Iterable, Sequence

from ..frozen import frozen
from ..view.site import Site
from .addresses import absolute, encoded, permanent_id
from .characters import html, language, one_line, xml
from .entry_text import EntryText
from .feed_entries import MOST, FeedEntry
from .published import rfc3339

NAMESPACE = "http://www.w3.org/2005/Atom"


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


def render_atom(feed: Feed, entries: Sequence[EntryText], site: Site) -> str:
    """Return the feed of the entries in the order given; "" where there is none, as its date is the newest's."""
    if not entries:
        return ""
    up = "../" * feed.url.count("/")
    itself = absolute(site, feed.url)
    parts = (
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<feed xmlns="{NAMESPACE}"{_lang(feed.lang or site.lang)}>',
        f"<id>urn:uuid:{permanent_id(site, feed.url)}</id>",
        f"<title>{xml(one_line(feed.title))}</title>",
        f"<updated>{rfc3339(max(entry.updated for entry in entries))}</updated>",
        _link("alternate", "text/html", absolute(site, feed.page) or encoded(up + feed.page) or "./"),
        _link("self", "application/atom+xml", itself) if itself else "",
        _authors([one_line(site.name) or "Briefings"]),
        *(up.join(entry.pieces) for entry in entries),
        "</feed>\n",
    )
    return "".join(parts)


def atom_entry(entry: FeedEntry, site: Site) -> EntryText:
    """Return an entry as Atom has it; where the site has no address, its links are completed by each feed."""
    address = absolute(site, entry.url) or encoded(entry.url)
    facts = (
        f"<id>urn:uuid:{entry.id}</id>",
        f"<title>{xml(entry.title)}</title>",
        f"<published>{rfc3339(entry.published)}</published>",
        f"<updated>{rfc3339(entry.updated)}</updated>",
    )
    told = (
        _authors(entry.authors),
        *(f'<category term="{html(term)}"/>' for term in entry.terms),
        f"<summary>{xml(entry.summary)}</summary>",
        f'<content type="html">{xml(entry.html)}</content>',
    )
    base = html(address.partition("#")[0])
    pieces = (
        '<entry xml:base="',
        f'{base}"{_lang(entry.lang)}>{"".join(facts)}<link rel="alternate" type="text/html" href="',
        f'{html(address)}"/>{"".join(told)}</entry>',
    )
    return EntryText(entry.id, entry.published, entry.updated, ("".join(pieces),) if absolute(site, "") else pieces)


def _link(rel: str, type: str, href: str) -> str:
    return f'<link rel="{rel}" type="{type}" href="{html(href)}"/>'


def _authors(names: Iterable[str]) -> str:
    return "".join(f"<author><name>{xml(name)}</name></author>" for name in names)


def _lang(tag: str) -> str:
    return f' xml:lang="{tag}"' if language(tag) else ""
