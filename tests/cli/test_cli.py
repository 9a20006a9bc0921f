"""What holds for every command: how it is called, how it ends, and what is said where it cannot go on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from briefing.cli import COMMANDS, main


def test_a_folder_that_cannot_be_written_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "briefings").rmdir()
    (project / "content" / "briefings").write_text("a file")
    assert main(["new", "Seoul"]) == 1
    assert capsys.readouterr().err.startswith("briefing: ")


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["new", "--nonsense"], ["check", "--nonsense"]])
def test_wrong_use_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_help_has_a_line_for_each_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0
    listed = capsys.readouterr().out
    assert all(f"    {name}" in listed for name in COMMANDS)


def test_a_reader_who_has_seen_enough_is_no_error(project: Path, root: Path) -> None:
    for i in range(2000):
        (project / f"content/briefings/x{i}.md").write_text("---\n")
    command = f"{sys.executable} -m briefing check | head -n 1; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=project,
        env={"PYTHONPATH": str(root / "plugins"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] in ("0", "1")
    assert ran.stderr == ""


def test_a_command_that_is_stopped_while_it_is_loaded_says_so_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.cli.import_module", stopped)
    assert main(["publish"]) == 130
    assert capsys.readouterr().err == "briefing: stopped\n"


def test_a_copy_that_fails_is_said_with_the_first_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise shutil.Error([("a.html", "b/a.html", "no space left"), ("c.html", "b/c.html", "no space left")])

    monkeypatch.setattr("briefing.cli.import_module", full)
    assert main(["deploy"]) == 1
    assert capsys.readouterr().err == "briefing: the file system: no space left\n"
