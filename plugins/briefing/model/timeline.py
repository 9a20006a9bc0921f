"""When it happened."""

from typing import Annotated, Literal

from .dates import EdtfDate
from .shape import Between, record
from .source import Passages

DateBasis = Literal["stated", "resolved", "inferred"]
EventStatus = Literal["occurred", "ongoing", "scheduled", "called_for", "cancelled"]


@record
class TimelineEvent:
    """One event with its date in EDTF level 1 (ISO 8601-2; schema.org Event)."""

    date: EdtfDate
    """When, as precisely as is known and no more."""
    title: str
    """What happened, in a headline's length."""
    text: str = ""
    """A sentence more."""
    as_written: str = ""
    """The date as the source writes it."""
    date_basis: DateBasis = "stated"
    """stated by the source; resolved from the source's own date; or inferred by the editor."""
    status: EventStatus = "occurred"
    """occurred, ongoing, scheduled, called_for or cancelled."""
    importance: Annotated[int, Between(1, 3)] = 2
    """1 always shows; 2 and 3 show as one light line."""
    location: str = ""
    """Where."""
    actors: tuple[str, ...] = ()
    """The ids of those who took part."""
    passage: Passages = ()
    """The source's words for it."""
