"""A deploy into a folder: one step, and nothing in between."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from briefing.cli import main
from briefing.publishing.folder import Folder
from briefing.publishing.hosts import HOSTS
from briefing.publishing.programs import PublishError

from .conftest import contents


def deploy(site: Path, target: Path, *options: str) -> int:
    return main(["deploy", "--to=folder", f"--target={target}", f"--folder={site}", *options])


def test_the_folder_becomes_the_site_and_what_is_the_hosts_stays(
    site: Path, edited: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "www"
    assert deploy(site, target) == 0
    assert contents(target) == contents(site)
    (target / ".well-known/acme-challenge").mkdir(parents=True)
    (target / ".well-known/acme-challenge/token").write_text("t")
    edited()
    assert deploy(site, target) == 0
    assert contents(target) == contents(site) | {".well-known/acme-challenge/token": b"t"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [".public-build", "public", "www"]
    assert "- b/index.html" in capsys.readouterr().out
    assert deploy(site, target) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_what_somebody_else_put_there_stays(
    site: Path, edited: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "www"
    assert deploy(site, target) == 0
    (target / "b/mine.txt").write_bytes(b"\xff mine")
    edited()
    assert deploy(site, target) == 0
    assert contents(target) == contents(site) | {"b/mine.txt": b"\xff mine"}
    said = capsys.readouterr().out.splitlines()
    assert {"  - b/index.html", "  left alone, for no deploy put them there: b/mine.txt"} <= {*said}


def test_a_folder_from_before_the_list_loses_nothing_and_has_one_then(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "www"
    shutil.copytree(site, target)
    (target / "old.html").write_text("of some deploy?")
    assert deploy(site, target) == 0
    assert contents(target) == contents(site) | {"old.html": b"of some deploy?"}
    assert "  left alone, for no list says" in capsys.readouterr().out
    assert deploy(site, target) == 0
    assert "nothing to change" in capsys.readouterr().out


def test_a_dry_run_lists_what_would_change_and_writes_nothing(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(tmp_path)
    assert deploy(site, tmp_path / "www", "--dry-run") == 0
    assert contents(tmp_path) == before
    assert not (tmp_path / "www").exists()
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "  + .nojekyll"
    assert said[-1] == f"Nothing was written to {tmp_path / 'www'}: a dry run, of the site for https://news.example."


@pytest.mark.parametrize("dry", [True, False])
def test_what_keeps_a_deploy_from_being_done_stops_a_dry_run_too(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, dry: bool
) -> None:
    options = ["--dry-run"] * dry
    (tmp_path / "file").touch()
    assert deploy(site, tmp_path / "file/www", *options) == 1
    assert capsys.readouterr().err == f"briefing: {tmp_path / 'file'} is a file; name a folder\n"
    with monkeypatch.context() as closed:
        closed.setattr("os.access", lambda path, _: path != tmp_path)
        assert deploy(site, tmp_path / "a/www", *options) == 1
    assert capsys.readouterr().err == f"briefing: {tmp_path} cannot be written to by this user\n"
    with monkeypatch.context() as full:
        full.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=3))
        assert deploy(site, tmp_path / "www", *options) == 1
    assert f"{tmp_path} has room for 0.0 MB, and the site needs " in capsys.readouterr().err
    with monkeypatch.context() as mounted:
        mounted.setattr(Path, "is_mount", lambda path: path == tmp_path / "www")
        assert deploy(site, tmp_path / "www", *options) == 1
    assert "it is a mounted disk" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_a_deploy_that_is_interrupted_leaves_the_published_site_whole(
    site: Path,
    edited: Callable[[], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stop: BaseException | type[BaseException],
) -> None:
    target = tmp_path / "www"
    assert deploy(site, target) == 0
    published = contents(target)
    host = Folder(edited(), str(target))
    changes, copy = host.changes(), shutil.copy2
    copied: list[object] = []

    def broken(*arguments: object, **keywords: object) -> object:
        if len(copied) == 2:
            raise stop
        copied.append(arguments)
        return copy(*arguments, **keywords)  # type: ignore[call-overload]

    monkeypatch.setattr(shutil, "copy2", broken)
    with pytest.raises((KeyboardInterrupt, PublishError)) as stopped:
        host.deploy(changes)
    assert str(stopped.value) in ("", f"{target}: [Errno 28] No space left on device")
    assert contents(target) == published
    monkeypatch.undo()
    assert deploy(site, target) == 0
    assert contents(target) == contents(site)


def test_what_was_killed_half_way_is_in_nobodys_way(site: Path, tmp_path: Path) -> None:
    (tmp_path / ".www.next/b").mkdir(parents=True)
    (tmp_path / ".www.next/left.html").write_text("half")
    assert deploy(site, tmp_path / "www") == 0
    assert contents(tmp_path / "www") == contents(site)
    assert not (tmp_path / ".www.next").exists()


def test_a_folder_of_something_else_is_not_emptied(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/thesis.txt").write_text("years of work")
    assert deploy(site, tmp_path / "home") == 1
    assert contents(tmp_path / "home") == {"thesis.txt": b"years of work"}
    assert "1 file and is none of the sites made here" in capsys.readouterr().err


def test_a_folder_within_the_site_or_around_it_is_refused(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(tmp_path)
    for target in (site, site / "b", tmp_path):
        assert deploy(site, target) == 1
        assert "lie in one another" in capsys.readouterr().err
    assert contents(tmp_path) == before


def test_a_link_to_a_folder_leads_on_to_the_new_site(site: Path, edited: Callable[[], Path], tmp_path: Path) -> None:
    (tmp_path / "current").symlink_to(tmp_path / "release")
    assert deploy(site, tmp_path / "current") == 0
    edited()
    assert deploy(site, tmp_path / "current") == 0
    assert (tmp_path / "current").is_symlink()
    assert contents(tmp_path / "release") == contents(site)


@pytest.mark.parametrize(
    ("given", "said"), [((), "say where: --to "), (("--to=ftp",), "'ftp' is no kind of host; say ")]
)
def test_a_host_that_is_not_said_is_one_line_with_the_choices(
    given: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["deploy", *given]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"briefing: {said}")
    assert all(f"{kind} (" in line for kind in HOSTS)


def test_only_what_was_published_is_deployed(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(tmp_path / ".public-build")
    assert deploy(site, tmp_path / "www") == 2
    assert capsys.readouterr().err.strip().endswith("is not ready to be published; make it with: invoke publish")
    assert not (tmp_path / "www").exists()
