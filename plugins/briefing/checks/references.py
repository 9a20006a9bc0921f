"""Names that lead from one part of a briefing to another: each names one thing, and the thing is there."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ..diagnostics import Code, Diagnostic
from ..model.actor import Actor
from ..model.expert_view import Question
from ..model.source import Source
from ..parsing.likeness import near
from ..parsing.resolve import Resolved, is_described
from .texts import short

ID = re.compile(r"\w[\w.:-]*")


def ids_are_unique(resolved: Resolved) -> Iterator[Diagnostic]:
    """An id names one entry, and can stand in an address."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    lists: Mapping[str, Sequence[Actor | Source | Question]]
    lists = {"actors": b.actors, "sources": b.sources, "questions": b.questions}
    for field, entries in lists.items():
        seen: set[str] = set()
        for i, entry in enumerate(entries):
            if not ID.fullmatch(entry.id) and (isinstance(entry, Question) or is_described(entry)):
                help = "an id is letters, digits and hyphens, without spaces"
                yield Diagnostic(Code.WRONG_VALUE, f"'{short(entry.id)}' cannot be an id", at(field, i, "id"), help)
            if entry.id in seen:
                message = f"'{short(entry.id)}' stands in {field} twice"
                yield Diagnostic(Code.DUPLICATE_ID, message, at(field, i, "id"), "keep one of them")
            seen.add(entry.id)


def positions_answer_questions(resolved: Resolved) -> Iterator[Diagnostic]:
    """Every answer belongs to a question of the briefing."""
    ids = {q.id: q for q in resolved.briefing.questions}
    if not ids and resolved.manuscript.fields.is_whole("questions"):
        yield from _unasked(resolved)
        return
    for i, view in enumerate(resolved.briefing.views):
        for id in view.positions:
            if id not in ids and not resolved.manuscript.fields.may_have_lost("questions", id):
                meant = near(id, ids)
                message = f"there is no question '{short(id)}'" + (f"; did you mean '{meant}'?" if meant else "")
                span = resolved.manuscript.fields.key_at("views", i, "positions", id)
                yield Diagnostic(Code.UNKNOWN_QUESTION, message, span, "list it under 'questions' as {id, text}")


def _unasked(resolved: Resolved) -> Iterator[Diagnostic]:
    """Say once that there are answers and no questions."""
    for i, view in enumerate(resolved.briefing.views):
        if view.positions:
            message = "the views have positions, and the briefing has no 'questions' that they answer"
            help = "list each under 'questions' as {id, text}"
            yield Diagnostic(
                Code.UNKNOWN_QUESTION, message, resolved.manuscript.fields.key_at("views", i, "positions"), help
            )
            return


def citations_name_sources(resolved: Resolved) -> Iterator[Diagnostic]:
    """What the prose cites is among the briefing's sources."""
    ids = resolved.sources
    misspelt = [s.id for s in ids.values() if not is_described(s)]  # reported where it is listed
    prose = resolved.manuscript.prose
    unlisted = {c.passage.source for c in prose.citations} - set(ids)
    unlisted = {id for id in unlisted if not resolved.manuscript.fields.may_have_lost("sources", id)}
    unknown = {id: near(id, ids) for id in unlisted if not near(id, misspelt)}
    for citation in prose.citations:
        if (id := citation.passage.source) in unknown:
            question = f"; did you mean '{unknown[id]}'?" if unknown[id] else ""
            message = f"'{short(id)}' is not among the briefing's sources{question}"
            span = prose.file.span(citation.start, citation.end)
            yield Diagnostic(Code.UNKNOWN_SOURCE, message, span, f"the sources are: {', '.join(ids)}")
