"""What is kept between builds: it comes back as it was put there, or the store is gone."""

from pathlib import Path

import pytest
from briefing.build.store import DamagedError, Store


def test_every_value_of_the_store_is_sealed_but_for_what_rows_are_found_by(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.put("bodies", [("a.md", "key", "<p>\udc80é</p>")])
    store.state("fact", b"\x00t")
    store.commit()
    assert store.row("SELECT * FROM bodies WHERE path = ?", "a.md") == ("a.md", "key", "<p>\udc80é</p>")
    assert store.fact("fact") == b"\x00t"
    store.connection.execute("UPDATE bodies SET html = ?", (b"<p>x</p>....",))
    with pytest.raises(DamagedError):
        store.rows("SELECT html FROM bodies")
    assert not store.path.exists()
    with pytest.raises(DamagedError):
        Store(store.path).row("SELECT html FROM bodies WHERE path = ?", "b.md")
