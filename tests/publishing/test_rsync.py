"""A deploy by rsync, tried with the real one on this machine; skipped where it is missing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from briefing.cli import main
from briefing.publishing.changes import Changes
from briefing.publishing.programs import PublishError
from briefing.publishing.rsync import DELETE, NO_PAGES, Rsync, read_items

from .conftest import contents


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
    monkeypatch.setattr("briefing.publishing.rsync.run", lambda command, _: asked.append(tuple(command)))
    Rsync(site, "user@example.org:/var/www/news/").deploy(Changes())
    assert [(NO_PAGES in command, DELETE in command) for command in asked] == [
        (True, False),
        (False, False),
        (False, True),
    ]
    assert all("--delay-updates" in command for command in asked)
    assert {command[-1] for command in asked} == {"user@example.org:/var/www/news/"}


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
    target = tmp_path / "www"
    target.mkdir()
    assert deploy(site, target, "--dry-run") == 0
    assert contents(target) == {}
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
    assert deploy(site, tmp_path / "www") == 1
    assert capsys.readouterr().err.strip().endswith("needs rsync, which is not installed")
