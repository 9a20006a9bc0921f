"""The site and its twin: what readers see at every moment, and what is believed of the files that are there."""

import os
from pathlib import Path

import pytest
from briefing.build.exchange import aside_of, mend
from briefing.build.output import Output
from briefing.build.store import Store


class Site:
    """A site that is built again and again from the pages given."""

    def __init__(self, folder: Path) -> None:
        self.output, self.state = folder / "output", folder / ".output-build"
        self.written: list[str] = []

    def begin(self, **pages: str) -> tuple[Output, set[str]]:
        wanted = {f"{name}/index.html": text for name, text in pages.items()}
        output = Output(self.output, Store(self.state / "store.sqlite"))
        changes = {name: text for name, text in wanted.items() if output.kept.key(name) != text}
        gone = {name for name in output.kept if name not in wanted}
        self.written = output.missing(changes, gone)
        for name in self.written:
            output.put(name, wanted[name].encode())
        return output, gone

    def build(self, spare: list[str] | None = None, **pages: str) -> list[str]:
        output, gone = self.begin(**pages)
        removed = output.publish(gone, spare)
        output.save()
        output.store.commit()
        assert Output(self.output, output.store).is_current()
        return removed


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


def files(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}


def test_nothing_is_in_the_site_before_it_is_published(site: Site) -> None:
    site.build(a="A")
    site.begin(a="B")
    assert files(site.output) == {"a/index.html": "A"}


def test_what_is_as_it_was_is_not_written_again(site: Site) -> None:
    site.build(a="A", b="B")
    site.build(a="A", b="B2")
    assert site.written == ["b/index.html"]
    assert files(site.output) == {"a/index.html": "A", "b/index.html": "B2"}
    assert files(site.state / "next") == files(site.output)


def test_what_a_stopped_build_left_is_not_published_by_the_next(site: Site) -> None:
    site.build(a="A")
    site.begin(a="A", left="L")
    site.build(a="A")
    assert files(site.output) == {"a/index.html": "A"}


@pytest.mark.parametrize("harm", ["delete", "edit", "edit in place with the old date", "delete both"])
def test_a_file_that_somebody_harmed_is_as_it_was_after_the_next_build(site: Site, harm: str) -> None:
    site.build(a="A", b="B")
    page = site.output / "a/index.html"
    seen = page.stat()
    if harm.startswith("delete"):
        page.unlink()
    else:
        page.write_text("X")
    if "date" in harm:
        os.utime(page, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    if "both" in harm:
        (site.state / "next/a/index.html").unlink()
    site.build(a="A", b="B")
    assert files(site.output) == {"a/index.html": "A", "b/index.html": "B"}


def test_pages_of_the_last_build_that_are_no_more_go_and_others_stay(site: Site) -> None:
    site.build(a="A", b="B")
    (site.output / "CNAME").write_text("example.org")
    (site.output / "b/own.txt").write_text("own")
    assert site.build(a="A2") == ["b/index.html"]
    assert files(site.output) == {"a/index.html": "A2", "CNAME": "example.org", "b/own.txt": "own"}


def test_a_file_of_somebody_s_own_that_was_removed_does_not_come_back(site: Site) -> None:
    site.build(a="A")
    (site.output / "CNAME").write_text("example.org")
    site.build(a="B")
    (site.output / "CNAME").unlink()
    site.build(a="C")
    site.build(a="D")
    assert files(site.output) == {"a/index.html": "D"}


def test_an_empty_folder_goes_with_its_last_page_but_the_site_itself_stays(site: Site) -> None:
    site.build(a="A")
    site.build()
    assert list(site.output.iterdir()) == []


def test_everything_but_what_is_spared_goes_where_that_is_asked_for(site: Site) -> None:
    site.build(a="A")
    for name in (".git/config", "CNAME", "old/page.html"):
        (site.output / name).parent.mkdir(exist_ok=True)
        (site.output / name).write_text("x")
    site.build([".git", "CNAME"], b="B")
    assert files(site.output).keys() == {".git/config", "CNAME", "b/index.html"}


def test_a_folder_somebody_made_of_a_page_is_theirs(site: Site) -> None:
    site.build(a="A", b="B")
    (site.output / "a/index.html").unlink()
    (site.output / "a/index.html").mkdir()
    (site.output / "a/index.html/own.txt").write_text("own")
    site.build(b="B2")
    assert files(site.output) == {"a/index.html/own.txt": "own", "b/index.html": "B2"}


def test_a_link_in_the_place_of_a_page_is_replaced_and_what_it_leads_to_stays(site: Site, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("v")
    site.build(a="A")
    (site.output / "a/index.html").unlink()
    (site.output / "a/index.html").symlink_to(victim)
    site.build(a="B")
    assert files(site.output) == {"a/index.html": "B"}
    assert victim.read_text() == "v"


def test_a_site_whose_folder_is_a_link_is_brought_up_to_date_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "elsewhere")
    site = Site(tmp_path)
    site.build(a="A", b="B")
    site.build(a="A2")
    assert (tmp_path / "output").is_symlink()
    assert files(tmp_path / "elsewhere") == {"a/index.html": "A2"}


def test_a_site_set_aside_by_a_build_that_was_killed_comes_back(tmp_path: Path) -> None:
    output, twin = tmp_path / "output", tmp_path / "next"
    for folder, text in ((aside_of(output, twin), "old"), (twin, "new")):
        folder.mkdir()
        (folder / "x").write_text(text)
    mend(output, twin)
    assert files(output) == {"x": "new"}
    assert files(twin) == {"x": "old"}


def test_a_page_that_would_leave_the_site_is_refused(site: Site) -> None:
    output, _ = site.begin()
    with pytest.raises(ValueError, match="leaves the output folder"):
        output.put("../output-evil/x.html", b"X")


@pytest.mark.parametrize(("stranger", "page"), [("a", "a"), ("own/list.txt", "own/list.txt")])
def test_a_file_of_somebody_that_is_in_the_way_is_said_and_nothing_is_changed(
    site: Site, stranger: str, page: str
) -> None:
    site.build(b="B")
    (site.output / stranger).parent.mkdir(exist_ok=True)
    (site.output / stranger).write_text("mine")
    output, gone = site.begin(b="B", **{page: "A"})
    with pytest.raises(NotADirectoryError, match="no build wrote this file"):
        output.publish(gone)
    assert files(site.output) == {"b/index.html": "B", stranger: "mine"}
