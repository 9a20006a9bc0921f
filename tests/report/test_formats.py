"""Diagnostics as machines read them, each form held to its standard."""

import json
from pathlib import Path
from typing import Any

import pytest
from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.parsing.located_text import LocatedText
from briefing.report.github import render_github
from briefing.report.machine import render_json
from briefing.report.sarif import render_sarif
from jsonschema import Draft4Validator

TEXT = LocatedText("content/briefings/a b.md", "title: A\nkey: “x”, 100%\nend: 𝄞!\n")
FOUND = (
    Diagnostic(Code.UNKNOWN_FIELD, "there is no field 'end'", TEXT.span(28, 29), "100%: yes", Severity.WARNING),
    Diagnostic(Code.WRONG_VALUE, "two\nlines, and a colon: here", TEXT.span(9, 26)),
    Diagnostic(Code.BINARY_FILE, "the file is binary", Span("content/x.md")),
    Diagnostic(Code.OWN_RULE, "which experts?", TEXT.span(0, 5), severity=Severity.NOTE, rule="no-experts-say"),
)


@pytest.fixture(scope="module")
def sarif_schema() -> Draft4Validator:
    """The schema of OASIS, its descriptions taken out."""
    return Draft4Validator(json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text("utf-8")))


def test_json_has_every_part_in_order_and_the_counts() -> None:
    read = json.loads(render_json(FOUND))
    assert [d["code"] for d in read["diagnostics"]] == ["no-experts-say", "wrong-value", "unknown-field", "binary-file"]
    assert (read["errors"], read["warnings"], read["notes"]) == (2, 1, 1)
    assert read["diagnostics"][2] == {
        "code": "unknown-field",
        "severity": "warning",
        "message": "there is no field 'end'",
        "help": "100%: yes",
        "file": "content/briefings/a b.md",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 6,
    }
    assert "line" not in read["diagnostics"][3]


def test_nothing_wrong_is_an_empty_list_for_machines() -> None:
    assert json.loads(render_json(())) == {"diagnostics": [], "errors": 0, "warnings": 0, "notes": 0}
    assert render_github(()) == ""


def test_github_gets_a_line_each_with_what_it_would_misread_escaped() -> None:
    file, place = "file=content/briefings/a b.md", "line=3,endLine=3,col=5,endColumn=6"
    assert render_github(FOUND).splitlines() == [
        f"::notice {file},line=1,endLine=1,col=1,endColumn=6,title=no-experts-say::which experts?",
        f"::error {file},line=2,endLine=3,title=wrong-value::two%0Alines, and a colon: here",
        f"::warning {file},{place},title=unknown-field::there is no field 'end'%0A100%25: yes",
        "::error file=content/x.md,title=binary-file::the file is binary",
    ]


@pytest.mark.parametrize("found", [FOUND, ()], ids=["several", "none"])
def test_sarif_is_what_its_schema_says(found: tuple[Diagnostic, ...], sarif_schema: Draft4Validator) -> None:
    sarif_schema.validate(json.loads(render_sarif(found, {"wrong-value": "It is not allowed."})))


def test_a_wrong_log_is_refused_by_the_schema(sarif_schema: Draft4Validator) -> None:
    log = json.loads(render_sarif(FOUND, {}))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not sarif_schema.is_valid(log)


def test_sarif_names_rule_place_and_level() -> None:
    run: dict[str, Any] = json.loads(render_sarif(FOUND, {"wrong-value": "It is not allowed."}))["runs"][0]
    result = run["results"][1]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (rule["id"], rule["shortDescription"]["text"]) == ("wrong-value", "It is not allowed.")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/briefings/a%20b.md"
    assert place["region"] == {"startLine": 2, "startColumn": 1, "endLine": 3, "endColumn": 3}
    assert [r["level"] for r in run["results"]] == ["note", "error", "warning", "error"]
