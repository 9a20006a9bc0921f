"""Briefings to export: from a few lines of front matter, one that has everything, and hostile ones."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import cycle
from typing import Any, Literal, TypeVar, get_origin, get_type_hints

import pytest
from briefing.exports.published import Published
from briefing.model.actor import Actor
from briefing.model.dates import EdtfDate
from briefing.model.source import Passage
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.view.briefing import show_briefing
from briefing.view.citations import Verified
from briefing.view.site import Site
from hypothesis import strategies as st

T = TypeVar("T")
SITE = Site(name="Fiction Briefings", url="https://example.org/sub")
FIELDS = "title: {title}\ndate: {date}\nsummary: What happened.\n"
SOURCES = "sources: [{id: s, title: A source}]\n"
WHOLE = """
as_of: 2024-05-09
modified: 2024-05-09 08:00
category: Water & power
tags: [dams, Vale]
authors: [Ada Quill, Desk]
lang: en
why_it_matters: The valley drinks from it.
sources:
- {id: paper, type: article-newspaper, title: "The gates, shut", author: [Cy Pen], publisher: The Vale Paper, lang: en,
   date: 2024-05-07, url: "https://paper.example/gates?a=1&b=2", archive_url: "https://archive.example/1",
   accessed: 2024-05-08, file: seeds/gates.txt, sha256: %s}
- {id: report, type: report, title: Dams, publisher: Dam Office, date: 2019~}
key_points:
- {text: The gates stay shut., passage: {source: paper, exact: the gates stay shut}}
- {text: Some say otherwise., status: disputed}
actors:
- {id: ann, role: Mayor, affiliation: Town of Vale, note: Shut the gates.}
- {id: office, name: Dam Office, kind: government, same_as: ["https://office.example/"], country: NO}
timeline:
- {date: 1910/1945, title: The dam is built, location: Vale, actors: [office]}
- {date: 2024-05-07, title: The gates are shut, actors: [ann], text: At noon., passage: {source: paper, exact: at noon}}
- {date: 2024-06-01, title: Hearing, status: scheduled, location: Town hall}
- {date: 2024-07?, title: Ruling, status: scheduled, date_basis: inferred}
- {date: 2024-08, title: Vote, status: called_for}
- {date: 2024-05-20, title: March, status: cancelled}
views:
- {expert: ann, told_to: The Vale Paper, headline: No rush, positions: {rain: agrees},
   points: [{text: There is time.}, {quote: no rush at all, passage: {source: paper, exact: no rush at all}}]}
questions: [{id: rain, text: Will it rain?}]
missing_voices: [{who: The fish, why: Nobody asked.}]
quotations:
- {speaker: ann, quote: The gates stay shut, occasion: at the gate, date: 2024-05-07, via: [Radio Vale],
   passage: {source: paper, exact: The gates stay shut}}
- {speaker: Bo Brook, quote: We were not asked}
watch:
- {text: Whether it rains, date: 2024-06, as_of: 2024-05-08}
- {text: Whether they talk}
- {text: Whether Bo speaks, date: 2024-05-08, status: happened, outcome: He did.}
updates:
- {date: 2024-05-10, kind: correction, text: The year was wrong., was: "1909", now: "1910"}
- {date: 2024-05-12, text: A report was added.}
glossary: [{term: Gate, also: [sluice], definition: What holds the water.}]
related: [{url: "https://other.example/", title: Elsewhere, relation: The other bank}]
backstory: Invented for a test.
limits: [It is fiction.]
""" % ("ab" * 32)
PROSE = """The gates are shut.[@paper "the gates stay shut"] See [the map](https://map.example/?a=1&b=2).

> The gates stay shut

## Next

More *rain*.
"""


@pytest.fixture(scope="session")
def published() -> Callable[..., Published]:
    """Return a briefing of the fields given as exporters get it."""

    def make(
        fields: str = "", prose: str = "", title: str = "A title", date: str = "2024-05-08 12:00", site: Site = SITE
    ) -> Published:
        given = FIELDS.format(title=title, date=date) + ("" if "\nsources:" in f"\n{fields}" else SOURCES)
        path = f"briefings/{title.lower().replace(' ', '-')}.md"
        text = f"---\n{given}{fields.strip()}\n---\n{prose}"
        manuscript, said = parse_manuscript(path, LocatedText(f"content/{path}", text))
        assert manuscript is not None, said
        register = {"ann": Actor(id="ann", name="Ann Vale", country="NO", as_written=("Mayor Vale",))}
        resolved, said = resolve(manuscript, register, {})
        assert said == ()
        verified = {Passage(source="paper", exact="the gates stay shut"): Verified("exact", 10, 29)}
        return Published(resolved, show_briefing(resolved, site, verified), site, verified)

    return make


@pytest.fixture(scope="session")
def whole(published: Callable[..., Published]) -> Published:
    """A briefing in which every field has something."""
    return published(WHOLE, PROSE, title="The gates")


def filled(value: T, texts: Iterator[str]) -> T:
    """Return a value with every text in it replaced but dates, markup and words of a fixed list."""
    if isinstance(value, EdtfDate) or not (is_dataclass(value) and not isinstance(value, type)):
        return value
    hints = get_type_hints(type(value))
    given = {f.name: _filled(getattr(value, f.name), hints[f.name], texts) for f in fields(value)}
    return replace(value, **given)


def _filled(value: Any, hint: Any, texts: Iterator[str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_filled(each, None, texts) for each in value)
    if type(value) is str and get_origin(hint) is not Literal:
        return next(texts)
    return filled(value, texts)


SAMPLES = (
    """x' "y"><script>alert(1)</script><img src=x onerror=alert(1)>]]>&lt;&""",
    "</script><!-- <script> --> ",
    "a\r\nEND:VEVENT\r\nBEGIN:VALARM\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch",
    "a;b,c:d\\e\\n=\t\x00\x01\x07\x1b\x7f\x9f",
    "TY  - JOUR\nER  - \n\nTY  - BOOK",
    '}, @misc{x, title = {y}} {{ \\input{/etc/passwd} % $ # _ ^ ~ & " \\',
    "\u202egnp\u202c \u200f\u200e \u2067x\u2069 \u061c \ufeff",
    "\ud800\udfff lone \udc00",
    "\ufffe\uffff\ufdd0\U0001ffff \U0001f600 ا ب 日本",
    "javascript:alert(1)",
    "https://[x/ y%zz#a#b\n<>\"'",
    "x" * 10_000,
    "é" * 10_000,
    "-" * 40 + "unnamed",
    " ",
    "%",
)


EVERY = st.text(st.characters(codec=None, categories=None), max_size=60)
TEXTS = st.lists(st.integers(0, len(SAMPLES) - 1) | EVERY, min_size=1, max_size=3)
ADDRESSES = st.sampled_from(["", SITE.url, "https://пример.example/é"])


@pytest.fixture(scope="session")
def hostile(whole: Published) -> Callable[[st.DataObject], Published]:
    """Draw a briefing whose every text is hostile: one of the samples, or any characters at all."""

    def drawn(data: st.DataObject) -> Published:
        texts = [SAMPLES[text] if isinstance(text, int) else text for text in data.draw(TEXTS)]
        supply = cycle(texts)
        briefing = filled(whole.briefing, supply)
        resolved = replace(whole.resolved, briefing=briefing, cast={actor.id: actor for actor in briefing.actors})
        site = Site(name=texts[0], url=data.draw(ADDRESSES))
        return replace(whole, resolved=resolved, view=filled(whole.view, supply), site=site)

    return drawn
