"""Start a briefing: a draft from saved articles, or its fields ready to be filled in; or a whole site."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ..build.settings import read_settings, shelf_of
from .draft import draft
from .extract import day
from .new_site import new_site
from .project import SETTINGS_FILE, settings_of
from .skeletons import ACTOR, BRIEFING, SOURCE, file_name, render
from .written import NewFile, TakenError, write_all

ARTICLE_SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing new``."""
    parser.add_argument("what", nargs="*", metavar="TITLE or FILE", help="a headline, or saved articles to draft from")
    parser.add_argument("--source", action="append", default=[], metavar="FILE", help="a saved article; several merge")
    parser.add_argument("--into", default="", metavar="BRIEFING", help="add the proposals to a briefing that is there")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the articles' date, where they do not tell it: 2023-05-08"
    )
    parser.add_argument("--actor", default="", metavar="NAME", help="start an entry of the register instead")
    parser.add_argument("--source-record", default="", metavar="TITLE", help="start an entry of the catalogue instead")
    parser.add_argument("--site", default="", metavar="FOLDER", help="start a site of your own in a new folder instead")
    parser.add_argument("--settings", default=SETTINGS_FILE, help="the settings file (default: %(default)s)")
    return run


def run(options: argparse.Namespace) -> int:
    """Write a skeleton for a title, or a draft from saved articles."""
    files = [*options.source, *(name for name in options.what if _is_file(name))]
    titles = [name for name in options.what if not _is_file(name)]
    if options.site:
        return _site(options.site, alone=not options.what and not options.source)
    kinds = [kind for kind in ("actor", "source_record") if getattr(options, kind)]
    if kinds and not files and not titles:
        return max(_skeleton(getattr(options, kind), kind, options.settings) for kind in kinds)
    if files and not titles and not kinds:
        return draft(files, options.settings, options.published, options.into)
    if len(titles) == 1 and not files and not options.into:
        return _skeleton(titles[0], "briefing", options.settings)
    wrong = f"there is no file {titles[0]}" if titles else "give a headline, or saved articles with --source FILE"
    print(f"briefing: {wrong}", file=sys.stderr)
    return 2


def _site(folder: str, *, alone: bool) -> int:
    if alone:
        return new_site(folder)
    wrong = "--site starts a whole site; give a headline or an article when it is there"
    print(f"briefing: {wrong}", file=sys.stderr)
    return 2


def _is_file(name: str) -> bool:
    """Whether an argument names a file, there or not, and is no headline."""
    return name.lower().endswith(ARTICLE_SUFFIXES) or Path(name).is_file()


def _skeleton(title: str, kind: str, settings_file: str) -> int:
    """Write the file, which must not be there yet, and print its name."""
    settings = settings_of(settings_file)
    shelf = shelf_of(settings, read_settings(settings)[0])
    today = datetime.now(UTC).date().isoformat()
    name = file_name(title, today if kind == "briefing" else "")
    if not name:
        print("briefing: the title needs a letter or a digit", file=sys.stderr)
        return 2
    folder = next(iter(shelf.briefings), "briefings")
    path, skeleton = {
        "briefing": (shelf.content / folder / f"{name}.md", BRIEFING),
        "actor": (shelf.content / shelf.actors / f"{name}.yaml", ACTOR),
        "source_record": (shelf.content / shelf.sources / f"{name}.yaml", SOURCE),
    }[kind]
    try:
        write_all([NewFile(path, render(skeleton, title, today).encode("utf-8", "replace"))])
    except TakenError:
        print(f"briefing: {path.name} is there already; nothing was written", file=sys.stderr)
        return 1
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    print(f"{shown}: written as a draft; settle every [check] in it")
    return 0
