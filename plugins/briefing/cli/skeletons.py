"""Files to begin with: a briefing, an actor or a source with their fields ready to be filled in."""

import json

from ..view.markup import slug_of

BRIEFING = """\
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
ACTOR = """\
name: {title}
kind: person            # or organization, government, group
role: "[check: what they are, in a few words]"
# affiliation: the body they belong to, as printed
# country: two letters, as in JP
# note: what they do, in one sentence
# as_written: [other forms of the name that sources use]
# same_as: [addresses that identify them elsewhere]
"""
SOURCE = """\
title: {title}
type: article           # CSL types: article-newspaper, report, interview …
publisher: "[check: as printed]"
date: {date}        # when it was published
# author: [as printed]
# url: https://…
# file: seeds/NAME.txt  # the saved copy, without which nothing can be quoted; then also
# sha256: its checksum
"""


def render(skeleton: str, title: str, date: str) -> str:
    """Return a skeleton with its title and date."""
    return skeleton.format(title=json.dumps(title, ensure_ascii=False), date=date)


def file_name(title: str, date: str = "") -> str:
    """Return the name of a file for a title, without its ending; "" where the title has no letter or digit."""
    slug = slug_of(title)
    return "-".join(filter(None, (date, slug))) if slug else ""
