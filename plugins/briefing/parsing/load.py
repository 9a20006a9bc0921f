"""Files in, text out: the one place of this room that touches the disk."""

import os
import shutil
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..frozen import frozen
from .located_text import LocatedText

if TYPE_CHECKING:
    from .located_value import LocatedValue
    from .manuscript import Entry

LARGEST_FILE = 2_000_000  # bytes; the longest book chapter has a quarter of that
SAVE_AS_UTF_8 = "save the file as UTF-8 in your editor"
MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd")
YAML_ENDINGS = (".yaml", ".yml")


@frozen
class Shelf:
    """The folders a project keeps its texts in; `root` is the project, the others are paths below `content`."""

    root: Path
    content: Path
    briefings: tuple[str, ...] = ("briefings",)
    actors: str = "actors"
    sources: str = "sources"


def list_entries(shelf: Shelf, folder: str) -> tuple[dict[str, Path], Diagnostics]:
    """Return the files of a register or catalogue by their id, which is their name, and what is wrong with others."""
    paths, diagnostics = _sorted_out(shelf, folder, YAML_ENDINGS)
    entries: dict[str, Path] = {}
    for path in paths:
        if path.stem in entries:
            message = f"another file in {folder} has the id '{path.stem}' already"
            diagnostics += (
                _problem(Code.DUPLICATE_ID, display_name(shelf, path), message, "rename or remove one of them"),
            )
        else:
            entries[path.stem] = path
    return entries, diagnostics


def load_entry(shelf: Shelf, path: Path, record: "type[Entry]") -> "tuple[Entry, LocatedValue | None, Diagnostics]":
    """Read one entry, and what it was made of.

    One that is broken is known all the same, so that no mention of it is called unknown.
    """
    from .manuscript import parse_entry  # read where it is needed: an unchanged site parses nothing

    file, problems = load_text(shelf, path)
    entry, fields, more = parse_entry(record, file, path.stem) if file else (None, None, ())
    return entry or record(id=path.stem), fields, problems + more


def load_text(shelf: Shelf, path: Path) -> tuple[LocatedText | None, Diagnostics]:
    """Return a file's text, or why it cannot be had."""
    raw, diagnostics = load_bytes(shelf, path)
    return (None, diagnostics) if raw is None else decode(display_name(shelf, path), raw)


def load_bytes(shelf: Shelf, path: Path, *, is_plain: bool = False) -> tuple[bytes | None, Diagnostics]:
    """Return a file's bytes, or why they cannot be had: it lies elsewhere, is no plain file, or is too large.

    Of a file that is known to be plain, without a link in its path, the place needs no look.
    """
    name = display_name(shelf, path)
    try:
        if not is_plain and not path.resolve().is_relative_to(real(shelf.content)):
            return None, (_outside(name),)
        raw = _read(path)
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        return None, (_unreadable(name, error),)
    if len(raw) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE:,} bytes, the most that is read"
        return None, (_problem(Code.FILE_TOO_LARGE, name, message, "no briefing is so long; is it another file?"),)
    return raw, ()


def real(folder: Path) -> Path:
    """Return where a folder of the project really is, which does not change while files are read."""
    return _real(folder.absolute())


@lru_cache(maxsize=8)
def _real(folder: Path) -> Path:
    return folder.resolve()


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
    ignored = tuple(ignored_file(display_name(shelf, p), endings[0]) for p in others)
    passed_over = set(others)
    return [p for p in paths if p not in passed_over], ignored


def ignored_file(name: str, ending: str) -> Diagnostic:
    """Return the warning for a file that is not read, for it has another ending."""
    help = f"rename it to end in {ending}, or move it elsewhere"
    return Diagnostic(Code.IGNORED_FILE, "this file is not read", Span(name), help, Severity.WARNING)


def _read(path: Path) -> bytes:
    """Return the bytes of a file, at most one more than are allowed; a pipe or device would never end."""
    if path.is_dir():
        next(path.iterdir(), None)  # says why a folder cannot be opened
        raise OSError(0, "it is a link to a folder")
    if path.exists() and not path.is_file():
        raise OSError(0, "it is not a plain file")
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def display_name(shelf: Shelf, path: Path) -> str:
    """Return a file's path as messages give it: from the project's folder."""
    return os.path.relpath(path, shelf.root).replace(os.sep, "/")


def reason_of(error: OSError) -> str:
    """Return why a file cannot be had or made; where several were copied, why the first cannot."""
    copied = error.args[0] if isinstance(error, shutil.Error) else ""
    return str(copied[0][2]) if isinstance(copied, list) else (error.strerror or str(error)).lower()


def _problem(code: Code, name: str, message: str, help: str) -> Diagnostic:
    return Diagnostic(code, message, Span(name), help)


def _outside(name: str) -> Diagnostic:
    help = "put a copy of the file into the content folder in its place"
    return _problem(Code.OUTSIDE_CONTENT, name, "this link leads out of the content folder", help)


def _unreadable(name: str, error: Exception) -> Diagnostic:
    reason = reason_of(error) if isinstance(error, OSError) else "it leads to itself"
    help = "look at the file's permissions, or at where the link leads"
    return _problem(Code.UNREADABLE_FILE, name, f"the file cannot be read: {reason}", help)
