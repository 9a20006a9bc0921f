"""`new --site`: a site of one's own that builds as it comes."""

import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from runpy import run_path
from zipfile import ZipFile

import pytest
import yaml
from briefing.cli import main, own_wheel


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "harbour-news"
    with redirect_stdout(StringIO()) as out:
        assert main(["new", "--site", str(folder)]) == 0
    said = out.getvalue()
    assert f"\n  cd {folder}\n  python3 -m venv .venv && .venv/bin/pip install -r requirements.txt\n" in said
    return folder


def settings(file: Path) -> dict[str, object]:
    return {name: value for name, value in run_path(str(file)).items() if name.isupper()}


def test_a_new_site_builds_as_it_comes_without_a_warning(started: Path, root: Path) -> None:
    ours = [f'PLUGIN_PATHS=["{root}/plugins"]', f'THEME="{root}/theme"', "BRIEFING_STRICT=true"]
    command = [sys.executable, "-m", "pelican", "content", "-e", *ours]
    built = subprocess.run(command, cwd=started, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    home = (started / "output/index.html").read_text("utf-8")
    assert "Harbour news" in home
    assert "Fiction: Orsel closes its north lock" in home
    assert (started / "output/pages/about/index.html").is_file()


def test_a_new_site_has_the_plugin_with_it_for_other_machines_and_the_workflow(started: Path) -> None:
    *remarks, needed = (started / "requirements.txt").read_text("utf-8").splitlines()
    assert all(line.startswith("# ") for line in remarks)
    file, _, extras = needed.removesuffix("]").partition("[")
    assert set(extras.split(",")) == {"cards", "pages", "search"}
    with ZipFile(started / file) as wheel:
        assert {"pelican/plugins/briefing/cli/new_site.py", "pelican/themes/briefing/templates/base.html"} <= {
            *wheel.namelist()
        }


def test_where_no_wheel_can_be_made_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text("no project\n", "utf-8")
    monkeypatch.setattr(own_wheel, "SOURCES", tmp_path)
    assert main(["new", "--site", str(tmp_path / "news")]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.endswith("this comes first: pip install -r requirements-dev.txt")
    assert not (tmp_path / "news").exists()


def test_a_plugin_that_was_copied_into_a_site_says_that_it_has_no_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(own_wheel, "SOURCES", tmp_path)
    monkeypatch.setattr(own_wheel, "NAME", "no-such-package")
    assert main(["new", "--site", str(tmp_path / "news")]) == 1
    assert "no-such-package is not installed here" in capsys.readouterr().err


def test_a_new_site_passes_the_check(
    started: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(started)
    assert main(["check", "--strict", "--settings", "pelican.conf.py"]) == 0
    assert capsys.readouterr().out == "1 briefing checked; nothing is wrong.\n"


def test_its_settings_are_those_of_this_repository_but_for_what_is_its_own(started: Path, root: Path) -> None:
    new, ours = settings(started / "pelican.conf.py"), settings(root / "pelican.conf.py")
    own = {"AUTHOR", "SITENAME", "THEME", "PLUGIN_PATHS", "BRIEFING_PATHS"}
    own |= {
        "BRIEFING_ABOUT",
        "DOCUMENTS",
        "PAGE_PATHS",
        "EXTRA_PATH_METADATA",
    }  # the documentation as a part of the demonstration
    differing = {name for name in {*new, *ours} if repr(new.get(name)) != repr(ours.get(name))}
    assert differing == own
    assert (new["SITENAME"], new["THEME"], new["PLUGINS"]) == ("Harbour news", "briefing", ["briefing"])
    assert settings(started / "pelicanconf.py").keys() == new.keys()


def test_its_workflow_is_that_of_this_repository_with_the_installed_command(started: Path, root: Path) -> None:
    theirs, ours = (
        yaml.safe_load((folder / ".github/workflows/publish.yml").read_text("utf-8")) for folder in (started, root)
    )
    steps, own = (each["jobs"]["publish"].pop("steps") for each in (theirs, ours))
    assert theirs == ours
    installed = [{name: str(v).replace("requirements-dev", "requirements") for name, v in step.items()} for step in own]
    assert [step.get("run", "") for step in steps] == [
        step.get("run", "").replace("invoke ", "briefing ") for step in installed
    ]


def test_files_its_readme_tells_to_remove_are_there_and_leave_an_empty_site(started: Path) -> None:
    text = (started / "README.md").read_text("utf-8")
    named = [word.strip("`.,") for word in text.split() if word.startswith(("`content/", "`seeds/"))]
    assert len(named) == 4
    assert all((started / name).is_file() for name in named)
    left = {path.name for path in (started / "content").rglob("*") if path.is_file()} - {
        Path(name).name for name in named
    }
    assert left == {"about.md", ".gitkeep"}


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["new", "--site", str(tmp_path)]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert capsys.readouterr().err.endswith("is there already, and not an empty folder; nothing was written\n")


def test_a_site_has_no_headline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--site", str(tmp_path / "x"), "A headline"]) == 2
    assert not (tmp_path / "x").exists()
    assert (
        capsys.readouterr().err
        == "briefing: --site starts a whole site; give a headline or an article when it is there\n"
    )
