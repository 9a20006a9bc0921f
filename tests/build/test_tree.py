"""Files below a folder: what may be in their way, and what stays inside."""

from pathlib import Path

import pytest
from briefing.build.tree import is_inside, join_files, link_file, move_file, write_file
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "tree").mkdir()
    return tmp_path / "tree"


@pytest.mark.parametrize("way", ["nothing", "a file", "a folder", "a file for its folder"])
@pytest.mark.parametrize("how", ["write", "move", "link"])
def test_a_file_takes_its_place_whatever_is_in_its_way(tree: Path, way: str, how: str) -> None:
    if way == "a file for its folder":
        (tree / "a").write_text("old")
    elif way != "nothing":
        place = tree / "a/b/page.html"
        (place if way == "a folder" else place.parent).mkdir(parents=True)
        (place / "own.txt" if way == "a folder" else place).write_text("old")
    (source := tree.parent / "source").write_text("new")
    if how == "write":
        write_file(tree, "a/b/page.html", b"new")
    else:
        (move_file if how == "move" else link_file)(source, tree, "a/b/page.html")
    assert (tree / "a/b/page.html").read_text() == "new"


def test_a_file_is_never_changed_in_place_for_it_may_have_another_name(tree: Path) -> None:
    (tree / "page.html").write_text("old")
    (tree / "other.html").hardlink_to(tree / "page.html")
    write_file(tree, "page.html", b"new")
    assert (tree / "other.html").read_text() == "old"


def test_files_are_joined_in_their_order_and_one_that_is_not_there_is_no_empty_end(tree: Path) -> None:
    parts = [tree.parent / name for name in ("one", "two")]
    parts[0].write_text("1")
    with pytest.raises(FileNotFoundError):
        join_files(parts, tree, "a/both")
    parts[1].write_text("2")
    join_files(parts, tree, "a/both")
    assert (tree / "a/both").read_text() == "12"


def test_where_there_are_no_links_a_file_is_copied(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    (source := tree.parent / "source").write_text("text")
    link_file(source, tree, "a/page.html")
    assert (tree / "a/page.html").read_text() == "text"


@pytest.mark.parametrize("move", [False, True])
def test_a_name_that_leads_out_is_refused(tree: Path, move: bool) -> None:
    (source := tree.parent / "source").write_text("text")
    with pytest.raises(ValueError, match="leaves the output folder"):
        move_file(source, tree, "../x") if move else write_file(tree, "../x", b"")


@pytest.mark.parametrize("name", ["", "/etc/x", "../x", "a/../../x", "a/..", "..\\x", "a\0b"])
def test_a_path_that_leaves_its_folder_is_not_inside(name: str) -> None:
    assert not is_inside(name)


@pytest.mark.parametrize("name", ["x", "a/b.html", "..x/y", "a..b", ".well-known/x", "a//b", "./x"])
def test_a_path_below_its_folder_is_inside(name: str) -> None:
    assert is_inside(name)


@given(st.text(alphabet="./\\ab\0", max_size=12))
def test_what_is_inside_never_resolves_to_the_outside(name: str) -> None:
    if is_inside(name):
        assert Path("/site", name).resolve().is_relative_to("/site")
