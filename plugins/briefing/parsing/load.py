"""Files in, text out: the one place of this room that touches the disk."""

import os
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..model.actor import Actor
from ..model.source import Source
from .located_text import LocatedText
from .manuscript import Entry, Manuscript, parse_entry, parse_manuscript

LARGEST_FILE = 2_000_000  # bytes; the longest book chapter has a quarter of that
SAVE_AS_UTF_8 = "save the file as UTF-8 in your editor"
MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd")
YAML_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folders a project keeps its texts in; `root` is the project, the others are paths below `content`."""

    root: Path
    content: Path
    briefings: tuple[str, ...] = ("briefings",)
    actors: str = "actors"
    sources: str = "sources"


@dataclass(frozen=True, slots=True)
class Library:
    """Everything read: the manuscripts in the order of their paths, the register and the catalogue."""

    manuscripts: tuple[Manuscript, ...]
    register: dict[str, Actor]
    catalogue: dict[str, Source]
    files: int
    """How many briefing files were found, readable or not."""


def load_library(shelf: Shelf) -> tuple[Library, Diagnostics]:
    """Read every briefing, actor and source of a project, and everything that is wrong with them."""
    register, diagnostics = _load_entries(shelf, shelf.actors, Actor)
    catalogue, more = _load_entries(shelf, shelf.sources, Source)
    paths, ignored = list_briefings(shelf)
    diagnostics += more + ignored
    loaded = [load_manuscript(shelf, path) for path in paths]
    diagnostics += tuple(d for _, problems in loaded for d in problems)
    return Library(tuple(m for m, _ in loaded if m), register, catalogue, len(paths)), diagnostics


def list_briefings(shelf: Shelf) -> tuple[list[Path], Diagnostics]:
    """Return the files that are briefings, in a fixed order, and a warning for each file there that is not one."""
    listed = [_sorted_out(shelf, folder, MARKDOWN_ENDINGS) for folder in shelf.briefings]
    return [p for paths, _ in listed for p in paths], tuple(d for _, ignored in listed for d in ignored)


def load_manuscript(shelf: Shelf, path: Path) -> tuple[Manuscript | None, Diagnostics]:
    """Read one briefing's file."""
    file, diagnostics = load_text(shelf, path)
    if file is None:
        return None, diagnostics
    return parse_manuscript(path.relative_to(shelf.content).as_posix(), file)


def load_text(shelf: Shelf, path: Path) -> tuple[LocatedText | None, Diagnostics]:
    """Return a file's text, or why it cannot be had."""
    name = _name(shelf, path)
    try:
        if not path.resolve().is_relative_to(shelf.content.resolve()):
            return None, (_outside(name),)
        raw = _read(path)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        return None, (_unreadable(name, error),)
    if len(raw) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE:,} bytes, the most that is read"
        return None, (_problem(Code.FILE_TOO_LARGE, name, message, "no briefing is so long; is it another file?"),)
    return decode(name, raw)


def decode(name: str, raw: bytes) -> tuple[LocatedText | None, Diagnostics]:
    """Return bytes as text: UTF-8 only; a byte order mark at the beginning is taken off."""
    if raw.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
        return None, (_problem(Code.BAD_ENCODING, name, "the file is UTF-16, not UTF-8", SAVE_AS_UTF_8),)
    if b"\0" in raw:
        help = "briefings, actors and sources are plain text files; keep pictures in content/images"
        return None, (_problem(Code.BINARY_FILE, name, "the file is binary, not text", help),)
    raw = raw.removeprefix(BOM_UTF8)
    try:
        return LocatedText(name, raw.decode("utf-8")), ()
    except UnicodeDecodeError as error:
        readable = LocatedText(name, raw.decode("utf-8", "replace"))
        span = readable.span(len(raw[: error.start].decode("utf-8")))
        message = f"the file is not UTF-8: the byte here (0x{raw[error.start]:02x}) is no character"
        return None, (Diagnostic(Code.BAD_ENCODING, message, span, SAVE_AS_UTF_8),)


def _load_entries(shelf: Shelf, folder: str, record: type[Entry]) -> tuple[dict[str, Entry], Diagnostics]:
    entries: dict[str, Entry] = {}
    paths, diagnostics = _sorted_out(shelf, folder, YAML_ENDINGS)
    for path in paths:
        if path.stem in entries:
            message = f"another file in {folder} has the id '{path.stem}' already"
            diagnostics += (_problem(Code.DUPLICATE_ID, _name(shelf, path), message, "rename or remove one of them"),)
            continue
        file, problems = load_text(shelf, path)
        entry, more = parse_entry(record, file, path.stem) if file else (None, ())
        diagnostics += problems + more
        entries[path.stem] = entry or record(id=path.stem)  # known, though broken: no error for each mention
    return entries, diagnostics


def _listed(folder: Path) -> list[Path]:
    """Return the files below a folder in a fixed order; hidden files and editors' backups are passed over.

    A folder that is a link or cannot be opened is listed as if it were a file: reading it then says what is wrong.
    """
    found: list[Path] = []
    unopened: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unopened.append):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        found += [Path(parent, n) for n in names + links if not n.startswith((".", "#")) and not n.endswith("~")]
    found += [Path(error.filename) for error in unopened if not isinstance(error, FileNotFoundError)]
    return sorted(found)


def _sorted_out(shelf: Shelf, folder: str, endings: tuple[str, ...]) -> tuple[list[Path], Diagnostics]:
    """Return the files to read, and a warning for each that has another ending."""
    paths = _listed(shelf.content / folder)
    others = [p for p in paths if not p.name.lower().endswith(endings) and p.is_file() and not p.is_symlink()]
    ignored = tuple(
        Diagnostic(
            Code.IGNORED_FILE,
            "this file is not read",
            Span(_name(shelf, p)),
            f"rename it to end in {endings[0]}, or move it elsewhere",
            Severity.WARNING,
        )
        for p in others
    )
    passed_over = set(others)
    return [p for p in paths if p not in passed_over], ignored


def _read(path: Path) -> bytes:
    """Return the bytes of a file, at most one more than are allowed; a pipe or device would never end."""
    if path.is_dir():
        next(path.iterdir(), None)  # says why a folder cannot be opened
        raise OSError(0, "it is a link to a folder")
    if path.exists() and not path.is_file():
        raise OSError(0, "it is not a plain file")
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def _name(shelf: Shelf, path: Path) -> str:
    return os.path.relpath(path, shelf.root).replace(os.sep, "/")


def _problem(code: Code, name: str, message: str, help: str) -> Diagnostic:
    return Diagnostic(code, message, Span(name), help)


def _outside(name: str) -> Diagnostic:
    help = "put a copy of the file into the content folder in its place"
    return _problem(Code.OUTSIDE_CONTENT, name, "this link leads out of the content folder", help)


def _unreadable(name: str, error: Exception) -> Diagnostic:
    reason = (error.strerror or str(error)).lower() if isinstance(error, OSError) else "it leads to itself"
    help = "look at the file's permissions, or at where the link leads"
    return _problem(Code.UNREADABLE_FILE, name, f"the file cannot be read: {reason}", help)
