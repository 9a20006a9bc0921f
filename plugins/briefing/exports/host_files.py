"""The small files that hosts, browsers and search engines look for at the root of a site: one line a file.

A file of that name which the site has already takes the place of ours.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from ..frozen import frozen
from ..view.head import Head
from ..view.site import PROMISE, Site, direction
from ..view.wording import wording_of
from . import redirects, security_headers, sitemap
from .addresses import absolute, encoded

PAPER = "#fcfcfa"
ICONS = (
    {"src": "theme/icon.svg", "type": "image/svg+xml", "sizes": "any"},
    {"src": "theme/icon-192.png", "type": "image/png", "sizes": "192x192"},
    {"src": "theme/icon-512.png", "type": "image/png", "sizes": "512x512"},
    {"src": "theme/icon-512.png", "type": "image/png", "sizes": "512x512", "purpose": "maskable"},
)


@frozen
class TextPlan:
    """A small file whose whole text stands in its plan."""

    text: str
    members: tuple[str, ...] = ()


@frozen
class Hosted:
    """What these files speak of."""

    site: Site
    shown: Sequence[Head] = ()
    """The briefings that have a page."""
    sitemaps: Sequence[str] = ()
    """The parts of the sitemap."""
    day: int = 1
    """The day of the build, as `datetime.date.toordinal` counts."""


def plan_host_files(hosted: Hosted) -> dict[str, TextPlan]:
    """Return each file by its name; one that has nothing to say is not there."""
    rendered = {name: render(hosted) for name, render in FILES.items()}
    return {name: TextPlan(text) for name, text in rendered.items() if text or name == NO_JEKYLL}


def render_robots(hosted: Hosted) -> str:
    """Return what search engines are asked (RFC 9309): to read everything but drafts, and where the sitemap is."""
    where = [f"Sitemap: {absolute(hosted.site, sitemap.NAME)}"] if hosted.sitemaps else []
    return "\n".join(["User-agent: *", "Disallow: /drafts/", "Disallow: /*/drafts/", "", *where, *[""] * bool(where)])


def render_security(hosted: Hosted) -> str:
    """Return whom to tell of a flaw (RFC 9116); it counts until eleven months after the month of the build."""
    if not hosted.site.contact:
        return ""
    today = date.fromordinal(hosted.day)
    months = today.year * 12 + today.month + 10
    own = absolute(hosted.site, SECURITY)
    lines = (
        f"Contact: {encoded(hosted.site.contact)}",
        f"Expires: {months // 12:04}-{months % 12 + 1:02}-01T00:00:00Z",
        f"Preferred-Languages: {hosted.site.lang}",
        f"Canonical: {own}" if own else "",
    )
    return "\n".join((*filter(None, lines), ""))


def render_manifest(hosted: Hosted) -> str:
    """Return what a browser shows of a site that is put on a home screen (W3C Web Application Manifest)."""
    site = hosted.site
    manifest = {
        "name": site.name,
        "description": wording_of(site.lang).gettext(PROMISE),
        "lang": site.lang,
        "dir": direction(site.lang),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": ICONS,
    }
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


NO_JEKYLL = ".nojekyll"
"""Empty: GitHub Pages serves the files as they are."""
SECURITY = ".well-known/security.txt"
FILES: Mapping[str, Callable[[Hosted], str]] = {
    security_headers.NAME: lambda _: security_headers.render_headers(),
    redirects.NAME: lambda hosted: redirects.render_redirects(hosted.shown, hosted.site),
    sitemap.NAME: lambda hosted: sitemap.render_index(hosted.sitemaps, hosted.site),
    "robots.txt": render_robots,
    "manifest.webmanifest": render_manifest,
    SECURITY: render_security,
    NO_JEKYLL: lambda _: "",
}
"""Every file by its name, and what it says."""
