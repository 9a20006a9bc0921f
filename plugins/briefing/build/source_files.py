"""Which files of the content folder are briefings."""

from pathlib import Path

from ..diagnostics import Diagnostic, Diagnostics
from ..parsing.load import MARKDOWN_ENDINGS, Shelf, display_name, ignored_file
from .signature import Signature, list_files


def list_sources(shelf: Shelf) -> tuple[dict[str, Signature | None], Diagnostics]:
    """Return the files that are briefings by their path, in order, and a warning for each file that is not one."""
    found: dict[str, Signature | None] = {}
    ignored: list[Diagnostic] = []
    for folder in shelf.briefings:
        # Below a folder that is a link nothing is plain: reading it says where it leads.
        is_plain = (shelf.content / folder).resolve().is_relative_to(shelf.content.resolve())
        for name, looked in sorted(list_files(str(shelf.content / folder))):
            path, signature = (f"{folder}/{name}" if name else folder), (looked if is_plain else None)
            if signature and not name.lower().endswith(MARKDOWN_ENDINGS):
                ignored.append(ignored_file(display_name(shelf, Path(shelf.content, path)), MARKDOWN_ENDINGS[0]))
            else:
                found[path] = signature
    return found, tuple(ignored)
