"""iCalendar (RFC 5545): the dates ahead, for the reader's own calendar.

Days are written as days, so that no time zone moves them, and mark nobody as busy. A calendar must hold something:
of no entries there is none. Without a site's address entries have no ``URL``.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from ..view.site import Site
from .addresses import absolute
from .calendar_entries import CalendarEntry
from .characters import clean, language, one_line

PRODUCT = "-//Briefing//Briefings on Pelican//EN"
OCTETS = 75
ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def render_calendar(title: str, entries: Sequence[CalendarEntry], site: Site) -> str:
    """Return the calendar of the entries, soonest first; "" where there is none."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"NAME:{_text(one_line(title))}",
        f"X-WR-CALNAME:{_text(one_line(title))}",
        *(line for entry in soonest(entries) for line in _event(entry, site)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold(line)}\r\n" for line in lines) if entries else ""


def soonest(entries: Iterable[CalendarEntry]) -> list[CalendarEntry]:
    """Return the entries in the order of their dates; those of one day in the order of their ids."""
    return sorted(entries, key=lambda entry: (f"{entry.starts:%Y%m%d}".zfill(8), entry.uid))


def fold(line: str) -> str:
    """Return a line cut so that none is longer than 75 octets of UTF-8 and no character is cut in two."""
    if line.isascii():
        return "\r\n ".join((line[:OCTETS], *(line[i : i + OCTETS - 1] for i in range(OCTETS, len(line), OCTETS - 1))))
    pieces, size = [""], 0
    for letter in line:
        width = len(letter.encode())
        if size + width > OCTETS:
            pieces.append("")
            size = 1  # the blank that marks a continued line
        pieces[-1] += letter
        size += width
    return "\r\n ".join(pieces)


def _event(entry: CalendarEntry, site: Site) -> Iterator[str]:
    lang = f";LANGUAGE={entry.lang}" if language(entry.lang) else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{_moment(entry.stamp)}"
    yield f"LAST-MODIFIED:{_moment(entry.stamp)}"
    yield from _dates(entry)
    yield f"SUMMARY{lang}:{_text(entry.summary)}"
    yield f"DESCRIPTION{lang}:{_text(entry.description)}"
    if entry.location:
        yield f"LOCATION{lang}:{_text(entry.location)}"
    if url := absolute(site, entry.url):
        yield f"URL:{url}"
    yield f"STATUS:{entry.status}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _dates(entry: CalendarEntry) -> Iterator[str]:
    if isinstance(entry.starts, datetime):
        yield f"DTSTART:{_moment(entry.starts)}"
    elif entry.ends:
        yield f"DTSTART;VALUE=DATE:{entry.starts.isoformat().replace('-', '')}"
        yield f"DTEND;VALUE=DATE:{entry.ends.isoformat().replace('-', '')}"


def _moment(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds").replace("-", "").replace(":", "") + "Z"


def _text(text: str) -> str:
    return clean(text).translate(ESCAPES)
