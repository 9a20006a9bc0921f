"""The saved copies of sources: each read once, held against its checksum, and refused when it is not the one cited."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..evidence.saved import SavedFault, read_saved, sha256_of
from ..evidence.source_text import SourceText, read_source
from ..model.source import Source
from ..parsing.load import YAML_ENDINGS, Shelf, load_text
from ..parsing.located_text import LocatedText
from ..parsing.located_yaml import read_yaml
from ..parsing.resolve import Resolved


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved copy: its text ready to be searched, or what is wrong with it; `place` is where its file is named."""

    text: SourceText | None
    problem: tuple[Code, str, str] | None = None
    """Code, message and help."""


@dataclass(slots=True)
class SavedSources:
    """Saved copies by source, read when first asked for."""

    shelf: Shelf
    known: dict[Source, Saved] = field(default_factory=dict)

    def of(self, resolved: Resolved) -> Mapping[str, SourceText]:
        """Return the texts of a briefing's sources by id, those that are saved and sound."""
        found = ((s.id, self._saved(s).text) for s in resolved.briefing.sources if s.file)
        return {id: text for id, text in found if text}

    def texts(self) -> Mapping[str, SourceText]:
        """Return the texts read so far, by the file of their saved copy."""
        return {source.file: saved.text for source, saved in self.known.items() if saved.text}

    def broken(self, resolved: Resolved) -> frozenset[str]:
        """Return the sources whose saved copy is named but cannot be used: that is said once, not of each quotation."""
        return frozenset(s.id for s in resolved.briefing.sources if s.file and not self._saved(s).text)

    def problems(self, briefings: Iterable[Resolved]) -> Diagnostics:
        """Return what is wrong with the saved copies that briefings rest on, once for each copy."""
        resting: dict[Source, list[Resolved]] = {}
        for r in briefings:
            for source in r.briefing.sources:
                resting.setdefault(source, []).append(r)
        found = (d for source, rs in resting.items() if source.file for d in self._problem(source, rs))
        return (*found, *(d for file, text in self.texts().items() for d in broken_marks(file, text)))

    def _problem(self, source: Source, resting: list[Resolved]) -> Iterator[Diagnostic]:
        problem = self._saved(source).problem
        if problem:
            code, message, help = problem
            names = ", ".join(r.manuscript.fields.file.path for r in resting)
            severity = Severity.WARNING if code is Code.SOURCE_UNPINNED else Severity.ERROR
            rests = f"; it is cited by {names}" if code is Code.SOURCE_CHANGED else ""
            yield Diagnostic(code, message + rests, self._place(source, resting[0], code), help, severity)

    def _place(self, source: Source, first: Resolved, code: Code) -> Span:
        """Return where the file, or its checksum, is named: in the catalogue, or in the briefing."""
        name = "sha256" if code is Code.SOURCE_CHANGED else "file"
        fields = first.manuscript.fields
        index = [s.id for s in first.briefing.sources].index(source.id)
        if fields.has("sources", index, "file"):
            return fields.at("sources", index, name)
        return _in_catalogue(self.shelf, source.id, name) or fields.at("sources", index)

    def _saved(self, source: Source) -> Saved:
        if source not in self.known:
            self.known[source] = load_saved(self.shelf.root, source)
        return self.known[source]


def _in_catalogue(shelf: Shelf, id: str, name: str) -> Span | None:
    """Return where the catalogue's entry has a field; the entry is read again, for only a message needs its place."""
    for ending in YAML_ENDINGS:
        file = load_text(shelf, shelf.content / shelf.sources / f"{id}{ending}")[0]
        fields = read_yaml(file, 0, len(file.text))[0] if file else None
        if fields:
            return fields.at(name)
    return None


def broken_marks(file: str, text: SourceText) -> Iterator[Diagnostic]:
    """Yield a note for each quotation mark of a source that has no partner."""
    located = LocatedText(file, text.text)
    for mark in text.broken_marks:
        message = f"this quotation mark ({mark.mark}) has no partner: where the quotation begins or ends is not known"
        help = "nothing beside it can be quoted with certainty; paraphrase"
        yield Diagnostic(Code.BROKEN_MARKS, message, located.span(mark.start), help, Severity.NOTE)


def load_saved(root: Path, source: Source) -> Saved:
    """Read the saved copy of a source from the project's folder."""
    path = root / source.file
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            message = f"'{source.file}' leads out of the project"
            return Saved(None, (Code.SOURCE_MISSING, message, "keep saved copies in seeds/"))
        raw = path.read_bytes()
    except (OSError, ValueError, RuntimeError):
        help = "the path begins at the project's folder: seeds/NAME.txt"
        return Saved(None, (Code.SOURCE_MISSING, f"the saved copy {source.file} cannot be found", help))
    digest = sha256_of(raw)
    if source.sha256 and source.sha256.lower() != digest:
        message = f"the saved copy {source.file} has changed since it was cited"
        help = f"bring the old copy back; or check every quotation against the new one and write sha256: {digest}"
        return Saved(None, (Code.SOURCE_CHANGED, message, help))
    text = read_saved(raw, source.file)
    if isinstance(text, SavedFault):
        return Saved(None, (Code.SOURCE_UNREADABLE, text.message.rstrip("."), ""))
    unpinned = (Code.SOURCE_UNPINNED, f"the saved copy {source.file} is not pinned", f"write sha256: {digest}")
    return Saved(read_source(text), None if source.sha256 else unpinned)
