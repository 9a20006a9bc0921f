"""The files an export writes beside each briefing's page: one line a format."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .bibtex import render_bibtex
from .briefing_data import render_data
from .calendar_entries import calendar_entries
from .csl_json import render_csl_json
from .ics import render_calendar
from .published import Published
from .references import Reference, briefing_reference, source_references
from .ris import render_ris


@dataclass(frozen=True, slots=True)
class Format:
    """A form of a briefing: a file beside its page, for ``<link rel="alternate" type="…">``."""

    name: str
    """Of the file."""
    media_type: str
    title: str
    """What it is, for readers."""
    render: Callable[[Published], str]
    """Returns the text of the file; "" where there is nothing to write, and then there is no file."""


References = Callable[[Published], Sequence[Reference]]


def _calendar(published: Published) -> str:
    return render_calendar(published.view.title, calendar_entries(published), published.site)


def _itself(published: Published) -> Sequence[Reference]:
    return (briefing_reference(published),)


def _citing(render: Callable[[Sequence[Reference]], str], references: References) -> Callable[[Published], str]:
    return lambda published: render(references(published))


CSL = "application/vnd.citationstyles.csl+json"
BIBTEX = "application/x-bibtex"
RIS = "application/x-research-info-systems"
FORMATS = (
    Format("briefing.json", "application/json", "This briefing as data", render_data),
    Format("calendar.ics", "text/calendar", "Its dates ahead, for your calendar", _calendar),
    Format("cite.json", CSL, "Cite this (CSL-JSON)", _citing(render_csl_json, _itself)),
    Format("cite.bib", BIBTEX, "Cite this (BibTeX)", _citing(render_bibtex, _itself)),
    Format("cite.ris", RIS, "Cite this (RIS)", _citing(render_ris, _itself)),
    Format("sources.json", CSL, "Its sources (CSL-JSON)", _citing(render_csl_json, source_references)),
    Format("sources.bib", BIBTEX, "Its sources (BibTeX)", _citing(render_bibtex, source_references)),
    Format("sources.ris", RIS, "Its sources (RIS)", _citing(render_ris, source_references)),
)
