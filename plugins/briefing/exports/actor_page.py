"""The page of an actor: what all briefings say of them, joined from the mentions; and the index of all actors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from babel import Locale, UnknownLocaleError

from ..frozen import frozen
from ..view.actors import actor_url
from ..view.site import Site
from ..view.values import DateView, LinkView
from ..view.wording import translatable, wording_of
from .actor_mentions import ActorEvent, ActorMention, Description, SaidWords
from .addresses import absolute, web_address
from .characters import json_text, language
from .schema_org import actor_node, node

KIND_WORDS = {
    "person": translatable("People"),
    "organization": translatable("Organisations"),
    "government": translatable("Governments"),
    "group": translatable("Groups"),
}
COUNTED = (translatable("Briefings"), translatable("Events"), translatable("Quotations"))


@frozen
class RoleView:
    """What an actor was, as briefings say it, from the first that says so to the last before another is said."""

    role: str
    affiliation: str
    first: DateView
    last: DateView
    """The same as `first` where one briefing says it."""
    briefing: LinkView
    """The last of them."""


@frozen
class ActorBriefing:
    """A briefing in which an actor has a part."""

    link: LinkView
    date: DateView
    note: str
    """What they do in its story."""


@frozen
class CompanionView:
    """Another actor in the same briefings."""

    link: LinkView
    briefings: int


@frozen
class ActorView:
    """Everything the page of an actor shows."""

    id: str
    name: str
    kind: str
    code: str
    """``JP``, set large; "" for one of no side."""
    country: str
    """``Japan``"""
    url: str
    also: tuple[str, ...]
    same_as: tuple[str, ...]
    roles: tuple[RoleView, ...]
    """Newest first."""
    briefings: tuple[ActorBriefing, ...]
    """Newest first."""
    events: tuple[ActorEvent, ...]
    """What has happened, then what lies ahead, in the order of their dates, each once."""
    words: tuple[SaidWords, ...]
    """Newest first, each once."""
    company: tuple[CompanionView, ...]
    """Those they appear with most, first."""
    descriptions: tuple[Description, ...]
    """How each source names them."""
    counts: tuple[tuple[str, int], ...]
    """``Briefings`` 3, ``Events`` 8, ``Quotations`` 2; only of what there is."""
    fiction: bool = False


class ActorEntry(NamedTuple):
    """An actor in the index, and in how many briefings they have a part."""

    id: str
    name: str
    kind: str
    country: str
    briefings: int


@frozen
class ActorGroup:
    """Actors of one kind and country in the index."""

    code: str
    """``JP``"""
    country: str
    """``Japan``; "" for those of no side."""
    actors: tuple[CompanionView, ...]


@frozen
class ActorKinds:
    """Actors of one kind in the index: those of no country first, then by country."""

    heading: str
    groups: tuple[ActorGroup, ...]


def show_actor(mentions: Sequence[ActorMention], locale: str = "en", briefings: int = 0) -> ActorView:
    """Return the page of one actor from their mentions, of which there is at least one.

    Their order is that of the days up to which their facts hold; of one day the one given first is the newest.
    `briefings` is how many there are, where that is more than the mentions given.
    """
    ordered = sorted(mentions, key=lambda m: m.as_of.sort_key, reverse=True)[::-1]  # of one day, in the order given
    latest = ordered[-1].actor
    events, words = _once(e for m in ordered for e in m.events), _said_once(w for m in ordered for w in m.words)
    return ActorView(
        id=latest.id,
        name=latest.name,
        kind=latest.kind,
        code=latest.country,
        country=country_words(latest.country, locale),
        url=actor_url(latest.id),
        also=tuple(dict.fromkeys(form for m in ordered for form in m.actor.as_written if form != latest.name)),
        same_as=tuple(filter(None, map(web_address, latest.same_as))),
        roles=tuple(_roles(ordered))[::-1],
        briefings=tuple(ActorBriefing(m.briefing, m.date, m.actor.note) for m in reversed(ordered)),
        events=tuple(sorted(events, key=lambda e: (e.is_ahead, e.when.sort_key))),
        words=tuple(sorted(words, key=lambda w: w.when.sort_key, reverse=True)),
        company=tuple(_company(ordered)),
        descriptions=tuple(_descriptions(ordered)),
        counts=_counts(locale, max(briefings, len(ordered)), len(events), len(words)),
        fiction=latest.fiction,
    )


def actor_index(actors: Iterable[ActorEntry], locale: str = "en") -> tuple[ActorKinds, ...]:
    """Return all actors by kind and country, in the order of the alphabet; those without a country last."""
    kinds, wording = list(KIND_WORDS), wording_of(locale)
    found = ((kinds.index(a.kind), country_words(a.country, locale), a.country, a.name, a) for a in actors)
    rows = sorted(found, key=lambda row: (row[0], not row[2], row[1:]))
    return tuple(
        ActorKinds(wording.gettext(KIND_WORDS[kinds[kind]]), tuple(_countries(members)))
        for kind, members in groupby(rows, key=lambda row: row[0])
    )


def _countries(rows: Iterable[tuple[int, str, str, str, ActorEntry]]) -> Iterator[ActorGroup]:
    for (country, code), members in groupby(rows, key=lambda row: row[1:3]):
        found = (CompanionView(LinkView(a.name, actor_url(a.id)), a.briefings) for *_, a in members)
        yield ActorGroup(code, country, tuple(found))


def actor_json_ld(mentions: Sequence[ActorMention], view: ActorView, site: Site) -> str:
    """Return an actor's page in JSON-LD: a ProfilePage whose subject is the actor."""
    latest = max(mentions, key=lambda m: m.as_of.sort_key).actor
    address = absolute(site, view.url)
    page = node(
        "ProfilePage",
        url=address,
        name=view.name,
        inLanguage=language(site.lang),
        mainEntity=actor_node(latest, id=f"{address}#actor", url=address),
        mentions=[node("Article", name=b.link.text, url=absolute(site, b.link.url)) for b in view.briefings],
    )
    return json_text({"@context": "https://schema.org"} | page)


def country_words(code: str, locale: str) -> str:
    """Return the name of a country in a language; the code where the language has none."""
    try:
        return str(Locale.parse(locale, sep="-").territories.get(code, code))
    except (ValueError, UnknownLocaleError):
        return code


def _roles(ordered: Sequence[ActorMention]) -> Iterator[RoleView]:
    told = [m for m in ordered if m.actor.role or m.actor.affiliation]
    often = Counter(map(_role, told))  # of one day, the same stand together, and what most say is the newest
    told.sort(key=lambda m: (m.as_of.sort_key, often[_role(m)], _role(m)))
    for (role, affiliation), same in groupby(told, key=_role):
        members = list(same)
        yield RoleView(role, affiliation, members[0].date, members[-1].date, members[-1].briefing)


def _role(mention: ActorMention) -> tuple[str, str]:
    return mention.actor.role, mention.actor.affiliation


def _once(events: Iterable[ActorEvent]) -> list[ActorEvent]:
    """Return events once: briefings that tell of one event give it the same date and title."""
    return list({(e.when.text, e.link.text.casefold()): e for e in events}.values())


def _said_once(words: Iterable[SaidWords]) -> list[SaidWords]:
    return list({w.quotation.quote: w for w in words}.values())


def _company(ordered: Iterable[ActorMention]) -> Iterator[CompanionView]:
    met = [pair for m in ordered for pair in m.company]
    names, counts = dict(met), Counter(id for id, _ in met)
    for count, name, id in sorted((-count, names[id], id) for id, count in counts.items()):
        yield CompanionView(LinkView(name, actor_url(id)), -count)


def _descriptions(ordered: Iterable[ActorMention]) -> Iterator[Description]:
    found: dict[str, dict[str, None]] = {}
    for description in (d for m in ordered for d in m.descriptions):
        found.setdefault(description.source, {}).update(dict.fromkeys(description.forms))
    yield from (Description(source, tuple(forms)) for source, forms in found.items())


def _counts(locale: str, *numbers: int) -> tuple[tuple[str, int], ...]:
    words = map(wording_of(locale).gettext, COUNTED)
    return tuple((name, number) for name, number in zip(words, numbers, strict=True) if number)
