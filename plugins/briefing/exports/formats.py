"""The files an export writes beside each briefing's page: one line a format."""

from collections.abc import Callable, Container, Sequence
from functools import lru_cache

from ..frozen import frozen
from ..view.values import AlternateView
from ..view.wording import translatable
from .bibtex import render_bibtex
from .briefing_data import render_data
from .calendar_entries import calendar_entries
from .csl_json import render_csl_json
from .ics import render_calendar
from .published import Published
from .references import Reference, briefing_reference, source_references
from .ris import render_ris


@frozen
class Format:
    """A form of a briefing: a file beside its page, for ``<link rel="alternate" type="…">``."""

    name: str
    """Of the file."""
    media_type: str
    title: str
    """What it is, for readers."""
    render: Callable[[Published], str]
    """Returns the text of the file; "" where there is nothing to write, and then there is no file."""


def _calendar(published: Published) -> str:
    return render_calendar(published.view.title, calendar_entries(published), published.site)


def _citing(render: Callable[[Sequence[Reference]], str]) -> Callable[[Published], str]:
    return lambda published: render(_references(published))


@lru_cache(maxsize=1)  # asked for by each form of a citation
def _references(published: Published) -> tuple[Reference, ...]:
    return (briefing_reference(published), *source_references(published))


FORMATS = (
    Format("briefing.json", "application/json", translatable("This briefing as data"), render_data),
    Format("calendar.ics", "text/calendar", translatable("Its dates ahead, for your calendar"), _calendar),
    Format("cite.json", "application/vnd.citationstyles.csl+json", "CSL-JSON", _citing(render_csl_json)),
    Format("cite.bib", "application/x-bibtex", "BibTeX", _citing(render_bibtex)),
    Format("cite.ris", "application/x-research-info-systems", "RIS", _citing(render_ris)),
)


def render_formats(published: Published) -> dict[str, str]:
    """Return the files beside a briefing's page, by their names; those that have nothing to say are not there."""
    rendered = ((each.name, each.render(published)) for each in FORMATS)
    return {name: text for name, text in rendered if text}


def alternates(url: str, names: Container[str]) -> tuple[AlternateView, ...]:
    """Return what leads from a briefing's page to those of the files that are there."""
    return tuple(AlternateView(url + each.name, each.media_type, each.title) for each in FORMATS if each.name in names)
