"""Check every briefing, actor and source without building the site."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from ..checks.outside import outside_links, verdict
from ..diagnostics import Diagnostic, Diagnostics, errors_in, without_notes
from ..parsing.load import load_text
from ..report.github import render_github
from ..report.machine import render_json
from ..report.sarif import render_sarif
from ..report.text import counted, render_text, summary
from .asking import OUTSIDE_LINKS, Manners, ask_all, heard, remember
from .explain import explanations
from .project import SETTINGS_FILE, Opened, open_project

FORMATS = ("text", "json", "github", "sarif")


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing check``."""
    parser.add_argument("files", nargs="*", help="show only what is wrong in these files (all are checked)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to show it (default: %(default)s)")
    parser.add_argument("--settings", default=SETTINGS_FILE, help="the settings file (default: %(default)s)")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument(
        "--external", action="store_true", help="ask whether links out of the site still lead somewhere"
    )
    return run


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; return 1 where anything is."""
    if options.external and os.environ.get("CI", "").lower() in ("1", "true"):
        print("briefing: --external asks other people's hosts; that is for a person, not for CI", file=sys.stderr)
        return 2
    missing = [file for file in options.files if not Path(file).exists()]
    if missing:
        print(f"briefing: there is no file {', '.join(missing)}", file=sys.stderr)
        return 2
    root = Path(options.settings).absolute().parent
    wanted = {os.path.relpath(file, root).replace(os.sep, "/") for file in options.files}
    opened = open_project(options.settings, only=wanted or None)
    all_found = (*opened.diagnostics, *(outside(opened) if options.external else ()))
    found = tuple(d for d in all_found if not wanted or d.span.path in wanted)
    print(_shown(found, options, ", ".join(sorted(wanted)) or counted(opened.project.files, "briefing")))
    problems = without_notes(found)
    return int(bool(errors_in(problems) or (options.strict and problems)))


def _shown(found: Diagnostics, options: argparse.Namespace, checked: str) -> str:
    """Return what is wrong in the form that is asked for; people are told, too, when nothing is."""
    if options.format == "sarif":
        return render_sarif(found, explanations(options.settings))
    if options.format != "text":
        return {"json": render_json, "github": render_github}[options.format](found)
    counts = f"{render_text(found)}\n\n{summary(found)}." if found else ""
    fine = "" if without_notes(found) else f"{checked} checked; nothing is wrong."
    return "\n".join(filter(None, (counts, fine)))


def outside(opened: Opened, manners: Manners | None = None) -> Iterator[Diagnostic]:
    """Ask for every address out of the site that any file has; yield what is wrong with them."""
    shelf, name = opened.shelf, opened.settings.get("SITENAME", "a site of briefings")
    folders = (*shelf.briefings, shelf.actors, shelf.sources)
    paths = [path for folder in folders for path in sorted((shelf.content / folder).rglob("*")) if path.is_file()]
    texts = (load_text(shelf, path)[0] for path in paths)
    links = [link for text in texts if text for link in outside_links(text)]
    kept, today = shelf.root / OUTSIDE_LINKS, datetime.now(UTC).date().isoformat()
    known = {url: answer for url, (answer, day) in heard(kept).items() if day == today}
    asked = ask_all((url for url, _ in links if url not in known), manners or Manners(f"Briefing link check of {name}"))
    if asked:
        remember(kept, today, asked, {url for url, _ in links})
    answers = known | asked
    yield from filter(None, (verdict(url, answers[url], span) for url, span in links))
