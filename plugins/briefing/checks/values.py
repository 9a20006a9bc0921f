"""Values that are the same wherever they stand: each function returns what is wrong with one, and how to mend it."""

import re

from .texts import short

Fault = tuple[str, str] | None
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
URL = re.compile(r"https?://[^\s<>\"']+|mailto:[^\s<>\"']+", re.IGNORECASE)


def unfit_language(tag: str) -> Fault:
    """Return what is wrong with the tag of a language, and how to mend it; None where nothing is."""
    if not tag or LANG.fullmatch(tag):
        return None
    return f"'{short(tag)}' is not a language", "write a tag such as en or pt-BR"


def unsafe_address(url: str) -> Fault:
    """Return what is wrong with an address, and how to mend it; None where nothing is."""
    if not url or URL.fullmatch(url):
        return None
    return f"'{short(url)}' is not a web address", "an address begins with https://, http:// or mailto:"
