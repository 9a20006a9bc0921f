"""The form beside the site: only where it is asked for, from what is there, with a policy of its own."""

import json
from pathlib import Path
from typing import Any

import pytest
from briefing.build.admin import put_form
from briefing.diagnostics import Diagnostic
from briefing.exports.admin import headers_at, headers_with_form, policy_of, render_headers_with_form
from briefing.exports.security_headers import HEADERS, POLICY
from briefing.parsing.load import Shelf
from briefing.view.site import Site

GITHUB = {"name": "github", "repo": "owner/name", "base_url": "https://sign-in.example/x"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "cms").mkdir()
    for name in ("sveltia-cms.js", "material-symbols.woff2", "LICENSES.txt"):
        (tmp_path / "cms" / name).write_text(name, "utf-8")
    return tmp_path


def put(project: Path, asked: dict[str, Any]) -> list[Diagnostic]:
    return list(put_form(project / "out", asked, Shelf(project, project / "text"), Site(name="A & B")))


def test_the_form_is_put_beside_the_site(project: Path) -> None:
    assert put(project, {"backend": GITHUB}) == []
    assert {p.name for p in (project / "out/admin").iterdir()} == {
        *("index.html", "config.json", "sveltia-cms.js"),
        *("material-symbols.woff2", "LICENSES.txt"),
    }
    assert "<title>A &amp; B: for its editors</title>" in (project / "out/admin/index.html").read_text("utf-8")
    config = json.loads((project / "out/admin/config.json").read_text("utf-8"))
    assert config["backend"] == GITHUB
    assert [c["folder"] for c in config["collections"]] == ["text/briefings", "text/actors", "text/sources"]


def test_every_folder_has_a_collection_and_chooses_from_folders_of_its_name_or_else_from_all(project: Path) -> None:
    entries = ("actors/fiction/ada.yaml", "actors/empty/.keep", "actors/b.yaml", "sources/old/a.yaml")
    for file in ("fiction/x.md", *entries):
        (project / "text" / file).parent.mkdir(parents=True, exist_ok=True)
        (project / "text" / file).touch()
    shelf = Shelf(project, project / "text", ("briefings", "fiction"))
    assert list(put_form(project / "out", {"backend": GITHUB}, shelf, Site())) == []
    collections = json.loads((project / "out/admin/config.json").read_text("utf-8"))["collections"]
    assert [(c["name"], c["label"], c["folder"]) for c in collections if not c.get("hide")] == [
        ("briefings", "Briefings", "text/briefings"),
        ("briefings-fiction", "Briefings: fiction", "text/fiction"),
        ("actors", "Actors", "text/actors"),
        ("actors-fiction", "Actors: fiction", "text/actors/fiction"),
        ("sources", "Sources", "text/sources"),
        ("sources-old", "Sources: old", "text/sources/old"),
    ]
    chosen = [{f["name"]: f for f in c["fields"]} for c in collections[:2]]
    assert [(c["name"], c["folder"]) for c in collections[-2:]] == [
        ("all-actors", "text/actors"),
        ("all-sources", "text/sources"),
    ]
    assert [fields["sources"]["collection"] for fields in chosen] == ["all-sources", "all-sources"]
    ids = [fields["actors"]["fields"][0] for fields in chosen]
    assert [(each["name"], each["collection"]) for each in ids] == [("id", "all-actors"), ("id", "actors-fiction")]
    assert [bool(each.get("filters")) for each in ids] == [True, False]


@pytest.mark.parametrize("asked", [{"backend": "github"}, {"name": "github"}, {"backend": {}, "more": 1}])
def test_a_setting_that_cannot_be_used_is_said(project: Path, asked: dict[str, Any]) -> None:
    (problem,) = put(project, asked)
    assert problem.message.startswith("BRIEFING_ADMIN cannot be")
    assert not (project / "out").exists()


def test_what_was_never_fetched_is_asked_for_and_not_fetched(project: Path) -> None:
    (project / "cms/sveltia-cms.js").unlink()
    (problem,) = put(project, {"backend": GITHUB})
    assert problem.message == "BRIEFING_ADMIN asks for the form, and cms/sveltia-cms.js is not there"
    assert problem.help == "briefing cms gets it"
    assert not (project / "out").exists()


def test_a_sites_own_headers_are_left_alone(project: Path) -> None:
    (project / "out").mkdir()
    (project / "out/_headers").write_text("mine", "utf-8")
    put(project, {"backend": GITHUB})
    assert (project / "out/_headers").read_text("utf-8") == "mine"


def test_the_form_speaks_to_its_backend_and_nobody_else() -> None:
    directives = dict(part.split(" ", 1) for part in policy_of(GITHUB).split("; "))
    assert directives["script-src"] == "'self'"
    assert directives["connect-src"] == (
        "'self' blob: data: https://api.github.com https://*.githubusercontent.com https://www.githubstatus.com "
        "https://sign-in.example"
    )
    assert "https" not in policy_of({"name": "test-repo"})


def directives_of(policy: str) -> dict[str, set[str]]:
    return {name: set(sources.split()) for name, sources in (part.split(" ", 1) for part in policy.split("; "))}


def test_every_address_has_one_policy_which_allows_what_the_form_needs_and_what_any_page_does() -> None:
    everywhere, form = render_headers_with_form(GITHUB).split("/admin/*\n")
    assert everywhere.startswith("/*\n")
    assert everywhere.count("Content-Security-Policy") == 1
    assert form == "  X-Robots-Tag: noindex\n"
    sent = directives_of(headers_with_form(GITHUB)["Content-Security-Policy"])
    for name, sources in (directives_of(policy_of(GITHUB)) | directives_of(HEADERS["Content-Security-Policy"])).items():
        assert sources - {"'none'"} <= sent[name]
    assert sent["frame-ancestors"] == sent["base-uri"] == sent["form-action"] == {"'none'"}
    assert sent["script-src"] == {"'self'", "'wasm-unsafe-eval'"}


def test_the_form_may_open_the_window_in_which_an_editor_signs_in() -> None:
    sent = headers_with_form(GITHUB)
    assert sent["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups"
    assert sent["X-Frame-Options"] == "DENY"


def test_the_server_of_this_machine_leaves_the_form_its_own_policy() -> None:
    assert "Content-Security-Policy" not in headers_at("/admin/")
    assert headers_at("/administration/") == headers_at("/") == HEADERS


def test_the_policy_of_the_sites_pages_is_what_it_was() -> None:
    assert "unsafe-inline" not in HEADERS["Content-Security-Policy"]
    assert POLICY["style-src"] == "'self'"
