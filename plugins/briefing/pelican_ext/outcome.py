"""What a build says at its end: what was done, and what time has overtaken."""

from ..build.lapsed import Lapsed
from ..build.overview import Overview
from ..build.writing import Result
from ..report.text import counted, place_of


def done(seen: Overview, result: Result, took: str) -> str:
    """Return what was done, in a line."""
    parts = [
        f"{counted(seen.published, 'briefing')} published",
        f"{seen.unlisted} unlisted (drafts and hidden)" if seen.unlisted else "",
        f"{len(seen.embargoed)} under embargo" if seen.embargoed else "",
    ]
    files = [
        f"{counted(result.made, 'file')} made" if result.made else "nothing to make",
        f"{result.kept} as they were" if result.kept else "",
        f"{counted(result.removed, 'file')} removed" if result.removed else "",
    ]
    return f"Briefings: {', '.join(filter(None, parts))}; {', '.join(filter(None, files))}, {took}."


def overtaken(lapsed: Lapsed) -> str:
    """Return what is open to watch although its date has passed, in a line each, newest first."""
    if not lapsed.notes:
        return ""
    said = [f"{place_of(d.span)}: {d.severity.value}[{d.name}]: {d.message}" for d in lapsed.notes]
    more = f"{lapsed.more:,} more are overdue. " if lapsed.more else ""
    return "\n".join([*said, f"{more}Notes stop nothing; check --notes says how to settle them."])


def before_pelican(seen: Overview) -> str:
    """Return what to say before the last line of a build: Pelican's own, which counts no briefings."""
    return "Beside the briefings, what Pelican counts:" if seen.published or seen.unlisted or seen.embargoed else ""
