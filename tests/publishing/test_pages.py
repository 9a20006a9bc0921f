"""A deploy to a branch of Git, tried against a real repository on this machine."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from briefing.cli import main
from briefing.publishing.branch import read_branch

from .conftest import contents


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def remote(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository; the project beside it has it for its origin."""
    tmp_path = site.parent
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    bare = tmp_path / "remote.git"
    subprocess.run(["git", "init", "--quiet", "--bare", str(bare)], check=True)
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    git(tmp_path, "remote", "add", "origin", str(bare))
    (tmp_path / "pelican.conf.py").touch()
    monkeypatch.chdir(tmp_path)
    return bare


def deploy(*options: str) -> int:
    return main(["deploy", "--to=pages", "--settings=pelican.conf.py", *options])


def published(remote: Path, folder: Path) -> dict[str, bytes]:
    git(folder.parent, "clone", "--quiet", "--branch=gh-pages", str(remote), str(folder))
    return {name: text for name, text in contents(folder).items() if not name.startswith(".git/")}


def test_the_branch_becomes_the_site_in_one_commit(
    remote: Path, site: Path, edited: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy() == 0
    assert published(remote, tmp_path / "first") == contents(site)
    edited()
    assert deploy() == 0
    assert published(remote, tmp_path / "second") == contents(site)
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"
    capsys.readouterr()
    assert deploy() == 0
    assert "origin/gh-pages has the site for https://news.example already: 4 files" in capsys.readouterr().out
    assert git(remote, "rev-list", "--count", "gh-pages") == "2"


@pytest.mark.usefixtures("remote")
def test_a_dry_run_writes_nothing_here_or_there(
    edited: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy() == 0
    edited()
    before = contents(tmp_path)
    capsys.readouterr()
    assert deploy("--dry-run") == 0
    assert contents(tmp_path) == before
    assert capsys.readouterr().out.splitlines() == [
        "  + c/index.html",
        "  ~ index.html",
        "  - b/index.html",
        "1 to add, 1 to change, 1 to remove",
        "Nothing was written to origin/gh-pages: a dry run, of the site for https://news.example.",
    ]


def test_a_domain_that_was_set_at_the_host_stays(
    remote: Path, site: Path, edited: Callable[[], Path], tmp_path: Path
) -> None:
    (site / "CNAME").write_text("news.example\n")
    assert deploy() == 0
    (site / "CNAME").unlink()
    edited()
    assert deploy() == 0
    assert published(remote, tmp_path / "clone")["CNAME"].strip() == b"news.example"


def test_what_belongs_to_the_host_stays(remote: Path, edited: Callable[[], Path], tmp_path: Path) -> None:
    assert deploy() == 0
    git(tmp_path, "clone", "--quiet", "--branch=gh-pages", str(remote), "host")
    host = tmp_path / "host"
    own = (".htaccess", ".well-known/acme-challenge/token", "b/picture.jpg")
    for name in own:
        (host / name).parent.mkdir(parents=True, exist_ok=True)
        (host / name).write_bytes(b"\xff\xd8 the host's own")
    git(host, "add", "--all")
    git(host, "-c", "user.name=h", "-c", "user.email=h@h", "commit", "--quiet", "--message=Own")
    git(host, "push", "--quiet")
    edited()
    assert deploy() == 0
    there = published(remote, tmp_path / "clone")
    assert {there[name] for name in own} == {b"\xff\xd8 the host's own"}
    assert "b/index.html" not in there
    assert not git(tmp_path, "diff", "--cached", "--name-only")


def committed(folder: Path, branch: str) -> None:
    git(folder, "checkout", "--quiet", "-B", branch)
    git(folder, "-c", "user.name=a", "-c", "user.email=a@a", "commit", "--quiet", "--allow-empty", "--message=My work")


@pytest.mark.usefixtures("site")
def test_a_branch_of_sources_is_not_replaced(remote: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    git(tmp_path, "add", "thesis.txt")
    committed(tmp_path, "sources")
    git(tmp_path, "push", "--quiet", "origin", "sources")
    before = git(remote, "rev-parse", "sources")
    assert deploy("--target=origin/sources") == 1
    assert "is none of the sites made here" in capsys.readouterr().err
    assert git(remote, "rev-parse", "sources") == before


def test_commits_that_were_not_pushed_are_not_lost(
    remote: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    committed(tmp_path, "gh-pages")
    assert deploy() == 1
    assert "has commits that origin/gh-pages has not, 'My work' among them" in capsys.readouterr().err
    assert git(tmp_path, "log", "--format=%s", "gh-pages") == "My work"
    assert remote.is_dir()


def test_a_refused_push_is_one_line_and_the_published_site_is_whole(
    remote: Path, site: Path, edited: Callable[[], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy() == 0
    was = contents(site)
    (remote / "hooks/pre-receive").write_text("#!/bin/sh\necho Not on a Sunday.\nexit 1\n")
    (remote / "hooks/pre-receive").chmod(0o755)
    edited()
    capsys.readouterr()
    assert deploy() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("briefing: the push to origin/gh-pages was refused: ")
    assert "pre-receive hook declined" in line
    assert line.endswith("; the host says: Not on a Sunday.")
    assert published(remote, tmp_path / "clone") == was
    (remote / "hooks/pre-receive").unlink()
    assert deploy() == 0
    assert published(remote, tmp_path / "again") == contents(site)


def test_another_branch_and_remote_can_be_named(remote: Path, tmp_path: Path) -> None:
    git(tmp_path, "remote", "rename", "origin", "host")
    assert deploy("--target=host/site") == 0
    assert git(remote, "branch", "--list", "site")


def test_a_remote_that_is_not_there_is_one_line(
    remote: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy("--target=nowhere") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("briefing: this repository has no remote 'nowhere' (it has: origin); ")
    git(tmp_path, "remote", "set-url", "origin", str(tmp_path / "gone.git"))
    assert deploy() == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert remote.is_dir()


@pytest.mark.usefixtures("remote")
def test_without_ghp_import_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("briefing.publishing.pages.find_spec", lambda _: None)
    assert deploy() == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("pip install -r requirements-dev.txt")


@pytest.mark.parametrize("form", ["{}", "{}#site", "file://{}", "./other.git"])
def test_a_repository_can_be_named_by_its_path_or_its_address(
    remote: Path, site: Path, edited: Callable[[], Path], tmp_path: Path, form: str
) -> None:
    other = tmp_path / "other.git"
    remote.rename(other)
    target, branch = form.format(other), "site" if "#" in form else "gh-pages"
    config = git(tmp_path, "config", "--list", "--local")
    assert deploy(f"--target={target}", "--dry-run") == 0
    assert not git(other, "branch")
    assert deploy(f"--target={target}") == 0
    edited()
    assert deploy(f"--target={target}") == 0
    git(tmp_path, "clone", "--quiet", f"--branch={branch}", str(other), "clone")
    assert {n: t for n, t in contents(tmp_path / "clone").items() if not n.startswith(".git/")} == contents(site)
    assert git(other, "rev-list", "--count", branch) == "2"
    assert git(tmp_path, "config", "--list", "--local") == config


def test_a_password_in_an_address_is_not_printed() -> None:
    found = read_branch("https://me:secret@git.example/news.git#site")
    assert (found.name, found.place) == ("site", "the branch site of https://…@git.example/news.git")
    assert "https://me:secret@git.example/news.git" in found.variables.values()


@pytest.mark.parametrize("target", ["git@git.example:desk/news.git", "ssh://git@git.example/news.git", "host:news.git"])
def test_an_address_for_ssh_is_one(target: str) -> None:
    assert read_branch(target).variables


@pytest.mark.parametrize("branch", ["a..b", "a b", "x.lock", "a~1"])
def test_a_dry_run_fails_where_a_branch_cannot_have_that_name(
    remote: Path, branch: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy(f"--target=origin/{branch}", "--dry-run") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"briefing: '{branch}' cannot be the name of a branch: ")
    assert remote.is_dir()


def test_a_dry_run_fails_where_a_deploy_would(
    remote: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as closed:
        closed.setattr("os.access", lambda path, _: path != remote)
        assert deploy("--dry-run") == 1
    assert capsys.readouterr().err == f"briefing: {remote} cannot be written to by this user\n"
    committed(tmp_path, "gh-pages")
    assert deploy("--dry-run") == 1
    assert "'My work' among them" in capsys.readouterr().err
    git(tmp_path, "checkout", "--quiet", "-b", "sources")
    git(tmp_path, "branch", "--quiet", "-D", "gh-pages")
    git(tmp_path, "config", "remote.origin.pushurl", str(tmp_path / "gone.git"))
    assert deploy("--dry-run") == 1
    assert "a push to origin/gh-pages would be refused: fatal: " in capsys.readouterr().err


def test_a_project_that_is_no_repository_is_one_line(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    assert deploy(f"--folder={site}", "--dry-run") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"briefing: {tmp_path} is no repository of Git, from which to push; make it one: git init"


@pytest.mark.usefixtures("remote")
def test_a_machine_without_git_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert deploy("--dry-run") == 1
    line = "briefing: a deploy to a branch: git is not installed; on Debian, as root: apt-get install git\n"
    assert capsys.readouterr().err == line


@pytest.mark.parametrize("target", ["-x", "origin/-x"])
def test_a_target_is_no_option_of_git(remote: Path, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert deploy(f"--target={target}") == 1
    assert "is no remote of Git" in capsys.readouterr().err
    assert remote.is_dir()
