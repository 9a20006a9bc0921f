"""The things a briefing names, as nodes of schema.org: actors, events, quotations, sources, corrections.

A node says no more than the briefing knows. An event is given only where its date is stated by a source, certain,
and one that ISO 8601 can write; someone whom the source does not name has no name; "the side they stand on" is no
nationality. An ``@id`` is the address of the thing on its page, and without a site's address the fragment alone,
which JSON-LD resolves against the page it stands in.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ..model.actor import Actor
from ..model.briefing import Update
from ..model.dates import EdtfDate
from ..model.quotation import Quotation
from ..model.source import Source
from ..model.timeline import TimelineEvent
from ..view.wording import wording_of
from .addresses import encoded, web_address
from .characters import language, one_line
from .published import Published, first_day, is_hedged

Node = dict[str, Any]
"""A JSON object of JSON-LD; "" and empty lists are left out."""

ACTOR_TYPES = {"person": "Person", "government": "GovernmentOrganization"}
SOURCE_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
EVENT_STATUS = {"scheduled": "EventScheduled", "cancelled": "EventCancelled"}
CORRECTIONS = ("correction", "clarification", "retraction")


def node(type: str, **properties: Any) -> Node:
    """Return a node of a type with the properties that have something; ``id`` is written ``@id``."""
    given = {("@id" if name == "id" else name): _plain(value) for name, value in properties.items()}
    return {"@type": type} | {name: value for name, value in given.items() if value not in ("", None, [], {})}


def reference(published: Published, anchor: str) -> Node:
    """Return what refers to a node of the page by its anchor."""
    return {"@id": encoded(f"{published.address}#{anchor}")}


def iso_date(date: EdtfDate | None) -> str:
    """Return a certain date of the years 1 to 9999 in ISO 8601 (``2023-05-07``, ``2023-05``, ``2023``), else ""."""
    if date is None or is_hedged(date) or first_day(date) is None or "X" in date.text:
        return ""
    return date.iso or ""


def actor_node(actor: Actor, id: str = "", url: str = "") -> Node:
    """Return a Person or an Organization; one whom the source does not name is described, not named."""
    is_named = not actor.name.lower().startswith("unnamed")
    belongs = node("Organization", name=actor.affiliation) if actor.affiliation else ""
    return node(
        ACTOR_TYPES.get(actor.kind, "Organization"),
        id=id,
        name=actor.name if is_named else "",
        alternateName=[form for form in actor.as_written if form != actor.name] if is_named else [],
        disambiguatingDescription="Fiction" if actor.fiction else "",
        description=actor.role if is_named else ", ".join(filter(None, (actor.name, actor.role, actor.affiliation))),
        affiliation=belongs if actor.kind == "person" else "",
        parentOrganization=belongs if actor.kind != "person" else "",
        url=url,
        sameAs=[web_address(url) for url in actor.same_as if web_address(url)],
    )


def actor_anchor(id: str) -> str:
    """Return the anchor of an actor's node."""
    return f"actor-{id}"


def speaker_node(published: Published, speaker: str) -> Node:
    """Return a reference to the actor who speaks, or a node for a mere name."""
    if any(actor.id == speaker for actor in published.briefing.actors):
        return reference(published, actor_anchor(speaker))
    return actor_node(published.resolved.cast.get(speaker) or Actor(id="", name=speaker))


def event_nodes(published: Published) -> list[Node]:
    """Return an Event for each event whose date is stated and certain."""
    return [
        _event(published, event, shown.id)
        for event, shown in published.events()
        if event.date_basis == "stated" and _bounds(event.date)
    ]


def _event(published: Published, event: TimelineEvent, anchor: str) -> Node:
    bounds = _bounds(event.date)
    boxes = {actor.id for actor in published.briefing.actors}
    return node(
        "Event",
        id=reference(published, anchor)["@id"],
        name=event.title,
        description=event.text,
        startDate=bounds[0],
        endDate=bounds[-1] if len(bounds) > 1 else "",
        location=event.location,
        eventStatus=f"https://schema.org/{EVENT_STATUS[event.status]}" if event.status in EVENT_STATUS else "",
        about=[reference(published, actor_anchor(id)) for id in event.actors if id in boxes],
    )


def _bounds(date: EdtfDate) -> tuple[str, ...]:
    """Return the date, or the two ends of a span, in ISO 8601; () where one of them cannot be written."""
    ends = (date.begins, date.ends) if date.is_interval else (date,)
    written = tuple(iso_date(end) for end in ends)
    return written if all(written) else ()


def quotation_node(published: Published, quotation: Quotation) -> Node:
    """Return a Quotation with the one who spoke the words and the source they are from."""
    source = next((p.source for p in quotation.passage), "") or next(iter(published.resolved.sources), "")
    lang = published.resolved.sources[source].lang if source in published.resolved.sources else ""
    return node(
        "Quotation",
        text=quotation.quote,
        spokenByCharacter=speaker_node(published, quotation.speaker),
        dateCreated=iso_date(quotation.date),
        inLanguage=language(lang),
        isBasedOn=reference(published, source_anchor(source)) if source else "",
    )


def source_anchor(id: str) -> str:
    """Return the anchor of a source's node."""
    return f"source-{id}"


def source_node(published: Published, source: Source) -> Node:
    """Return the work a source is, with the address of its archived copy and the checksum of the saved one."""
    return node(
        SOURCE_TYPES.get(source.type, "CreativeWork"),
        id=reference(published, source_anchor(source.id))["@id"],
        name=source.title or source.id,
        genre="Fiction" if source.fiction else "",
        url=web_address(source.url),
        archivedAt=web_address(source.archive_url),
        datePublished=iso_date(source.date),
        publisher=node("Organization", name=source.publisher) if source.publisher else "",
        creditText=", ".join(source.author) or source.credit,
        inLanguage=language(source.lang),
        encoding=node("MediaObject", sha256=source.sha256) if source.sha256 else "",
    )


def correction_nodes(published: Published, updates: Iterable[Update]) -> list[Node]:
    """Return a CorrectionComment for each correction, clarification and retraction; an update corrects nothing."""
    return [
        node(
            "CorrectionComment",
            name=update.kind.capitalize(),
            text=_correction_text(update, published.view.lang),
            datePublished=iso_date(update.date),
            url=f"{published.address}#updates" if published.address else "",
        )
        for update in updates
        if update.kind in CORRECTIONS
    ]


def _correction_text(update: Update, lang: str) -> str:
    """Return what was put right, with what stood there and what stands there now in the words of the page."""
    words = wording_of(lang)
    was, now = words.gettext("Was:"), words.gettext("Now:")
    said = (update.text, f"{was} {update.was}" if update.was else "", f"{now} {update.now}" if update.now else "")
    return " ".join(filter(None, said))


def _plain(value: Any) -> Any:
    """Return texts cleaned, everywhere in a value; a list of one as its item."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, Mapping):
        return value if value.keys() != {"@type"} else ""
    if isinstance(value, list):
        kept = [item for item in map(_plain, value) if item]
        return kept[0] if len(kept) == 1 else kept
    return value
