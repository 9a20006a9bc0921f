"""The wheel puts plugin and theme where Pelican looks for them, and builds the site the repository does."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from configparser import ConfigParser
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest

# The environment is made once: with several workers, by one of them.
pytestmark = pytest.mark.xdist_group("wheel")

README_COMMAND = "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt && .venv/bin/pelican content"


def run(*command: str | Path, folder: Path) -> str:
    """What a command prints, run without our PYTHONPATH; where it fails, the test does, with what it said."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tree(folder: Path) -> Mapping[str, bytes]:
    """Every file of a folder by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files_in(wheel: ZipFile) -> list[str]:
    return [name for name in wheel.namelist() if not name.endswith("/RECORD")]


def sources(folder: Path) -> set[str]:
    return {name for name in tree(folder) if "__pycache__" not in name}


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def fresh_clone(root: Path, repository_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository in which the README's first command has just been run."""
    clone = tmp_path_factory.mktemp("fresh") / "clone"
    for path in repository_files:
        (clone / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, clone / path)
    run("bash", "-c", README_COMMAND, folder=clone)
    return clone


@pytest.fixture(scope="module")
def installed(fresh_clone: Path, wheel: Path) -> Path:
    """The programs of an environment that holds the pinned requirements and the wheel."""
    programs = fresh_clone / ".venv" / "bin"
    run(programs / "pip", "install", "--no-deps", "--no-index", wheel, folder=wheel.parent)
    return programs


def test_the_wheel_ships_plugin_and_theme_whole_and_nothing_else(wheel: Path, root: Path) -> None:
    with ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    plugin = {f"pelican/plugins/briefing/{name}" for name in sources(root / "plugins" / "briefing")}
    theme = {f"pelican/themes/briefing/{name}" for name in sources(root / "theme")}
    assert shipped == plugin | theme
    assert {"pelican/plugins/briefing/__init__.py", "pelican/themes/briefing/templates/base.html"} <= shipped


def test_the_wheel_brings_the_command_briefing(wheel: Path) -> None:
    entry_points = ConfigParser()
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("/entry_points.txt")]
        entry_points.read_string(archive.read(name).decode())
    assert dict(entry_points["console_scripts"]) == {"briefing": "pelican.plugins.briefing.cli:main"}


def test_wheel_and_sdist_are_ready_for_the_index(root: Path, wheel: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path, root, folder=tmp_path)
    (sdist,) = tmp_path.glob("*.tar.gz")
    checked = run(sys.executable, "-m", "twine", "check", "--strict", wheel, sdist, folder=tmp_path)
    assert checked.count("PASSED") == 2
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"plugins/briefing/__init__.py", "theme/templates/base.html", "docs/guide.md", "tests/conftest.py"} <= names
    assert not any(name.startswith((".venv", "output", "cache", ".output-build")) for name in names)


def test_the_metadata_say_what_a_person_looks_for(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(archive.read(name).decode())
    assert (metadata["License-Expression"], metadata["Requires-Python"]) == ("MIT", ">=3.11")
    assert metadata["Keywords"]
    assert metadata["Description-Content-Type"] == "text/markdown"
    leads = re.findall(r"\]\(([^)]+)\)|(?:src|href)=\"([^\"]+)", str(metadata.get_payload()))
    assert leads
    assert all("".join(each).startswith("https://") for each in leads)
    assert "Framework :: Pelican :: Plugins" in metadata.get_all("Classifier", [])
    assert {"cards", "cluster", "fast", "pdf"} <= set(metadata.get_all("Provides-Extra", []))


def test_the_readme_shows_the_command_that_is_tested(root: Path) -> None:
    assert README_COMMAND in (root / "README.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.network
def test_the_first_command_of_the_readme_builds_the_site(fresh_clone: Path, site: Path) -> None:
    assert tree(fresh_clone / "output") == tree(site)


@pytest.mark.network
def test_the_installed_wheel_builds_the_same_site(installed: Path, root: Path, site: Path, tmp_path: Path) -> None:
    for folder in ["content", "seeds", "docs"]:
        shutil.copytree(root / folder, tmp_path / folder)
    for document in root.glob("*.md"):
        shutil.copyfile(document, tmp_path / document.name)
    settings = (root / "pelican.conf.py").read_text(encoding="utf-8")
    own = '\nTHEME = "briefing"\nPLUGIN_PATHS = []\n'
    (tmp_path / "pelicanconf.py").write_text(settings + own, encoding="utf-8")
    run(installed / "pelican", "content", folder=tmp_path)
    assert tree(tmp_path / "output") == tree(site)


@pytest.mark.network
def test_the_installed_plugin_is_the_one_in_pelicans_namespace(installed: Path, tmp_path: Path) -> None:
    programme = "import pelican.plugins.briefing as plugin; print(plugin.register.__module__)"
    assert run(installed / "python", "-c", programme, folder=tmp_path).startswith("pelican.plugins.briefing")


@pytest.mark.network
def test_the_installed_command_starts_a_site_with_its_own_wheel_that_builds_as_it_comes(
    installed: Path, wheel: Path, tmp_path: Path
) -> None:
    run(installed / "briefing", "new", "--site", "news", folder=tmp_path)
    (theirs,) = (tmp_path / "news/wheels").iterdir()
    with ZipFile(theirs) as made, ZipFile(wheel) as given:
        assert {n: made.getinfo(n).CRC for n in files_in(made)} == {n: given.getinfo(n).CRC for n in files_in(given)}
    again = ("install", "--dry-run", "--force-reinstall", "--no-deps", "--no-index", "-r", "requirements.txt")
    assert "Would install pelican-briefing" in run(installed / "pip", *again, folder=tmp_path / "news")
    run(installed / "pelican", "content", "-e", "BRIEFING_STRICT=true", folder=tmp_path / "news")
    assert (tmp_path / "news/output/briefings/north-lock/index.html").is_file()


@pytest.mark.network
def test_the_installed_command_briefing_explains_itself(installed: Path, tmp_path: Path) -> None:
    assert "check" in run(installed / "briefing", "--help", folder=tmp_path)
