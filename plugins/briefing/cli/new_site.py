"""Start a site of one's own: settings, folders, one example, a workflow that publishes it."""

import json
import sys
from pathlib import Path

from .written import NewFile, TakenError, write_all

STARTER = Path(__file__).parent.parent / "starter"
TEMPLATE = ".in"
"""The ending of a file with a name to fill in: Python that is no part of this package."""


def new_site(folder: str) -> int:
    """Copy the starter into a folder that is new or empty; return the exit status."""
    place = Path(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        print(f"briefing: {folder} is there already, and not an empty folder; nothing was written", file=sys.stderr)
        return 1
    try:
        write_all(_file(path, place) for path in sorted(STARTER.rglob("*")) if path.is_file())
    except TakenError as taken:
        print(f"briefing: {taken.path} has appeared meanwhile; nothing was written", file=sys.stderr)
        return 1
    print(f"{folder}: a site with one example, which is fiction. Go there and build it: pelican content")
    if checkout := _checkout():
        print(f"It needs the plugin in its own environment: pip install '{checkout}[pages,search,cards]'")
    return 0


def _checkout() -> Path | None:
    """Return the folder of this program's sources where it is run from there, and is installed nowhere."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() else None


def _file(path: Path, place: Path) -> NewFile:
    to = place / path.relative_to(STARTER)
    if path.suffix != TEMPLATE:
        return NewFile(to, path.read_bytes())
    text = path.read_text("utf-8").replace("{name}", json.dumps(_name(place), ensure_ascii=False))
    return NewFile(to.with_suffix(""), text.encode())


def _name(place: Path) -> str:
    words = place.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Briefings"
