"""Citations, read back by pybtex and rispy; CSL-JSON against the part of its schema that is written."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import rispy
from briefing.exports.bibtex import render_bibtex
from briefing.exports.csl_json import csl_date, render_csl_json
from briefing.exports.published import Published
from briefing.exports.references import Reference, briefing_reference, source_references
from briefing.exports.ris import render_ris
from briefing.model.dates import EdtfDate
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pybtex.database import BibliographyData, parse_string

Make = Callable[..., Published]
Hostile = Callable[[st.DataObject], Published]
DATE = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"type": "boolean"},
        "literal": {"type": "string", "minLength": 1},
    },
}
WORDS: dict[str, Any] = {"type": "string", "minLength": 1}
NAMES = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["literal"],
        "additionalProperties": False,
        "properties": {"literal": WORDS},
    },
}
PLAIN = ("title", "container-title", "publisher", "URL", "archive_location", "language", "abstract")
CSL = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["id", "type"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
                "type": {"type": "string", "pattern": "^[a-z_-]+$"},
                "author": NAMES,
                "issued": DATE,
                "accessed": DATE,
                **dict.fromkeys(PLAIN, WORDS),
            },
        },
    }
)
TEX = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
}


def read_csl(text: str) -> Any:
    items = json.loads(text)
    assert [error.message for error in CSL.iter_errors(items)] == []
    return items


def read_bibtex(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def untex(value: str) -> str:
    """Return what TeX would print: no command is left but those that stand for a sign."""
    signs = re.compile(r"\{\\([a-z]+)\}|\\([$&#%_])|([{}])")
    return signs.sub(lambda m: TEX[m[1]] if m[1] else m[2] or "", value)


def test_a_briefing_is_cited_as_a_page_of_the_site(whole: Published) -> None:
    (item,) = read_csl(render_csl_json([briefing_reference(whole)]))
    assert item == {
        "id": "the-gates",
        "type": "webpage",
        "title": "The gates",
        "author": [{"literal": "Ada Quill"}, {"literal": "Desk"}],
        "publisher": "Fiction Briefings",
        "issued": {"date-parts": [[2024, 5, 8]]},
        "URL": "https://example.org/sub/briefings/the-gates/",
        "language": "en",
        "abstract": "What happened.",
    }


def test_sources_are_cited_as_what_they_are(whole: Published) -> None:
    paper, report = read_csl(render_csl_json(source_references(whole)))
    assert (paper["type"], paper["container-title"], paper["accessed"]) == (
        "article-newspaper",
        "The Vale Paper",
        {"date-parts": [[2024, 5, 8]]},
    )
    assert (report["publisher"], report["issued"]) == ("Dam Office", {"date-parts": [[2019]], "circa": True})


def test_bibtex_reads_back(whole: Published) -> None:
    entries = read_bibtex(render_bibtex(source_references(whole))).entries
    paper, report = entries["paper"], entries["report"]
    assert (paper.type, paper.fields["journal"], paper.fields["year"], paper.fields["month"]) == (
        "article",
        "The Vale Paper",
        "2024",
        "5",
    )
    assert [str(person) for person in paper.persons["author"]] == ["{Cy Pen}"]
    assert paper.fields["url"] == "https://paper.example/gates?a=1&b=2"
    assert (report.type, report.fields["institution"], report.fields["date"]) == ("techreport", "Dam Office", "2019~")


def test_ris_reads_back(whole: Published) -> None:
    paper, report = rispy.loads(render_ris(source_references(whole)))
    assert (paper["type_of_reference"], paper["secondary_title"], paper["year"]) == ("NEWS", "The Vale Paper", "2024")
    assert (paper["date"], paper["authors"], paper["language"]) == ("2024/05/07/", ["Cy Pen"], "en")
    assert (report["type_of_reference"], report["date"]) == ("RPRT", "2019///2019~")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-05-07", {"date-parts": [[2024, 5, 7]]}),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024-05-07/2024-06", {"date-parts": [[2024, 5, 7], [2024, 6]]}),
        ("2024-05?", {"date-parts": [[2024, 5]], "circa": True}),
        ("2024-21", {"date-parts": [[2024]], "season": 1}),
        ("202X", {"literal": "202X"}),
        ("2024/..", {"literal": "2024/.."}),
    ],
)
def test_a_date_keeps_its_precision_and_its_doubt(text: str, date: dict[str, Any]) -> None:
    assert csl_date(EdtfDate.parse(text)) == date


def test_two_sources_never_share_a_key(published: Make) -> None:
    sources = "sources: [{id: a.b, title: A}, {id: a-b, title: B}, {id: ا, title: C}, {id: ب, title: D}]"
    keys = [reference.key for reference in source_references(published(sources))]
    assert len(set(keys)) == 4
    assert all(re.fullmatch("[a-z0-9-]+", key) for key in keys)


def test_a_type_that_csl_does_not_have_is_a_document(published: Make) -> None:
    (item,) = read_csl(render_csl_json(source_references(published("sources: [{id: s, type: scroll, title: A}]"))))
    assert item["type"] == "document"


def test_signs_of_tex_are_written_out_and_braces_stay_paired(published: Make) -> None:
    title = r"50 % of $x_1 & {y^2} #\input{z}~}"
    made = published(f"sources: [{{id: s, title: '{title}'}}, {{id: t, title: Next}}]")
    entries = read_bibtex(render_bibtex(source_references(made))).entries
    assert untex(entries["s"].fields["title"]) == title
    assert list(entries) == ["s", "t"]


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_hostile_text_stays_text(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    for references in ([briefing_reference(made)], source_references(made)):
        csl_holds(references)
        bibtex_holds(references)
        ris_holds(references)


def csl_holds(references: Sequence[Reference]) -> None:
    items = read_csl(render_csl_json(references))
    assert [item.get("title", "") for item in items] == [reference.title for reference in references]
    assert all(item.get("URL", "https://").lower().startswith(("http://", "https://", "mailto:")) for item in items)


def bibtex_holds(references: Sequence[Reference]) -> None:
    entries = read_bibtex(render_bibtex(references)).entries
    assert list(entries) == [reference.key for reference in references]
    for reference in references:
        found = " ".join(untex(entries[reference.key].fields["title"]).split())
        assert found == reference.title


def ris_holds(references: Sequence[Reference]) -> None:
    found = rispy.loads(render_ris(references))
    assert [entry.get("title", "") for entry in found] == [reference.title for reference in references]
    assert [entry["id"] for entry in found] == [reference.key for reference in references]
