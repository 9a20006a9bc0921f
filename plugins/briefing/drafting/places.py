"""Names of countries, regions and cities, so that none is taken for a person: from CLDR, by way of Babel."""

from functools import cache

from babel import Locale
from babel.core import get_global

from ..evidence.word_list import listed

_COMPASS = frozenset(["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "New"])
_SEATS = listed(
    """
    White_House Wall_Street Capitol_Hill Silicon_Valley Downing_Street Kremlin Pentagon Hollywood West_Bank Gaza_Strip
    """
)
"""Places by whose names those who sit there go; of our own making."""
_EVERYDAY = listed(
    """
    U.S. U.K. U.N. E.U. USA Britain England Scotland Wales Northern_Ireland Holland America Middle_East Soviet_Union
    """
)
"""Everyday English forms of names that CLDR has in full; of our own making."""


@cache
def load_places() -> frozenset[str]:
    """Names of territories and regions, and the cities that stand for time zones, in lower case (Unicode CLDR)."""
    english = Locale.parse("en")
    named = {str(name) for name in english.territories.values()}
    cities = {zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    cities |= {entry["city"] for entry in english.time_zones.values() if "city" in entry}
    bare = {name.partition(" ")[2] for name in named if name.partition(" ")[0] in _COMPASS}
    codes = {code for code in english.territories if code in ("US", "GB", "UN", "EU", "UK")}
    own = {name.replace("_", " ") for name in _SEATS | _EVERYDAY}
    return frozenset(name.lower() for name in named | cities | bare | codes | own | _COMPASS)
