"""What every test may ask for: this repository, its built site, a browser."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from audit.browser import browsing, serving

ROOT = Path(__file__).parents[1]

settings.register_profile("untimed", deadline=None)  # a busy machine breaks no promise
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own site, built once by the real Pelican."""
    output = tmp_path_factory.mktemp("site") / "output"
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelican.conf.py", "-o", str(output)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return output


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's Chromium; without it the test is skipped, or fails where CI=true."""
    path = shutil.which("chromium")
    if path is None:
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("chromium is not installed; as root on Debian `invoke test` gets it")
    return path


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests."""
    with browsing(chromium) as browser:
        yield browser


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder until the tests end; returns its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))
