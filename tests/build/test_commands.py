"""Messages name the command that is there."""

from pathlib import Path

import pytest
from briefing.build.commands import OURS, tool
from briefing.build.site_build import _empty
from briefing.cli import main
from briefing.parsing.load import Shelf


@pytest.mark.parametrize(("folder", "command"), [(OURS, "invoke"), ("content", "briefing")])
def test_a_site_without_briefings_is_told_how_to_begin_by_the_command_that_is_there(
    tmp_path: Path, folder: str, command: str
) -> None:
    (tmp_path / folder).mkdir(parents=True)
    assert tool(tmp_path) == command
    assert _empty(Shelf(tmp_path, tmp_path / "content")).help == f"{command} new 'A title' writes a first one"


def test_explanations_name_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "empty-site"]) == 0
    assert "`briefing new" in capsys.readouterr().out
    (tmp_path / OURS).mkdir(parents=True)
    assert main(["explain", "empty-site"]) == 0
    assert "`invoke new" in capsys.readouterr().out
