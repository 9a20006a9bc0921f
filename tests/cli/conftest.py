"""A project to give commands in."""

from pathlib import Path

import pytest


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without a text, as the working directory."""
    (tmp_path / "pelican.conf.py").write_text('PATH = "content"\nTIMEZONE = "UTC"\n')
    (tmp_path / "content" / "briefings").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path
