"""Files to begin with: a briefing, an actor or a source with their fields ready to be filled in."""

import json
from collections.abc import Iterator

from ..model.briefing import Briefing
from ..model.source import Passage
from ..parsing.described import FieldShape, describe
from ..view.markup import slug_of
from .questions import SECTION

INDENT = 24  # characters before what a field means

BRIEFING = """\
---
title: {title}
date: {date}
status: draft
category: {category}{section_mark}
summary: "[check: what happened, in at most sixty words]"
why_it_matters: "[check: why a reader should care, in one sentence]"

sources:
{sources}

key_points:
  - text: "[check: one thing to take away]"
    # passage: the source's own words for it

# What else there is; take away the # of what the story needs, and the rest of the lines.

{others}
---

The story, in Markdown. {cite} cites a source, and with its words behind the name a passage.
"""
NEW_SOURCE = """\
  - id: source-1
    title: "[check: the title as printed]"
    publisher: "[check: who published it]"
    # date: [check: when it was published, as in 2023-05-08]
  # Words can be quoted from a source only when its text is saved: add  file: seeds/NAME.txt
  # A source can have more: type, author, url, archive_url, accessed, lang …"""
OBVIOUS = ("title", "who", "why", "location", "url", "term", "definition", "outcome")
"""Parts of entries whose names say it all; the reference has them like all others."""
SHOWN = ("title", "date", "status", "category", "summary", "why_it_matters", "sources", "key_points")
"""The fields of a briefing that its skeleton has; the others follow from the model."""
ACTOR = """\
name: {title}
role: "[check: what they are, in a few words]"
# kind: organization, government or group, where it is no person
# affiliation: the body they belong to, as printed
# country: two letters, as in JP
# note: what they do, in one sentence
# as_written: [other forms of the name that sources use]
# same_as: [addresses that identify them elsewhere]
"""
SOURCE = """\
title: {title}
publisher: "[check: as printed]"
# type: [check: what it is, in CSL's words: article-newspaper, report, interview …]
# date: [check: when it was published, as in 2023-05-08]
# author: [as printed]
# url: https://…
# file: seeds/NAME.txt  # the saved copy, without which nothing can be quoted; then also
# sha256: its checksum
"""


ENTRIES = {"actor": ACTOR, "source_record": SOURCE}
"""The skeletons of entries, by the option that asks for one."""


def render_briefing(title: str, date: str, category: str = "", source: str = "") -> str:
    """Return a briefing to be filled in; `source` is an id of the catalogue."""
    return BRIEFING.format(
        title=_quoted(title),
        date=date,
        category=_quoted(category or SECTION),
        section_mark="" if category else "  # [check: the section]",
        sources=f"  - {source}" if source else NEW_SOURCE,
        others="\n".join(line for f in describe(Briefing).fields if f.name not in SHOWN for line in _commented(f)),
        cite=f"[@{source or 'source-1'}]",
    )


def _commented(f: FieldShape) -> Iterator[str]:
    """Yield the lines of a field that an editor may want, as comments."""
    if not f.record:
        yield f"# {f.name}: {'[]' if f.is_list else f.default}".rstrip().ljust(INDENT) + f"  # {f.means}"
        return
    yield f"# {f.name}:".ljust(INDENT) + f"  # {f.means}"
    for n, part in enumerate(f.record.fields):
        line = f"#   {'-' if n == 0 else ' '} {part.name}:"
        yield line if part.name in OBVIOUS else line.ljust(INDENT) + f"  # {_meant(part)}"


def _meant(part: FieldShape) -> str:
    """Return what a part of an entry means; of a list of entries also what each of these has."""
    if part.record is None or part.record is describe(Passage):
        return part.means
    return f"{part.means} Each has: {', '.join(each.name for each in part.record.fields)}."


def render(skeleton: str, title: str) -> str:
    """Return the skeleton of an entry with its title."""
    return skeleton.format(title=_quoted(title))


def _quoted(text: str) -> str:
    """Return a text as YAML has it whatever is in it."""
    return json.dumps(text, ensure_ascii=False)


def file_name(title: str, date: str = "") -> str:
    """Return the name of a file for a title, without its ending; "" where the title has no letter or digit."""
    slug = slug_of(title)
    return "-".join(filter(None, (date, slug))) if slug else ""
