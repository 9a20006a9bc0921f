"""The plugin under Pelican's own defaults: two settings make a site, and nothing of ours is read as an article."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SETTINGS = """\
SITENAME = "Ours"
PATH = "content"
PLUGIN_PATHS = [{plugins!r}]
PLUGINS = ["briefing"]
THEME = {theme!r}
"""
EMBARGOED = """\
---
title: Nobody knows yet
slug: secret-slug
date: 2033-01-01
summary: Secret words.
sources: [{id: s, title: A source}]
---
Secret words.
"""


def test_two_settings_make_a_site_that_leaks_nothing(root: Path, tmp_path: Path) -> None:
    for folder in ("content", "seeds"):
        shutil.copytree(root / folder, tmp_path / folder)
    (tmp_path / "content/briefings/secret.md").write_text(EMBARGOED, encoding="utf-8")
    settings = SETTINGS.format(plugins=str(root / "plugins"), theme=str(root / "theme"))
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")
    clock = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-m", "pelican", "content"]
    built = subprocess.run(command, cwd=tmp_path, env=clock, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    output = tmp_path / "output"
    assert (output / "briefings/kishida-in-seoul/index.html").is_file()
    assert "Ours" in (output / "index.html").read_text(encoding="utf-8")
    for file in output.rglob("*"):
        assert "secret" not in file.name.lower()
        if file.is_file():
            assert b"secret" not in file.read_bytes().lower(), file
    assert not list(output.glob("kishida*.html"))
