"""The saved copies of sources: each read once, held against its checksum, and refused when it is not the one cited."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..evidence.saved import SavedFault, read_saved, sha256_of
from ..evidence.source_text import SourceText, read_source
from ..frozen import frozen, replace
from ..model.source import Source
from ..parsing.load import Shelf, display_name, list_entries, load_text, real
from ..parsing.located_text import LocatedText
from ..parsing.located_yaml import read_yaml
from ..parsing.resolve import Resolved

LARGEST_COPY = 5_000_000  # bytes; a long article has a hundredth of that
MOST_NAMED = 8  # briefings that one diagnostic lists
SHA256 = re.compile(r"[0-9a-fA-F]{64}")
MOST_COPIES = 200
"""How many saved copies a process holds: read, one takes ten times its size, and there may be one for each briefing."""
Problem = tuple[Code, str, str]
"""Code, message and help."""


@frozen
class Saved:
    """A saved copy: its text ready to be searched, or what is wrong with it."""

    text: SourceText | None
    problem: Problem | None = None


@frozen
class CopyProblem:
    """What is wrong with a saved copy that a briefing rests on: the same for every briefing, and said once."""

    source: str
    file: str
    diagnostic: Diagnostic
    briefing: str
    """Its file; "" where the catalogue alone names the copy."""
    field: str = ""
    """Where the catalogue names the copy, the field to look at there; the briefing then names the source only."""


@dataclass(slots=True)
class SavedSources:
    """Saved copies by source, read when first asked for: from the disk, or from what was brought along."""

    shelf: Shelf
    known: dict[Source, Saved] = field(default_factory=dict)
    brought: Mapping[str, bytes | Problem] | None = None
    """The bytes of saved copies by their file, where the work is done far from the disk."""

    def of(self, resolved: Resolved) -> Mapping[str, SourceText]:
        """Return the texts of a briefing's sources by id, those that are saved and sound."""
        found = ((s.id, self.saved(s).text) for s in resolved.briefing.sources if s.file)
        return {id: text for id, text in found if text}

    def broken(self, resolved: Resolved) -> frozenset[str]:
        """Return the sources whose saved copy is named but cannot be used: that is said once, not of each quotation."""
        return frozenset(s.id for s in resolved.briefing.sources if s.file and not self.saved(s).text)

    def problems(self, resolved: Resolved) -> Iterator[CopyProblem]:
        """Yield what is wrong with the saved copies a briefing rests on."""
        file = resolved.manuscript.fields.file.path
        for source in resolved.briefing.sources:
            problem = self.saved(source).problem if source.file else None
            if problem:
                place, name = _place(source, resolved, problem[0])
                yield CopyProblem(source.id, source.file, _diagnostic(problem, place), file, name)

    def saved(self, source: Source) -> Saved:
        """Return a source's saved copy; those that were asked for last are at hand."""
        found = self.known.pop(source, None) or self._read(source)
        self.known[source] = found
        if len(self.known) > MOST_COPIES:
            del self.known[next(iter(self.known))]
        return found

    def _read(self, source: Source) -> Saved:
        raw = fetch(self.shelf.root, source.file) if self.brought is None else self.brought[source.file]
        return read_copy(raw, source)


def _place(source: Source, first: Resolved, code: Code) -> tuple[Span, str]:
    """Return where a briefing names the copy or its checksum; or its source, and the field of the catalogue."""
    name = _named_by(code)
    fields = first.manuscript.fields
    index = [s.id for s in first.briefing.sources].index(source.id)
    if fields.has("sources", index, "file"):
        return fields.at("sources", index, name), ""
    return fields.at("sources", index), name


def problem_in_catalogue(shelf: Shelf, path: Path, source: Source) -> CopyProblem | None:
    """Return what is wrong with the saved copy of an entry of the catalogue, whether or not a briefing cites it."""
    problem = load_saved(shelf.root, source).problem
    if problem is None:
        return None
    place = _in_entry(shelf, path, _named_by(problem[0])) or Span(display_name(shelf, path))
    return CopyProblem(source.id, source.file, _diagnostic(problem, place), "")


def _named_by(code: Code) -> str:
    """Return the field that is to be mended."""
    return "sha256" if code is Code.SOURCE_CHANGED else "file"


def _diagnostic(problem: Problem, place: Span) -> Diagnostic:
    code, message, help = problem
    severity = Severity.WARNING if code is Code.SOURCE_UNPINNED else Severity.ERROR
    return Diagnostic(code, message, place, help, severity)


def once_each(problems: Iterable[CopyProblem], shelf: Shelf) -> Diagnostics:
    """Say of each copy what is wrong with it, once; of one that has changed, also who rests on it."""
    alike: dict[tuple[str, str, Code], list[CopyProblem]] = {}
    for p in sorted(problems, key=lambda p: p.briefing):
        alike.setdefault((p.source, p.file, p.diagnostic.code), []).append(p)
    entries, _ = list_entries(shelf, shelf.sources)
    return tuple(_with_resting(same, shelf, entries) for same in alike.values())


def _with_resting(same: list[CopyProblem], shelf: Shelf, entries: Mapping[str, Path]) -> Diagnostic:
    first = same[0].diagnostic
    if same[0].field and same[0].source in entries:
        first = replace(first, span=_in_entry(shelf, entries[same[0].source], same[0].field) or first.span)
    if first.code is not Code.SOURCE_CHANGED:
        return first
    citing = [p.briefing for p in same if p.briefing] or ["no briefing"]
    more = f" and {len(citing) - MOST_NAMED:,} more" if len(citing) > MOST_NAMED else ""
    return replace(first, message=f"{first.message}; it is cited by {', '.join(citing[:MOST_NAMED])}{more}")


def _in_entry(shelf: Shelf, path: Path, name: str) -> Span | None:
    """Return where an entry of the catalogue has a field; it is read again, for only a message needs its place."""
    file = load_text(shelf, path)[0]
    fields = read_yaml(file, 0, len(file.text))[0] if file else None
    return fields.at(name) if fields else None


def broken_marks(file: str, text: SourceText) -> Iterator[Diagnostic]:
    """Yield a note for each quotation mark of a source that has no partner."""
    located = LocatedText(file, text.text)
    for mark in text.broken_marks:
        message = f"this quotation mark ({mark.mark}) has no partner: where the quotation begins or ends is not known"
        help = "nothing beside it can be quoted with certainty; paraphrase"
        yield Diagnostic(Code.BROKEN_MARKS, message, located.span(mark.start), help, Severity.NOTE)


def notes_of(shelf: Shelf, files: Iterable[str]) -> Diagnostics:
    """Return what is to be noted of saved copies that are sound: marks without a partner."""
    texts = ((file, load_saved(shelf.root, Source(id="", file=file)).text) for file in sorted(files))
    return tuple(d for file, text in texts if text for d in broken_marks(file, text))


def load_saved(root: Path, source: Source) -> Saved:
    """Read the saved copy of a source from the project's folder."""
    return read_copy(fetch(root, source.file), source)


def fetch(root: Path, file: str) -> bytes | Problem:
    """Return the bytes of a saved copy, or what is wrong."""
    path = root / file
    try:
        if not path.resolve().is_relative_to(real(root)):
            return Code.SOURCE_MISSING, f"'{file}' leads out of the project", "keep saved copies in seeds/"
        if path.stat().st_size > LARGEST_COPY:
            message = f"the saved copy {file} is larger than {LARGEST_COPY:,} bytes"
            return Code.SOURCE_UNREADABLE, message, "save the article's own text alone"
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        help = "the path begins at the project's folder: seeds/NAME.txt"
        return Code.SOURCE_MISSING, f"the saved copy {file} cannot be found", help


def read_copy(raw: bytes | Problem, source: Source) -> Saved:
    """Return what the bytes of a saved copy say, if they are those that were cited."""
    if not isinstance(raw, bytes):
        return Saved(None, raw)
    digest = sha256_of(raw)
    if source.sha256 and not SHA256.fullmatch(source.sha256):
        message = "this is no SHA-256, which has 64 digits from 0 to f"
        return Saved(None, (Code.SOURCE_CHANGED, message, f"write sha256: {digest}"))
    if source.sha256 and source.sha256.lower() != digest:
        message = f"the saved copy {source.file} has changed since it was cited"
        help = f"bring the old copy back; or check every quotation against the new one and write sha256: {digest}"
        return Saved(None, (Code.SOURCE_CHANGED, message, help))
    text = read_saved(raw, source.file)
    if isinstance(text, SavedFault):
        return Saved(None, (Code.SOURCE_UNREADABLE, text.message.rstrip("."), ""))
    unpinned = (Code.SOURCE_UNPINNED, f"the saved copy {source.file} is not pinned", f"write sha256: {digest}")
    return Saved(read_source(text), None if source.sha256 else unpinned)
