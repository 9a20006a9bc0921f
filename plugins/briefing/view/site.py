"""What the view knows of the site: its settings as values, the addresses of its pages."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING

from ..frozen import frozen
from .allowed_html import Additions
from .text import Direction, LinkView
from .wording import is_rtl, translatable, wording_of

if TYPE_CHECKING:  # an unchanged site does without the rest of the view
    from ..parsing.resolve import Resolved
    from .values import SiteView

Convert = Callable[[str], str]
"""From Markdown to HTML."""
PROMISE = translatable(
    "Every quotation on this site is checked, letter for letter, against a saved copy of its source."
)


def python_markdown(text: str) -> str:
    """Convert Markdown by Python-Markdown."""
    from .markup import markdown_to_html

    return markdown_to_html(text)


def cmark(text: str) -> str:
    """Convert Markdown by comrak, with the extra ``fast``."""
    from .markup import cmark_to_html

    return cmark_to_html(text)


CONVERTERS: Mapping[str, tuple[Convert, str]] = {"markdown": (python_markdown, "markdown"), "cmark": (cmark, "comrak")}
"""What converts Markdown, by the name that settings have for it, and the library that does it."""


@frozen
class Site:
    """The settings a page depends on, all of them: two equal sites make equal pages."""

    name: str = "Briefings"
    url: str = ""
    """Without a trailing slash; "" where it is not known yet."""
    lang: str = "en"
    relative_urls: bool = True
    pages: tuple[LinkView, ...] = ()
    """Ordinary pages for the navigation."""
    convert: Convert = python_markdown
    cards: bool = False
    """Whether each briefing has a card, a picture that other sites show of it."""
    search: bool = False
    """Whether there is a page to search from."""
    contact: str = ""
    """Where to report a flaw of the site: an address of mail, or of a page."""
    about: tuple[tuple[str, str], ...] = ()
    """What the page about the site says: the name of each section and its Markdown."""
    html: Additions = ()
    """What the HTML of texts may have, beside what every text may."""
    file_links: bool = False
    """Whether links lead to files, because the site is read from a disk."""

    @property
    def key(self) -> str:
        """All that pages depend on, in one line; what converts Markdown counts by its name."""
        values = (getattr(self, field.name) for field in fields(self))
        return repr([value.__qualname__ if callable(value) else value for value in values])

    def root(self, url: str) -> str:
        """Return what leads from a page to the site's root, without a trailing slash."""
        if not self.relative_urls:
            return self.url
        ups = url.rstrip("/").count("/") + url.endswith("/") if url.strip("/") else 0
        return "/".join([".."] * ups) or "."

    def foreign(self, lang: str) -> str:
        """Return a language where it is not the site's own, which goes without saying; else ""."""
        return lang if lang != self.lang else ""

    def view(self, lang: str = "") -> "SiteView":
        """Return what every page in a language, by default the site's, says of the site."""
        from .values import SiteView

        wording = wording_of(lang or self.lang)
        search = ((translatable("Search"), search_url(lang or self.lang, self)),) if self.search else ()
        written = self.lang if lang and lang != self.lang else ""
        pages = (LinkView(each.text, each.url, written) for each in self.pages)
        nav = (*(LinkView(wording.gettext(text), url) for text, url in (*NAVIGATION, *search)), *pages)
        about = ((translatable("About"), ABOUT_URL),) if self.about else ()
        foot = tuple(LinkView(wording.gettext(text), url) for text, url in (*about, *FOOT))
        return SiteView(self.name, self.lang, direction(self.lang), nav, wording.gettext(PROMISE), foot)


BRIEFINGS_URL = "briefings/"
TIMELINE_URL = "timeline/"
ACTORS_URL = "actors/"
CORRECTIONS_URL = "corrections/"
DATA_URL = "data/"
ABOUT_URL = "about/"
SEARCH_URL = "search/"
ABOUT: Mapping[str, str] = {
    "who": translatable("Who we are"),
    "how": translatable("How we work"),
    "corrections": translatable("When we are wrong"),
    "funding": translatable("Who pays for it"),
    "contact": translatable("How to reach us"),
}
"""The sections a page about the site may have, in their order, and their headings."""
CARD = "card.png"
"""The card of a briefing, beside its page."""
NAVIGATION = (
    (translatable("All briefings"), BRIEFINGS_URL),
    (translatable("Timeline"), TIMELINE_URL),
    (translatable("Actors"), ACTORS_URL),
)
FOOT = ((translatable("Corrections"), CORRECTIONS_URL), (translatable("Data"), DATA_URL))


def search_url(lang: str, site: Site) -> str:
    """Return the address of the page to search from in a language."""
    return SEARCH_URL if lang == site.lang else f"{lang.lower()}/{SEARCH_URL}"


def direction(lang: str) -> Direction:
    """Return the writing direction of a language."""
    return "rtl" if is_rtl(lang) else "ltr"


def briefing_url(resolved: "Resolved", default_lang: str) -> str:
    """Return the address of a briefing: ``briefings/SLUG/``, under its language where that is not the site's."""
    b = resolved.briefing
    lang = f"{b.lang.lower()}/" if b.lang and b.lang != default_lang else ""
    folder = "drafts/" if b.status == "draft" else ""
    return f"{lang}{folder}{BRIEFINGS_URL}{resolved.manuscript.slug}/"


LONGEST_CATEGORY = 100  # characters of its address


@lru_cache(maxsize=4096)  # a list of ten thousand briefings asks for each of theirs
def tag_url(name: str) -> str:
    """Return the address of a tag's page."""
    return f"tag/{_slug(name)}/"


@lru_cache(maxsize=4096)
def category_url(name: str) -> str:
    """Return the address of a category's page."""
    return f"category/{_slug(name)}/"


def _slug(name: str) -> str:
    from .markup import slug_of

    return slug_of(name, LONGEST_CATEGORY) or "other"
