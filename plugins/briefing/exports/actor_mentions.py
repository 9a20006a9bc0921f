"""What one briefing says of each of its actors: small values from which an actor's own page is made.

That page speaks the site's language, whatever the briefing's.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..model.actor import Actor
from ..model.dates import EdtfDate
from ..view.actors import is_named
from ..view.cards import as_of_date
from ..view.citations import Citations, langs_of
from ..view.dates import show_date
from ..view.quotations import show_quotation
from ..view.timeline import is_ahead, status_words
from ..view.values import DateView, LinkView, Marker, QuotationView
from .published import Published


@dataclass(frozen=True, slots=True)
class ActorEvent:
    """An event an actor took part in, with its place on the briefing's page."""

    when: EdtfDate
    date: DateView
    link: LinkView
    status_words: str
    marker: Marker
    importance: int
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class SaidWords:
    """Words of an actor, with their place on the briefing's page."""

    when: EdtfDate
    """When they were said, or else the day up to which the briefing's facts hold."""
    date: DateView | None
    quotation: QuotationView
    briefing: LinkView


@dataclass(frozen=True, slots=True)
class Description:
    """The forms in which a source names an actor, as far as its cited passages show."""

    source: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
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
    passages = dict(_passages(published))
    return tuple(_mention(published, actor, actors, passages) for actor in actors)


def _mention(
    published: Published, actor: Actor, actors: list[Actor], passages: Mapping[str, list[str]]
) -> ActorMention:
    view = published.view
    as_of = as_of_date(published.briefing)
    return ActorMention(
        actor=actor,
        as_of=as_of,
        date=show_date(as_of, locale=published.site.lang),
        briefing=LinkView(view.title, view.url),
        lang=view.lang,
        events=tuple(_events(published, actor.id)),
        words=tuple(_words(published, actor.id, as_of)),
        company=tuple((other.id, other.name) for other in actors if other.id != actor.id),
        descriptions=tuple(_descriptions(actor, passages)),
    )


def _events(published: Published, id: str) -> Iterator[ActorEvent]:
    locale = published.site.lang
    for event, shown in published.events():
        if id in event.actors:
            link = LinkView(event.title, f"{published.view.url}#{shown.id}")
            date, status = show_date(event.date, event.date_basis, locale), status_words(event, locale)
            yield ActorEvent(event.date, date, link, status, shown.marker, shown.importance, is_ahead(event))


def _words(published: Published, id: str, as_of: EdtfDate) -> Iterator[SaidWords]:
    link = LinkView(published.view.title, f"{published.view.url}#story")
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
    forms = {form for form in (actor.name, *actor.as_written) if form}
    for source, texts in passages.items():
        words = "\n".join(texts)
        there = sorted((form for form in forms if form in words), key=lambda form: (-len(form), form))
        pattern = "|".join(rf"(?<!\w){re.escape(form)}(?!\w)" for form in there)
        found = dict.fromkeys(re.findall(pattern, words)) if there else ()
        if found:
            yield Description(source, tuple(found))
