"""What a build says at its end: what was done, and what time has overtaken."""

from ..build.lapsed import Lapsed
from ..build.overview import Overview
from ..build.writing import Result
from ..report.text import counted, render_text


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
    """Return what is open to watch although its date has passed, newest first: it stops no strict build."""
    told = f"\n{lapsed.more:,} more are overdue: invoke check lists all." if lapsed.more else ""
    return render_text(lapsed.notes) + told


def before_pelican(seen: Overview) -> str:
    """Return what to say before the last line of a build: Pelican's own, which counts no briefings."""
    return "Beside the briefings, what Pelican counts:" if seen.published or seen.unlisted or seen.embargoed else ""
