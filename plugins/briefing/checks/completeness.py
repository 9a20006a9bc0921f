"""What a part of a briefing needs to say anything at all."""

from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Severity
from ..parsing.prose import UNPAIRED, UNPAIRED_HELP
from ..parsing.quotation_marks import unpaired_in
from ..parsing.resolve import Resolved
from .texts import texts_with_marks


def a_source_is_named(resolved: Resolved) -> Iterator[Diagnostic]:
    """A briefing rests on something."""
    if not resolved.briefing.sources and resolved.manuscript.fields.is_whole("sources"):
        span = resolved.manuscript.fields.key_at("sources")
        help = "write for example: sources: [the-id-of-a-catalogue-entry]"
        yield Diagnostic(Code.MISSING_FIELD, "'sources' is an empty list; a briefing rests on one at least", span, help)


def points_say_something(resolved: Resolved) -> Iterator[Diagnostic]:
    """A point is a paraphrase or a quotation, one of the two."""
    for i, view in enumerate(resolved.briefing.views):
        for j, point in enumerate(view.points):
            written = resolved.manuscript.fields
            if bool(point.text) == bool(point.quote) and written.is_whole("views", i, "points", j):
                span = written.at("views", i, "points", j)
                message = "this point needs 'text' or 'quote', one of the two"
                help = "text is a paraphrase, quote the expert's own words"
                yield Diagnostic(Code.MISSING_FIELD, message, span, help)


def related_pages_can_be_found(resolved: Resolved) -> Iterator[Diagnostic]:
    """A related page is a briefing's slug, or an address with a title."""
    written = resolved.manuscript.fields
    for i, related in enumerate(resolved.briefing.related):
        incomplete = bool(related.slug) == bool(related.url) or (related.url and not related.title)
        if incomplete and written.is_whole("related", i):
            span = written.at("related", i)
            message = "this entry needs either 'slug', or 'url' and 'title'"
            help = "slug is a briefing of this site, url a page elsewhere"
            yield Diagnostic(Code.MISSING_FIELD, message, span, help)


def inferred_dates_are_marked(resolved: Resolved) -> Iterator[Diagnostic]:
    """A date that is the editor's judgement says so with ``?`` or ``~``."""
    for i, event in enumerate(resolved.briefing.timeline):
        if event.date_basis == "inferred" and not (event.date.uncertain or event.date.approximate):
            help = f"write {event.date.text}? (uncertain) or {event.date.text}~ (approximate)"
            span = resolved.manuscript.fields.at("timeline", i, "date")
            yield Diagnostic(Code.INFERRED_DATE_UNMARKED, "this date is inferred, but not marked so", span, help)


def quotation_marks_are_paired(resolved: Resolved) -> Iterator[Diagnostic]:
    """What a mark without a partner sets apart cannot be looked for; the prose was read with its own."""
    for steps, text in texts_with_marks(resolved):
        if next(unpaired_in(text), None) is not None:
            at = resolved.manuscript.fields.at(*steps)
            yield Diagnostic(Code.UNPAIRED_MARK, UNPAIRED, at, UNPAIRED_HELP, Severity.WARNING)
