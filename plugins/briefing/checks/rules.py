"""The rules for one briefing. To add one: write a function, add it to `RULES`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span, gathered
from ..model.actor import Actor
from ..model.expert_view import Question
from ..model.source import Source
from ..parsing.explain import near
from ..parsing.located_value import Step
from ..parsing.prose import UNPAIRED, UNPAIRED_HELP
from ..parsing.quotation_marks import unpaired_in
from ..parsing.resolve import Resolved, is_described
from .claims import texts_with_marks

Rule = Callable[[Resolved], Iterable[Diagnostic]]

SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
LONGEST_SLUG = 100
SEGMENT = r"[^\s/?#%\\<>\"'\x00-\x1f\x7f]+"
ALIAS = re.compile(rf"(?:/{SEGMENT})+/?")
ALIAS_HELP = "write the address as it was, from the site's root, in its own letters: /2023/old-title/"
LANG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
ID = re.compile(r"\w[\w.:-]*")
URL = re.compile(r"https?://[^\s<>\"']+|mailto:[^\s<>\"']+", re.IGNORECASE)
UNSURE = re.compile(r"\[(?i:check)(?:\]|:[^\]\n]*\]?)|TODO(?<=\bTODO)\b")  # todo is a word of several languages
COMMENT = re.compile(r"(?:^|\s)#[^\n]*", re.MULTILINE)
NAMES = {record: tuple(f.name for f in fields(record)) for record in (Actor, Source)}
TO_CHECK = re.compile(r"\[check(?:\]|:[^\]\n]*\]?)", re.IGNORECASE)


def check_briefing(resolved: Resolved) -> Diagnostics:
    """Return everything the rules find in a briefing."""
    return gathered(found for rule in RULES for found in rule(resolved))


def slug_stays_in_its_folder(resolved: Resolved) -> Iterator[Diagnostic]:
    """The slug becomes one folder of the address, and can be nothing else."""
    slug, written = resolved.manuscript.slug, resolved.manuscript.fields
    if not written.is_whole("slug"):
        return
    at = written.at("slug") if resolved.briefing.slug else Span(written.file.path)
    given = "" if resolved.briefing.slug else "it is taken from the file's name; "
    if "/" in slug or "\\" in slug or ".." in slug:
        message = f"the slug '{_short(slug)}' leads out of the folder of the briefings"
        yield Diagnostic(Code.OUTSIDE_OUTPUT, message, at, given + "write letters, digits and hyphens only")
    elif not SLUG.fullmatch(slug) or slug != slug.lower():
        message = f"'{_short(slug)}' cannot be a slug"
        yield Diagnostic(Code.BAD_SLUG, message, at, given + f"write slug: {_slugged(slug)}")
    elif len(slug.encode()) > LONGEST_SLUG:
        message = f"the slug is longer than {LONGEST_SLUG} letters"
        yield Diagnostic(Code.BAD_SLUG, message, at, given + "write a shorter one, as in slug: kishida-in-seoul")


def aliases_are_addresses_of_the_site(resolved: Resolved) -> Iterator[Diagnostic]:
    """An alias becomes a page that leads to this one: it begins at the site's root, and stays in the site."""
    for i, alias in enumerate(resolved.briefing.aliases):
        if not ALIAS.fullmatch(alias) or ".." in alias.split("/"):
            message, at = f"'{_short(alias)}' cannot be an alias", resolved.manuscript.fields.at("aliases", i)
            yield Diagnostic(Code.BAD_ALIAS, message, at, ALIAS_HELP)


def language_is_a_tag(resolved: Resolved) -> Iterator[Diagnostic]:
    """Languages are BCP 47 tags; they become part of addresses too."""
    b, at = resolved.briefing, resolved.manuscript.fields.at
    tags = [(("lang",), b.lang), *((("sources", i, "lang"), s.lang) for i, s in enumerate(b.sources))]
    for steps, tag in tags:
        if tag and not LANG.fullmatch(tag):
            message = f"'{_short(tag)}' is not a language{_of_entry(resolved, steps)}"
            yield Diagnostic(Code.WRONG_VALUE, message, at(*steps), "write a tag such as en or pt-BR")


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
                yield Diagnostic(Code.WRONG_VALUE, f"'{_short(entry.id)}' cannot be an id", at(field, i, "id"), help)
            if entry.id in seen:
                message = f"'{_short(entry.id)}' stands in {field} twice"
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
                message = f"there is no question '{_short(id)}'" + (f"; did you mean '{meant}'?" if meant else "")
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
            written = resolved.manuscript.fields
            if bool(point.text) == bool(point.quote) and written.is_whole("views", i, "points", j):
                span = written.at("views", i, "points", j)
                message = "this point needs 'text' or 'quote', one of the two"
                help = "text is a paraphrase, quote the expert's own words"
                yield Diagnostic(Code.MISSING_FIELD, message, span, help)


def related_pages_can_be_found(resolved: Resolved) -> Iterator[Diagnostic]:
    """A related page is a briefing's slug, or an address with a title."""
    written = resolved.manuscript.fields
    for i, related in enumerate(resolved.briefing.related):
        incomplete = bool(related.slug) == bool(related.url) or (related.url and not related.title)
        if incomplete and written.is_whole("related", i):
            span = written.at("related", i)
            message = "this entry needs either 'slug', or 'url' and 'title'"
            help = "slug is a briefing of this site, url a page elsewhere"
            yield Diagnostic(Code.MISSING_FIELD, message, span, help)


def addresses_are_safe(resolved: Resolved) -> Iterator[Diagnostic]:
    """Addresses are http, https or mailto: nothing a browser would run."""
    for steps, url in _addresses(resolved):
        if url and not URL.fullmatch(url):
            message = f"'{_short(url)}' is not a web address{_of_entry(resolved, steps)}"
            span = resolved.manuscript.fields.at(*steps)
            yield Diagnostic(Code.WRONG_VALUE, message, span, "an address begins with https://, http:// or mailto:")


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
            message = f"'{_short(id)}' is not among the briefing's sources{question}"
            span = prose.file.span(citation.start, citation.end)
            yield Diagnostic(Code.UNKNOWN_SOURCE, message, span, f"the sources are: {', '.join(ids)}")


def nothing_unsure_is_published(resolved: Resolved) -> Iterator[Diagnostic]:
    """A mark to check keeps a page a draft, in a comment too: there it stands above what a tool was unsure of."""
    if resolved.briefing.status == "draft" or not resolved.manuscript.fields.is_whole("status"):
        return
    prose = resolved.manuscript.prose
    if not _may_be_unsure(prose.file.text):
        yield from _unsure_inherited(resolved)
        return
    published = (*resolved.manuscript.fields.texts(), (prose.start, len(prose.file.text)))
    for mark in (m for start, end in published for m in UNSURE.finditer(prose.file.text, start, end)):
        yield _unsure(mark[0], "", prose.file.span(mark.start(), mark.end()))
    for comment in COMMENT.finditer(prose.file.text, 0, prose.start):
        found = TO_CHECK.search(prose.file.text, *comment.span())
        if found and not any(start <= found.start() < end for start, end in published):
            yield _unsure(found[0], "", prose.file.span(*found.span()))
    yield from _unsure_inherited(resolved)


def _unsure_inherited(resolved: Resolved) -> Iterator[Diagnostic]:
    for steps, text in _inherited(resolved):
        for mark in UNSURE.finditer(text):
            yield _unsure(mark[0], _of_entry(resolved, steps), resolved.manuscript.fields.at(*steps))


def _may_be_unsure(text: str) -> bool:
    """Tell at a glance whether a text can have a mark to check."""
    return "TODO" in text or "[check" in text.lower()


def _unsure(mark: str, where: str, span: Span) -> Diagnostic:
    message = f"'{_short(mark)}' is still to be settled{where}, and the briefing is not a draft"
    return Diagnostic(Code.UNSURE_MARK, message, span, "settle it and take the mark away, or write status: draft")


def a_source_is_named(resolved: Resolved) -> Iterator[Diagnostic]:
    """A briefing rests on something."""
    if not resolved.briefing.sources and resolved.manuscript.fields.is_whole("sources"):
        span = resolved.manuscript.fields.key_at("sources")
        help = "write for example: sources: [the-id-of-a-catalogue-entry]"
        yield Diagnostic(Code.MISSING_FIELD, "'sources' is an empty list; a briefing rests on one at least", span, help)


def quotation_marks_are_paired(resolved: Resolved) -> Iterator[Diagnostic]:
    """What a mark without a partner sets apart cannot be looked for; the prose was read with its own."""
    for steps, text in texts_with_marks(resolved):
        if next(unpaired_in(text), None) is not None:
            at = resolved.manuscript.fields.at(*steps)
            yield Diagnostic(Code.UNPAIRED_MARK, UNPAIRED, at, UNPAIRED_HELP, Severity.WARNING)


RULES: tuple[Rule, ...] = (
    slug_stays_in_its_folder,
    aliases_are_addresses_of_the_site,
    language_is_a_tag,
    ids_are_unique,
    a_source_is_named,
    positions_answer_questions,
    inferred_dates_are_marked,
    points_say_something,
    related_pages_can_be_found,
    addresses_are_safe,
    citations_name_sources,
    nothing_unsure_is_published,
    quotation_marks_are_paired,
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


def _inherited(resolved: Resolved) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield each text that the register or the catalogue gives the briefing, with its path here."""
    b, has = resolved.briefing, resolved.manuscript.fields.has
    lists: Mapping[str, Sequence[Actor | Source]] = {"actors": b.actors, "sources": b.sources}
    for field, entries in lists.items():
        for i, entry in enumerate(entries):
            given = ((name, getattr(entry, name)) for name in NAMES[type(entry)])
            yield from (((field, i, name), str(text)) for name, text in given if text and not has(field, i, name))


def _of_entry(resolved: Resolved, steps: tuple[Step, ...]) -> str:
    """Say which entry of the register or the catalogue a value comes from; "" where it is written in the file."""
    if len(steps) == 1 or steps[0] == "related" or resolved.manuscript.fields.has(*steps):
        return ""
    place = "register" if steps[0] == "actors" else "catalogue"
    return f" ({steps[2]} of this entry in the {place})"


def _slugged(text: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", text.lower())) or "a-short-name"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
