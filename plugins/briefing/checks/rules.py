"""The rules for one briefing. To add one: write a function, add it to `RULES`."""

import re
from collections.abc import Callable, Iterable, Iterator

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..parsing.explain import near
from ..parsing.located_yaml import Step
from ..parsing.resolve import Resolved

Rule = Callable[[Resolved], Iterable[Diagnostic]]

SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST_SLUG = 100
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ID = re.compile(r"\w[\w.:-]*")
URL = re.compile(r"https?://[^\s<>\"']+|mailto:[^\s<>\"']+", re.IGNORECASE)
UNSURE = re.compile(r"\[check(?:\]|:[^\]\n]*\]?)|\bTODO\b", re.IGNORECASE)


def check_briefing(resolved: Resolved) -> Diagnostics:
    """Return everything the rules find in a briefing."""
    return tuple(found for rule in RULES for found in rule(resolved))


def slug_stays_in_its_folder(resolved: Resolved) -> Iterator[Diagnostic]:
    """The slug becomes one folder of the address, and can be nothing else."""
    slug, fields = resolved.manuscript.slug, resolved.manuscript.fields
    given = "it is read off the file's name; " if not resolved.briefing.slug else ""
    if "/" in slug or "\\" in slug or ".." in slug:
        message = f"the slug '{_short(slug)}' leads out of the folder of the briefings"
        yield Diagnostic(Code.OUTSIDE_OUTPUT, message, fields.at("slug"), given + Code.BAD_SLUG.explanation)
    elif not SLUG.fullmatch(slug) or slug != slug.lower():
        message = f"'{_short(slug)}' cannot be a slug"
        yield Diagnostic(Code.BAD_SLUG, message, fields.at("slug"), given + f"write slug: {_slugged(slug)}")
    elif len(slug.encode()) > LONGEST_SLUG:
        yield Diagnostic(Code.BAD_SLUG, f"the slug is longer than {LONGEST_SLUG} letters", fields.at("slug"), given)


def language_is_a_tag(resolved: Resolved) -> Iterator[Diagnostic]:
    """Languages are BCP 47 tags; they become part of addresses too."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    tags = [(("lang",), b.lang), *((("sources", i, "lang"), s.lang) for i, s in enumerate(b.sources))]
    for steps, tag in tags:
        if tag and not LANG.fullmatch(tag):
            yield Diagnostic(Code.WRONG_VALUE, f"'{_short(tag)}' is not a language", at(*steps), "write a tag such as en or pt-BR")


def ids_are_unique(resolved: Resolved) -> Iterator[Diagnostic]:
    """An id names one entry, and can stand in an address."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    for field, entries in (("actors", b.actors), ("sources", b.sources), ("questions", b.questions)):
        seen: set[str] = set()
        for i, entry in enumerate(entries):
            if not ID.fullmatch(entry.id):
                help = "an id is letters, digits and hyphens, without spaces"
                yield Diagnostic(Code.WRONG_VALUE, f"'{_short(entry.id)}' cannot be an id", at(field, i, "id"), help)
            if entry.id in seen:
                yield Diagnostic(Code.DUPLICATE_ID, f"'{_short(entry.id)}' stands in {field} twice", at(field, i, "id"))
            seen.add(entry.id)


def positions_answer_questions(resolved: Resolved) -> Iterator[Diagnostic]:
    """Every answer belongs to a question of the briefing."""
    ids = [q.id for q in resolved.briefing.questions]
    for i, view in enumerate(resolved.briefing.views):
        for id in view.positions:
            if id not in ids:
                meant = near(id, ids)
                message = f"there is no question '{_short(id)}'" + (f"; did you mean '{meant}'?" if meant else "")
                span = resolved.manuscript.fields.key_at("views", i, "positions", id)
                yield Diagnostic(Code.UNKNOWN_QUESTION, message, span, "list it under 'questions' as {id, text}")


def inferred_dates_are_marked(resolved: Resolved) -> Iterator[Diagnostic]:
    """A date that is the editor's judgement says so with ``?`` or ``~``."""
    for i, event in enumerate(resolved.briefing.timeline):
        if event.date_basis == "inferred" and not (event.date.uncertain or event.date.approximate):
            help = f"write {event.date.text}? (uncertain) or {event.date.text}~ (approximate)"
            span = resolved.manuscript.fields.at("timeline", i, "date")
            yield Diagnostic(Code.INFERRED_DATE_UNMARKED, "this date is inferred, but not marked so", span, help)


def points_say_something(resolved: Resolved) -> Iterator[Diagnostic]:
    """A point is a paraphrase or a quotation, one of the two."""
    for i, view in enumerate(resolved.briefing.views):
        for j, point in enumerate(view.points):
            if bool(point.text) == bool(point.quote):
                span = resolved.manuscript.fields.at("views", i, "points", j)
                message = f"views[{i}].points[{j}] needs either 'text' or 'quote'"
                yield Diagnostic(Code.MISSING_FIELD, message, span, "text for a paraphrase, quote for the expert's own words")


def related_pages_can_be_found(resolved: Resolved) -> Iterator[Diagnostic]:
    """A related page is a briefing's slug, or an address with a title."""
    for i, related in enumerate(resolved.briefing.related):
        if bool(related.slug) == bool(related.url) or (related.url and not related.title):
            span = resolved.manuscript.fields.at("related", i)
            message = f"related[{i}] needs either 'slug', or 'url' and 'title'"
            yield Diagnostic(Code.MISSING_FIELD, message, span)


def addresses_are_safe(resolved: Resolved) -> Iterator[Diagnostic]:
    """Addresses are http, https or mailto: nothing a browser would run."""
    for steps, url in _addresses(resolved):
        if url and not URL.fullmatch(url):
            message = f"'{_short(url)}' is not a web address"
            yield Diagnostic(Code.WRONG_VALUE, message, resolved.manuscript.fields.at(*steps), "write https://…")


def citations_name_sources(resolved: Resolved) -> Iterator[Diagnostic]:
    """What the prose cites is among the briefing's sources."""
    ids = list(resolved.sources)
    prose = resolved.manuscript.prose
    for citation in prose.citations:
        id = citation.passage.source
        if id not in ids:
            meant = near(id, ids)
            message = f"'{id}' is not among the briefing's sources" + (f"; did you mean '{meant}'?" if meant else "")
            span = prose.file.span(citation.start, citation.end)
            yield Diagnostic(Code.UNKNOWN_SOURCE, message, span, f"the sources are: {', '.join(ids)}")


def nothing_unsure_is_published(resolved: Resolved) -> Iterator[Diagnostic]:
    """A mark to check keeps a page a draft."""
    if resolved.briefing.status == "draft":
        return
    file = resolved.manuscript.prose.file
    for mark in UNSURE.finditer(file.text):
        message = f"'{_short(mark[0])}' is still to be settled, and the briefing is not a draft"
        help = "settle it and take the mark away, or write status: draft"
        yield Diagnostic(Code.UNSURE_MARK, message, file.span(mark.start(), mark.end()), help)


RULES: tuple[Rule, ...] = (
    slug_stays_in_its_folder,
    language_is_a_tag,
    ids_are_unique,
    positions_answer_questions,
    inferred_dates_are_marked,
    points_say_something,
    related_pages_can_be_found,
    addresses_are_safe,
    citations_name_sources,
    nothing_unsure_is_published,
)


def _addresses(resolved: Resolved) -> Iterator[tuple[tuple[Step, ...], str]]:
    b = resolved.briefing
    for i, source in enumerate(b.sources):
        yield ("sources", i, "url"), source.url
        yield ("sources", i, "archive_url"), source.archive_url
    for i, actor in enumerate(b.actors):
        yield from ((("actors", i, "same_as", j), url) for j, url in enumerate(actor.same_as))
    for i, related in enumerate(b.related):
        yield ("related", i, "url"), related.url


def _slugged(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "a-short-name"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
