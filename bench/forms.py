"""How many files of each kind a corpus must make where every form is written."""

import re
from collections.abc import Iterable
from pathlib import Path

from fiction import NAMES

ID = re.compile(r"^- id: (.+)$", re.MULTILINE)
CATEGORY = re.compile(r"^category: (.+)$", re.MULTILINE)
TAGS = re.compile(r"^tags:\n((?:- .+\n)+)", re.MULTILINE)
EVENT_YEAR = re.compile(r"^- date: '?(\d{4})", re.MULTILINE)
BESIDE = ("briefing.json", "calendar.ics", "cite.json", "cite.bib", "cite.ris")
FEEDS = ("atom.xml", "feed.json")
ON_A_PAGE = 500
"""Events that a timeline may show on one page; of more, each year has its own."""
LEAST = 100
"""Bytes: what is shorter says nothing."""
Counts = dict[str, int]
"""By pattern, below the output."""


def forms_of(corpus: Path) -> Counts:
    """Return how many files of each kind the briefings of a corpus ask for."""
    size = 0
    followed: dict[str, set[str]] = {"category": set(), "tag": set(), "actors": set()}
    events: list[str] = []
    years = set()
    for briefing in (corpus / "content/briefings").iterdir():
        text = briefing.read_text(encoding="utf-8")
        size += 1
        followed["category"].update(CATEGORY.findall(text))
        followed["tag"].update(tag for tags in TAGS.findall(text) for tag in tags.splitlines())
        followed["actors"].update(NAMES.keys() & ID.findall(text))
        events += EVENT_YEAR.findall(text)
        years.add(briefing.name[:4])
    return {
        **{f"briefings/*-*/{name}": size for name in BESIDE},
        **dict.fromkeys((*FEEDS, "calendar.ics", "actors/index.html"), 1),
        **{f"{kind}/*/{name}": len(found) for kind, found in followed.items() for name in (*FEEDS, "index.html")},
        "briefings/[12]*/index.html": len(years),
        "timeline/**/index.html": 1 + len(set(events)) if len(events) > ON_A_PAGE else 1,
        "data/**/*.jsonl": len(years),
    }


def left_out(output: Path, counts: Counts) -> str:
    """Return which kind of file is not there as often as it must be, in words; "" where none is."""
    for pattern, number in counts.items():
        made = _told(output.glob(pattern))
        if made < number:
            return f"made {made} of {number} {pattern}"
    return ""


def _told(files: Iterable[Path]) -> int:
    return sum(file.stat().st_size >= LEAST for file in files)
