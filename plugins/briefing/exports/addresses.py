"""Addresses that lead somewhere and run nothing: http, https and mailto, and the site's own."""

import re
from html import escape, unescape
from urllib.parse import quote, urljoin
from uuid import NAMESPACE_URL, uuid5

from ..view.later import is_later
from ..view.site import Site
from .characters import clean, whole

WEB = re.compile(r"(?:https?://[^\s/?#\\]|mailto:[^\s?#])\S*", re.IGNORECASE)
SAFE = "/?#=&+:,;@~!$'()*%"
STANDS = r"[A-Za-z0-9/?=&+:,;@~!$'()*_.-]*"
ENCODED = re.compile(f"{STANDS}(?:#{STANDS})?")
LOOSE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
TAG = re.compile(r'<[a-z][a-z0-9]*(?:\s[a-z-]+="[^"]*")+\s*/?>')
LINK = re.compile(r'\s(href|src|cite)="([^"]*)"')


def web_address(url: str) -> str:
    """Return an address as a URI of RFC 3986 in ASCII; "" for any scheme but http, https and mailto."""
    plain = clean(url).strip()
    return encoded(plain) if WEB.fullmatch(plain) else ""


def absolute(site: Site, url: str) -> str:
    """Return the absolute address of a page or file of the site; "" where the site has no address yet."""
    return encoded(f"{site.url}/{clean(url)}") if web_address(site.url) else ""


def rebased(markup: str, base: str) -> str:
    """Return sanitised HTML whose links lead from anywhere; those within the site are dropped without a base.

    A hole is left to be filled with such a link.
    """

    def link(found: re.Match[str]) -> str:
        leads = _joined(base, unescape(found[2]))
        return f' {found[1]}="{escape(leads)}"' if leads else ""

    return TAG.sub(lambda tag: LINK.sub(link, tag[0]), markup)


def _joined(base: str, url: str) -> str:
    if WEB.match(url):
        return url
    if url.startswith("#"):  # most links of a page, and the way over urljoin is long
        return base + url if base else ""
    if is_later(url):
        return url if base else ""
    try:
        return urljoin(base, url) if base else ""
    except ValueError:  # brackets that are no address of IPv6
        return ""


def permanent_id(site: Site, *parts: str) -> str:
    """Return an id (RFC 9562, UUID version 5) that stays the same as long as the site and the parts do.

    It is made from the site's address without its scheme, so that a move to https changes none; of a site without
    an address, from its name.
    """
    home = site.url.partition("://")[2] or site.name
    return str(uuid5(NAMESPACE_URL, clean("\n".join((home, *parts)))))


def encoded(url: str) -> str:
    """Return an address with everything percent-encoded that RFC 3986 does not let stand."""
    if ENCODED.fullmatch(url):
        return url
    head, mark, fragment = LOOSE_PERCENT.sub("%25", whole(url)).partition("#")
    return quote(head, SAFE) + mark + quote(fragment.replace("#", "%23"), SAFE)
