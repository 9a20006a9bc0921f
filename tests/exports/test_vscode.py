"""What wires Visual Studio Code: current in this repository, and each part fit for what reads it."""

import json
import re
from pathlib import Path

import pytest
import yaml
from briefing.cli import main
from briefing.diagnostics import Code, Diagnostic
from briefing.exports.vscode import FINDING, generated_files, settings_files, snippets
from briefing.parsing.located_text import LocatedText
from briefing.report.text import render_one

STOP = re.compile(r"\$\{\d+\|([^,|}]+)[^}]*\}|\$\{\d+:([^}]*)\}|\$\d+")


def written(body: list[str]) -> str:
    """A snippet as it is when the cursor went through it and every place was given a word, or its first choice."""
    return STOP.sub(lambda m: m[1] or m[2] or "2023", "\n".join(body))


def test_the_files_of_this_repository_follow_from_the_model(root: Path) -> None:
    for path, text in generated_files().items():
        assert (root / path).read_text("utf-8") == text, f"{path}: python -m briefing schema --vscode writes it anew"


@pytest.mark.parametrize("field", snippets())
def test_a_snippet_is_yaml_with_the_field_it_is_named_after(field: str) -> None:
    snippet = snippets()[field]
    assert list(yaml.safe_load(written(snippet["body"]))) == [field] == [snippet["prefix"]]
    assert snippet["description"]


def test_the_task_reads_what_check_prints() -> None:
    span = LocatedText("content/a b/x.md", "titel: A\n").span(0, 5)
    line = render_one(Diagnostic(Code.UNKNOWN_FIELD, "there is no field 'titel': why?", span)).splitlines()[0]
    (found,) = re.findall(FINDING, line)
    assert found == ("content/a b/x.md", "1", "1", "error", "unknown-field", "there is no field 'titel': why?")


def test_schemas_are_wired_to_the_folders_of_the_site() -> None:
    made = settings_files("briefing check", {"actor": "text/people", "source": "text/sources"})
    schemas = json.loads(made[".vscode/settings.json"])["yaml.schemas"]
    assert schemas["./.vscode/schema/actor.json"] == ["text/people/**/*.yaml", "text/people/**/*.yml"]


def test_every_entry_of_this_repository_has_its_schema_in_the_editor(root: Path) -> None:
    patterns = json.loads((root / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"].values()
    wired = {path for each in patterns for pattern in each for path in root.glob(pattern)}
    assert wired == {*root.glob("content/actors/**/*.yaml"), *root.glob("content/sources/**/*.yaml")}


def test_a_project_is_wired_and_what_is_ones_own_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pelican.conf.py").write_text("PATH = 'content'\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["schema", "--vscode"]) == 0
    assert capsys.readouterr().err == ""
    own, old = tmp_path / ".vscode/settings.json", tmp_path / ".vscode/schema/actor.json"
    own.write_text("{}", "utf-8")
    old.write_text("{}", "utf-8")
    assert main(["schema", "--vscode"]) == 0
    assert (own.read_text("utf-8"), len(old.read_text("utf-8")) > 100) == ("{}", True)
    assert ".vscode/settings.json: kept as it was" in capsys.readouterr().err


def test_schema_prints_one_for_other_editors(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "source"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "An entry of the catalogue of sources"
