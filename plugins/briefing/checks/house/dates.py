"""Whether a briefing's dates fit together; what depends on the day of the build is looked at there."""

from collections.abc import Iterator

from ...model.timeline import TimelineEvent
from .copy import Copy, Remark
from .written_days import WrittenDay, reckons, written_days

HAPPENED = ("occurred", "ongoing")
DATES = ("as_of", "modified", "date")
"""The fields that say how far the facts go; of one that cannot be read nothing follows."""


def events_end_where_facts_do(copy: Copy) -> Iterator[Remark]:
    """What lies behind the day up to which the facts hold cannot have happened yet."""
    b = copy.briefing
    as_of, end = b.holds_until, b.holds_until.end
    if end is None or not all(map(copy.is_whole, DATES)):
        return
    for i, event in enumerate(b.timeline):
        if event.status in HAPPENED and event.date.start is not None and event.date.start > end:
            message = f"this is told as {event.status}, and lies after {as_of}, up to which the facts hold"
            yield ("timeline", i, "date"), message, "write status: scheduled, or a later as_of"


def dates_are_those_of_passages(copy: Copy) -> Iterator[Remark]:
    """A day is the one that the source writes; where its words have only other days, one of them is wrong."""
    for i, event in enumerate(copy.briefing.timeline):
        written, where = _written(event)
        if written and not any(_is_day(event, day) for day in written):
            message = f"{where} “{written[0].text}”, and the date is {event.date}"
            yield ("timeline", i, "date"), message, "write the day of the source, or cite where it tells this one"


def _written(event: TimelineEvent) -> tuple[list[WrittenDay], str]:
    """The days that an event's source writes out for it, and where; none where it may tell one in other words."""
    if event.date.precision not in ("day", "time") or event.date.approximate or event.date.uncertain:
        return [], ""
    if days := list(written_days(event.as_written)):
        return days, "as_written is"
    passages = " ; ".join(passage.exact for passage in event.passage) if event.date_basis == "stated" else ""
    return ([] if reckons(passages) else list(written_days(passages))), "the passage has"


def _is_day(event: TimelineEvent, day: WrittenDay) -> bool:
    return day.is_one_of(*event.date.components[:3])
