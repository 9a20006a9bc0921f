"""What feeds say of a briefing: the briefing itself, and each correction and update as an entry of its own."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, time

from ..frozen import frozen
from ..model.briefing import Update
from ..view.briefing import UPDATE_WORDS
from ..view.markup import smarten
from ..view.wording import wording_of
from .addresses import permanent_id
from .characters import html, language, one_line
from .entry_text import EntryText
from .full_text import full_text
from .published import Published, first_day, in_utc

MOST = 30
"""Entries in a feed."""


@frozen
class FeedEntry:
    """One entry of a feed, the same in every feed it stands in; texts are clean and on one line."""

    id: str
    """A UUID that stays the same when the title, the text or the dates change."""
    title: str
    url: str
    """Of the page, relative to the site's root, with ``#updates`` for a change."""
    published: datetime
    """In UTC, as `updated`."""
    updated: datetime
    lang: str
    """A BCP 47 tag, or ""."""
    summary: str
    html: str
    """The full text; links are relative to the page."""
    authors: tuple[str, ...]
    terms: tuple[str, ...]
    """Its category and tags."""


def feed_entries(published: Published) -> tuple[FeedEntry, ...]:
    """Return the entries of one briefing, the briefing first."""
    b, view = published.briefing, published.view
    whole = FeedEntry(
        id=permanent_id(published.site, view.url),
        title=one_line(view.title),
        url=view.url,
        published=published.published,
        updated=published.modified,
        lang=language(view.lang),
        summary=one_line(view.summary),
        html=full_text(view),
        authors=tuple(filter(None, map(one_line, b.authors))),
        terms=tuple(dict.fromkeys(filter(None, map(one_line, (b.category, *b.tags))))),
    )
    return (whole, *_changes(published, whole))


def newest(entries: Iterable[EntryText], most: int = MOST) -> list[EntryText]:
    """Return the newest entries, newest first; those of one moment in the order of their ids."""
    in_order = sorted(entries, key=lambda entry: entry.id)
    return sorted(in_order, key=lambda entry: entry.published, reverse=True)[:most]


def _changes(published: Published, whole: FeedEntry) -> Iterator[FeedEntry]:
    """Yield an entry for each change; its id is its day, its kind and its place among those alike."""
    say = wording_of(published.view.lang).gettext
    alike: Counter[tuple[str, str]] = Counter()
    for update in published.briefing.updates:
        key = (update.date.text, update.kind)
        alike[key] += 1
        day = first_day(update.date)
        moment = in_utc(datetime.combine(day, time()), published.zone) if day else published.published
        changed = max(moment, published.published)
        yield FeedEntry(
            id=permanent_id(published.site, whole.url, *key, str(alike[key])),
            title=f"{say(UPDATE_WORDS[update.kind])}: {whole.title}".rstrip(),
            url=f"{whole.url}#updates",
            published=changed.astimezone(UTC),
            updated=changed.astimezone(UTC),
            lang=whole.lang,
            summary=one_line(smarten(update.text)),
            html=_change_html(update, say),
            authors=whole.authors,
            terms=whole.terms,
        )


def _change_html(update: Update, say: Callable[[str], str]) -> str:
    said = f"<p>{html(smarten(update.text))}</p>"
    was = f"<p>{html(say('Was:'))} <del>{html(update.was)}</del></p>" if update.was else ""
    return said + was + (f"<p>{html(say('Now:'))} <ins>{html(update.now)}</ins></p>" if update.now else "")
