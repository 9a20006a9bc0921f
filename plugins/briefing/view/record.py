"""What the rest of the site knows of a briefing: enough for every list, small enough to be kept by the thousand."""

from collections.abc import Mapping
from dataclasses import field
from datetime import tzinfo

from ..diagnostics import Span
from ..frozen import frozen
from ..model.briefing import Briefing
from ..model.moment import in_zone
from ..model.source import Passage, Source
from ..parsing.addresses import site_path
from ..parsing.prose import Prose
from ..parsing.resolve import Resolved
from .cards import show_card
from .citations import Verified
from .fiction import headline
from .head import Head
from .saved_source import Cited
from .site import Site, briefing_url
from .site_events import SiteEvent, site_events
from .values import BriefingCard, WatchItemView
from .watch import NO_DATE, lapses_on, open_items, show_watch_item


@frozen
class NamedPlace:
    """A name in a briefing's file that leads elsewhere, and where it is written."""

    name: str
    span: Span
    kind: str = ""


@frozen
class ShownRelation:
    """A related page as the editor gives it: a slug of the site, or an address elsewhere."""

    slug: str
    url: str
    title: str
    relation: str


@frozen
class BriefingRecord:
    """A briefing as lists, links and checks know it."""

    head: Head
    card: BriefingCard
    watch: tuple[WatchItemView, ...]
    """What is open to watch, in the order of `head.watch`."""
    sources: Mapping[str, Source]
    """Those whose whole text may be shown."""
    relations: tuple[ShownRelation, ...]
    places: Mapping[str, tuple[NamedPlace, ...]]
    """Where ``slug``, ``aliases``, ``reviewed``, ``related``, ``links``, ``addresses`` are written, for messages."""
    events: tuple[SiteEvent, ...] = ()
    """Those that have a date, in the order of `head.events`."""
    cited: Mapping[str, tuple[Cited, ...]] = field(default_factory=dict)
    """What its page cites from the sources that may be shown, by their ids."""


def record_of(resolved: Resolved, site: Site, verified: Mapping[Passage, Verified], zone: tzinfo) -> BriefingRecord:
    """Return the record of a briefing; a date without an offset is in `zone`."""
    b, manuscript = resolved.briefing, resolved.manuscript
    shown = {s.id: s for s in b.sources if s.publish and s.file}
    watched = open_items(b)
    events, url = site_events(resolved, site.lang), briefing_url(resolved, site.lang)
    places = _places(resolved) | {"addresses": _addresses(resolved.manuscript.prose, url, site)}
    head = Head(
        path=manuscript.path,
        file=manuscript.fields.file.path,
        slug=manuscript.slug,
        lang=b.lang or site.lang,
        url=url,
        status=b.status,
        opens=in_zone(b.date, zone).timestamp(),
        year=b.date.year,
        is_translation=b.translation,
        title=headline(b, site.lang),
        category=b.category,
        tags=b.tags,
        watch=tuple(w.date.sort_key if w.date else NO_DATE for w in watched),
        shown_sources=tuple(shown),
        related=tuple(r.slug for r in b.related if r.slug),
        links=tuple(link.target for link in manuscript.prose.links),
        events=tuple(event.day or 0 for event in events),
        anniversaries=tuple(event.anniversary for event in events),
        addresses=tuple(place.name for place in places["addresses"]),
        aliases=tuple(alias.removeprefix("/") for alias in b.aliases),
        overdue=tuple(map(lapses_on, watched)),
        reviewed=_reviewed(b),
    )
    return BriefingRecord(
        head=head,
        card=show_card(resolved, site, verified),
        watch=tuple(show_watch_item(w, resolved, site) for w in watched),
        sources=shown,
        relations=tuple(ShownRelation(r.slug, r.url, r.title, r.relation) for r in b.related),
        places=places,
        events=events,
    )


def _reviewed(b: Briefing) -> int:
    return (b.as_of and b.as_of.end) or (b.modified or b.date).toordinal()


def _addresses(prose: Prose, url: str, site: Site) -> tuple[NamedPlace, ...]:
    """Return where the plain links of the prose lead in the site."""
    led = ((a, site_path(a.written, url, site.url)) for a in prose.addresses)
    return tuple(NamedPlace(path, prose.file.span(a.start, a.end)) for a, path in led if path is not None)


def _places(resolved: Resolved) -> dict[str, tuple[NamedPlace, ...]]:
    manuscript, b = resolved.manuscript, resolved.briefing
    fields, prose = manuscript.fields, manuscript.prose
    slug_span = fields.at("slug") if b.slug else Span(fields.file.path)
    looked_at = next(name for name in ("as_of", "modified", "date") if getattr(b, name) is not None)
    related = ((i, r.slug) for i, r in enumerate(b.related) if r.slug)
    return {
        "slug": (NamedPlace(manuscript.slug, slug_span),),
        "reviewed": (NamedPlace(looked_at, fields.at(looked_at)),),
        "watch": tuple(
            NamedPlace(w.text, fields.at("watch", next(i for i, each in enumerate(b.watch) if each is w)))
            for w in open_items(b)
        ),
        "aliases": tuple(
            NamedPlace(alias.removeprefix("/"), fields.at("aliases", i)) for i, alias in enumerate(b.aliases)
        ),
        "related": tuple(NamedPlace(slug, fields.at("related", i, "slug")) for i, slug in related),
        "links": tuple(NamedPlace(n.target, prose.file.span(n.start, n.end), n.kind) for n in prose.links),
    }
