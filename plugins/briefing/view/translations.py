"""A briefing in other languages: links for readers and, as ``hreflang`` has them, for search engines."""

from collections.abc import Sequence
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from .head import Head
from .site import Site, direction
from .values import HreflangView, TranslationView


def show_translations(twins: Sequence[Head]) -> tuple[TranslationView, ...]:
    """Return the translations of a briefing by the names their readers call their languages."""
    shown = (TranslationView(language_name(t.lang), t.url, t.lang, direction(t.lang), t.title) for t in twins)
    return tuple(sorted(shown, key=lambda t: t.lang))


def show_hreflang(head: Head, twins: Sequence[Head], site: Site) -> tuple[HreflangView, ...]:
    """Return every language of a briefing, its own too, and ``x-default``: the site's, or else the original.

    Each page of a family says the same of all. Addresses are absolute where the site has one.
    """
    if not twins or head.status != "published":
        return ()
    family = sorted((head, *twins), key=lambda h: h.lang)
    default = min(family, key=lambda h: (h.lang != site.lang, h.is_translation, h.lang))
    root = site.url or site.root(head.url)
    return tuple(
        HreflangView(lang, f"{root}/{h.url}") for lang, h in (*((h.lang, h) for h in family), ("x-default", default))
    )


@lru_cache(maxsize=64)
def language_name(tag: str) -> str:
    """Return what a language calls itself, with a capital letter where it has one; the tag where nobody knows."""
    try:
        name = Locale.parse(tag, sep="-").display_name or tag
    except (ValueError, UnknownLocaleError):
        return tag
    return name[:1].upper() + name[1:]
