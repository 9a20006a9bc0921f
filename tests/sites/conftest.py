"""Golden sites: the real Pelican builds each folder here, and what it writes stands beside the input in expected/.

`pytest tests/sites --regenerate` writes every expected/ anew; read the difference before you commit it.
"""

import shutil
from collections.abc import Callable
from pathlib import Path, PurePath

import pelican
import pytest

HERE = Path(__file__).parent
CLOCK = "1717243200"  # 1 June 2024, 12:00 UTC: what is dated later is under embargo


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write expected/ of every golden site anew")


WHOLE = ("sub_path", "translations", "whole_page")
"""Sites whose exports are compared too."""
EXPORTS = (
    ".nojekyll",
    "manifest.webmanifest",
    "robots.txt",
    "briefing.json",
    "calendar.ics",
    "cite.*",
    "atom.xml",
    "feed.json",
    "data/*.json*",
)
SCHEMA = "data/briefing.schema.json"


def pages(folder: Path) -> dict[str, str]:
    """Every file of a folder as text, by its path in it."""
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8", "replace") for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], dict[str, str]]:
    """Build a golden site and return its pages."""

    def build(name: str) -> dict[str, str]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", CLOCK)
        output = tmp_path / name
        pelican.main(["-s", str(HERE / name / "settings.py"), "-o", str(output)])
        return pages(output)

    return build


@pytest.fixture
def golden(
    built: Callable[[str], dict[str, str]], request: pytest.FixtureRequest
) -> Callable[[str], tuple[dict[str, str], dict[str, str]]]:
    """Build a golden site and return its pages and those expected; with --regenerate they are the same."""

    def compared(name: str) -> tuple[dict[str, str], dict[str, str]]:
        found, expected = built(name), HERE / name / "expected"
        left_out = (SCHEMA,) if name in WHOLE else EXPORTS
        found = {path: text for path, text in found.items() if not any(PurePath(path).match(e) for e in left_out)}
        if request.config.getoption("--regenerate", default=False):
            shutil.rmtree(expected, ignore_errors=True)
            for path, text in found.items():
                (expected / path).parent.mkdir(parents=True, exist_ok=True)
                (expected / path).write_text(text, encoding="utf-8", newline="\n")
        return found, pages(expected)

    return compared
