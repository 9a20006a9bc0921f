"""One mistake is one message, and hides no other: what is wrong is left out, and the rest is checked in one run."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from briefing.build.check import Wanted, check_project
from briefing.diagnostics import Code, Diagnostics, errors_in
from briefing.parsing.load import Shelf
from briefing.view.site import Site

# Fictional: there is no island of Lorn and no such ferry.
ARTICLE = (
    'Harbour master Ida Brekke said the boat was safe. "We will not sail in fog," she said.\n\n'
    'Mayor Tom Aske said: "The island has waited for two winters." He did not name a date.\n\n'
    "The boat was built in 1987. The boat was built in steel.\n"
)
OTHER = "Ferries of the north are old, a report says.\n"
BRIEFING = """\
---
title: The ferry returns
date: 2025-05-01
summary: The ferry to Lorn sails again.
slug: ferry
lang: en
status: published
sources:
  - ferry
  - id: report
    title: A report
    date: 2025
    file: seeds/report.txt
    sha256: {sha256}
actors:
  - ida
  - id: tom
    name: Tom Aske
    kind: person
    as_written: [Mayor Tom Aske]
key_points:
  - text: The boat is old.
    status: reported
    passage: {{exact: Ferries of the north are old, source: report}}
  - text: It was built twice over.
    passage: {{exact: The boat was built in, source: ferry, suffix: steel}}
timeline:
  - date: 1987
    title: The boat is built
    importance: 2
    actors: [tom]
  - date: 2023-05?
    date_basis: inferred
    title: It stops
views:
  - expert: tom
    points: [{{text: It is late.}}]
    positions: {{late: agrees, safe: mixed}}
questions:
  - {{id: late, text: Is it late?}}
  - {{id: safe, text: Is it safe?}}
quotations:
  - speaker: tom
    quote: The island has waited for two winters.
    passage: {{exact: The island has waited for two winters., source: ferry}}
    translated: no
related:
  - {{url: "https://example.org", title: Elsewhere}}
watch:
  - text: Whether it sails in fog.
    date: 2025-06
updates:
  - {{date: 2025-05-02, text: A word was mended.}}
glossary:
  - {{term: ferry, definition: A boat that comes back.}}
{other}---
{prose}
The boat “was built in steel”.[@ferry] A report says so.[@report "Ferries of the north are old"]
"""
OTHER_MISTAKES = (
    "missing_voices:\n  - {why: nobody asked}\n",
    "Said “we will always sail in fog”[@ferry] and more.[@nobody]\n",
)
OTHER_CODES = Counter((Code.MISSING_FIELD, Code.NEGATION_CHANGED, Code.UNKNOWN_SOURCE))

Check = Callable[[str, str, tuple[str, str]], Diagnostics]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check the briefing with one of its texts in another's place, and what else is put into it."""

    def made(old: str, new: str, other: tuple[str, str]) -> Diagnostics:
        text = BRIEFING.format(sha256=sha256(OTHER.encode()).hexdigest(), other=other[0], prose=other[1])
        assert text.count(old) == 1
        files = {
            "content/briefings/ferry.md": text.replace(old, new),
            "content/sources/ferry.yaml": "title: The ferry returns\nfile: seeds/ferry.txt\n"
            f"sha256: {sha256(ARTICLE.encode()).hexdigest()}\n",
            "content/actors/ida.yaml": "name: Ida Brekke\n",
            "seeds/ferry.txt": ARTICLE,
            "seeds/report.txt": OTHER,
        }
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        found = check_project(Shelf(tmp_path, tmp_path / "content"), datetime(2025, 5, 3, tzinfo=UTC), Site())[1]
        return tuple(d for d in found if d.code is not Code.UNUSED_ENTRY)  # a mistake may hide who names it

    return made


MISTAKES = [
    # A field of the briefing
    ("title: The ferry returns", "title: [The ferry]", "title needs a text, not a list"),
    ("title: The ferry returns", "titel: The ferry returns", "there is no field 'titel'; did you mean 'title'?"),
    ("date: 2025-05-01", "date: 2025-02-31", None),
    ("date: 2025-05-01", "date: ", "date is empty; it is required"),
    ("slug: ferry\n", "slug: [ferry]\n", "slug needs a text, not a list"),
    ("lang: en", "lang: {en: us}", "lang needs a text, not fields (name: value)"),
    ("status: published", "status: publish", "status cannot be 'publish'; did you mean 'published'?"),
    # What others refer to
    ("sources:\n", "source:\n", "there is no field 'source'; did you mean 'sources'?"),
    ("    date: 2025\n", "    date: 2025-13\n", None),
    ("actors:\n  - ida", "people:\n  - ida", "there is no field 'people'; did you mean 'actors'?"),
    ("  - id: tom\n    name", "  - name", "actors[1] needs 'id'"),
    ("    name: Tom Aske", "    nam: Tom Aske", "actors[1] has no field 'nam'; did you mean 'name'?"),
    ("    name: Tom Aske", "    name: {Tom: Aske}", None),
    ("kind: person", "kind: man", None),
    ("as_written: [Mayor Tom Aske]", "as_written: Mayor Tom Aske", None),
    ("summary: The", "actors: [ida]\nsummary: The", "'actors' is given twice"),
    ("questions:\n", "questons:\n", "there is no field 'questons'; did you mean 'questions'?"),
    ("{id: late, text: Is it late?}", "{id: late, txt: Is it late?}", None),
    ("{id: late, text: Is it late?}", "{id: late}", "questions[0] needs 'text'"),
    ("{id: late, text: Is it late?}", "Is it late?", "questions[0] needs fields (name: value), not a text"),
    # What refers to others
    ("{exact: Ferries of the north are old, source: report}", "{source: report}", None),
    ("old, source: report}", "old, sorce: report}", None),
    ("old, source: report}", "old, source: [report]}", None),
    (", source: ferry, suffix: steel", ", source: ferry, suffix: [steel]", None),
    (", source: ferry, suffix: steel", ", source: ferry, sufix: steel", None),
    ("  - date: 1987", "  - date: 3/4/1987", None),
    ("  - date: 1987\n    title", "  - title", "timeline[0] needs 'date'"),
    ("importance: 2", "importance: 9", None),
    ("actors: [tom]", "actors: tom", None),
    ("date_basis: inferred", "date_basis: infered", None),
    ("points: [{text: It is late.}]", "points: [{txt: It is late.}]", None),
    ("points: [{text: It is late.}]", "points: [{text: [It is late.]}]", None),
    ("late: agrees", "late: yes", None),
    ("speaker: tom", "speeker: tom", None),
    ("winters.\n    passage:", "winters.\n    pasage:", None),
    ("winters., source: ferry}", "winters., source: [ferry]}", None),
    ("    translated: no", "    translated: maybe", None),
    ('url: "https://example.org", title', 'url: "https://example.org", titel', None),
    ("{date: 2025-05-02, text: A word was mended.}", "{text: A word was mended.}", "updates[0] needs 'date'"),
    ("term: ferry, ", "", "glossary[0] needs 'term'"),
]


def test_the_briefing_itself_is_sound(check: Check) -> None:
    assert check("title: The ferry returns", "title: A ferry", ("", "")) == ()


def test_the_other_mistakes_are_said_alone(check: Check) -> None:
    found = check("title: The ferry returns", "title: A ferry", OTHER_MISTAKES)
    assert Counter(d.code for d in found) == OTHER_CODES


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_one_mistake_is_one_message(check: Check, old: str, new: str, message: str | None) -> None:
    found = check(old, new, ("", ""))
    assert len(found) == 1
    assert message is None or found[0].message == message


def test_words_of_a_source_that_could_not_be_read_are_not_looked_for(check: Check) -> None:
    found = check("  - ferry\n", "  - [ferry]\n", OTHER_MISTAKES)
    assert Counter(d.code for d in found) == Counter((Code.WRONG_SHAPE, Code.MISSING_FIELD))


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES)
def test_a_mistake_hides_no_other(check: Check, old: str, new: str, message: str | None) -> None:
    found = check(old, new, OTHER_MISTAKES)
    left = Counter(d.code for d in found) - OTHER_CODES
    assert left.total() == 1
    assert len(found) == 1 + OTHER_CODES.total()
    assert message is None or message in [d.message for d in found]


def test_a_mark_in_an_entry_is_told_once_at_its_line_and_stops_what_would_publish_it(tmp_path: Path) -> None:
    def write(name: str, text: str) -> None:
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def said() -> list[tuple[str, int, str]]:
        shelf, wanted = Shelf(tmp_path, tmp_path / "content"), Wanted(kept=tmp_path / "kept")
        found = check_project(shelf, datetime(2030, 1, 1, tzinfo=UTC), Site(), wanted)[1]
        return [(d.span.path, d.span.line, d.message) for d in found if d.code is Code.UNSURE_MARK and errors_in((d,))]

    fields = "title: A\ndate: 2025-01-01\nsummary: S\nsources: [{id: s, title: T}]\nactors: [ida, {id: x, name: X}]\n"
    write("actors/ida.yaml", 'name: Ida Brekke\n# [check: her post]\nnote: "[check: a sentence]"\n')
    write("briefings/a.md", f"---\n{fields}status: draft\n---\nText.\n")
    assert said() == []
    write("briefings/b.md", f"---\n{fields}---\nText.\n")
    told = [
        ("content/actors/ida.yaml", line, f"'{mark}' is still to be settled, and content/briefings/b.md is no draft")
        for line, mark in ((3, "[check: a sentence]"), (2, "[check: her post]"))
    ]
    assert said() == told
    write("briefings/c.md", f"---\n{fields}---\nText.\n")
    assert [message.rpartition(", and ")[2] for _, _, message in said()] == [
        "content/briefings/b.md and 1 more are no drafts"
    ] * 2
    write("actors/ida.yaml", "name: Ida Brekke\n")
    assert said() == []
