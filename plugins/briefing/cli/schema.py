"""Show the JSON Schema of what editors write, or wire this project for Visual Studio Code."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from ..build.commands import tool
from ..build.settings import read_settings, shelf_of
from ..exports.editor_schema import RECORDS, render_editor_schema
from ..exports.vscode import generated_files, settings_files
from ..parsing.load import Shelf
from .project import add_settings, settings_of
from .written import NewFile, write_all


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing schema``."""
    parser.add_argument("of", nargs="?", choices=RECORDS, default="briefing", help="of which file (default: briefing)")
    parser.add_argument("--vscode", action="store_true", help="write .vscode/ for this project; what is yours is kept")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Print a schema, or write the files."""
    if not options.vscode:
        sys.stdout.write(render_editor_schema(options.of))
        return 0
    settings = settings_of(options.settings)
    return _wire(shelf_of(settings, read_settings(settings)[0]))


def _wire(shelf: Shelf) -> int:
    """Write what follows from the model anew, and the rest where it is not there yet."""
    folders = {n: f"{shelf.content.name}/{place}" for n, place in (("actor", shelf.actors), ("source", shelf.sources))}
    check = f"{tool(shelf.root)} check --notes".replace("invoke", ".venv/bin/invoke")
    fresh = {path: (shelf.root / path, text.encode()) for path, text in generated_files().items()}
    once = {path: (shelf.root / path, text.encode()) for path, text in settings_files(check, folders).items()}
    write_all(
        [NewFile(path, text, path.read_bytes() if path.is_file() else None) for path, text in fresh.values()]
        + [NewFile(path, text) for path, text in once.values() if not path.is_file()]
    )
    kept = [name for name, (path, text) in once.items() if path.read_bytes() != text]
    print(f"{os.path.relpath(shelf.root / Path(next(iter(fresh))).parts[0])}: wired for Visual Studio Code")
    for name in kept:
        print(f"{name}: kept as it was; docs/editors.md says what belongs in it", file=sys.stderr)
    return 0
