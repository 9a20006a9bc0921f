"""Dates of the model as a reader sees them."""

from datetime import datetime
from functools import lru_cache

from ..frozen import replace
from ..model.dates import EdtfDate
from ..model.timeline import DateBasis
from .date_words import date_qualifiers, date_words
from .values import DateView


@lru_cache(maxsize=4096)  # a briefing shows each of its dates several times, and others show the same
def show_date(date: EdtfDate, basis: DateBasis = "stated", locale: str = "en") -> DateView:
    """Return a date in words, with what is uncertain about it."""
    return DateView(date_words(date, locale, basis), date.iso or "", date_qualifiers(date, basis, locale))


def show_listed_date(date: EdtfDate, basis: DateBasis = "stated", locale: str = "en") -> DateView:
    """Return a date as a list of many briefings shows it: beside it only a doubt, for all else its briefing says."""
    shown = show_date(date, basis, locale)
    return shown if basis == "inferred" else replace(shown, qualifiers=())


def show_moment(moment: datetime, locale: str = "en") -> DateView:
    """Return the day of a publication in words; its time of day, where given, is for machines."""
    words = date_words(EdtfDate.parse(moment.date().isoformat()), locale)
    has_time = moment.hour or moment.minute or moment.second
    return DateView(words, moment.isoformat() if has_time else moment.date().isoformat())
