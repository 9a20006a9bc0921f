"""The files of the repository, as a fresh clone would have them."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest


def files_of(folder: Path, everywhere: list[str], here: list[str]) -> Iterator[Path]:
    """Every file that no pattern leaves out; some patterns hold in all folders, some in this one alone."""
    for path in folder.iterdir():
        if any(fnmatch(path.name, pattern) for pattern in everywhere + here):
            continue
        if path.is_dir():
            yield from files_of(path, everywhere, [])
        else:
            yield path


@pytest.fixture(scope="session")
def repository_files(root: Path) -> list[Path]:
    """Every file that .gitignore leaves in, relative to the repository."""
    ignored = [".git", *(root / ".gitignore").read_text(encoding="utf-8").splitlines()]
    everywhere = [line for line in ignored if not line.startswith("/")]
    here = [line.removeprefix("/") for line in ignored if line.startswith("/")]
    return sorted(path.relative_to(root) for path in files_of(root, everywhere, here))
