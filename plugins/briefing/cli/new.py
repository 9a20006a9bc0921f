"""Write a new briefing with its fields ready to be filled in."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ..build.settings import read_settings
from ..view.markup import slug_of
from .project import SETTINGS_FILE, settings_of

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
    parser.add_argument("title", help="the headline; it can be changed later")
    parser.add_argument("--settings", default=SETTINGS_FILE, help="the settings file (default: %(default)s)")
    return run


def run(options: argparse.Namespace) -> int:
    """Write the file, which must not be there yet, and print its name."""
    settings = settings_of(options.settings)
    slug = slug_of(options.title)
    if not slug:
        print("briefing: the title needs a letter or a digit", file=sys.stderr)
        return 2
    date = datetime.now(UTC).date().isoformat()
    folder = next(iter(read_settings(settings)[0]["BRIEFING_PATHS"]), "briefings")
    path = Path(settings["PATH"], folder, f"{date}-{slug}.md")
    text = SKELETON.format(title=json.dumps(options.title, ensure_ascii=False), date=date)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(text.encode("utf-8", "replace"))
    except FileExistsError:
        print(f"briefing: {path.name} is there already; nothing was written", file=sys.stderr)
        return 1
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    print(f"{shown}: written as a draft; settle every [check] in it")
    return 0
