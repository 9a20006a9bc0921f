"""One briefing's file in, everything that is made of it out: the work that is done in parallel, and kept.

It depends on the file, on the entries and saved copies it names, and on the world, which is the same for all. What
other briefings say is not known here: where a page speaks of them it has holes, filled when all are known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import tzinfo
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..checks.evidence import Proof, check_evidence, prove
from ..checks.house.policy import HousePolicy
from ..checks.house.rules import check_house
from ..checks.rules import check_briefing
from ..diagnostics import Code, Diagnostic, Diagnostics, errors_in
from ..evidence.finding import Finding
from ..evidence.fragment import fragment_directive
from ..evidence.source_text import SourceText
from ..exports.formats import render_formats
from ..exports.published import Published
from ..exports.shared import Parts, Traits, share
from ..frozen import frozen, replace
from ..model.actor import Actor
from ..model.source import Passage, Source
from ..parsing.load import Shelf, decode
from ..parsing.manuscript import Manuscript, parse_manuscript
from ..parsing.resolve import Resolved, mentions, resolve
from ..report.evidence import record as evidence_row
from ..view.briefing import show_briefing
from ..view.citations import Verified
from ..view.record import BriefingRecord, record_of
from ..view.saved_source import cited_in
from ..view.site import CARD, Convert, Site
from .attempt import attempt
from .card_pictures import CardPictures
from .pages import briefing_page
from .render import Theme, render_page
from .saved import CopyProblem, SavedSources

ADDRESS = ("slug", "lang", "status")
"""The fields that decide where a page lies."""
BAD_ADDRESS = (Code.BAD_SLUG, Code.OUTSIDE_OUTPUT)


@frozen
class World:
    """All that is the same for every briefing of a build."""

    shelf: Shelf
    site: Site
    zone: tzinfo
    register: Mapping[str, Actor]
    catalogue: Mapping[str, Source]
    saved: SavedSources
    templates: Theme | None = None
    """None where nothing is to be shown, only checked."""
    keeps_evidence: bool = False
    """Whether how each quotation was verified is wanted, as a report has it."""
    aside: Path | None = None
    """The folder where files wait until all briefings are known; None where they are sent home."""
    converter: str = ""
    """What converts Markdown, and its version."""
    house: HousePolicy | None = None
    """The house rules; None where nobody asks for any."""
    cards: CardPictures | None = None
    """What draws the cards, where the site has some."""

    @property
    def theme(self) -> Theme:
        """The templates; raises ValueError where nothing is to be shown."""
        if self.templates is None:
            raise ValueError("this world has no templates")
        return self.templates


@frozen
class Job:
    """A briefing's file: its path below the content folder, its name in messages, its bytes."""

    path: str
    file: str
    raw: bytes
    body_key: str = ""
    """What the body kept from an earlier build was made from."""
    body: str = ""


@frozen
class Made:
    """What was made of a briefing."""

    path: str
    record: BriefingRecord | None
    """None where too little is known of it: its address may be another than it seems."""
    diagnostics: Diagnostics
    copies: tuple[CopyProblem, ...] = ()
    evidence: tuple[dict[str, Any], ...] = ()
    uses: tuple[str, ...] = ()
    """The entries and saved copies it was made with: ``actor:ID``, ``source:ID``, ``saved:FILE``."""
    pages: tuple[tuple[str, str | bytes], ...] = ()
    """Files below the output folder, with their text, where it has holes they carry `token`; or their bytes."""
    token: str = ""
    problem: Diagnostic | None = None
    """What is wrong with the template: the same for every page of its kind."""
    body_key: str = ""
    body: str = ""
    traits: Traits | None = None
    parts: Mapping[str, Parts] = field(default_factory=dict)
    """What it gives to files across briefings; nothing where it is not published."""


def make(world: World, job: Job) -> Made:
    """Return everything that is made of a briefing, or what is wrong with it; never raises."""
    done, failure = attempt(job.file, partial(_make, world, job))
    return done or Made(job.path, None, failure)


def _make(world: World, job: Job) -> Made:
    file, diagnostics = decode(job.file, job.raw)
    manuscript, more = parse_manuscript(job.path, file) if file else (None, ())
    diagnostics += more
    if manuscript is None:
        return Made(job.path, None, diagnostics)
    resolved, problems = resolve(manuscript, world.register, world.catalogue)
    texts = world.saved.of(resolved)
    proofs = prove(resolved, texts)
    broken = world.saved.broken(resolved)
    diagnostics += problems + check_briefing(resolved) + check_evidence(resolved, proofs, texts, broken)
    diagnostics += check_house(resolved, world.house) if world.house else ()
    body = _Body(world.converter, job.body_key, job.body, world.site.convert)
    site = replace(world.site, convert=body.convert)
    known = verified(resolved, proofs, texts)
    record = record_of(resolved, site, known, world.zone) if _has_address(manuscript, diagnostics) else None
    made = Made(
        path=job.path,
        record=record,
        diagnostics=diagnostics,
        copies=tuple(world.saved.problems(resolved)),
        evidence=tuple(map(evidence_row, proofs)) if world.keeps_evidence else (),
        uses=uses_of(resolved),
        token=sha256(job.raw).hexdigest()[:16],
    )
    if world.templates is None or record is None or errors_in(diagnostics):
        return made
    published = Published(resolved, show_briefing(resolved, site, known, made.token), site, known, world.zone)
    return _with_pages(made, record, published, body, world)


def _has_address(manuscript: Manuscript, diagnostics: Diagnostics) -> bool:
    """Tell whether a briefing's address is what its editor meant."""
    is_given = all(map(manuscript.fields.is_whole, ADDRESS))
    return is_given and not any(d.code in BAD_ADDRESS for d in diagnostics)


def _with_pages(made: Made, record: BriefingRecord, published: Published, body: "_Body", world: World) -> Made:
    view = published.view
    is_open = record.head.status == "published"
    others = render_formats(published) if is_open else {}
    traits, parts = share(published) if is_open else (None, {})
    pictures, warnings = _pictures(published, world) if is_open else ({}, ())
    beside: dict[str, str | bytes] = {**others, **pictures}
    page = briefing_page(published, beside, made.token, record.head.file)
    text, problem = render_page(page, world.theme, world.shelf.root)
    cited = {id: tuple(cited_in(view, id, world.site.foreign(view.lang))) for id in record.sources}
    return replace(
        made,
        record=replace(record, head=record.head._replace(beside=tuple(beside)), cited=cited),
        diagnostics=made.diagnostics + warnings,
        pages=() if problem else ((page.save_as, text), *((view.url + name, each) for name, each in beside.items())),
        problem=problem,
        body_key=body.key,
        body=body.html,
        traits=traits,
        parts=parts,
    )


def _pictures(published: Published, world: World) -> tuple[dict[str, bytes], Diagnostics]:
    """Return the pictures beside a page, and what is wrong with them."""
    if world.cards is None:
        return {}, ()
    drawn, problem = world.cards.picture(published)
    return {CARD: drawn} if drawn else {}, (problem,) if problem else ()


class _Body:
    """The prose as HTML: what an earlier build converted, where it was the same text."""

    def __init__(self, converter: str, key: str, html: str, convert: Convert) -> None:
        self.converter, self.key, self.html, self._convert = converter, key, html, convert

    def convert(self, markdown: str) -> str:
        key = sha256(f"{self.converter}\0{markdown}".encode("utf-8", "surrogatepass")).hexdigest()
        if key != self.key:
            self.key, self.html = key, self._convert(markdown)
        return self.html


def uses_of(resolved: Resolved) -> tuple[str, ...]:
    """Return the names of everything outside its file that a briefing is made with, there or not."""
    b = resolved.briefing
    actors = {a.id for a in b.actors} | {name for _, name, _ in mentions(b)}
    saved = {f"saved:{s.file}" for s in b.sources if s.file}
    return tuple(sorted({f"actor:{id}" for id in actors} | {f"source:{s.id}" for s in b.sources} | saved))


def verified(
    resolved: Resolved, proofs: Sequence[Proof], texts: Mapping[str, SourceText]
) -> Mapping[Passage, Verified]:
    """Return how each passage and quotation of a briefing was verified, and where it stands."""
    sources = resolved.sources
    found = {p.claim.passage: (p.source, p.finding) for p in proofs if p.finding and p.finding.passed}
    return {passage: _verified(sources[id], finding, texts[id]) for passage, (id, finding) in found.items()}


def _verified(source: Source, finding: Finding, text: SourceText) -> Verified:
    first, last = finding.places[0], finding.places[0 if finding.ambiguous else -1]
    fragment = fragment_directive(text, first.start, last.end) if source.url else ""
    places = tuple((p.start, p.end) for p in (finding.places[:1] if finding.ambiguous else finding.places))
    return Verified(str(finding.level), first.start, last.end, fragment, source.id, places)
