"""Start a briefing: a draft from saved articles, or its fields ready to be filled in; or a whole site."""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from ..build.settings import read_settings, shelf_of
from ..parsing.load import Shelf, list_entries
from .draft import draft
from .extract import day
from .new_site import new_site
from .project import add_settings, settings_of
from .questions import ask
from .refusal import refuse
from .skeletons import ENTRIES, file_name, render, render_briefing
from .written import NewFile, TakenError, write_all

NEEDS = {
    "--into": "the briefing to add to",
    "--actor": "a name, in quotation marks",
    "--source-record": "a title, in quotation marks",
    "--site": "the name of a new folder",
    "--source": "the file of a saved article",
    "the headline": "a few words, in quotation marks",
}
"""What each option is to be given."""
ARTICLE_SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing new``."""
    parser.add_argument(
        "what", nargs="*", metavar="TITLE or FILE", help="a headline, saved articles to draft from, or both"
    )
    parser.add_argument("--source", action="append", default=[], metavar="FILE", help="a saved article; several merge")
    parser.add_argument("--into", metavar="BRIEFING", help="add the proposals to a briefing that is there")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the articles' date, where they do not tell it: 2023-05-08"
    )
    parser.add_argument("--actor", metavar="NAME", help="start an entry of the register instead")
    parser.add_argument("--source-record", metavar="TITLE", help="start an entry of the catalogue instead")
    parser.add_argument("--site", metavar="FOLDER", help="start a site of your own in a new folder instead")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Write a skeleton for a title, or a draft from saved articles."""
    if empty := next((name for name, value in _given(options) if not value.strip()), ""):
        return refuse(f"{empty} is empty; give it {NEEDS[empty]}", 2)
    files = [*options.source, *(name for name in options.what if _is_file(name))]
    titles = [name for name in options.what if not _is_file(name)]
    if options.site:
        return _site(options.site, alone=not options.what and not options.source)
    kinds = [kind for kind in ("actor", "source_record") if getattr(options, kind)]
    if kinds and not files and not titles:
        return max(_skeleton(getattr(options, kind), kind, options.settings) for kind in kinds)
    headline = titles[0] if len(titles) == 1 and _is_headline(titles[0]) and not options.into else ""
    if files and not kinds and (headline or not titles):
        return draft(files, options.settings, options.published, options.into or "", headline)
    if len(titles) == 1 and not files and not kinds and not options.into:
        return _skeleton(titles[0], "briefing", options.settings)
    if not options.what and not files and not options.into and sys.stdin.isatty():
        return _asked(options.settings)
    return refuse(_wrong(titles, files, kinds, options.into), 2)


def _wrong(titles: list[str], files: list[str], kinds: list[str], into: str | None) -> str:
    """Return what is wrong with what was given together."""
    if kinds:
        return f"--{kinds[0].replace('_', '-')} starts an entry and nothing else; give the rest in a command of its own"
    if len(titles) > 1:
        return f'put the headline in quotation marks: "{" ".join(titles)}"'
    if titles and files:
        is_said = into and _is_headline(titles[0])
        return "--into names a briefing that has its headline" if is_said else f"there is no file {titles[0]}"
    if titles:
        return "--into adds what a saved article has: --source FILE"
    return "give a headline, or saved articles with --source FILE"


def _given(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    """Yield every option that was given, with each of its values."""
    for name in NEEDS:
        given = getattr(options, name.removeprefix("--").replace("-", "_"), options.what)
        for value in [given] if isinstance(given, str) else given or ():
            yield name, value


def _site(folder: str, *, alone: bool) -> int:
    if alone:
        return new_site(folder)
    wrong = "--site starts a whole site; give a headline or an article when it is there"
    return refuse(wrong, 2)


def _is_file(name: str) -> bool:
    """Whether an argument names a file, there or not, and is no headline."""
    return name.lower().endswith(ARTICLE_SUFFIXES) or Path(name).is_file()


def _is_headline(name: str) -> bool:
    """Whether an argument beside an article is its headline, and no misspelt name of another."""
    return " " in name or not set("./").intersection(name)


def _asked(settings_file: str) -> int:
    """Ask a person at a terminal for what a briefing begins with, and write it."""
    settings = settings_of(settings_file)
    shelf = shelf_of(settings, read_settings(settings)[0])
    known = [*list_entries(shelf, shelf.sources)[0]]
    try:
        answers = ask(known, input)
    except (EOFError, KeyboardInterrupt):
        print("\nnothing was written")
        return 1
    today = _today()
    text = render_briefing(answers.title, today, answers.category, answers.source)
    return _write(shelf, "briefing", file_name(answers.title, today), text)


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _skeleton(title: str, kind: str, settings_file: str) -> int:
    """Write the file, which must not be there yet, and print its name."""
    settings = settings_of(settings_file)
    shelf, today = shelf_of(settings, read_settings(settings)[0]), _today()
    name = file_name(title, today if kind == "briefing" else "")
    if kind == "briefing":
        return _write(shelf, kind, name, render_briefing(title, today))
    return _write(shelf, kind, name, render(ENTRIES[kind], title))


def _write(shelf: Shelf, kind: str, name: str, text: str) -> int:
    """Write a file of a kind, which must not be there yet, and say what to do with it."""
    if not name:
        return refuse("the title needs a letter or a digit", 2)
    folders = {"actor": shelf.actors, "source_record": shelf.sources}
    folder = folders.get(kind) or next(iter(shelf.briefings), "briefings")
    path = shelf.content / folder / f"{name}{'.yaml' if kind in folders else '.md'}"
    try:
        write_all([NewFile(path, text.encode("utf-8", "replace"))])
    except TakenError:
        return refuse(f"{_shown(path)} is there already; nothing was written", 1)
    use = f"; briefings name it {name}" if kind in folders else ""
    print(f"{_shown(path)}: written{'' if use else ' as a draft'}; settle every [check] in it{use}")
    return 0


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
