"""What many files looked like, which look different, and which folders got a file that nobody wrote."""

import os
import time
from pathlib import Path

import pytest
from briefing.build import folders, looks
from briefing.build.folders import Folders, folders_of
from briefing.build.looks import Look, Looks
from briefing.build.signature import UNSURE, look_at


def seen(tree: Path, *names: str) -> Looks:
    known = Looks()
    for name in names:
        known.put(name, f"key of {name}", look_at(tree / name) or UNSURE)
    return Looks(known.columns)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("a", "b/c", "b/d/e"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


@pytest.fixture(params=["here", "in a process of its own"])
def _many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "MANY", 1 if "process" in request.param else 99)
    monkeypatch.setattr(looks, "cores", lambda: 2)


@pytest.mark.usefixtures("_many")
def test_what_was_changed_or_removed_looks_different_and_nothing_else_does(tree: Path) -> None:
    known = seen(tree, "a", "b/c", "b/d/e")
    assert Look((tree, known)).differing() == [[]]
    (tree / "b/c").write_text("x")
    (tree / "a").unlink()
    assert Look((tree, known), (tree, seen(tree, "b/d/e"))).differing() == [["a", "b/c"], []]
    assert Look((tree / "nowhere", known)).differing() == [["a", "b/c", "b/d/e"]]


def test_a_look_that_nobody_asks_for_leaves_nothing_behind(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "MANY", 1)
    monkeypatch.setattr(looks, "cores", lambda: 2)
    look = Look((tree, seen(tree, "a")))
    process = look._child
    assert process
    look.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_what_is_kept_is_what_was_put_and_not_dropped(tree: Path) -> None:
    known = seen(tree, "a", "b/c")
    known.put("a", "other", UNSURE)
    known.put("new", "n", (1, 2, 3, 4))
    assert known.drop("b/c")
    assert not known.drop("nowhere")
    kept = Looks(known.columns)
    assert {name: (kept.key(name), kept.look(name)) for name in kept} == {
        "a": ("other", UNSURE),
        "new": ("n", (1, 2, 3, 4)),
    }
    assert (kept.key("b/c"), kept.look("b/c"), "b/c" in kept) == ("", UNSURE, False)
    assert list(Looks(Looks().columns)) == []


def test_a_file_that_was_dropped_and_put_again_is_known_once(tree: Path) -> None:
    known = seen(tree, "a", "b/c")
    assert known.drop("a")
    assert not known.drop("a")
    assert (list(known), len(known), known.key("a")) == (["b/c"], 1, "")
    known.put("a", "again", (1, 2, 3, 4))
    kept = Looks(known.columns)
    assert {name: (kept.key(name), kept.look(name)) for name in kept}["a"] == ("again", (1, 2, 3, 4))
    assert len(kept) == len(list(kept)) == 2


def settled(tree: Path, known: Folders, names: set[str]) -> Folders:
    """See folders as if their times were old enough to be believed."""
    with pytest.MonkeyPatch.context() as later:
        later.setattr(folders, "now", lambda: time.time_ns() + 10**10)
        known.see(tree, names)
    time.sleep(0.02)  # what comes now has another time, however coarse the clock
    return Folders(known.columns)


def test_a_file_that_nobody_wrote_is_found_where_its_folder_tells(tree: Path) -> None:
    ours = {"a", "b/c", "b/d/e"}
    known = settled(tree, Folders(), folders_of(ours))
    assert known.strangers(tree, ours, ()) == set()
    (tree / "b/d/own").write_text("x")
    (tree / "x/y").mkdir(parents=True)
    (tree / "x/y/z").write_text("x")
    found = known.strangers(tree, ours, ())
    assert found == {"b/d/own", "x/y/z"}
    again = settled(tree, known, {"b", "b/d", "x", "x/y"})
    assert again.unsure(tree) == {""}
    assert again.strangers(tree, ours, found) == found
    (tree / "b/d/own").unlink()
    (tree / "x/y/w").write_text("x")
    assert again.strangers(tree, ours, found) == {"x/y/w", "x/y/z"}


def test_a_folder_that_has_just_been_changed_is_not_believed(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "now", lambda: (tree / "b").stat().st_ctime_ns + 1)
    known = Folders()
    known.see(tree, ["b"])
    assert Folders(known.columns).unsure(tree) == {"", "b"}
