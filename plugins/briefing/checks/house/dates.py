"""Whether a briefing's dates fit together; what depends on the day of the build is looked at there."""

from collections.abc import Iterator

from .copy import Copy, Remark

HAPPENED = ("occurred", "ongoing")


def events_end_where_facts_do(copy: Copy) -> Iterator[Remark]:
    """What lies behind the day up to which the facts hold cannot have happened yet."""
    b = copy.briefing
    as_of, end = b.holds_until, b.holds_until.end
    if end is None:
        return
    for i, event in enumerate(b.timeline):
        if event.status in HAPPENED and event.date.start is not None and event.date.start > end:
            message = f"this is told as {event.status}, and lies after {as_of}, up to which the facts hold"
            yield ("timeline", i, "date"), message, "write status: scheduled, or a later as_of"
