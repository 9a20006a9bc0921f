"""The evidence report: written at each build, also one that fails, and the build says so."""

import json
from typing import Any

STORY = "He said “these four words here”."


def test_a_build_that_fails_leaves_the_report_and_says_so(project: Any) -> None:
    project.briefing("x", story=STORY)
    project.write("seeds/s.txt", "The source has other words.\n")
    project.write("content/sources/s.yaml", "title: A source\nfile: seeds/s.txt\n")
    built = project.build("-e", 'BRIEFING_EVIDENCE_REPORT="reports/evidence.json"')
    assert built.status == 1
    assert "Nothing was written but the evidence report, reports/evidence.json; the site is as it was." in built.text
    (record,) = json.loads((project.folder / "reports/evidence.json").read_text(encoding="utf-8"))
    assert (record["words"], record["level"], record["passed"]) == ("these four words here", "not-found", False)


def test_a_report_that_cannot_be_written_is_an_error(project: Any) -> None:
    project.briefing("x")
    built = project.build("-e", 'BRIEFING_EVIDENCE_REPORT="content"')
    assert built.status == 1
    assert (
        "content: error[cannot-write]: the evidence report (BRIEFING_EVIDENCE_REPORT) cannot be written: " in built.text
    )
    assert "Nothing was written; the site is as it was." in built.text
