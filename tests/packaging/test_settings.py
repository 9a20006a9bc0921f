"""A bare `pelican content`, `-s pelican.conf.py` and `-r -l` read the same settings, from anywhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


def settings(*command: str, folder: Path) -> str:
    """What Pelican prints as its settings, without memory addresses."""
    printed = subprocess.run(
        [sys.executable, "-m", "pelican", *command], cwd=folder, capture_output=True, text=True, check=True
    )
    return re.sub(r"0x[0-9a-f]+", "0x", printed.stdout)


@pytest.fixture(scope="module")
def bare(root: Path) -> str:
    return settings("content", "--print-settings", folder=root)


@pytest.mark.parametrize(
    "arguments",
    [("content", "-s", "pelican.conf.py"), ("-r", "-l", "-s", "pelican.conf.py", "content")],
    ids=["named", "served"],
)
def test_every_way_to_start_pelican_reads_the_same_settings(arguments: tuple[str, ...], bare: str, root: Path) -> None:
    assert settings(*arguments, "--print-settings", folder=root) == bare


def test_the_settings_do_not_depend_on_the_working_directory(bare: str, root: Path, tmp_path: Path) -> None:
    elsewhere = settings("-s", str(root / "pelican.conf.py"), "--print-settings", folder=tmp_path)
    assert elsewhere == bare


def test_a_bare_pelican_builds_this_site_with_the_plugin(root: Path) -> None:
    printed = settings("content", "--print-settings", "SITENAME", "PLUGINS", "THEME", folder=root)
    assert "SITENAME: 'Briefings'" in printed
    assert "['briefing']" in printed
    assert str(root / "theme") in printed.replace("\n", "")
