"""Which pages there are, from the files of a small project."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from briefing.build.check import Project, load_project, twins
from briefing.build.links import check_links
from briefing.build.pages import Page, addresses, by_slug, make_pages
from briefing.diagnostics import Code
from briefing.parsing.load import Shelf
from briefing.view.site import Site

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
FIELDS = "date: 2024-05-01\nsummary: S\nsources: [{id: s, title: T}]\n"
Load = Callable[..., Project]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Return the project of the briefings given: their fields by their file's name."""

    def loaded(**briefings: str) -> Project:
        folder = tmp_path / "content/briefings"
        folder.mkdir(parents=True)
        for name, fields in briefings.items():
            front_matter, _, story = fields.partition("|")
            rest = "" if "date:" in front_matter else "date: 2024-05-01\n"
            text = f"---\ntitle: {name}\n{rest}{FIELDS.partition(chr(10))[2]}{front_matter}\n---\n{story}"
            (folder / f"{name}.md").write_text(text)
        project, diagnostics = load_project(Shelf(tmp_path, tmp_path / "content"), NOW, "en")
        assert diagnostics == () or not briefings
        return project

    return loaded


def pages(project: Project) -> dict[str, Page]:
    made = [page for page, problems in make_pages(project, Site()) if page and not problems]
    return {page.save_as: page for page in made}


def test_what_is_promised_is_what_is_made(load: Load) -> None:
    project = load(a="category: X", b="status: draft", c="status: hidden", d="lang: fr", e="date: 2024-07-01")
    assert sorted(name for name, _ in addresses(project, Site())) == sorted(pages(project))


def test_a_briefing_under_embargo_has_no_page_and_no_address(load: Load) -> None:
    project = load(a="", e="date: 2024-06-01 12:01\ncategory: Secret")
    assert [r.manuscript.slug for r in project.embargoed] == ["e"]
    assert not [name for name in pages(project) if "secret" in name or "/e/" in name]


def test_an_embargo_ends_at_its_minute(load: Load) -> None:
    project = load(e="date: 2024-06-01 12:00")
    assert [r.manuscript.slug for r in project.published] == ["e"]


def test_a_list_shows_a_translated_briefing_once_in_the_language_of_the_site(load: Load) -> None:
    project = load(a="slug: x\ncategory: C", b="slug: x\nlang: fr\ncategory: C", c="lang: fr")
    listed = pages(project)["briefings/index.html"].values["index"].groups
    assert [[card.url for card in group.cards] for group in listed] == [["briefings/x/", "fr/briefings/c/"]]
    assert {"fr/briefings/x/index.html", "category/c/index.html"} <= pages(project).keys()


def test_of_two_translations_neither_in_the_language_of_the_site_the_original_is_listed(load: Load) -> None:
    project = load(a="slug: x\nlang: de", b="slug: x\nlang: fr\ntranslation: yes")
    assert [r.briefing.lang for r in by_slug(project.published, "en", "en").values()] == ["de"]
    assert [r.briefing.lang for r in by_slug(project.published, "fr", "en").values()] == ["fr"]


def test_twins_are_the_published_translations_alone(load: Load) -> None:
    project = load(a="slug: x", b="slug: x\nlang: fr", c="slug: x\nlang: de\nstatus: draft", d="")
    assert {slug: len(members) for slug, members in twins(project).items()} == {"x": 2}


def test_every_page_but_the_missing_one_leads_to_the_root_relatively(load: Load) -> None:
    made = pages(load(a=""))
    roots = {name: page.values["SITEURL"] for name, page in made.items()}
    assert roots == {"briefings/a/index.html": "../..", "index.html": ".", "briefings/index.html": "..", "404.html": ""}


def test_an_empty_project_has_the_pages_a_site_must_have(load: Load) -> None:
    assert pages(load()).keys() == {"index.html", "briefings/index.html", "404.html"}


def test_a_link_that_leads_nowhere_is_reported_with_its_place_and_what_was_meant(load: Load) -> None:
    project = load(a="|See [it]({filename}../pages/abuot.md).")
    (problem,) = check_links(project.published, ["pages/about.md"])
    assert (problem.code, problem.span.path) == (Code.BROKEN_LINK, "content/briefings/a.md")
    assert problem.span.excerpt[problem.span.column - 1 :].startswith("{filename}../pages/abuot.md")
    assert problem.help == "did you mean 'pages/about.md'?"


def test_a_link_out_of_the_content_says_nothing_of_what_is_there(load: Load) -> None:
    project = load(a="|See [it]({static}../../secret.txt).")
    (problem,) = check_links(project.published, ["../secret.txt"])
    assert problem.code is Code.OUTSIDE_CONTENT


def test_a_link_that_leads_somewhere_is_no_problem(load: Load) -> None:
    project = load(a="|[a]({filename}/pages/a%20b.md#c) [d]({filename}../pages/a%20b.md?e)")
    assert check_links(project.published, ["pages/a b.md"]) == ()
