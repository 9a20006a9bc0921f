"""The project a command works on: the settings file of the working directory, and all that is known from it."""

import argparse
import os
import runpy
import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from ..build.check import Checked, Wanted, check_project
from ..build.fingerprint import of_settings
from ..build.house import read_policy
from ..build.settings import SETTINGS_FILES, now_of, read_settings, shelf_of
from ..build.settings_place import at_their_lines
from ..diagnostics import Diagnostics
from ..origin import origin_of, said_of
from ..parsing.load import Shelf
from ..view.site import Site
from .refusal import refuse

KEPT = "cache/check"
"""Where what is known of each file is kept between checks, below the project's folder."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A project read and checked."""

    settings: dict[str, Any]
    shelf: Shelf
    project: Checked
    diagnostics: Diagnostics


def settings_file() -> str:
    """Return the settings file of the working directory, or else of the nearest folder above that has one."""
    if here := next((name for name in SETTINGS_FILES if Path(name).is_file()), ""):
        return here
    above = (folder / name for folder in Path.cwd().parents for name in SETTINGS_FILES)
    return next((str(file) for file in above if file.is_file()), SETTINGS_FILES[0])


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Declare ``--settings``, which is the same of every command."""
    parser.add_argument("--settings", default=settings_file(), help="the settings file (default: %(default)s)")


def settings_of(file: str) -> dict[str, Any]:
    """Return the upper-case names of a settings file, which is Python; exits with status 2 where it cannot be read."""
    path = Path(file)
    if not path.is_file():
        _stop(f"no site is here: there is no {file}; go to the site's folder, or name the file with --settings")
    if path.is_absolute() and file == settings_file():
        _tell_where(path.parent)
    try:
        names = runpy.run_path(str(path))
    except Exception as error:  # noqa: BLE001  # settings are a program, which can fail in any way
        line = origin_of(error)
        where, shown = (f"{file}:{line.number}", f"\n  {line.number} | {line.text}") if line else (file, "")
        _stop(f"{where}: the settings cannot be read: {said_of(error)}{shown}")
    values = {name: value for name, value in names.items() if name.isupper()}
    folder = values.get("PATH", "content")
    return {"DEFAULT_LANG": "en", "TIMEZONE": "UTC", **values, "PATH": str(path.absolute().parent / folder)}


@cache
def _tell_where(folder: Path) -> None:
    """Say, once, that the site was found further up: its files are named from there."""
    print(f"briefing: the site is {folder}, up from here; its files are named from there", file=sys.stderr)


def _stop(message: str) -> NoReturn:
    raise SystemExit(refuse(message, 2))


def moment_of(settings: dict[str, Any]) -> datetime:
    """Return the moment at which a command looks at the project."""
    return now_of(settings, os.environ, datetime.now(UTC))


def open_project(file: str, *, evidence: bool = False, only: Collection[str] | None = None) -> Opened:
    """Read and check the project of a settings file; where `only` some files matter, the notes on others are left out.

    What was known of a file that is as it was is taken from ``cache/check``.
    """
    settings = settings_of(file)
    values, problems = read_settings(settings)
    shelf = shelf_of(settings, values)
    now = moment_of(settings)
    wanted = Wanted(read_policy(values)[0], shelf.root / KEPT, of_settings(settings), evidence, only)
    project, found = check_project(shelf, now, Site(lang=settings["DEFAULT_LANG"]), wanted)
    return Opened(settings, shelf, project, at_their_lines(problems, Path(file).absolute().parent) + found)
