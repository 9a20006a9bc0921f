"""Check every briefing, actor and source without building the site."""

import argparse
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from ..diagnostics import Diagnostic, Diagnostics, Severity, errors_in, without_notes
from ..parsing.load import MARKDOWN_ENDINGS
from ..report.github import render_github
from ..report.machine import render_json
from ..report.sarif import render_sarif
from ..report.text import counted, render_counts, render_text, summary
from .project import Opened, add_settings, open_project
from .refusal import refuse

FORMATS = ("text", "json", "github", "sarif")


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing check``."""
    parser.add_argument("files", nargs="*", help="show only what is wrong in these files or folders (all are checked)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to show it (default: %(default)s)")
    parser.add_argument("--notes", action="store_true", help="show notes in full; those of named files are")
    add_settings(parser)
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument(
        "--external", action="store_true", help="ask whether links out of the site still lead somewhere"
    )
    return run


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; return 1 where anything is."""
    if options.external and os.environ.get("CI", "").lower() in ("1", "true"):
        return refuse("--external asks other people's hosts; that is for a person, not for CI", 2)
    missing = [file for file in options.files if not Path(file).exists()]
    if missing:
        return refuse(f"there is no file {', '.join(missing)}", 2)
    root = Path(options.settings).absolute().parent
    named = {_name(file, root) for file in options.files}
    has_folders = any((root / name).is_dir() for name in named)
    opened = open_project(options.settings, only=None if has_folders or not named else named)
    if others := sorted(name for name in named if not _is_checked(name, opened)):
        return refuse(f"no text or source of this site: {', '.join(others)}", 2)
    all_found = (*opened.diagnostics, *(_outside(opened) if options.external else ()))
    found = tuple(d for d in all_found if not named or _is_in(d.span.path, named) or _is_of_the_site(d, opened))
    print(_shown(found, options, ", ".join(sorted(named)) or counted(opened.project.files, "briefing")))
    problems = without_notes(found)
    return int(bool(errors_in(problems) or (options.strict and problems)))


def _name(file: str, root: Path) -> str:
    """Return what messages call a file; where a link led into the site, it is the file that it led to."""
    name = os.path.relpath(file, root)
    if name.startswith(os.pardir):
        name = os.path.relpath(Path(file).resolve(), root.resolve())
    return name.replace(os.sep, "/")


def _is_in(path: str, named: Iterable[str]) -> bool:
    """Tell whether a file is one of those named, or lies in a folder of them; one above the site holds all of it."""
    return any(name in (".", path) or f"{name}/".startswith("../") or path.startswith(f"{name}/") for name in named)


def _is_checked(name: str, opened: Opened) -> bool:
    """Tell whether a file is one of those that are read, or a folder holds some.

    These are briefings and entries, and, as far as a name can tell, saved sources and the settings.
    """
    shelf, path = opened.shelf, (opened.shelf.root / name).resolve()
    own = [(shelf.content / folder).resolve() for folder in (*shelf.briefings, shelf.actors, shelf.sources)]
    if any(path.is_relative_to(folder) or folder.is_relative_to(path) for folder in own):
        return True
    files = (each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    others = (each for each in files if each.suffix.lower() not in MARKDOWN_ENDINGS and not each.name.startswith("."))
    return path.is_relative_to(shelf.root.resolve()) and any(others)


def _is_of_the_site(found: Diagnostic, opened: Opened) -> bool:
    """Tell whether an error is no text's own: a setting that is wrong leaves every text unchecked in part."""
    return found.severity is Severity.ERROR and not found.span.path.startswith(f"{opened.shelf.content.name}/")


def _shown(found: Diagnostics, options: argparse.Namespace, checked: str) -> str:
    """Return what is wrong in the form that is asked for; people are told, too, when nothing is."""
    if options.format == "sarif":
        from .explain import explanations

        return render_sarif(found, explanations(options.settings))
    if options.format != "text":
        return {"json": render_json, "github": render_github}[options.format](found)
    return _told(found, options, checked)


def _told(found: Diagnostics, options: argparse.Namespace, checked: str) -> str:
    """Return what is wrong for people: problems in full, notes counted unless they were asked for, and what follows."""
    problems = without_notes(found)
    notes = tuple(d for d in found if d.severity is Severity.NOTE)
    if options.notes or options.files or not notes:
        parts = [render_text(found)]
    else:
        parts = [render_text(problems), f"{render_counts(notes)}\nWith --notes they are shown in full."]
    return "\n\n".join(filter(None, (*parts, _verdict(found, options, checked))))


def _verdict(found: Diagnostics, options: argparse.Namespace, checked: str) -> str:
    """Return the last line: how much was found, and what it stops."""
    problems = without_notes(found)
    if not problems:
        noted = f" ({summary(found)}; notes stop nothing)" if found else ""
        return f"{checked} checked; nothing is wrong{noted}."
    if errors_in(found) or options.strict:
        return f"{summary(found)}."
    return f"{summary(found)}. A build goes on; publishing is strict, and waits until the warnings are mended."


def _outside(opened: Opened) -> Diagnostics:
    """Return what is wrong with links that lead out of the site; asking takes much that nobody else needs."""
    from .outside import outside

    return tuple(outside(opened))
