"""When a page is published: a day, or a day and a time, with or without an offset."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from .date_mending import DateError
from .dates import EdtfDate
from .shape import Schema


def parse_moment(value: Any) -> datetime:
    """Read ``2023-05-08`` or ``2023-05-08 14:30`` (ISO 8601, offset allowed); raises DateError for anything else."""
    if isinstance(value, datetime):
        return value
    text = str(value).strip()
    try:
        day, rest = date.fromisoformat(text[:10]), text[10:].strip().removeprefix("T").strip()
        return datetime.combine(day, time.fromisoformat(rest) if rest else time())
    except ValueError:
        EdtfDate.parse(text[:200])  # says what is wrong with the day, in an editor's words
    raise DateError(f"'{text[:40]}' is not a day and time; write 2023-05-08 or 2023-05-08 14:30", "not-a-date")


def in_zone(moment: datetime, zone: tzinfo | None = UTC) -> datetime:
    """Return a moment with its offset: its own, or else that of the zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


@dataclass(frozen=True, slots=True)
class Moment:
    """Marks a datetime field that is written as a day, or a day and a time."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Schema]) -> Schema:
        """Read the text by `parse_moment`."""
        return {"type": "function-plain", "function": {"type": "no-info", "function": parse_moment}}
