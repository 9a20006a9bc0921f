"""What one briefing says of each of its actors: small values from which an actor's own page is made.

That page speaks the site's language, whatever the briefing's.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..frozen import frozen, replace
from ..model.actor import Actor
from ..model.dates import EdtfDate
from ..model.timeline import TimelineEvent
from ..view.actors import is_named
from ..view.citations import Citations, langs_of
from ..view.dates import show_date, show_listed_date
from ..view.fiction import known_as
from ..view.quotations import show_quotation
from ..view.timeline import is_ahead, status_words
from ..view.values import DateView, EventView, LinkView, Marker, QuotationView
from .published import Published


@frozen
class ActorEvent:
    """An event an actor took part in, with its place on the briefing's page."""

    when: EdtfDate
    date: DateView
    link: LinkView
    status_words: str
    marker: Marker
    importance: int
    is_ahead: bool


@frozen
class SaidWords:
    """Words of an actor, with their place on the briefing's page."""

    when: EdtfDate
    """When they were said, or else the day up to which the briefing's facts hold."""
    date: DateView | None
    quotation: QuotationView
    briefing: LinkView


@frozen
class Description:
    """The forms in which a source names an actor, as far as its cited passages show."""

    source: str
    forms: tuple[str, ...]


@frozen
class ActorMention:
    """An actor in one briefing; `actor` is as the register and the briefing describe them."""

    actor: Actor
    as_of: EdtfDate
    date: DateView
    """The day up to which the briefing's facts hold."""
    briefing: LinkView
    lang: str
    events: tuple[ActorEvent, ...]
    words: tuple[SaidWords, ...]
    company: tuple[tuple[str, str], ...]
    """The ids and names of the briefing's other actors."""
    descriptions: tuple[Description, ...]


def actor_mentions(published: Published) -> tuple[ActorMention, ...]:
    """Return a mention for each actor with a box who is named: "unnamed official" is many people, and nobody's page."""
    actors = [actor for actor in published.briefing.actors if is_named(actor)]
    if not actors:
        return ()
    passages, events = dict(_passages(published)), list(published.events())
    as_of, view = published.briefing.holds_until, published.view
    link = LinkView(view.title, view.url, published.site.foreign(view.lang))
    said = _Said(link, as_of, show_date(as_of, locale=published.site.lang))
    return tuple(_mention(published, actor, actors, passages, events, said) for actor in actors)


class _Said(NamedTuple):
    """What is the same for all actors of a briefing."""

    link: LinkView
    as_of: EdtfDate
    date: DateView


def _mention(
    published: Published,
    actor: Actor,
    actors: list[Actor],
    passages: Mapping[str, list[str]],
    events: Sequence[tuple[TimelineEvent, EventView]],
    said: _Said,
) -> ActorMention:
    return ActorMention(
        actor=replace(actor, name=known_as(actor, published.site.lang)) if actor.fiction else actor,
        as_of=said.as_of,
        date=said.date,
        briefing=said.link,
        lang=published.view.lang,
        events=tuple(_events(published, actor.id, events)),
        words=tuple(_words(published, actor.id, said.as_of)),
        company=tuple((other.id, known_as(other, published.site.lang)) for other in actors if other.id != actor.id),
        descriptions=tuple(_descriptions(actor, passages)),
    )


def _events(published: Published, id: str, events: Iterable[tuple[TimelineEvent, EventView]]) -> Iterator[ActorEvent]:
    locale = published.site.lang
    for event, shown in events:
        if id in event.actors:
            link = LinkView(
                event.title, f"{published.view.url}#{shown.id}", published.site.foreign(published.view.lang)
            )
            date, status = show_listed_date(event.date, event.date_basis, locale), status_words(event, locale)
            yield ActorEvent(event.date, date, link, status, shown.marker, shown.importance, is_ahead(event))


def _words(published: Published, id: str, as_of: EdtfDate) -> Iterator[SaidWords]:
    link = LinkView(published.view.title, f"{published.view.url}#story", published.site.foreign(published.view.lang))
    citations = Citations(published.verified, published.site.lang, langs_of(published.resolved))
    for quotation in published.briefing.quotations:
        if quotation.speaker == id:
            shown = show_quotation(quotation, published.resolved, citations, "")
            date = show_date(quotation.date, locale=citations.locale) if quotation.date else None
            yield SaidWords(quotation.date or as_of, date, shown, link)


def _passages(published: Published) -> Iterator[tuple[str, list[str]]]:
    """Yield the title of each source with the passages that are cited from it."""
    b = published.briefing
    held = [item.passage for items in (b.key_points, b.timeline, b.quotations, b.watch) for item in items]
    held += [point.passage for view in b.views for point in view.points]
    cited = [passage for passages in held for passage in passages]
    cited += [citation.passage for citation in published.resolved.manuscript.prose.citations]
    for source in b.sources:
        yield source.title or source.id, [p.exact for p in cited if p.source == source.id]


def _descriptions(actor: Actor, passages: Mapping[str, list[str]]) -> Iterator[Description]:
    """Yield, for each source, the forms of the name that stand in its passages; a part of a longer form is not one."""
    forms = sorted({form for form in (actor.name, *actor.as_written) if form}, key=lambda form: (-len(form), form))
    for source, texts in passages.items():
        found = _standing(forms, "\n".join(texts))
        if found:
            yield Description(source, found)


def _standing(forms: Iterable[str], words: str) -> tuple[str, ...]:
    """Return which forms stand in a text as words of their own, in the text's order, given the longest first."""
    places: dict[str, int] = {}
    taken: list[tuple[int, int]] = []
    for form in forms:
        begin = words.find(form)
        while begin >= 0:
            end = begin + len(form)
            if not (_is_in_word(words, begin) or _is_in_word(words, end)) and not _meet(taken, begin, end):
                taken.append((begin, end))
                places.setdefault(form, begin)
            begin = words.find(form, begin + 1)
    return tuple(sorted(places, key=lambda form: places[form]))


def _is_in_word(words: str, at: int) -> bool:
    """Tell whether a place is between two letters of one word."""
    return 0 < at < len(words) and _is_letter(words[at - 1]) and _is_letter(words[at])


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _meet(taken: Iterable[tuple[int, int]], begin: int, end: int) -> bool:
    return any(first < end and begin < last for first, last in taken)
