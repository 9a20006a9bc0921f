"""Start a site of one's own: settings, folders, one example, a workflow that publishes it."""

import json
import sys
from pathlib import Path
from shlex import quote
from shutil import which

from .written import NewFile, TakenError, write_all

STARTER = Path(__file__).parent.parent / "starter"
FROM_HERE = """\
# The plugin as it lies on this machine. For other machines, and for the workflow, put its wheel beside this file, which
# "invoke release --dry-run" makes in dist/ of the checkout, and name it here; or name a release of it: {0}
{1} @ {2}
"""
"""What a site needs that is started from a checkout: the release it will need is not everywhere yet."""
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
    print(f"{folder}: a site with one example, which is fiction. To build it:", *_steps(place), sep="\n  ")
    print("and open output/index.html. Its README.md says what else there is.")
    return 0


def _steps(place: Path) -> list[str]:
    """Return the commands that build a new site; where nothing is installed, an environment of its own comes first."""
    go = f"cd {quote(str(place))}"
    if _checkout():
        return [go, "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt", ".venv/bin/pelican content"]
    ours, found = Path(sys.executable).with_name("pelican"), which("pelican")
    program = "pelican" if found and Path(found).resolve() == ours.resolve() else quote(str(ours))
    return [go, f"{program} content"]


def _checkout() -> Path | None:
    """Return the folder of this program's sources where it is run from there, and is installed nowhere."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() else None


def _file(path: Path, place: Path) -> NewFile:
    to = place / path.relative_to(STARTER)
    checkout = _checkout()
    if checkout and path.name == "requirements.txt":
        release = path.read_text("utf-8").strip()
        return NewFile(to, FROM_HERE.format(release, release.partition(">")[0], checkout.as_uri()).encode())
    if path.suffix != TEMPLATE:
        return NewFile(to, path.read_bytes())
    text = path.read_text("utf-8").replace("{name}", json.dumps(_name(place), ensure_ascii=False))
    return NewFile(to.with_suffix(""), text.encode())


def _name(place: Path) -> str:
    words = place.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Briefings"
