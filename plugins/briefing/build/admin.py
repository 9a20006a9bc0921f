"""The browser form put beside the site's pages, where a setting asks for it; nothing is fetched."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..diagnostics import Code, Diagnostic, Span
from ..exports import security_headers
from ..exports.admin import (
    CONFIG,
    FOLDER,
    ICONS,
    LICENSE,
    SCRIPT,
    render_form_page,
    render_headers_with_form,
)
from ..exports.cms import render_cms_config
from ..parsing.load import MARKDOWN_ENDINGS, YAML_ENDINGS, Shelf, display_name
from ..view.site import Site
from .commands import tool
from .tree import replace_file

KEPT = "cms"
"""Where `briefing cms` keeps what it got, below the project's folder."""


def put_form(aside: Path, asked: Mapping[str, Any], shelf: Shelf, site: Site) -> Iterator[Diagnostic]:
    """Write the form's files into a folder; yield what keeps them from being written. Raises OSError."""
    backend = asked.get("backend")
    if not isinstance(backend, dict) or set(asked) != {"backend"}:
        example = 'BRIEFING_ADMIN = {"backend": {"name": "github", "repo": "owner/name", "branch": "main"}}'
        yield _problem(f"BRIEFING_ADMIN cannot be {asked!r}", f"write for example {example}")
        return
    missing = [name for name in (SCRIPT, ICONS, LICENSE) if not (shelf.root / KEPT / name).is_file()]
    if missing:
        message = f"BRIEFING_ADMIN asks for the form, and {KEPT}/{missing[0]} is not there"
        yield _problem(message, f"{tool(shelf.root)} cms gets it")
        return
    folder = aside / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name in (SCRIPT, ICONS, LICENSE):
        shutil.copyfile(shelf.root / KEPT / name, folder / name)
    replace_file(folder / "index.html", render_form_page(site.name, backend))
    replace_file(folder / CONFIG, render_cms_config(backend, folders_of(shelf), site.url))
    if not (aside / security_headers.NAME).exists():
        replace_file(aside / security_headers.NAME, render_headers_with_form(backend))


def folders_of(shelf: Shelf) -> dict[str, tuple[str, ...]]:
    """Return the folders that the form writes to, by what they are for; those in them that have files come behind."""
    places = {
        "briefings": (shelf.briefings or ("briefings",), MARKDOWN_ENDINGS),
        "actors": ((shelf.actors,), YAML_ENDINGS),
        "sources": ((shelf.sources,), YAML_ENDINGS),
        "images": (("images",), ()),
    }
    return {
        kind: tuple(folder for name in names for folder in (f"{shelf.content.name}/{name}", *_inner(shelf, name, ends)))
        for kind, (names, ends) in places.items()
    }


def _inner(shelf: Shelf, name: str, endings: tuple[str, ...]) -> Iterator[str]:
    for folder, folders, files in os.walk(shelf.content / name):
        folders.sort()
        if Path(folder) != shelf.content / name and any(file.endswith(endings) for file in files):
            yield display_name(shelf, Path(folder))


def _problem(message: str, help: str) -> Diagnostic:
    return Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), help)
