"""Expert views: cards, the agreement grid, and who is not heard."""

from ..frozen import replace
from ..model.expert_view import ExpertView, Point, Position
from ..model.source import Passage
from ..parsing.resolve import Resolved, quoted_passage
from .actors import speaker_link
from .citations import Citations, contains, level_words
from .dates import show_date
from .values import AgreementGrid, ExpertViewCard, GridAnswer, GridCell, GridRow, MissingVoiceView, PointView
from .wording import translatable, wording_of

MOST_IN_A_TABLE = 3  # experts, so that a phone shows each answer under its name
POSITION_WORDS: dict[Position, str] = {
    "agrees": translatable("Agrees"),
    "disagrees": translatable("Disagrees"),
    "mixed": translatable("Mixed"),
    "not_addressed": translatable("Did not address"),
}


def show_views(resolved: Resolved, citations: Citations, locale: str) -> tuple[ExpertViewCard, ...]:
    """Return a card for each expert."""
    return tuple(_card(i, view, resolved, citations, locale) for i, view in enumerate(resolved.briefing.views, 1))


def _card(number: int, view: ExpertView, resolved: Resolved, citations: Citations, locale: str) -> ExpertViewCard:
    who = speaker_link(view.expert, resolved)
    actor = resolved.cast.get(view.expert)
    return ExpertViewCard(
        id=f"view-{number}",
        name=who.text,
        actor_url=who.url,
        affiliation=view.affiliation or (actor.affiliation if actor else ""),
        interests=view.interests or wording_of(locale).gettext("not stated"),
        told_to=view.told_to,
        date=show_date(view.date, locale=locale) if view.date else None,
        headline=view.headline,
        citations=citations.cite((), "expert views", quoting=(view.headline,)),
        points=tuple(
            PointView(
                text=p.quote or p.text,
                is_quote=bool(p.quote),
                level=(level := quoted_level(resolved, citations, p.quote, p.passage)),
                level_words=level_words(level, locale),
                citations=citations.cite(_rests_on(resolved, p), "expert views", quoting=(p.text,)),
                lang=citations.lang_of(own_words(resolved, p.quote, p.passage)) if p.quote else "",
            )
            for p in view.points
        ),
        quoted=any(p.quote for p in view.points),
    )


def _rests_on(resolved: Resolved, point: Point) -> tuple[Passage, ...]:
    """Return the passages of a point, and its own words where none of them holds these."""
    held = any(contains(p.exact, point.quote) for p in point.passage)
    return point.passage if held else (*own_words(resolved, point.quote, point.passage), *point.passage)


def own_words(resolved: Resolved, quote: str, passages: tuple[Passage, ...] = ()) -> tuple[Passage, ...]:
    """Return the words of a quotation as a passage of the source its passages name, or of the only source."""
    return (quoted_passage(resolved, quote, passages),) if quote and resolved.sources else ()


def quoted_level(resolved: Resolved, citations: Citations, quote: str, passages: tuple[Passage, ...]) -> str:
    """Return how the words of a quotation were verified, or "" for a paraphrase."""
    return next((citations.level(p) for p in own_words(resolved, quote, passages)), "")


def show_grid(resolved: Resolved, locale: str = "en") -> AgreementGrid | None:
    """Return questions by experts, or None where there are no questions or nobody to agree with."""
    b = resolved.briefing
    if not b.questions or len(b.views) < 2:
        return None
    experts = tuple(speaker_link(v.expert, resolved).text for v in b.views)
    rows = (
        GridRow(q.text, tuple(_cell(view.positions.get(q.id, "not_addressed"), locale) for view in b.views))
        for q in b.questions
    )
    is_table = len(experts) <= MOST_IN_A_TABLE
    return AgreementGrid(
        experts, tuple(row if is_table else replace(row, answers=_answers(row, experts, locale)) for row in rows)
    )


def _answers(row: GridRow, experts: tuple[str, ...], locale: str) -> tuple[GridAnswer, ...]:
    said = {
        position: [name for cell, name in zip(row.cells, experts, strict=True) if cell.position == position]
        for position in POSITION_WORDS
    }
    joined = wording_of(locale).joined
    return tuple(GridAnswer(_cell(position, locale), joined(names)) for position, names in said.items() if names)


def _cell(position: Position, locale: str) -> GridCell:
    return GridCell(position, wording_of(locale).gettext(POSITION_WORDS[position]))


def show_missing_voices(resolved: Resolved, citations: Citations) -> tuple[MissingVoiceView, ...]:
    """Return who is not heard, and why."""
    return tuple(
        MissingVoiceView(v.who, v.why, citations.cite((), "expert views", quoting=(v.who, v.why)))
        for v in resolved.briefing.missing_voices
    )
