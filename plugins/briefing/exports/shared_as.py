"""What other sites show of a link to a page: OpenGraph (ogp.me), which Twitter's cards fall back to.

Addresses must be whole here, so without the site's own there is neither ``og:url`` nor a picture.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from babel.core import get_global

from ..view.site import CARD, Site
from ..view.values import SharedAs
from .addresses import absolute
from .characters import language, one_line
from .published import Published, rfc3339

if TYPE_CHECKING:  # a site without ordinary texts does without
    from .json_ld import OrdinaryText

TYPE = "og:type"
ICON = "theme/icon-512.png"
CARD_SIZE = (1200, 630)


def share_page(title: str, description: str, url: str, lang: str, site: Site) -> tuple[SharedAs, ...]:
    """Return the lines of a page of the site."""
    icon = absolute(site, ICON)
    return (
        *_common(title, description, absolute(site, url), lang, site),
        SharedAs(TYPE, "website"),
        *([SharedAs("og:image", icon)] if icon else []),
        SharedAs("twitter:card", "summary"),
    )


def share_briefing(published: Published, *, has_card: bool) -> tuple[SharedAs, ...]:
    """Return the lines of a briefing, which names its card where it has one."""
    view, site = published.view, published.site
    card = absolute(site, view.url + CARD) if has_card else ""
    icon = absolute(site, ICON)
    return (
        *_common(view.title, view.summary, published.address, view.lang, site),
        SharedAs(TYPE, "article"),
        *_article(published),
        *(_card(card, view.title) if card else [SharedAs("og:image", icon)] if icon else []),
        SharedAs("twitter:card", "summary_large_image" if card else "summary"),
    )


def share_text(text: "OrdinaryText", description: str, site: Site) -> tuple[SharedAs, ...]:
    """Return the lines of an ordinary article, page or list of Pelican's."""
    if text.type != "Article":
        return share_page(text.title, description, text.url, text.lang, site)
    others = (line for line in share_page(text.title, description, text.url, text.lang, site) if line.property != TYPE)
    times = (("published_time", text.published), ("modified_time", text.modified))
    said = (SharedAs(f"article:{name}", moment) for name, moment in times if moment)
    return (*others, SharedAs(TYPE, "article"), *said)


def _common(title: str, description: str, address: str, lang: str, site: Site) -> Iterator[SharedAs]:
    lines = (
        ("og:title", one_line(title)),
        ("og:description", one_line(description)),
        ("og:url", address),
        ("og:site_name", one_line(site.name)),
        ("og:locale", _locale(lang)),
    )
    yield from (SharedAs(name, content) for name, content in lines if content)


def _article(published: Published) -> Iterator[SharedAs]:
    b = published.briefing
    yield SharedAs("article:published_time", rfc3339(published.published))
    if published.modified != published.published:
        yield SharedAs("article:modified_time", rfc3339(published.modified))
    yield from (SharedAs("article:section", name) for name in (one_line(b.category),) if name)
    yield from (SharedAs("article:tag", name) for name in map(one_line, b.tags) if name)


def _card(address: str, title: str) -> Iterator[SharedAs]:
    width, height = CARD_SIZE
    yield SharedAs("og:image", address)
    yield SharedAs("og:image:type", "image/png")
    yield SharedAs("og:image:width", str(width))
    yield SharedAs("og:image:height", str(height))
    yield SharedAs("og:image:alt", one_line(title))


def _locale(tag: str) -> str:
    """Return a language with the country most of its readers live in, as OpenGraph wants it: ``ja_JP``."""
    plain = language(tag).replace("-", "_")
    parts = str(get_global("likely_subtags").get(plain, plain)).split("_")
    return f"{parts[0]}_{parts[-1]}" if len(parts) > 1 else ""
