"""What was put right, for the page of corrections: a pure list over small entries of briefings."""

from collections.abc import Iterable

from ..frozen import frozen
from ..model.dates import EdtfDate
from ..view.briefing import UPDATE_WORDS
from ..view.dates import show_date
from ..view.markup import smarten
from ..view.values import DateView, LinkView
from ..view.wording import wording_of
from .published import Published
from .schema_org import CORRECTIONS


@frozen
class CorrectionEntry:
    """One correction, clarification or retraction, and the briefing it was made in."""

    day: EdtfDate
    date: DateView
    kind_words: str
    text: str
    was: str
    now: str
    briefing: LinkView
    """Leads to the updates on its page."""
    lang: str
    slug: str


def correction_entries(published: Published) -> tuple[CorrectionEntry, ...]:
    """Return the corrections of one briefing, in the words of the site's language; an update corrects nothing."""
    view, locale = published.view, published.site.lang
    link = LinkView(view.title, f"{view.url}#updates")
    return tuple(
        CorrectionEntry(
            update.date,
            show_date(update.date, locale=locale),
            wording_of(locale).gettext(UPDATE_WORDS[update.kind]),
            smarten(update.text),
            update.was,
            update.now,
            link,
            view.lang,
            published.resolved.manuscript.slug,
        )
        for update in published.briefing.updates
        if update.kind in CORRECTIONS
    )


def newest_corrections(entries: Iterable[CorrectionEntry], lang: str) -> list[CorrectionEntry]:
    """Return the corrections of all briefings, newest first; those of one day in the order of their addresses.

    One that is made in each language of a briefing is shown once, in `lang` where it can be.
    """
    shown: dict[tuple[str, str, str], str] = {}
    entries = sorted(entries, key=lambda entry: (entry.lang != lang, entry.lang))
    entries = [e for e in entries if shown.setdefault((e.slug, e.day.text, e.kind_words), e.lang) == e.lang]
    in_order = sorted(entries, key=lambda entry: (entry.briefing.url, entry.text))
    return sorted(in_order, key=lambda entry: entry.day.sort_key, reverse=True)
