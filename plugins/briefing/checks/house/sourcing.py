"""Whom a briefing rests on, and whether its readers are told."""

from collections.abc import Iterator

from .copy import Copy, Remark

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
    known = {name for actor in copy.briefing.actors for name in (actor.id, actor.name)}
    quoted = [(("quotations", i, "speaker"), q.speaker) for i, q in enumerate(copy.briefing.quotations)]
    quoted += [
        (("views", i, "expert"), view.expert)
        for i, view in enumerate(copy.briefing.views)
        if any(point.quote for point in view.points)
    ]
    for place, speaker in quoted:
        if speaker not in known and copy.is_whole("actors"):
            known.add(speaker)
            actor = copy.resolved.cast.get(speaker)
            message = f"{actor.name if actor else speaker} is quoted, and is not among the actors"
            yield place, message, "list them there, with what they do in this story"


def one_source_is_owned_to(copy: Copy) -> Iterator[Remark]:
    """What rests on one source alone says so, under its limits."""
    b = copy.briefing
    claims = sum(map(len, (b.key_points, b.timeline, b.views, b.quotations)))
    if len(b.sources) == 1 and claims >= FEW and not b.limits and copy.is_whole("limits"):
        message = "everything here rests on one source, and no 'limits' tell readers so"
        yield "sources", message, "find a second source, or write under limits: There is one source."
