"""A small project of its own for each test, built by the real Pelican."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pelican
import pytest

CONFIG = """
from pathlib import Path
from runpy import run_path

globals().update({{k: v for k, v in run_path({conf!r}).items() if k.isupper()}})
THEME = {theme!r}
PLUGIN_PATHS = [{plugins!r}]
BRIEFING_PATHS = ["briefings"]
PAGE_PATHS = ["pages"]
"""
BRIEFING = """---
title: {title}
date: 2024-05-01
summary: What happened.
category: World
sources: [{{id: s, title: A source}}]
---
{story}
"""
CLOCK = "1717243200"  # 1 June 2024, 12:00 UTC


@dataclass(frozen=True)
class Built:
    """What a build returned and printed."""

    status: int
    text: str


@dataclass(frozen=True)
class Project:
    """A folder with content, settings and, once it is built, a site."""

    folder: Path
    root: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def output(self) -> Path:
        return self.folder / "output"

    def write(self, path: str, text: str) -> Path:
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    def briefing(self, name: str, title: str = "A title", story: str = "A story.") -> Path:
        return self.write(f"content/briefings/{name}.md", BRIEFING.format(title=title, story=story))

    def theme(self) -> Path:
        """A copy of the theme, to be broken."""
        theme = self.folder / "theme"
        shutil.copytree(self.root / "theme", theme)
        self.settings(f"THEME = {str(theme)!r}")
        return theme

    def settings(self, *lines: str) -> None:
        with (self.folder / "pelican.conf.py").open("a", encoding="utf-8") as file:
            file.write("\n".join(["", *lines, ""]))

    def build(self, *options: str) -> Built:
        """Build the site in this process."""
        self.capsys.readouterr()
        try:
            pelican.main(["content", "-s", "pelican.conf.py", *options])
        except SystemExit as stopped:
            status = int(str(stopped.code))
        else:
            status = 0
        said = self.capsys.readouterr()
        return Built(status, said.out + said.err)

    def run(self, *options: str, folder: Path | None = None, **environment: str) -> Built:
        """Build the site as an editor does, in a process of its own."""
        conf = str(self.folder / "pelican.conf.py")
        command = [sys.executable, "-m", "pelican", "-s", conf, *options]
        done = subprocess.run(
            command,
            cwd=folder or self.folder,
            env=os.environ | {"SOURCE_DATE_EPOCH": CLOCK} | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Built(done.returncode, done.stdout + done.stderr)

    def snapshot(self, folder: str = "output") -> dict[str, bytes]:
        """Every file of the site, and of all that lies beside it in `folder`."""
        root = self.folder / folder
        return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


@pytest.fixture
def project(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with one briefing, not built yet."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path, root, capsys)
    places = {"conf": root / "pelican.conf.py", "theme": root / "theme", "plugins": root / "plugins"}
    project.write("pelican.conf.py", CONFIG.format(**{name: str(path) for name, path in places.items()}))
    project.briefing("good", "A good one")
    return project


@pytest.fixture
def site(project: Project) -> Project:
    """The same project with a site that was built, and with files in it that no build wrote."""
    built = project.build()
    assert built.status == 0, built.text
    project.write("output/CNAME", "news.example.org")
    project.write("output/.git/config", "[core]")
    return project
