"""Sources: what they are, and every passage cited from them."""

from ..model.source import Source
from ..parsing.resolve import Resolved
from .citations import Citations, source_url
from .dates import show_date
from .values import SourceView

ALL_AT = {
    "exact": "match the saved copy, letter for letter",
    "layout": "match the saved copy but for line breaks",
    "typography": "match the saved copy but for quotation marks, dashes and ellipses",
    "edited": "were shortened, and every fragment is in the saved copy, in order",
}


ONE_AT = {level: words.replace("match", "matches").replace("were", "was") for level, words in ALL_AT.items()}


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
        saved=_saved(source),
        level_words=_all_at(checked, common),
        passages=passages,
    )


def source_details(source: Source, locale: str) -> str:
    """Return who wrote and published a source, and when."""
    by = ", ".join(source.author)
    date = show_date(source.date, locale=locale).words if source.date else ""
    return ", ".join(filter(None, (by, source.publisher, date)))


def _saved(source: Source) -> str:
    if not source.file:
        return "Not saved: no words are taken from it."
    name = source.file.rpartition("/")[2]
    return f"Saved copy {name}" + (f", SHA-256 {source.sha256[:8]}…{source.sha256[-4:]}" if source.sha256 else "")


def _all_at(number: int, level: str) -> str:
    if not level:
        return ""
    count = "The one passage" if number == 1 else "Both passages" if number == 2 else f"All {number} passages"
    return f"{count} below {ALL_AT[level] if number > 1 else ONE_AT[level]}."
