"""A source's proposals put into a briefing that is there: only ever put in, nothing of the editor's text is changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity
from ..model.briefing import Briefing
from ..model.source import Passages
from ..parsing.front_matter import split
from ..parsing.located_text import LocatedText
from ..parsing.manuscript import Manuscript, parse_manuscript
from .draft import LISTS, flow_entry, gap_lines, key_point_lines, list_lines, mark_line, proposal_lines
from .insertions import Insertion, ListPlace, insert, name_sources
from .proposal import Proposal, Proposals
from .yaml_text import comment, scalar


def put_into(manuscript: Manuscript, proposals: Proposals) -> tuple[str, Diagnostics]:
    """Return the text of a briefing with proposals put in, and what the reader then finds wrong, which is nothing.

    Where a second source joins the first, passages that named none name the first one: that is put in, too.
    """
    fields, briefing = manuscript.fields, manuscript.briefing
    text = fields.file.text
    newline = "\r\n" if "\r\n" in text else "\n"
    parts, _ = split(fields.file)
    end = parts.yaml_end if parts else len(text)
    new = [s.entry.id for s in proposals.sources if s.entry.id not in {s.id for s in briefing.sources}]
    with_source = len(briefing.sources) + len(new) > 1
    puts = [*_sources(fields.marks.inner.get("sources"), text, new, newline)]
    if with_source and len(briefing.sources) == 1:
        puts += name_sources(fields, scalar(briefing.sources[0].id), newline)
    there = fields.marks.inner
    for name in sorted(LISTS, key=lambda name: name not in there):  # what goes into a list stands before a new one
        puts += _list(manuscript, name, getattr(proposals, name), newline, end, with_source=with_source)
    tail = [*key_point_lines(proposals, with_source=with_source), *gap_lines(proposals.gaps)]
    puts.append(Insertion(end, "".join(f"{line}{newline}" for line in tail)))
    result = insert(text, puts)
    after, problems = parse_manuscript(manuscript.path, LocatedText(fields.file.path, result))
    problems = tuple(d for d in problems if d.severity is Severity.ERROR)
    return result, problems or tuple(_misplaced(manuscript, after.briefing, proposals) if after else ())


def _misplaced(before: Manuscript, after: Briefing, proposals: Proposals) -> Iterator[Diagnostic]:
    """Say which lists do not hold what was put in: one written in a way of YAML that is not foreseen here."""
    for name in LISTS:
        if len(getattr(after, name)) != len(getattr(before.briefing, name)) + len(getattr(proposals, name)):
            message = f"'{name}' is written in a way into which nothing can be put"
            yield Diagnostic(Code.WRONG_SHAPE, message, before.fields.key_at(name), "write one item a line, after '- '")


def what_is_new(briefing: Briefing, proposals: Proposals) -> Proposals:
    """Leave out what a briefing has already: its actors, the words it quotes, the events it dates by the same words."""
    has = {actor.id for actor in briefing.actors}
    quoted = {_bare(q.quote) for q in briefing.quotations}
    quoted |= {_bare(point.quote) for view in briefing.views for point in view.points}
    dated = {(event.date.text, _exact(event.passage)) for event in briefing.timeline}
    viewed = {_exact(point.passage) for view in briefing.views for point in view.points}
    experts = {view.expert for view in briefing.views}
    is_known = {s.entry.id for s in proposals.sources} <= {s.id for s in briefing.sources}
    return replace(
        proposals,
        actors=tuple(p for p in proposals.actors if p.entry.id not in has),
        quotations=tuple(p for p in proposals.quotations if _bare(p.entry.quote) not in quoted),
        timeline=tuple(p for p in proposals.timeline if (p.entry.date.text, _exact(p.entry.passage)) not in dated),
        views=tuple(_new_points(proposals.views, viewed, experts)),
        key_points=() if is_known else proposals.key_points,
        gaps=() if is_known else proposals.gaps,
    )


def is_nothing(briefing: Briefing, proposals: Proposals) -> bool:
    """Whether a briefing has everything already, the sources themselves included."""
    lists = any(getattr(proposals, name) for name in (*LISTS, "key_points", "gaps"))
    return not lists and {s.entry.id for s in proposals.sources} <= {s.id for s in briefing.sources}


def _new_points(views: Iterable[Proposal[Any]], viewed: set[str], experts: set[str]) -> Iterator[Proposal[Any]]:
    for view in views:
        points = tuple(p for p in view.entry.points if _exact(p.passage) not in viewed)
        again = ("there is a view of the same expert; join them",) if view.entry.expert in experts else ()
        if points:
            yield replace(view, entry=replace(view.entry, points=points), doubts=(*again, *view.doubts))


def _exact(passages: Passages) -> str:
    return " ".join(" ".join(p.exact.split()) for p in passages)


def _bare(words: str) -> str:
    return " ".join(words.lower().split()).strip(" .,;\"“”'")


def _sources(marks: Any, text: str, new: Sequence[str], newline: str) -> Iterator[Insertion]:
    place = ListPlace(text, marks, newline)
    if place.is_flow:
        at = marks.end - 1
        yield Insertion(at, "".join(f", {scalar(id, in_flow=True)}" for id in new))
    else:
        yield from (place.block_item(len(marks.inner) - 1, [f"- {scalar(id)}"]) for id in new)


def _list(
    manuscript: Manuscript,
    name: str,
    proposals: Sequence[Proposal[Any]],
    newline: str,
    end: int,
    *,
    with_source: bool,
) -> Iterator[Insertion]:
    marks, text = manuscript.fields.marks.inner.get(name), manuscript.fields.file.text
    if not proposals:
        return
    if marks is None:
        lines = list_lines(name, proposals, with_source=with_source)
        yield Insertion(end, "".join(f"{line}{newline}" for line in lines))
        return
    place = ListPlace(text, marks, newline)
    if place.is_flow:
        items = [(_comments(p), flow_entry(name, p, with_source=with_source)) for p in proposals]
        yield from place.flow_items(items)
        return
    behind = _in_time(manuscript.briefing) if name == "timeline" else _at_the_end(len(marks.inner))
    for proposal in proposals:
        lines = proposal_lines(name, proposal, with_source=with_source)
        yield place.block_item(behind(proposal), lines)


def _comments(proposal: Proposal[Any]) -> list[str]:
    return [f"# {comment(proposal.found)}", *([mark_line(*proposal.doubts)] if proposal.doubts else [])]


def _at_the_end(items: int) -> Callable[[Proposal[Any]], int]:
    return lambda _proposal: items - 1


def _in_time(briefing: Briefing) -> Callable[[Proposal[Any]], int]:
    """Behind the last event that is not later, where the editor keeps them in order; else at the end."""
    keys = [event.date.sort_key for event in briefing.timeline]
    if keys != sorted(keys):
        return _at_the_end(len(keys))
    return lambda proposal: sum(key <= proposal.entry.date.sort_key for key in keys) - 1
