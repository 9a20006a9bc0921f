"""A draft from saved articles: read, proposed, merged, proved, and only then written."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from ..build.entries import Entries
from ..build.settings import read_settings, shelf_of
from ..diagnostics import Diagnostics, errors_in
from ..drafting.check_draft import check_draft
from ..drafting.draft import fitted, render_draft, render_source
from ..drafting.into import is_nothing, put_into, what_is_new
from ..drafting.known_actors import known_actors
from ..drafting.load import Unreadable
from ..drafting.load_source import LoadedSource, load_source
from ..drafting.merge import merge
from ..drafting.proposal import Proposals
from ..drafting.propose import propose
from ..model.actor import Actor
from ..model.source import Source
from ..parsing.load import Shelf, list_entries, load_text
from ..parsing.manuscript import Manuscript, parse_manuscript
from ..report.text import counted, render_text
from ..view.markup import slug_of
from .project import settings_of
from .proposal_lines import proposal_lines_of
from .refusal import refuse
from .terminal import in_turn, print_lines
from .written import NewFile, TakenError, write_all

_LONGEST_SLUG = 80


@dataclass(frozen=True, slots=True)
class Desk:
    """What a draft is made against: the project's folders, its register and catalogue, and the briefing to add to."""

    shelf: Shelf
    register: Mapping[str, Actor]
    catalogue: Mapping[str, Source]
    into: Manuscript | None = None

    @property
    def actors(self) -> dict[str, Actor]:
        """The actors the draft can refer to, those of the briefing's own included."""
        own = self.into.briefing.actors if self.into else ()
        return {**self.register, **{a.id: a for a in own if a.name and a.id not in self.register}}


def draft(files: Sequence[str], settings_file: str, published: date | None, into: str = "", headline: str = "") -> int:
    """Write a draft from saved articles, or add what they hold to a briefing; return the exit status."""
    desk = _open(settings_file, into)
    if desk is None:
        return 1
    loaded = list(_load(files, desk, published))
    if len(loaded) < len(files):
        return refuse("nothing was written", 1)
    proposals = merge([_proposed(source, desk) for source in loaded])
    if desk.into:
        proposals = what_is_new(desk.into.briefing, proposals)
        if is_nothing(desk.into.briefing, proposals):
            print(f"{into} has all of it already; nothing was written")
            return 0
    made = _added(desk.into, proposals, desk) if desk.into else _new(fitted(proposals), desk, headline)
    return _finish(made, loaded, proposals, desk)


def _open(settings_file: str, into: str) -> Desk | None:
    settings = settings_of(settings_file)
    shelf = shelf_of(settings, read_settings(settings)[0])
    library, problems = _library(shelf)
    if errors_in(problems):
        refuse(f"the register or the catalogue has errors; mend them first\n{render_text(problems)}", 1)
        return None
    if not into:
        return Desk(shelf, *library)
    path = Path(into).absolute()
    if not path.is_file():
        refuse(f"there is no briefing {into}", 1)
        return None
    if not path.resolve().is_relative_to(shelf.content.resolve()):
        refuse(f"{into} does not lie in the content folder", 1)
        return None
    name = path.resolve().relative_to(shelf.content.resolve()).as_posix()  # whatever link led to it
    file, unread = load_text(shelf, shelf.content / name)
    manuscript, problems = parse_manuscript(name, file) if file else (None, unread)
    if manuscript is None or errors_in(problems):
        refuse(f"{into} has errors; mend them first\n{render_text(problems)}", 1)
        return None
    return Desk(shelf, *library, manuscript)


def _library(shelf: Shelf) -> tuple[tuple[Mapping[str, Actor], Mapping[str, Source]], Diagnostics]:
    """Return the register and the catalogue, and what is wrong with any entry."""
    actors, found = list_entries(shelf, shelf.actors)
    sources, more = list_entries(shelf, shelf.sources)
    register, catalogue = Entries[Actor](shelf, "actor", actors), Entries[Source](shelf, "source", sources)
    remarks = (d for entries in (register, catalogue) for id in entries for d in entries.remarks(id))
    return (register, catalogue), (*found, *more, *remarks)


def _load(files: Iterable[str], desk: Desk, published: date | None) -> Iterator[LoadedSource]:
    known = dict(desk.catalogue)
    seen: set[str] = set()
    for file in in_turn(list(files)):
        source = load_source(file, desk.shelf.root, known, published)
        if isinstance(source, Unreadable):
            refuse(f"{source.message} [{source.code}]", 1)
        elif source.entry.sha256 in seen:
            refuse(f"{file} is given twice", 1)
        else:
            seen.add(source.entry.sha256)
            known[source.entry.id] = source.entry
            yield source


def _proposed(source: LoadedSource, desk: Desk) -> Proposals:
    return propose(source.reading, source.entry, known_actors(desk.actors), is_known=source.is_known)


@dataclass(frozen=True, slots=True)
class _Made:
    """The file of a briefing, and what the reader and the proof find wrong with it."""

    file: NewFile
    problems: Diagnostics


def _new(proposals: Proposals, desk: Desk, headline: str) -> _Made:
    day = datetime.now(UTC).date().isoformat()
    text = render_draft(proposals, day, headline)
    dates = [str(s.entry.date) for s in proposals.sources if s.entry.date]
    stem = slug_of(headline or proposals.title, _LONGEST_SLUG) or proposals.sources[0].entry.id
    folder = next(iter(desk.shelf.briefings), "briefings")
    path = desk.shelf.content / folder / f"{max(dates, default=day)}-{stem}.md"
    return _Made(NewFile(path, text.encode()), _check(path, text, proposals, desk))


def _added(manuscript: Manuscript, proposals: Proposals, desk: Desk) -> _Made:
    path = desk.shelf.root / manuscript.fields.file.path
    text, problems = put_into(manuscript, proposals)
    raw = path.read_bytes()
    mark = raw[: len(raw) - len(raw.removeprefix(b"\xef\xbb\xbf"))]
    problems = problems or _check(path, text, proposals, desk)
    return _Made(NewFile(path, mark + text.encode(), replaces=raw), problems)


def _check(path: Path, text: str, proposals: Proposals, desk: Desk) -> Diagnostics:
    sources = {**desk.catalogue, **{s.entry.id: s.entry for s in proposals.sources}}
    name = path.relative_to(desk.shelf.content).as_posix()
    return check_draft(name, os.path.relpath(path, desk.shelf.root), text, dict(desk.register), sources)


def _finish(made: _Made, loaded: Sequence[LoadedSource], proposals: Proposals, desk: Desk) -> int:
    """Write the briefing with the entries and copies it needs, and tell what was proposed."""
    if errors_in(made.problems):
        what = "the proposals do not fit into the briefing" if desk.into else "the draft would not pass the check"
        return refuse(f"{what}; nothing was written\n{render_text(made.problems)}", 1)
    files = [*_supporting(loaded, desk), made.file]
    try:
        write_all(files)
    except TakenError as error:
        why = "has changed meanwhile" if desk.into else "is there already"
        return refuse(f"{_shown(error.path)} {why}; nothing was written", 1)
    print_lines(proposal_lines_of(proposals))
    for file in files:
        print(f"{_shown(file.path)}: {'added to' if file.replaces is not None else 'written'}")
    marks = made.file.content.decode().count("[check:")
    published = " It is published already: the build stops until they are." if _is_published(desk) else ""
    print(f"{counted(marks, 'mark')} to settle: look for [check: in it; it cannot be published before.{published}")
    return 0


def _is_published(desk: Desk) -> bool:
    return desk.into is not None and desk.into.briefing.status != "draft"


def _supporting(loaded: Iterable[LoadedSource], desk: Desk) -> Iterator[NewFile]:
    for source in loaded:
        if source.copy is not None:
            yield NewFile(desk.shelf.root / source.entry.file, source.copy)
        if not source.is_known:
            path = desk.shelf.content / desk.shelf.sources / f"{source.entry.id}.yaml"
            yield NewFile(path, render_source(source.entry).encode())


def _shown(path: Path) -> str:
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
