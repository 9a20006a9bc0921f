"""A deploy by rsync, tried with the real one on this machine; skipped where it is missing."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from briefing.cli import main
from briefing.publishing.changes import Changes
from briefing.publishing.programs import PublishError
from briefing.publishing.rsync import DELETE, NO_PAGES, Rsync, last_words, only, read_items

from .conftest import contents, write


def deploy(site: Path, target: Path, *options: str) -> int:
    return main(["deploy", "--to=rsync", f"--target={target}", f"--folder={site}", *options])


def test_rsyncs_own_list_says_what_would_change() -> None:
    printed = (
        "*deleting   old/page.html\n*deleting   old/\n.d..t...... ./\ncd+++++++++ c/\n<f+++++++++ c/index.html\n"
        ">f.st...... index.html\n.f          theme/main.css\n.f...p..... 404.html\nsome other line\n"
    )
    assert read_items(printed) == Changes(("c/index.html",), ("index.html",), ("old/page.html",), 2)


def test_what_pages_need_goes_first_and_deletes_go_last(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr("briefing.publishing.rsync.run", lambda command, *_, **__: asked.append(tuple(command)))
    Rsync(site, "user@example.org:/var/www/news/").deploy(Changes(removed=("gone.html",)))
    assert [(NO_PAGES in command, DELETE in command) for command in asked] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    assert all("--delay-updates" in command for command in asked)
    assert {command[-1] for command in asked} == {"user@example.org:/var/www/news/"}


def test_nothing_may_be_deleted_but_what_a_deploy_put_there() -> None:
    assert [*only(["a/b[1]\\.html"])] == ["risk /a/b\\[1]\\\\.html\n", "risk /a/\n", "protect *\n"]


def test_what_somebody_else_put_there_stays(site: Path, tmp_path: Path, needs: Callable[[str], str]) -> None:
    needs("rsync")
    target, old = tmp_path / "www", ("b/é [1].html", "old/*.html", "empty/a/x?.html")
    write(site, **dict.fromkeys(old, "old"))
    assert deploy(site, target) == 0
    for folder in ("b", "old", "empty"):
        shutil.rmtree(site / folder)
    mine = {"ads.txt": b"\xff", "old/mine.html": b"m", "b/e.html": b"e"}
    for name, content in mine.items():
        (target / name).write_bytes(content)
    assert deploy(site, target) == 0
    assert contents(target) == contents(site) | mine
    assert not (target / "empty").exists()
    (target / "index.html").write_text("older")
    assert deploy(site, target) == 0
    assert contents(target) == contents(site) | mine


@pytest.mark.parametrize("target", ["", "www", "-e sh", "host", "-e:sh", "-x@host:/a"])
def test_a_place_that_is_none_is_refused(site: Path, target: str) -> None:
    with pytest.raises(PublishError, match="is no place for rsync"):
        Rsync(site, target)


def test_the_folder_becomes_the_site(
    site: Path,
    edited: Callable[[], Path],
    tmp_path: Path,
    needs: Callable[[str], str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    needs("rsync")
    target = tmp_path / "srv/www"
    assert deploy(site, target, "--dry-run") == 0
    assert not target.parent.exists()
    assert deploy(site, target) == 0
    assert contents(target) == contents(site)
    (target / "CNAME").write_text("news.example")
    edited()
    capsys.readouterr()
    assert deploy(site, target, "--dry-run") == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "  + c/index.html",
        "  ~ index.html",
        "  - b/index.html",
        "1 to add, 1 to change, 1 to remove",
    ]
    assert deploy(site, target) == 0
    assert contents(target) == contents(site) | {"CNAME": b"news.example"}
    assert deploy(site, target) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_a_place_of_something_else_is_not_emptied(
    site: Path, tmp_path: Path, needs: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    needs("rsync")
    (tmp_path / "home").mkdir()
    (tmp_path / "home/thesis.txt").write_text("years of work")
    assert deploy(site, tmp_path / "home") == 1
    assert contents(tmp_path / "home") == {"thesis.txt": b"years of work"}
    assert "none of the sites made here" in capsys.readouterr().err


def test_a_machine_without_rsync_is_one_line(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert deploy(site, tmp_path / "www", "--dry-run") == 1
    assert capsys.readouterr().err.strip().endswith("rsync is not installed; on Debian, as root: apt-get install rsync")


SSH = """ssh: Could not resolve hostname news.example.org: Name or service not known
rsync: connection unexpectedly closed (0 bytes received so far) [sender]
rsync error: unexplained error (code 255) at io.c(231) [sender=3.2.7]
"""


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (SSH, "ssh: Could not resolve hostname news.example.org: Name or service not known"),
        (SSH.replace("ssh: C", "Warning: x\n\nHost key verification failed.\nssh: C"), "verification failed.; ssh: C"),
        ('rsync: [Receiver] mkdir "/a/b" failed: No such file (2)\nrsync error: x (code 11)', "mkdir"),
        ("bash: line 1: rsync: command not found\n" + SSH.partition("\n")[2], "bash: line 1: rsync: command not found"),
        ("rsync error: only this", "rsync error: only this"),
        ("rsync: at rsync://me:secret@host/a", "rsync: at rsync://…@host/a"),
    ],
)
def test_the_reason_is_what_ssh_or_the_other_machine_said(printed: str, said: str) -> None:
    words = last_words(printed)
    assert said in words
    assert "connection unexpectedly closed" not in words
    assert len(words.splitlines()) == 1


def test_a_machine_that_cannot_be_reached_is_one_line_with_the_words_of_ssh(
    site: Path,
    tmp_path: Path,
    needs: Callable[[str], str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    needs("rsync")
    (tmp_path / "ssh").write_text("#!/bin/sh\necho 'me@host: Permission denied (publickey).' >&2\nexit 255\n")
    (tmp_path / "ssh").chmod(0o755)
    monkeypatch.setenv("RSYNC_RSH", str(tmp_path / "ssh"))
    assert main(["deploy", "--to=rsync", "--target=me@host:/www", f"--folder={site}", "--dry-run"]) == 1
    line = "briefing: rsync to me@host:/www failed: me@host: Permission denied (publickey).\n"
    assert capsys.readouterr().err == line


def test_a_dry_run_fails_where_the_folder_cannot_be_made(
    site: Path, tmp_path: Path, needs: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    needs("rsync")
    (tmp_path / "file").touch()
    assert deploy(site, tmp_path / "file/www", "--dry-run") == 1
    assert capsys.readouterr().err == f"briefing: {tmp_path / 'file'} is a file; name a folder\n"
