"""A project of one briefing and one saved source."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from briefing.build.check import Checked, Wanted, check_project
from briefing.diagnostics import Code, Diagnostics
from briefing.parsing.load import Shelf
from briefing.view.site import Site

from tests.build.proof.ferry import ARTICLE, BRIEFING, NOW, Build


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Load a project of one briefing and one saved source."""

    def made(
        fields: str = "",
        prose: str = "Prose.",
        article: bytes = ARTICLE.encode(),
        entry: str = "file: seeds/ferry.txt\nsha256: {sha256}\n",
        more: Mapping[str, str] | None = None,
    ) -> tuple[Checked, Diagnostics]:
        files = {
            "content/briefings/ferry.md": BRIEFING.format(fields=fields, prose=prose),
            "content/sources/ferry.yaml": "title: Ferry to Lorn returns\n"
            + entry.format(sha256=sha256(ARTICLE.encode()).hexdigest()),
            "content/actors/ida.yaml": "name: Ida Brekke\n",
            "content/actors/tom.yaml": "name: Tom Aske\n",
            **(more or {}),
        }
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        seed = tmp_path / "seeds" / "ferry.txt"
        seed.parent.mkdir(exist_ok=True)
        seed.write_bytes(article)
        checked, found = check_project(Shelf(tmp_path, tmp_path / "content"), NOW, Site(), Wanted(evidence=True))
        return checked, tuple(d for d in found if d.code is not Code.UNUSED_ENTRY)  # not all are named by all tests

    return made
