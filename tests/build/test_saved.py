"""Saved copies in the memory of a process: those that were asked for last, and no more than a few."""

from pathlib import Path

import pytest
from briefing.build import saved
from briefing.build.saved import SavedSources
from briefing.model.source import Source
from briefing.parsing.load import Shelf


def test_a_copy_is_read_once_while_it_is_asked_for_and_forgotten_behind_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = [Source(id=name, file=f"{name}.txt") for name in "abc"]
    for source in sources:
        (tmp_path / source.file).write_text("Words.")
    read: list[str] = []
    fetch = saved.fetch

    def noted(root: Path, file: str) -> bytes | saved.Problem:
        read.append(file)
        return fetch(root, file)

    monkeypatch.setattr(saved, "fetch", noted)
    monkeypatch.setattr(saved, "MOST_COPIES", 2)
    copies = SavedSources(Shelf(tmp_path, tmp_path))
    a, b, c = sources
    for source in (a, b, a, a, c, a, b):
        assert copies.saved(source).text
    assert read == ["a.txt", "b.txt", "c.txt", "b.txt"]
    assert len(copies.known) == 2
