"""Start a site of one's own: settings, folders, one example, a workflow that publishes it."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from shutil import which

from .own_wheel import NoWheelError, Wheel, checkout, own_wheel
from .refusal import refuse
from .written import NewFile, TakenError, write_all

STARTER = Path(__file__).parent.parent / "starter"
WHEELS = "wheels"
FROM_WHEEL = """\
# The plugin lies in this site, for no index has given it: put a newer wheel beside the old one, and name it here.
./{folder}/{wheel}[{extras}]
"""
"""What a site needs whose plugin comes with it: the same line works here, on other machines and in the workflow."""
TEMPLATE = ".in"
"""The ending of a file with a name to fill in: Python that is no part of this package."""


def new_site(folder: str) -> int:
    """Copy the starter into a folder that is new or empty; return the exit status."""
    place = Path(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        return refuse(f"{folder} is there already, and not an empty folder; nothing was written", 1)
    try:
        wheel = own_wheel()
        write_all(_files(place, wheel))
    except NoWheelError as error:
        return refuse(f"the site needs the plugin's wheel, which cannot be made: {error}", 1)
    except TakenError as taken:
        return refuse(f"{taken.path} has appeared meanwhile; nothing was written", 1)
    print(f"{folder}: a site with one example, which is fiction. To build it:", *_steps(place), sep="\n  ")
    print("and open output/index.html. Its README.md says what else there is.")
    return 0


def _steps(place: Path) -> list[str]:
    """Return the commands that build a new site; where nothing is installed, an environment of its own comes first."""
    go = f"cd {quote(str(place))}"
    if checkout():
        return [go, "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt", ".venv/bin/pelican content"]
    ours, found = Path(sys.executable).with_name("pelican"), which("pelican")
    program = "pelican" if found and Path(found).resolve() == ours.resolve() else quote(str(ours))
    return [go, f"{program} content"]


def _files(place: Path, wheel: Wheel | None) -> Iterator[NewFile]:
    if wheel:
        yield NewFile(place / WHEELS / wheel.name, wheel.content)
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            yield _file(path, place, wheel)


def _file(path: Path, place: Path, wheel: Wheel | None) -> NewFile:
    to = place / path.relative_to(STARTER)
    if wheel and path.name == "requirements.txt":
        extras = path.read_text("utf-8").partition("[")[2].partition("]")[0]
        return NewFile(to, FROM_WHEEL.format(folder=WHEELS, wheel=wheel.name, extras=extras).encode())
    if path.suffix != TEMPLATE:
        return NewFile(to, path.read_bytes())
    text = path.read_text("utf-8").replace("{name}", json.dumps(_name(place), ensure_ascii=False))
    return NewFile(to.with_suffix(""), text.encode())


def _name(place: Path) -> str:
    words = place.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "Briefings"
