from pathlib import Path

import pytest
from briefing.build.publish import LEDGER, Stage, is_inside
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def build(output: Path, **pages: str) -> tuple[str, ...]:
    stage = Stage(output)
    for name, text in pages.items():
        stage.add(f"{name}/index.html", text)
    return stage.publish()


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_nothing_is_in_the_site_before_it_is_published(output: Path) -> None:
    stage = Stage(output)
    stage.add("a/index.html", "A")
    assert not output.exists()
    stage.publish()
    assert files(output) == {"a/index.html": "A"}


def test_what_is_dropped_is_gone_and_the_site_stays(output: Path) -> None:
    build(output, a="A")
    stage = Stage(output)
    stage.add("a/index.html", "B")
    stage.drop()
    assert files(output) == {"a/index.html": "A"}
    assert [p.name for p in stage.state.iterdir()] == [LEDGER]


def test_what_a_stopped_build_left_on_the_stage_is_not_published_by_the_next(output: Path) -> None:
    Stage(output).add("left/index.html", "L")
    build(output, a="A")
    assert files(output) == {"a/index.html": "A"}


def test_pages_of_the_last_build_that_are_no_more_go_and_others_stay(output: Path) -> None:
    build(output, a="A", b="B")
    (output / "CNAME").write_text("example.org")
    (output / "b/own.txt").write_text("own")
    assert build(output, a="A2") == ("b/index.html",)
    assert files(output) == {"a/index.html": "A2", "CNAME": "example.org", "b/own.txt": "own"}


def test_an_empty_folder_goes_with_its_last_page_but_the_site_itself_stays(output: Path) -> None:
    build(output, a="A")
    build(output)
    assert list(output.iterdir()) == []


def test_files_of_other_generators_are_published_and_remembered_too(output: Path) -> None:
    stage = Stage(output)
    stage.site.mkdir(parents=True)
    (stage.site / "theme.css").write_text("css")
    stage.publish()
    assert files(output) == {"theme.css": "css"}
    assert build(output) == ("theme.css",)


def test_a_place_taken_twice_is_named(output: Path) -> None:
    stage = Stage(output)
    stage.add("a/index.html", "A")
    stage.add("b/index.html", "B")
    (stage.site / "a").mkdir(parents=True)
    (stage.site / "a/index.html").write_text("other")
    assert stage.contested() == ("a/index.html",)


def test_everything_but_what_is_spared_goes_where_that_is_asked_for(output: Path) -> None:
    build(output, a="A")
    for name in (".git/config", "CNAME", "old/page.html"):
        (output / name).parent.mkdir(exist_ok=True)
        (output / name).write_text("x")
    stage = Stage(output)
    stage.add("b/index.html", "B")
    assert stage.publish([".git", "CNAME"]) == ("a/index.html", "old/page.html")
    assert files(output).keys() == {".git/config", "CNAME", "b/index.html"}


def test_a_folder_somebody_made_of_a_page_is_theirs(output: Path) -> None:
    build(output, a="A")
    (output / "a/index.html").unlink()
    (output / "a/index.html").mkdir()
    (output / "a/index.html/own.txt").write_text("own")
    build(output)
    assert files(output) == {"a/index.html/own.txt": "own"}


@pytest.mark.parametrize("ledger", ["not json", '{"a": 1}', '["../../victim.txt", "/etc/x", 3, null]', "[["])
def test_a_broken_list_of_pages_removes_nothing(ledger: str, output: Path, tmp_path: Path) -> None:
    build(output, a="A")
    (tmp_path / "victim.txt").write_text("v")
    (tmp_path / ".output-build" / LEDGER).write_text(ledger)
    assert build(output, b="B") == ()
    assert (tmp_path / "victim.txt").exists()
    assert files(output).keys() == {"a/index.html", "b/index.html"}


def test_a_page_that_would_leave_the_site_is_refused(output: Path) -> None:
    with pytest.raises(ValueError, match="leaves the output folder"):
        Stage(output).add("../output-evil/x.html", "X")


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
