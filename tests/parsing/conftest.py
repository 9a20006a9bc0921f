"""A project written from texts, and everything that reading and checking it says."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from briefing.checks.rules import check_briefing
from briefing.checks.site import check_site
from briefing.diagnostics import Diagnostics
from briefing.parsing.load import Shelf, load_library
from briefing.parsing.resolve import resolve

Files = Mapping[str, bytes]


@pytest.fixture
def said_of(tmp_path: Path) -> Callable[[Files], Diagnostics]:
    """Write files below a project's folder and return everything that is wrong with them."""

    def said(files: Files) -> Diagnostics:
        for name, raw in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        library, found = load_library(Shelf(tmp_path, tmp_path / "content"))
        resolved = [resolve(m, library.register, library.catalogue) for m in library.manuscripts]
        found += tuple(d for _, problems in resolved for d in problems)
        found += tuple(d for r, _ in resolved for d in check_briefing(r))
        return found + check_site([r for r, _ in resolved], "en", complete=len(resolved) == library.files)

    return said
