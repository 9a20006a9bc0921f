"""A site as it is when it has been published: a few files, and the mark that says they are ready."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from briefing.publishing import marker
from briefing.publishing.changes import names_of
from briefing.publishing.deployed import LIST

PAGE = '<!DOCTYPE html><title>{title}</title><link rel="stylesheet" href="theme/css/main.css"><a href="b/">b</a>'


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_html", ".html").replace("_css", ".css")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site of three files and one that begins with a dot."""
    folder = write(
        tmp_path / "public", index_html=PAGE.format(title="One"), b__index_html="b", theme__css__main_css="b{}"
    )
    (folder / ".nojekyll").touch()
    marker.set_ready(folder, "https://news.example")
    return folder


@pytest.fixture
def edited(site: Path) -> Callable[[], Path]:
    """Change the site: one page anew, one changed, one gone."""

    def edit() -> Path:
        shutil.rmtree(site / "b")
        return write(site, index_html=PAGE.format(title="Two"), c__index_html="c")

    return edit


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the list of what was deployed."""
    return {name: (folder / name).read_bytes() for name in names_of(folder) if name != LIST}


@pytest.fixture
def needs() -> Callable[[str], str]:
    """Return a program's path, or skip, and say so."""

    def look(program: str) -> str:
        path = shutil.which(program) or shutil.which(f"/usr/sbin/{program}")
        if path is None:
            pytest.skip(f"{program} is not installed")
        return path

    return look
