"""Values that are the same wherever they stand: each function returns what is wrong with one, and how to mend it."""

import re

from babel.core import Locale

from .texts import short

Fault = tuple[str, str] | None
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LONGEST_TAG = 3
URL = re.compile(r"https?://[^\s<>\"']+|mailto:[^\s<>\"']+", re.IGNORECASE)


def unfit_language(tag: str) -> Fault:
    """Return what is wrong with the tag of a language, and how to mend it; None where nothing is."""
    if not tag or LANG.fullmatch(tag):
        return None
    meant = _tag_meant(tag)
    return (
        f"'{short(tag)}' is not a language",
        f"write its tag: {meant}" if meant else "write a tag such as en or pt-BR",
    )


def _tag_meant(words: str) -> str:
    """Return the tag of a language that is given by its name, or with other capitals or signs; "" where none is."""
    first, *rest = words.strip().replace("_", "-").split("-")
    spelt = "-".join((first.lower(), *rest))
    if LANG.fullmatch(spelt) and len(first) <= LONGEST_TAG:
        return spelt
    named = Locale("en").languages.items()
    return next((tag.replace("_", "-") for tag, name in named if name.lower() == words.strip().lower()), "")


def unsafe_address(url: str) -> Fault:
    """Return what is wrong with an address, and how to mend it; None where nothing is."""
    if not url or URL.fullmatch(url):
        return None
    return f"'{short(url)}' is not a web address", "an address begins with https://, http:// or mailto:"
