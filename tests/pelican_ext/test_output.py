"""What a build puts in place, takes away and leaves alone."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from briefing.build import make as build_make
from briefing.pelican_ext import _begin, _end
from briefing.pelican_ext.generator import BriefingsGenerator


def test_a_removed_briefing_takes_its_page_with_it_and_nothing_else(site: Any) -> None:
    site.briefing("other")
    site.build()
    (site.folder / "content/briefings/other.md").unlink()
    site.write("output/briefings/notes.txt", "somebody's")
    before = site.snapshot()
    built = site.build()
    gone = before.keys() - site.snapshot().keys()
    assert {name.rpartition("/")[0] for name in gone} == {"briefings/other"}
    assert not (site.output / "briefings/other").exists()
    assert f"{len(gone)} files removed" in built.text


def test_a_removed_article_takes_its_page_with_it(site: Any) -> None:
    article = site.write("content/articles/x.md", "Title: X\nDate: 2024-01-01\nCategory: C\n\nX\n")
    site.build()
    assert (site.output / "articles/x/index.html").exists()
    article.unlink()
    site.build()
    assert not (site.output / "articles").exists()


def test_a_page_may_become_a_folder_and_a_folder_a_page(site: Any) -> None:
    page = site.write("content/pages/x.md", "Title: X\nurl: x\nsave_as: x\n\nX\n")
    assert site.build().status == 0
    page.write_text("Title: X\nurl: x/\nsave_as: x/index.html\n\nX\n")
    assert site.build().status == 0
    assert (site.output / "x/index.html").is_file()
    page.write_text("Title: X\nurl: x\nsave_as: x\n\nX\n")
    assert site.build().status == 0
    assert (site.output / "x").is_file()


def test_deleting_the_output_directory_waits_for_the_new_site(site: Any) -> None:
    site.settings("OUTPUT_RETENTION = ['CNAME', '.git']")
    site.write("output/old.html", "old")
    before = site.snapshot()
    broken = site.write("content/briefings/x.md", "nothing")
    assert site.build("-d").status == 1
    assert site.snapshot() == before
    broken.unlink()
    assert site.build("-d").status == 0
    assert site.snapshot().keys() == before.keys() - {"old.html"}


def test_what_other_generators_write_is_staged_too(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    site.write("content/articles/x.md", "Title: X\nDate: 2024-01-01\nCategory: C\n\nX\n")
    before = site.snapshot()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pelican.generators.StaticGenerator.generate_output", full)
    built = site.build()
    assert built.status == 1
    assert "output: error[cannot-write]: the site cannot be written: no space left on device" in built.text
    assert site.snapshot() == before


def test_beside_the_site_lie_its_twin_and_what_the_build_knows_of_it(site: Any) -> None:
    assert {p.name for p in (site.folder / ".output-build").iterdir()} == {"store.sqlite", "next", "lock"}


def test_an_empty_project_builds_an_empty_site_and_says_so(project: Any) -> None:
    (project.folder / "content/briefings/good.md").unlink()
    built = project.build()
    assert built.status == 0
    assert "content/briefings: warning[empty-site]: there is no briefing in content/briefings" in built.text
    assert {"index.html", "404.html", "briefings/index.html"} <= project.snapshot().keys()


def test_a_project_without_a_content_folder_of_briefings_builds_too(project: Any) -> None:
    (project.folder / "content/briefings/good.md").unlink()
    (project.folder / "content/briefings").rmdir()
    assert project.build().status == 0


def test_a_page_attaches_a_file_where_pelican_would_put_it(site: Any) -> None:
    site.write("content/pages/x/x.md", "Title: X\n\n[a picture]({attach}dot.txt)\n")
    site.write("content/pages/x/dot.txt", "dot")
    assert site.build().status == 0
    assert (site.output / "pages/x/dot.txt").read_text() == "dot"


# Faults of the program


def fault(*_: object) -> None:
    raise ZeroDivisionError("a fault of ours")


@pytest.mark.parametrize(
    ("module", "name"), [(build_make, "resolve"), (build_make, "parse_manuscript"), (build_make, "show_briefing")]
)
def test_a_fault_in_one_briefing_is_a_diagnostic_that_names_its_file(
    module: Any, name: str, site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.briefing("bad")
    before, work = site.snapshot(), getattr(module, name)

    def faulty(*arguments: Any, **keywords: Any) -> Any:
        return fault() if "bad.md" in repr(arguments[:2]) else work(*arguments, **keywords)

    monkeypatch.setattr(module, name, faulty)
    built = site.build()
    assert built.status == 1
    assert (
        "content/briefings/bad.md: error[internal-error]: the program failed here: ZeroDivisionError: a fault of ours"
        in built.text
    )
    assert "good.md" not in built.text
    assert "Traceback" not in built.text
    assert site.snapshot() == before


def test_a_fault_anywhere_else_names_its_line_of_the_program(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    before = site.snapshot()
    monkeypatch.setattr("briefing.pelican_ext.generator.site_of", fault)
    built = site.build()
    assert built.status == 1
    assert f"test_output.py:{fault.__code__.co_firstlineno + 1}:5: error[internal-error]: " in built.text
    assert '| raise ZeroDivisionError("a fault of ours")' in built.text.replace("    raise", "raise")
    assert "Traceback" not in built.text
    assert site.snapshot() == before


def test_debug_shows_the_traceback(project: Any) -> None:
    (project.theme() / "templates/page.html").write_text("{{ nothing_of_this_name }}")
    project.write("content/pages/x.md", "Title: X\n\nX\n")
    built = project.run("--debug", COLUMNS="200")
    assert built.status == 1
    assert "Traceback" in built.text


# Pelican's -r


def test_a_second_run_after_a_failed_one_waits_for_a_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Pelican:
        settings: Mapping[str, object] = MappingProxyType({"PATH": "content", "THEME": str(root / "theme")})

    waits: list[object] = []

    def wait(*_: object) -> set[tuple[int, str]]:
        waits.append(1)
        return {(1, "x.md")}

    monkeypatch.setattr("briefing.pelican_ext.wait_for_changes", wait)
    pelican = Pelican()
    _begin(pelican)
    assert waits == []
    _begin(pelican)
    assert waits == [1]
    _end(pelican)
    assert _begin(pelican) is BriefingsGenerator
    assert waits == [1]


def test_one_pelican_survives_an_error_and_recovers(site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from pelican import get_instance, parse_arguments  # noqa: PLC0415

    monkeypatch.setattr("briefing.pelican_ext.wait_for_changes", lambda *_: set())
    pelican, _ = get_instance(parse_arguments(["content", "-s", "pelican.conf.py"]))
    pelican.run()
    before = site.snapshot()
    path = site.briefing("good", "A good one", "Changed.")
    saved = path.read_text()
    path.write_text(saved.replace("summary", "sumary"))
    with pytest.raises(Exception, match=r"^$"):
        pelican.run()
    assert site.snapshot() == before
    path.write_text(saved)
    pelican.run()
    assert "Changed." in (site.output / "briefings/good/index.html").read_text()


# The same bytes


def test_a_build_is_the_same_from_anywhere_with_any_locale_zone_and_hash_seed(project: Any, tmp_path: Path) -> None:
    for number in range(6):
        project.briefing(f"b{number}", f"B {number}", "[@s] and “quoted”.")
    project.write("content/articles/x.md", "Title: X\nDate: 2024-01-01\nCategory: C\nTags: a, b, c\n\nX\n")
    (tmp_path / "elsewhere").mkdir()
    project.run(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C", LANG="C")
    first = project.snapshot()
    project.run(PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C", LANG="C")
    again = project.snapshot()
    project.run(
        "-o", str(tmp_path / "other/site"), folder=tmp_path / "elsewhere",
        PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C.UTF-8", LANG="de_DE.UTF-8",
    )  # fmt: skip
    assert len(first) > 15
    assert again == first
    assert project.snapshot("other/site") == first


def test_what_no_reader_asks_for_is_not_published(site: Any) -> None:
    site.write("content/images/.gitkeep", "")
    site.write("content/images/a.svg", "<svg/>")
    site.build()
    published = set(site.snapshot())
    assert "images/a.svg" in published
    assert not {name for name in published if name.endswith((".gitkeep", "patterns.css"))}
