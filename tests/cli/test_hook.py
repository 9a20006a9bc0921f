"""The hook for pre-commit: its manifest, and what it does in a small repository of an editor."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

GOOD = (
    "---\ntitle: A headline\ndate: 2023-05-08\nsummary: What happened.\nsources: [{id: a, title: A}]\n---\n\nStory.\n"
)
MANIFEST = ".pre-commit-hooks.yaml"


@pytest.fixture
def hook(root: Path) -> dict[str, Any]:
    hooks: list[dict[str, Any]] = yaml.safe_load((root / MANIFEST).read_text("utf-8"))
    return hooks[0]


@pytest.fixture
def repository(tmp_path: Path, root: Path, hook: dict[str, Any]) -> Path:
    """A site in git that has the hook, run from this very code."""
    (tmp_path / "content/briefings").mkdir(parents=True)
    (tmp_path / "content/briefings/x.md").write_text(GOOD, "utf-8")
    (tmp_path / "pelican.conf.py").write_text('PATH = "content"\n', "utf-8")
    here = f"env PYTHONPATH={root / 'plugins'} {sys.executable} -m {hook['entry']}"
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system", "entry": here}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def pre_commit(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def run_hook(repository: Path) -> subprocess.CompletedProcess[str]:
    subprocess.run(["git", "add", "-A"], cwd=repository, check=True)
    return pre_commit(repository, "run")


def test_the_manifest_is_one_that_pre_commit_reads(root: Path) -> None:
    assert pre_commit(root, "validate-manifest", MANIFEST).returncode == 0


def test_a_sound_site_passes_and_a_mistake_is_shown(repository: Path) -> None:
    assert run_hook(repository).returncode == 0
    (repository / "content/briefings/x.md").write_text(GOOD.replace("summary", "sumary"), "utf-8")
    ran = run_hook(repository)
    assert ran.returncode == 1
    assert "x.md:4:1: error[unknown-field]" in ran.stdout


def test_what_is_no_content_is_not_checked(hook: dict[str, Any]) -> None:
    pattern = re.compile(hook["files"])
    names = ["content/actors/a.yaml", "seeds/a.txt", "pelican.conf.py", "pelicanconf.py", "house_rules.py"]
    assert all(pattern.search(name) for name in names)
    assert not any(pattern.search(name) for name in ("README.md", "tools/count.py"))
