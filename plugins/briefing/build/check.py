"""A project in, everything known about it out: what `pelican content` and `briefing check` both rest on."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from ..checks.evidence import Proof, check_evidence, prove
from ..checks.rules import check_briefing
from ..checks.site import check_site
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..evidence.finding import Finding
from ..evidence.fragment import fragment_directive
from ..evidence.source_text import SourceText
from ..model.source import Passage
from ..parsing.load import Library, Shelf, list_briefings, load_library, load_manuscript
from ..parsing.resolve import Resolved, resolve
from ..view.citations import Verified
from ..view.site import is_embargoed
from .attempt import attempt
from .saved import SavedSources

Read = tuple[tuple[Resolved | None, tuple[Proof, ...]], Diagnostics]
"""A briefing and the proof of its words, and everything that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Project:
    """All briefings with their actors and sources, sorted by what becomes of them."""

    library: Library
    published: tuple[Resolved, ...] = ()
    """Those that have a page and are listed."""
    unlisted: tuple[Resolved, ...] = ()
    """Drafts and hidden ones: they have a page, and nothing leads there."""
    embargoed: tuple[Resolved, ...] = ()
    """Those whose date has not come: they are nowhere in the output."""
    proofs: Mapping[str, tuple[Proof, ...]] = field(default_factory=dict)
    """What was found of the words of each briefing, by its path."""

    saved: Mapping[str, SourceText] = field(default_factory=dict)
    """The texts of the saved copies, by their file."""

    def all_proofs(self) -> list[Proof]:
        """Return what was found of every quotation and passage, in the order of files and lines."""
        found = (proof for proofs in self.proofs.values() for proof in proofs)
        return sorted(found, key=lambda p: (p.claim.span.path, p.claim.span.line, p.claim.span.column))

    def verified(self, resolved: Resolved) -> Mapping[Passage, Verified]:
        """Return how each passage and quotation of a briefing was verified, and where it stands."""
        proofs = self.proofs.get(resolved.manuscript.path, ())
        found = ((p, p.finding) for p in proofs if p.finding and p.finding.passed)
        return {p.claim.passage: self._verified(p.source, finding, resolved) for p, finding in found}

    def _verified(self, source_id: str, finding: Finding, resolved: Resolved) -> Verified:
        first, last = finding.places[0], finding.places[0 if finding.ambiguous else -1]
        source = resolved.sources[source_id]
        fragment = fragment_directive(self.saved[source.file], first.start, last.end) if source.url else ""
        places = tuple((p.start, p.end) for p in (finding.places[:1] if finding.ambiguous else finding.places))
        return Verified(str(finding.level), first.start, last.end, fragment, source_id, places)


def load_project(shelf: Shelf, now: datetime, lang: str) -> tuple[Project, Diagnostics]:
    """Read and check a whole project; `now` decides what is under embargo."""
    library, diagnostics = load_library(replace(shelf, briefings=()))
    paths, ignored = list_briefings(shelf)
    saved = SavedSources(shelf)
    read = [_attempted(shelf, path, library, saved) for path in paths]
    proofs = {r.manuscript.path: found for (r, found), _ in read if r}
    briefings = [r for (r, _), _ in read if r]
    library = replace(library, manuscripts=tuple(r.manuscript for r in briefings), files=len(paths))
    diagnostics += ignored + tuple(d for _, found in read for d in found)
    diagnostics += saved.problems(briefings)
    diagnostics += check_site(briefings, lang, complete=len(briefings) == len(paths))
    if not library.files:
        diagnostics += (_empty(shelf),)
    open_now = [r for r in briefings if not is_embargoed(r, now)]
    project = Project(
        library,
        published=tuple(r for r in open_now if r.briefing.status == "published"),
        unlisted=tuple(r for r in open_now if r.briefing.status != "published"),
        embargoed=tuple(r for r in briefings if is_embargoed(r, now)),
        proofs=proofs,
        saved=saved.texts(),
    )
    return project, diagnostics


def _attempted(shelf: Shelf, path: Path, library: Library, saved: SavedSources) -> Read:
    name = Path(os.path.relpath(path, shelf.root)).as_posix()
    done, failure = attempt(name, partial(_read, shelf, path, library, saved))
    return done or ((None, ()), failure)


def _read(shelf: Shelf, path: Path, library: Library, saved: SavedSources) -> Read:
    """Return one briefing with its actors and sources and the proof of its words, and all that is wrong with it."""
    manuscript, diagnostics = load_manuscript(shelf, path)
    if manuscript is None:
        return (None, ()), diagnostics
    resolved, problems = resolve(manuscript, library.register, library.catalogue)
    texts = saved.of(resolved)
    proofs = prove(resolved, texts)
    diagnostics += problems + check_briefing(resolved) + check_evidence(resolved, proofs, texts, saved.broken(resolved))
    return (resolved, proofs), diagnostics


def _empty(shelf: Shelf) -> Diagnostic:
    folders = ", ".join(f"content/{folder}" for folder in shelf.briefings)
    message = f"there is no briefing in {folders}; the site is built without any"
    return Diagnostic(
        Code.EMPTY_SITE, message, Span(folders), "invoke new 'A title' writes a first one", Severity.WARNING
    )


def twins(project: Project) -> Mapping[str, tuple[Resolved, ...]]:
    """Return, by slug, the published briefings that exist in several languages."""
    by_slug: dict[str, list[Resolved]] = {}
    for r in project.published:
        by_slug.setdefault(r.manuscript.slug, []).append(r)
    return {slug: tuple(members) for slug, members in by_slug.items() if len(members) > 1}


def briefings_of(project: Project) -> Iterator[Resolved]:
    """Yield every briefing that has a page."""
    yield from project.published
    yield from project.unlisted
