"""Start a briefing: a draft from saved articles, or its fields ready to be filled in."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ..build.settings import read_settings
from ..view.markup import slug_of
from .draft import draft
from .extract import day
from .project import SETTINGS_FILE, settings_of
from .written import NewFile, TakenError, write_all

ARTICLE_SUFFIXES = (".txt", ".text", ".html", ".htm", ".xhtml")

SKELETON = """\
---
title: {title}
date: {date}
status: draft
category: World
summary: "[check: what happened, in at most sixty words]"
why_it_matters: "[check: why a reader should care, in one sentence]"

sources:
  - {{id: source-1, title: "[check: the title as printed]", publisher: "[check]", date: {date}}}
  # Words can be quoted from a source only when its text is saved: add  file: seeds/NAME.txt

key_points:
  - text: "[check: one thing to take away]"
    # passage: the source's own words for it

# actors: [ids of files in content/actors, or {{id: …, name: …, role: …}}]
# timeline:
#   - date: {date}
#     title: What happened
#     passage: the source's own words for it
# views, questions, missing_voices, quotations, watch, glossary, related, limits: see the reference
---

The story, in Markdown. Cite a source with [@source-1].
"""


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing new``."""
    parser.add_argument("what", nargs="*", metavar="TITLE or FILE", help="a headline, or saved articles to draft from")
    parser.add_argument("--source", action="append", default=[], metavar="FILE", help="a saved article; several merge")
    parser.add_argument("--into", default="", metavar="BRIEFING", help="add the proposals to a briefing that is there")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the articles' date, where they do not tell it: 2023-05-08"
    )
    parser.add_argument("--settings", default=SETTINGS_FILE, help="the settings file (default: %(default)s)")
    return run


def run(options: argparse.Namespace) -> int:
    """Write a skeleton for a title, or a draft from saved articles."""
    files = [*options.source, *(name for name in options.what if _is_file(name))]
    titles = [name for name in options.what if not _is_file(name)]
    if files and not titles:
        return draft(files, options.settings, options.published, options.into)
    if len(titles) == 1 and not files and not options.into:
        return _skeleton(titles[0], options.settings)
    wrong = f"there is no file {titles[0]}" if titles else "give a headline, or saved articles with --source FILE"
    print(f"briefing: {wrong}", file=sys.stderr)
    return 2


def _is_file(name: str) -> bool:
    """Whether an argument names a file, there or not, and is no headline."""
    return name.lower().endswith(ARTICLE_SUFFIXES) or "\0" in name or Path(name).exists()


def _skeleton(title: str, settings_file: str) -> int:
    """Write the file, which must not be there yet, and print its name."""
    settings = settings_of(settings_file)
    slug = slug_of(title)
    if not slug:
        print("briefing: the title needs a letter or a digit", file=sys.stderr)
        return 2
    date = datetime.now(UTC).date().isoformat()
    folder = next(iter(read_settings(settings)[0]["BRIEFING_PATHS"]), "briefings")
    path = Path(settings["PATH"], folder, f"{date}-{slug}.md")
    text = SKELETON.format(title=json.dumps(title, ensure_ascii=False), date=date)
    try:
        write_all([NewFile(path, text.encode("utf-8", "replace"))])
    except TakenError:
        print(f"briefing: {path.name} is there already; nothing was written", file=sys.stderr)
        return 1
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    print(f"{shown}: written as a draft; settle every [check] in it")
    return 0
