"""Sources: what they are, and every passage cited from them."""

from ..model.source import Source
from ..parsing.resolve import Resolved
from .citations import Citations, source_url
from .dates import show_date
from .values import SourceView
from .wording import in_numbers, translatable, wording_of

ALL_AT = {
    "exact": (
        in_numbers(
            "The one passage below matches the saved copy, letter for letter.",
            "All %(number)s passages below match the saved copy, letter for letter.",
        ),
        translatable("Both passages below match the saved copy, letter for letter."),
    ),
    "layout": (
        in_numbers(
            "The one passage below matches the saved copy but for line breaks.",
            "All %(number)s passages below match the saved copy but for line breaks.",
        ),
        translatable("Both passages below match the saved copy but for line breaks."),
    ),
    "typography": (
        in_numbers(
            "The one passage below matches the saved copy but for quotation marks, dashes and ellipses.",
            "All %(number)s passages below match the saved copy but for quotation marks, dashes and ellipses.",
        ),
        translatable("Both passages below match the saved copy but for quotation marks, dashes and ellipses."),
    ),
    "edited": (
        in_numbers(
            "The one passage below was shortened, and every fragment is in the saved copy, in order.",
            "All %(number)s passages below were shortened, and every fragment is in the saved copy, in order.",
        ),
        translatable("Both passages below were shortened, and every fragment is in the saved copy, in order."),
    ),
}


def show_sources(resolved: Resolved, citations: Citations, locale: str) -> tuple[SourceView, ...]:
    """Return every source with its cited passages, in the order of the briefing."""
    return tuple(_source(s, citations, locale) for s in resolved.briefing.sources)


def _source(source: Source, citations: Citations, locale: str) -> SourceView:
    passages, common = citations.of(source)
    checked = sum(1 for p in passages if p.exact)
    return SourceView(
        id=f"source-{source.id}",
        title=source.title or source.id,
        lang=source.lang,
        details=source_details(source, locale),
        url=source.url,
        archive_url=source.archive_url,
        quality=source.quality,
        page_url=source_url(source.id) if source.publish and source.file else "",
        saved=_saved(source, locale),
        level_words=_all_at(checked, common, locale),
        passages=passages,
    )


def source_details(source: Source, locale: str) -> str:
    """Return who wrote and published a source, and when."""
    date = show_date(source.date, locale=locale).words if source.date else ""
    return wording_of(locale).joined((*source.author, source.publisher, date))


def _saved(source: Source, locale: str) -> str:
    wording = wording_of(locale)
    if not source.file:
        return wording.gettext("Not saved: no words are taken from it.")
    copy = wording.gettext("Saved copy %(file)s", file=source.file.rpartition("/")[2])
    digest = f"SHA-256 {source.sha256[:8]}…{source.sha256[-4:]}" if source.sha256 else ""
    return wording.joined((copy, digest))


def _all_at(number: int, level: str, locale: str) -> str:
    if not level:
        return ""
    numbered, both = ALL_AT[level]
    return wording_of(locale).gettext(both) if number == 2 else wording_of(locale).ngettext(*numbered, number)
