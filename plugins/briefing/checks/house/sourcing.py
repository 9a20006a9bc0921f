"""Whom a briefing rests on, and whether its readers are told."""

from collections.abc import Iterator

from ...evidence.word_list import listed
from .copy import Copy, Place, Remark
from .credits import credited

TITLES = listed(
    "mr mrs ms miss dr prof professor president minister mayor sir lord lady king queen de van von al der la"
)
"""Words that names of different people share."""
FEW = 3
"""Claims: a briefing with fewer is a short one, and has its one source in plain sight."""


def key_points_rest_on_passages(copy: Copy) -> Iterator[Remark]:
    """What a reader takes away can be looked up."""
    for i, point in enumerate(copy.briefing.key_points):
        if not point.passage:
            yield ("key_points", i), "no passage says where this key point is from", "add passage: the source's words"


def experts_have_affiliations(copy: Copy) -> Iterator[Remark]:
    """An expert is somebody's: of a view, or of the actor who gives it."""
    for i, view in enumerate(copy.briefing.views):
        actor = copy.resolved.cast.get(view.expert)
        if not view.affiliation and not (actor and (actor.affiliation or actor.kind != "person")):
            name = (actor and actor.name) or view.expert
            help = "add affiliation: as the source prints it, or affiliation: not stated"
            yield ("views", i, "expert"), f"nothing says where {name} works", help


def speakers_are_actors(copy: Copy) -> Iterator[Remark]:
    """Who is quoted has a box, where readers learn who that is."""
    if not copy.is_whole("actors"):
        return
    known = {name for actor in copy.briefing.actors for name in (actor.id, actor.name)}
    for place, speaker in _quoted(copy):
        if speaker not in known:
            known.add(speaker)
            actor = copy.resolved.cast.get(speaker)
            yield place, *_no_actor(actor.name if actor else speaker)
    told = {word for name in (*known, *_forms(copy)) for word in _words(name)}
    for place, name in credited(copy):
        # One word of a name is enough to be somebody who is known.
        if len(_words(name)) > 1 and told.isdisjoint(_words(name)):
            told |= _words(name)
            yield place, *_no_actor(name)


def _quoted(copy: Copy) -> Iterator[tuple[Place, str]]:
    """Yield who is quoted in the fields, an id or a name."""
    for i, quotation in enumerate(copy.briefing.quotations):
        yield ("quotations", i, "speaker"), quotation.speaker
    for i, view in enumerate(copy.briefing.views):
        if any(point.quote for point in view.points):
            yield ("views", i, "expert"), view.expert


def _no_actor(name: str) -> tuple[str, str]:
    return f"{name} is quoted, and is not among the actors", "list them there, with what they do in this story"


def _forms(copy: Copy) -> Iterator[str]:
    """Yield how actors are written, and the names of the sources' publishers and authors, whose word they are."""
    for actor in copy.briefing.actors:
        yield from actor.as_written
    for source in copy.briefing.sources:
        yield from (source.publisher, *source.author)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.lower().replace("’", "'").split()) - TITLES


def one_source_is_owned_to(copy: Copy) -> Iterator[Remark]:
    """What rests on one source alone says so, under its limits."""
    b = copy.briefing
    claims = sum(map(len, (b.key_points, b.timeline, b.views, b.quotations)))
    if len(b.sources) == 1 and claims >= FEW and not b.limits and copy.is_whole("limits"):
        message = "everything here rests on one source, and no 'limits' tell readers so"
        yield "sources", message, "find a second source, or write under limits: There is one source."
