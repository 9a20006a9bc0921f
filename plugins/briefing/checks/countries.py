"""Countries: ISO 3166-1 alpha-2, as Unicode's CLDR knows them."""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale, get_global

from ..parsing.likeness import near
from .texts import short
from .values import Fault

NOWHERE = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})
"""Codes of Unicode's own, which are no country's."""


def unknown_country(code: str) -> Fault:
    """Return what is wrong with the code of a country, and how to mend it; None where nothing is."""
    if not code or code in _names():
        return None
    meant = _meant(code)
    message = f"'{short(code)}' is no country's code" + (f"; did you mean '{meant}'?" if meant else "")
    return message, "write the two capital letters of ISO 3166-1, as in country: JP"


@cache
def _names() -> Mapping[str, str]:
    """Return the English name of each country by its code."""
    return {
        code: name
        for code, name in Locale("en").territories.items()
        if len(code) == len("JP") and code.isalpha() and code not in NOWHERE
    }


def _meant(text: str) -> str:
    """Return the code that was probably meant, given in small letters, as a name, or by an older or a longer code."""
    names, written = _names(), text.strip().upper()
    if written in names:
        return written
    aliases = get_global("territory_aliases").get(written, ())
    if aliases:
        return str(aliases[0]) if aliases[0] in names else ""
    codes = {name.lower(): code for code, name in names.items()}
    return codes.get(near(text, codes), "")
