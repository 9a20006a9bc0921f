"""Names of countries, cities and languages, so that none is taken for a person: from CLDR, by way of Babel."""

from functools import cache

from babel import Locale
from babel.core import get_global


@cache
def load_places() -> frozenset[str]:
    """Names of territories, and of the cities that stand for time zones, in English, in lower case (Unicode CLDR)."""
    english = Locale.parse("en")
    names = {str(name) for code, name in english.territories.items() if code.isalpha()}
    cities = {zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")}
    named = {entry["city"] for entry in english.time_zones.values() if "city" in entry}
    return frozenset(name.lower() for name in names | cities | named | set(_SHORT))


_SHORT = (
    "U.S.", "US", "USA", "U.K.", "UK", "U.N.", "UN", "EU", "E.U.", "America", "Britain", "England", "Scotland", "Wales",
    "Korea",
    "Northern Ireland", "Holland", "Europe", "Asia", "Africa", "West", "East", "North", "South", "Middle East",
    "Soviet Union", "West Bank", "Gaza", "Gaza Strip", "Washington", "Beijing", "Pyongyang", "New Delhi", "White House",
    "Wall Street", "Capitol Hill", "Silicon Valley", "Hollywood", "Downing Street", "Kremlin", "Pentagon",
    "New Hampshire", "New Jersey", "New Mexico", "North Carolina", "South Carolina", "North Dakota", "South Dakota",
    "West Virginia", "Rhode Island", "New England", "New Orleans", "Las Vegas", "San Francisco", "San Diego",
    "St. Louis",
)  # fmt: skip
"""Everyday names that CLDR has in another form, or not at all."""
