"""What a second build does: nothing that need not be done, and everything that must."""

import json
import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from random import Random
from typing import Any

import pytest
from briefing.build import abouts, plan
from briefing.build import make as build_make
from briefing.build.lapsed import check_overdue
from briefing.build.output import InPlaceError
from briefing.build.site_build import Setup, SiteBuild
from briefing.build.store import DamagedError, Store
from briefing.build.writing import Result, Writing
from briefing.checks.house.policy import HousePolicy
from briefing.diagnostics import Diagnostics, errors_in
from briefing.parsing.load import Shelf
from briefing.view import markup
from briefing.view.site import Site

BRIEFING = (
    "---\ntitle: {title}\ndate: {date}\nsummary: S\nactors: [{actor}]\n"
    "sources: [{{id: s, title: T}}]\n{fields}---\n{prose}\n"
)


PAGES = {
    "index.html",
    "404.html",
    "briefings/index.html",
    "briefings/2023/index.html",
    "briefings/2024/index.html",
    "briefings/a/index.html",
    "briefings/b/index.html",
}


class Template:
    """In the place of Jinja's environment: pages say what they are made of, and are counted."""

    file_links = False

    def __init__(self) -> None:
        self.rendered: list[str] = []
        self.codes: dict[str, Any] = {}

    def get_template(self, _name: str, _lang: str) -> "Template":
        return self

    def render(self, values: Mapping[str, Any]) -> str:
        if "page" not in values:
            return repr(values.get("neighbours", "overdue"))
        self.rendered.append(values["page"].url)
        known = ("briefing", "home", "index", "saved_source")
        later = [*values.get("later", {}).values(), *(w.overdue for w in getattr(values.get("briefing"), "watch", ()))]
        return "\n".join([*(repr(values[name]) for name in known if name in values), *later])


class Project:
    """A small project, built again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key, self.templates = folder, "", Template()
        self.now, self.site = datetime(2025, 1, 1, tzinfo=UTC), Site()
        for name in ("ann", "ben"):
            self.write(f"content/actors/{name}.yaml", f"name: {name.title()}\n")
        self.briefing("a", actor="ann")
        self.briefing("b", actor="ben", date="2023-02-01")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def briefing(self, name: str, title: str = "", actor: str = "ann", date: str = "2024-01-01", **more: str) -> None:
        rest = {"fields": "", "prose": "Prose.", **more}
        text = BRIEFING.format(title=title or name.upper(), actor=actor, date=date, **rest)
        self.write(f"content/briefings/{name}.md", text)

    def build(self, workers: int = 1) -> tuple[Result, Diagnostics, set[str]]:
        """Build; return what was done, what is wrong, and the addresses of the pages that were rendered."""
        self.templates.rendered.clear()
        shelf = Shelf(self.folder, self.folder / "content")
        templates: Any = self.templates
        build = SiteBuild(Setup(shelf, self.site, self.now, self.folder / "state", self.key, templates, workers))
        found = build.read()
        if errors_in(found):
            build.close()
            return Result(), found, set()
        addresses = {h.path: h.url for h in build.briefings.shown}
        try:
            result, problems = build.write(Writing(build, addresses), self.folder / "output", {}, None)
        finally:
            build.close()
        return result, found + problems, set(self.templates.rendered)

    def overdue(self) -> Diagnostics:
        """Return what the editors are told of items to watch."""
        build = SiteBuild(Setup(Shelf(self.folder, self.folder / "content"), Site(), self.now, self.folder / "other"))
        build.read()
        said = tuple(check_overdue(build.briefings, build.reading.record, HousePolicy()))
        build.close()
        return said

    def files(self) -> set[str]:
        """Return the names of all files of the site."""
        output = self.folder / "output"
        return {p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    project = Project(tmp_path)
    result, problems, _ = project.build()
    assert (result.made, problems) == (len(project.files()), ())
    assert project.files() >= PAGES
    return project


def test_where_nothing_has_changed_nothing_is_read_rendered_or_written(project: Project) -> None:
    result, _, rendered = project.build()
    assert (result, rendered) == (Result(kept=len(project.files())), set())


def test_a_file_that_was_only_touched_is_no_change(project: Project) -> None:
    os.utime(project.folder / "content/briefings/a.md", (1, 1))
    assert project.build()[0].made == 0


def test_a_change_of_the_prose_alone_makes_one_page(project: Project) -> None:
    project.briefing("a", prose="Other prose.")
    assert project.build()[2] == {"briefings/a/"}


def test_an_edit_that_moves_nothing_plans_nothing_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("planned again")

    before = {name: (project.folder / "output" / name).stat().st_ino for name in project.files()}
    monkeypatch.setattr(plan, "plan_pages", refuse)
    monkeypatch.setattr(abouts, "neighbours", refuse)
    project.briefing("a", prose="Other prose.")
    assert project.build()[1] == ()
    after = {name: (project.folder / "output" / name).stat().st_ino for name in project.files()}
    lists = {"feed.json", "atom.xml", "actors/ann/feed.json", "actors/ann/atom.xml", "data/2024.jsonl"}
    made = {name for name in after if after[name] != before[name]}
    assert made == {name for name in after if name.startswith("briefings/a/")} | lists


def test_what_is_wrong_between_briefings_is_said_as_long_as_it_is(project: Project) -> None:
    def said() -> set[str]:
        shelf = Shelf(project.folder, project.folder / "content")
        with closing(SiteBuild(Setup(shelf, Site(), project.now, project.folder / "kept"))) as build:
            found = build.read()
            build.keep()
        return {d.code.value for d in found}

    project.briefing("b", actor="ben", fields="slug: a\n")
    assert said() == said() == {"duplicate-slug"}
    project.briefing("b", actor="ben")
    assert said() == said() == set()


def test_beside_each_page_stand_its_other_forms_with_links_that_lead_from_there(project: Project) -> None:
    project.briefing("a", prose="See [b]({filename}b.md).")
    project.build()
    beside = {name.removeprefix("briefings/a/") for name in project.files() if name.startswith("briefings/a/")}
    assert beside == {"index.html", "briefing.json", "cite.json", "cite.bib", "cite.ris"}
    data = json.loads((project.folder / "output/briefings/a/briefing.json").read_text())
    assert '<a href="../../briefings/b/"' in data["story"]
    project.briefing("a", fields="status: hidden\n")
    project.build()
    assert [name for name in project.files() if name.startswith("briefings/a/")] == ["briefings/a/index.html"]


def test_an_edit_that_keeps_size_and_date_is_seen(project: Project) -> None:
    path = project.folder / "content/briefings/a.md"
    seen = path.stat()
    path.write_text(path.read_text().replace("Prose.", "Verse."))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert path.stat().st_size == seen.st_size
    assert project.build()[2] == {"briefings/a/"}


def test_a_change_of_a_title_makes_the_lists_that_show_it(project: Project) -> None:
    project.briefing("a", title="New")
    assert project.build()[2] == {"briefings/a/", "", "briefings/", "briefings/2024/", "actors/ann/"}


def test_a_change_of_an_actor_makes_exactly_the_pages_that_show_the_actor(project: Project) -> None:
    project.write("content/actors/ann.yaml", "name: Anna\n")
    assert project.build()[2] == {"briefings/a/", "actors/ann/", "actors/"}


def test_a_new_entry_makes_the_pages_that_name_its_id(project: Project) -> None:
    project.briefing("c", fields="views: [{expert: Cleo, points: [{text: P}]}]\n")
    project.build()
    project.write("content/actors/Cleo.yaml", "name: Cleo Ray\n")
    assert project.build()[2] == {"briefings/c/"}


def test_a_removed_briefing_takes_its_page_and_its_place_in_lists_along(project: Project) -> None:
    before = project.files()
    (project.folder / "content/briefings/b.md").unlink()
    result, _, rendered = project.build()
    assert rendered == {"", "briefings/", "actors/", "data/"}
    assert before - project.files() == {
        *(f"briefings/b/{name}" for name in ("index.html", "briefing.json", "cite.json", "cite.bib", "cite.ris")),
        *(f"actors/ben/{name}" for name in ("index.html", "atom.xml", "feed.json")),
        "briefings/2023/index.html",
        "data/2023.jsonl",
    }
    assert result.removed == len(before - project.files())
    assert not (project.folder / "output/briefings/b").exists()
    assert not (project.folder / "output/briefings/2023").exists()


def test_a_page_that_names_another_is_made_anew_when_that_has_a_new_title(project: Project) -> None:
    project.briefing("b", actor="ben", date="2023-02-01", fields="related: [a]\n")
    project.build()
    project.briefing("a", title="New")
    assert "briefings/b/" in project.build()[2]
    assert "New" in (project.folder / "output/briefings/b/index.html").read_text()


SHARED = "timeline: [{{title: T, date: {day}, actors: [ann, ben]}}]\n"


def test_a_page_names_what_is_related_and_why_and_is_made_anew_when_that_changes(project: Project) -> None:
    page = project.folder / "output/briefings/a/index.html"
    project.briefing("a", fields=SHARED.format(day="2023-01-05"))
    project.briefing("b", actor="ben", date="2023-02-01", fields=SHARED.format(day="2023-01-09"))
    project.build()
    assert "relation='also with Ann and Ben; same week'" in page.read_text()
    assert project.build()[0].made == 0
    project.briefing("b", actor="ben", date="2023-02-01", fields=SHARED.format(day="2023-01-09"), prose="Other.")
    assert "briefings/a/" not in project.build()[2]
    project.briefing("b", actor="ben", date="2023-02-01", fields=SHARED.format(day="2023-01-05"))
    project.build()
    assert "relation='also with Ann and Ben; same day'" in page.read_text()


def test_a_page_says_that_a_date_has_passed_from_the_day_it_has_and_is_not_made_anew_before(project: Project) -> None:
    page = project.folder / "output/briefings/a/index.html"
    project.briefing("a", fields="watch: [{text: W, date: 2025-01}, {text: X, date: 2024-12}, Y]\n")
    project.build()
    on_time = page.read_text()
    project.now = datetime(2025, 1, 31, 23, tzinfo=UTC)
    assert "briefings/a/" not in project.build()[2]
    assert page.read_text() == on_time
    project.now = datetime(2025, 2, 1, tzinfo=UTC)
    assert project.build()[2] == {"briefings/a/", ""}
    assert page.read_text() != on_time
    assert project.build()[0].made == 0


def test_what_is_overdue_is_a_note_for_the_editors_the_newest_first(project: Project) -> None:
    items = "{text: W, date: 2024-06}, {text: X, date: 2024-07-01}, {text: Y, date: 2026}"
    project.briefing("a", fields=f"watch: [{items}]\n")
    project.briefing("h", fields="status: hidden\nwatch: [{text: Z, date: 2024}]\n")
    said = project.overdue()
    assert [(d.severity.value, d.message) for d in said] == [
        ("note", "this was to be known by 1 July 2024, and is still open"),
        ("note", "this was to be known by 30 June 2024, and is still open"),
    ]
    assert {d.span.path for d in said} == {"content/briefings/a.md"}


def test_one_correction_makes_the_files_that_show_it(project: Project) -> None:
    before = project.files()
    project.briefing("a", fields="updates: [{date: 2024-02-01, kind: correction, text: The year was wrong.}]\n")
    assert "corrections/" in project.build()[2]
    assert project.files() == before
    feed = json.loads((project.folder / "output/feed.json").read_text())
    assert [item["title"] for item in feed["items"]] == ["Correction: A", "A", "B"]
    assert {item["id"] for item in feed["items"]} >= {
        item["id"] for item in json.loads((project.folder / "output/actors/ann/feed.json").read_text())["items"]
    }


def test_a_link_within_the_site_leads_there_from_a_feed_and_from_the_data(project: Project) -> None:
    project.site = Site(url="https://example.org/sub")
    project.briefing("a", prose="See [b]({filename}b.md).")
    project.build()
    output = project.folder / "output"
    feed = json.loads((output / "feed.json").read_text())
    assert '<a href="https://example.org/sub/briefings/b/"' in feed["items"][0]["content_html"]
    assert 'href="../../briefings/b/"' in unescape((output / "actors/ann/atom.xml").read_text())
    lines = (output / "data/2024.jsonl").read_text().splitlines()
    assert lines == (output / "briefings/a/briefing.json").read_text().splitlines()


@pytest.mark.parametrize("harm", ["edit", "delete"])
def test_a_page_that_somebody_harmed_is_restored(project: Project, harm: str) -> None:
    page = project.folder / "output/briefings/a/index.html"
    whole = page.read_text()
    page.write_text("x") if harm == "edit" else page.unlink()
    assert project.build()[2] <= {"briefings/a/"}
    assert page.read_text() == whole


@pytest.mark.parametrize("twin", ["with its twin", "without it"])
@pytest.mark.parametrize("harmed", [set(), {"briefings/a/"}], ids=["whole", "and harmed"])
def test_a_site_that_was_copied_here_is_known_by_what_is_in_it(
    project: Project, tmp_path: Path, twin: str, harmed: set[str]
) -> None:
    here = tmp_path / "here"
    for name in ("content", "output", "state"):
        shutil.copytree(project.folder / name, here / name, copy_function=shutil.copyfile)
    if twin == "without it":
        shutil.rmtree(here / "state/next")
    page = here / "output/briefings/a/index.html"
    whole, project.folder = page.read_text(), here
    if harmed:
        page.write_text("x")
    result, problems, rendered = project.build()
    assert (result.made, problems, rendered) == (len(harmed), (), harmed)
    assert page.read_text() == whole
    assert project.build()[0] == Result(kept=len(project.files()))


def test_a_change_of_theme_or_code_makes_every_page_but_converts_no_prose_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_text: str) -> str:
        raise AssertionError("converted again")

    monkeypatch.setattr(markup, "markdown_to_html", refuse)
    project.key = "another theme"
    result, problems, rendered = project.build()
    assert (problems, len(rendered)) == ((), len([n for n in project.files() if n.endswith(".html")]))
    assert result.kept == 0


@pytest.mark.parametrize("harm", ["delete", "damage", "other version"])
def test_a_store_that_is_lost_or_broken_costs_time_and_nothing_else(project: Project, harm: str) -> None:
    store = project.folder / "state/store.sqlite"
    if harm == "delete":
        store.unlink()
    elif harm == "damage":
        store.write_bytes(b"no database at all" * 100)
    else:
        with sqlite3.connect(store) as connection:
            connection.execute("PRAGMA user_version = 999")
        connection.close()
    result, problems, _ = project.build()
    assert (result.made, problems) == (len(project.files()), ())
    assert project.build()[0].made == 0


def test_warnings_are_said_at_every_build(project: Project) -> None:
    project.write("seeds/s.txt", "Words.")
    project.briefing("c")
    path = project.folder / "content/briefings/c.md"
    path.write_text(path.read_text().replace("title: T}", "title: T, file: seeds/s.txt}"))
    first, second = project.build()[1], project.build()[1]
    assert [d.code.value for d in first] == ["source-unpinned"]
    assert first == second


def test_many_workers_make_the_same_site_as_one(tmp_path: Path) -> None:
    sites = []
    for workers in (1, 3):
        project = Project(tmp_path / str(workers))
        for number in range(60):
            project.briefing(f"n{number}", date=f"2024-02-{number % 28 + 1:02}", fields="related: [a]\n")
        _, problems, _ = project.build(workers)
        assert problems == ()
        output = project.folder / "output"
        sites.append({p.relative_to(output): p.read_bytes() for p in output.rglob("*") if p.is_file()})
    assert len([name for name in sites[0] if name.name == "index.html"]) >= 62
    assert sites[0] == sites[1]


def test_a_worker_that_dies_is_a_diagnostic(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(60):
        project.briefing(f"n{number}")
    monkeypatch.setattr(build_make, "parse_manuscript", lambda *_: os._exit(9))
    _, problems, _ = project.build(workers=2)
    assert {d.code.value for d in problems} == {"internal-error"}
    assert (project.folder / "output/briefings/a/index.html").exists()


def test_a_store_without_room_is_said_and_the_new_site_is_in_place(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_store: Store) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    project.briefing("a", title="New")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "commit", full)
        with pytest.raises(InPlaceError, match="disk is full"):
            project.build()
    assert "New" in (project.folder / "output/briefings/a/index.html").read_text()
    assert project.build()[1] == ()
    assert project.build()[0].made == 0


@pytest.mark.parametrize("seed", range(12))
def test_a_store_in_which_bytes_are_not_what_they_were_costs_time_and_nothing_else(project: Project, seed: int) -> None:
    whole = {name: (project.folder / "output" / name).read_bytes() for name in project.files()}
    store, random = project.folder / "state/store.sqlite", Random(seed)  # noqa: S311 - the same each time
    raw = bytearray(store.read_bytes())
    for _ in range(40):
        raw[random.randrange(100 if seed % 2 else 4096, len(raw))] ^= 0xFF
    store.write_bytes(raw)
    project.briefing("a", prose="Other prose.")
    with suppress(DamagedError):  # where that is noticed late, the next build begins anew
        assert project.build()[1] == ()
    project.briefing("a", actor="ann")
    assert project.build()[1] == ()
    assert whole == {name: (project.folder / "output" / name).read_bytes() for name in project.files()}
    assert project.build()[0].made == 0


def test_what_somebody_put_into_the_folder_beside_the_site_is_never_published(project: Project) -> None:
    (project.folder / "state/next/stray.html").write_text("secret")
    (project.folder / "state/next/stray/deep").mkdir(parents=True)
    (project.folder / "state/next/stray/deep/x.html").write_text("secret")
    (project.folder / "state/next/briefings/a/x.html").write_text("secret")
    before = project.files()
    project.briefing("a", prose="Other prose.")
    project.build()
    assert project.files() == before


def test_a_file_that_nobody_can_read_any_more_is_restored(project: Project) -> None:
    page = project.folder / "output/briefings/a/index.html"
    mode = page.stat().st_mode
    page.chmod(0)
    assert project.build()[0].made == 1
    assert page.stat().st_mode == mode
