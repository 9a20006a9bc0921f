"""A whole briefing as plain HTML, for readers that bring their own styles: feed readers, archives.

Every text is escaped; the story was sanitised when it was shown. Links are those of the page, relative to it.
"""

from collections.abc import Iterable, Iterator

from ..view.briefing import SECTIONS
from ..view.values import (
    BriefingView,
    CitationView,
    DateView,
    EventView,
    Html,
    LinkView,
    Prose,
    QuotationView,
    TermUse,
    WatchItemView,
)
from ..view.wording import wording_of
from .characters import clean, html

HEADINGS = {name: words for name, words, _ in SECTIONS}


def full_text(view: BriefingView) -> str:
    """Return everything the page says, in its order."""
    return clean("\n".join(_sections(view)))


def _sections(view: BriefingView) -> Iterator[str]:
    yield _p(html(view.summary))
    yield _p(html(view.why_it_matters))
    yield _list(html(point.text) + _numbers(point.citations) for point in view.key_points)
    yield from _section(view, "actor_groups", _list(_actors(view)))
    yield from _section(view, "story", "".join(_story(view)))
    yield from _section(view, "timeline", _list(_events(view), "ol"))
    yield from _section(view, "views", _list(_views(view)))
    yield from _section(view, "watch", _list(map(_watched, view.watch)))
    yield from _section(view, "backstory", _p(html(view.backstory)) + _list(map(html, view.limits)))
    yield from _section(view, "sources", _list(_sources(view)))


def _section(view: BriefingView, name: str, body: str) -> Iterator[str]:
    if body:
        yield f"<h2>{html(wording_of(view.lang).gettext(HEADINGS[name]))}</h2>"
        yield body


def _actors(view: BriefingView) -> Iterator[str]:
    for actor in (actor for group in view.actor_groups for actor in group.actors):
        facts = ", ".join(filter(None, (actor.role, actor.affiliation, actor.country)))
        yield f"<b>{html(actor.name)}</b>" + "".join(f". {html(text)}" for text in (facts, actor.note) if text)


def _story(view: BriefingView) -> Iterator[str]:
    for block in view.story:
        yield quotation_html(block.quotation) if block.quotation else prose_html(block.prose)
    yield from map(quotation_html, view.quotations)


def prose_html(prose: Prose) -> str:
    """Return running text with its citations as numbers that lead to the passages."""
    return "".join(map(_piece, prose))


def _piece(piece: Html | CitationView | LinkView | TermUse) -> str:
    if isinstance(piece, CitationView):
        return _number(piece)
    if isinstance(piece, Html):
        return str(piece)
    return html(piece.text if isinstance(piece, LinkView) else piece.words)


def quotation_html(shown: QuotationView) -> str:
    """Return a speaker's words with whose they are."""
    by = ". ".join(filter(None, (shown.speaker.text, shown.attribution)))
    return f"<blockquote><p>{html(shown.quote)}</p></blockquote>{_p('— ' + html(by) + _numbers(shown.citations))}"


def _events(view: BriefingView) -> Iterator[str]:
    events: tuple[EventView, ...] = view.timeline.past + view.timeline.ahead if view.timeline else ()
    for event in events:
        facts = ", ".join(filter(None, (date_html(event.date), html(event.status_words), html(event.location))))
        text = f" {html(event.text)}" if event.text else ""
        yield f"{facts}: <b>{html(event.title)}</b>.{text}{_numbers(event.citations)}"


def date_html(date: DateView) -> str:
    """Return a date in words with what is uncertain about it."""
    notes = f" ({html(', '.join(date.qualifiers))})" if date.qualifiers else ""
    return html(date.words) + notes


def _views(view: BriefingView) -> Iterator[str]:
    for card in view.views:
        who = ", ".join(filter(None, (card.name, card.affiliation)))
        points = (
            (f"<q>{html(p.text)}</q>" if p.is_quote else html(p.text)) + _numbers(p.citations) for p in card.points
        )
        yield f"<b>{html(who)}</b>. {html(card.headline)}{_list(points)}"


def _watched(item: WatchItemView) -> str:
    date = f" ({date_html(item.date)})" if item.date else ""
    outcome = ": ".join(filter(None, (html(item.status_words), html(item.outcome))))
    return html(item.text) + date + (f" {outcome}" if outcome else "") + _numbers(item.citations)


def _sources(view: BriefingView) -> Iterator[str]:
    for source in view.sources:
        title = html(source.title)
        yield f"<cite>{title}</cite>" + (f". {html(source.details)}" if source.details else "")


def _numbers(citations: Iterable[CitationView]) -> str:
    return "".join(map(_number, citations))


def _number(citation: CitationView) -> str:
    return Html(f'<sup><a href="#{html(citation.passage_id)}">{citation.number}</a></sup>')


def _list(items: Iterable[str], tag: str = "ul") -> str:
    body = "".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>{body}</{tag}>" if body else ""


def _p(body: str) -> str:
    return f"<p>{body}</p>" if body else ""
