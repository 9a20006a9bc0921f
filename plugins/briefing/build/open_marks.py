"""Marks still to be settled in the register and the catalogue: an error where a briefing would publish them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..diagnostics import Code, Diagnostic, Diagnostics, Severity
from ..frozen import replace
from ..parsing.load import display_name

if TYPE_CHECKING:
    from .reading import Reading

HELP = "settle it and take the mark away, or let what names it be a draft"


def as_published(found: Diagnostics, reading: "Reading") -> Diagnostics:
    """Return what is said of the entries, with the marks in those that a briefing names, and no draft, as errors."""
    naming = _naming(reading)
    return tuple(_told(d, naming.get(d.span.path, [])) if d.code is Code.UNSURE_MARK else d for d in found)


def _told(mark: Diagnostic, files: list[str]) -> Diagnostic:
    if not files:
        return mark
    more = f" and {len(files) - 1:,} more" if len(files) > 1 else ""
    verb = "are no drafts" if more else "is no draft"
    message = f"{mark.message}, and {min(files)}{more} {verb}"
    return replace(mark, message=message, help=HELP, severity=Severity.ERROR)


def _naming(reading: "Reading") -> Mapping[str, list[str]]:
    """Return the briefings that are no drafts by the files of the entries that they name."""
    inputs, shelf = reading.inputs, reading.shelf
    entries = (("actor", inputs.register.paths), ("source", inputs.catalogue.paths))
    files = {f"{kind}:{id}": display_name(shelf, path) for kind, paths in entries for id, path in paths.items()}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, uses in reading.store.each("SELECT path, uses FROM briefings"):
        if path in reading.rows and reading.rows.head(path).status != "draft":
            for name in uses.split("\n"):
                if name in files:
                    found[files[name]].append(reading.rows.head(path).file)
    return found
