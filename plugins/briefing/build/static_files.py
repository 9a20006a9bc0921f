"""Files that are published as they are, looked into once; those without fault are remembered by what they look like."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..diagnostics import Code, Diagnostic, Span
from ..frozen import frozen
from .signature import Signature, look_at, now, settled
from .store import Store

FACT = "sound static files"
PLAIN = frozenset(
    (
        *("avif", "gif", "ico", "jpeg", "jpg", "png", "webp"),
        *("m4a", "mp3", "mp4", "ogg", "wav", "webm", "otf", "ttf", "woff", "woff2"),
        *("css", "csv", "json", "pdf", "txt", "zip"),
    )
)
"""Endings of what no browser shows as a page, on whatever host. A file of another may be one if it begins as one."""


@frozen
class StaticFile:
    """A file of the content folder that goes to the site as it is."""

    path: str
    """Below the content folder."""
    source: Path
    name: str
    """Below the output."""
    file: str
    """As messages name it."""


def check_static_files(
    files: Iterable[StaticFile], trusted: Collection[str], store: Store, key: str
) -> Iterator[Diagnostic]:
    """Yield what would run in readers' browsers; `key` is what the rules depend on."""
    none: dict[str, Signature] = {}
    kept = store.load(FACT, ("", none))
    known = kept[1] if kept[0] == key else none
    sound: dict[str, Signature] = {}
    for each in files:
        if not may_run(each.name) or is_trusted(each.path, trusted):
            continue
        read_at, looked = now(), look_at(each.source)
        if looked is None and not each.source.is_file():  # what links to it says so
            continue
        if looked is None or known.get(each.name) != looked:
            problems = list(_look_into(each))
            yield from problems
            if problems or looked is None:
                continue
        sound[each.name] = settled(looked, read_at) if known.get(each.name) != looked else looked
    if sound != known or kept[0] != key:
        store.keep(FACT, (key, sound))


def may_run(name: str) -> bool:
    """Tell whether a file of this name is to be looked into."""
    return name.rpartition("/")[2].rpartition(".")[2].lower() not in PLAIN


def is_trusted(path: str, trusted: Collection[str]) -> bool:
    """Tell whether a file below the content folder is one that may run, by its own name or its folder's (``apps/``)."""
    return path in trusted or any(path.startswith(folder) for folder in trusted if folder.endswith("/"))


def _look_into(static: StaticFile) -> Iterator[Diagnostic]:
    from ..checks.static_files import check_static_file  # most builds look into none

    try:
        content = static.source.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield Diagnostic(Code.UNREADABLE_FILE, f"the file cannot be read: {reason}", Span(static.file))
        return
    for found in check_static_file(static.file, static.name, content):
        yield Diagnostic(found.code, found.message, found.span, f"{found.help}; {_trust(static.path)}")


def _trust(path: str) -> str:
    return f"if readers are meant to have it: BRIEFING_TRUSTED_FILES = [{path!r}]"
