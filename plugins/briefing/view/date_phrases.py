"""What is said around a date, where CLDR has no words for it: messages of the catalogues."""

from collections.abc import Mapping

from .wording import Contextual, in_context, translatable


def _phrases(*each: Contextual) -> Mapping[str, Contextual]:
    return {kind: phrase for phrase in each for kind in _KINDS[phrase[0]]}


_KINDS = {
    "day": ("time", "day"),
    "month": ("month",),
    "year": ("year",),
    "longer": ("season", "decade", "century"),
}
"""The contexts of the phrases below: many languages put another preposition before a day than before a year."""
PHRASES: Mapping[str, Mapping[str, Contextual]] = {
    "about": _phrases(
        in_context("day", "about %(date)s"),
        in_context("month", "about %(date)s"),
        in_context("year", "about %(date)s"),
        in_context("longer", "about %(date)s"),
    ),
    "perhaps": _phrases(
        in_context("day", "perhaps %(date)s"),
        in_context("month", "perhaps %(date)s"),
        in_context("year", "perhaps %(date)s"),
        in_context("longer", "perhaps %(date)s"),
    ),
    "perhaps about": _phrases(
        in_context("day", "perhaps about %(date)s"),
        in_context("month", "perhaps about %(date)s"),
        in_context("year", "perhaps about %(date)s"),
        in_context("longer", "perhaps about %(date)s"),
    ),
    "since": _phrases(
        in_context("day", "since %(date)s"),
        in_context("month", "since %(date)s"),
        in_context("year", "since %(date)s"),
        in_context("longer", "since %(date)s"),
    ),
    "from": _phrases(
        in_context("day", "from %(date)s"),
        in_context("month", "from %(date)s"),
        in_context("year", "from %(date)s"),
        in_context("longer", "from %(date)s"),
    ),
    "until": _phrases(
        in_context("day", "until %(date)s"),
        in_context("month", "until %(date)s"),
        in_context("year", "until %(date)s"),
        in_context("longer", "until %(date)s"),
    ),
}
SEASONS: Mapping[int, str] = {
    21: translatable("spring %(year)s"),
    22: translatable("summer %(year)s"),
    23: translatable("autumn %(year)s"),
    24: translatable("winter %(year)s"),
}
QUALIFIERS: Mapping[str, str] = {
    "resolved": translatable("worked out from the source’s date"),
    "inferred day": translatable("day inferred"),
    "inferred year": translatable("year inferred"),
    "inferred date": translatable("date inferred"),
    "inferred start": translatable("start inferred"),
    "inferred end": translatable("end inferred"),
    "no start": translatable("start not given"),
    "no end": translatable("end not given"),
    "no day": translatable("day not given"),
    "year only": translatable("year only"),
}
