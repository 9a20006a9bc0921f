"""When a page is published: a day, or a day and a time, with or without an offset."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from .date_mending import DateError
from .dates import EdtfDate
from .shape import Schema

WRITTEN = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ]\s*(?P<clock>\d.*))?", re.ASCII)


def parse_moment(value: Any) -> datetime:
    """Read ``2023-05-08`` or ``2023-05-08 14:30`` (ISO 8601, offset allowed); raises DateError for anything else."""
    if isinstance(value, datetime):
        return value
    text = str(value).strip()[:200]
    match = WRITTEN.fullmatch(text)
    if not match or EdtfDate.parse(match["day"]).precision != "day":
        EdtfDate.parse(text)  # says what is wrong with it, in an editor's words
        raise DateError(f"'{text[:40]}' is not a day; write 2023-05-08 or 2023-05-08 14:30")
    try:
        return datetime.combine(date.fromisoformat(match["day"]), time.fromisoformat(match["clock"] or "00:00"))
    except ValueError:
        raise DateError(f"there is no time '{match['clock']}'; hours run from 00:00 to 23:59") from None


def in_zone(moment: datetime, zone: tzinfo | None = UTC) -> datetime:
    """Return a moment with its offset: its own, or else that of the zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


@dataclass(frozen=True, slots=True)
class Moment:
    """Marks a datetime field that is written as a day, or a day and a time."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """Read the text by `parse_moment`."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": parse_moment}}
