"""Whatever a file, a slug, a tag or an actor is called: no page leaves the output, vanishes or overwrites another."""

from typing import Any

import pytest


def stopped(site: Any, said: str) -> None:
    before = site.snapshot()
    built = site.build()
    assert built.status == 1, built.text
    assert said in built.text
    assert "Traceback" not in built.text
    assert site.snapshot() == before


HOSTILE_NAMES = [
    "../../output-evil/x",
    "..%2f..%2foutput-evil%2fx",
    "..\\..\\output-evil",
    "/etc/passwd",
    "%2e%2e/%2e%2e/x",
    "．．／．．／x",
    "....//....//x",
    "a/../../../x",
    "~/x",
    "con",
    "a\u202eb",
    "x" * 400,
    "é" * 200,
    ".git",
    "index",
    "\u0000x",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("field", ["slug", "category", "tags", "lang", "authors"])
def test_no_field_makes_a_page_outside_the_output(site: Any, field: str, name: str) -> None:
    escaped = name.replace("\\", "\\\\").replace("\0", "\\0")
    value = f'["{escaped}"]' if field in ("tags", "authors") else f'"{escaped}"'
    outside = {p for p in site.folder.rglob("*") if not p.is_relative_to(site.output)}
    before = site.snapshot()
    site.briefing("x", f"X\n{field}: {value}")
    built = site.build()
    assert "Traceback" not in built.text
    now = {p for p in site.folder.rglob("*") if not p.is_relative_to(site.output)}
    state = site.folder / ".output-build"
    assert {p for p in now - outside if not p.is_relative_to(state)} == {site.folder / "content/briefings/x.md"}
    if built.status:
        assert "content/briefings/x.md" in built.text
        assert site.snapshot() == before
    else:
        pages = [n for n in site.snapshot() if n.startswith("briefings/") and n.count("/") == 2 and n.endswith(".html")]
        assert len(pages) == 2 + (field == "lang"), pages


@pytest.mark.parametrize("name", ["../x", "x/../../y", "A b", "x" * 300, "\u202e"])
def test_the_id_of_an_actor_is_no_path(site: Any, name: str) -> None:
    site.briefing("x", f'X\nactors: [{{id: "{name}", name: A}}]')
    stopped(site, "content/briefings/x.md:3:15: error[")


def test_two_addresses_that_differ_in_case_alone_are_one_on_some_machines(site: Any) -> None:
    for name in ("Report.html", "report.html"):
        site.write(f"content/pages/{name[:-5]}1.md", f"Title: {name}\nSlug: {name[0]}\nsave_as: {name}\n\nX\n")
    stopped(site, "error[url-collision]: ")


def test_two_addresses_that_differ_in_unicode_form_alone_are_one_on_some_machines(site: Any) -> None:
    site.write("content/pages/a.md", "Title: A\nSlug: a\nsave_as: caf\u00e9.html\n\nX\n")
    site.write("content/pages/b.md", "Title: B\nSlug: b\nsave_as: cafe\u0301.html\n\nX\n")
    stopped(site, "error[url-collision]: ")


def test_an_address_too_long_for_a_disk_is_an_error_that_names_its_file(site: Any) -> None:
    site.write("content/articles/x.md", f"Title: {'long ' * 80}\nDate: 2024-01-01\n\nX\n")
    stopped(site, "content/articles/x.md: error[bad-slug]: ")


def test_a_plugin_that_is_not_there_stops_the_build(site: Any) -> None:
    before = site.snapshot()
    site.settings("PLUGINS = ['briefing', 'no_such_plugin']")
    built = site.run()
    assert built.status == 1
    assert "pelican.conf.py: error[bad-setting]: " in built.text
    assert "no_such_plugin" in built.text
    assert site.snapshot() == before


def test_a_plugin_that_cannot_begin_stops_the_build(site: Any) -> None:
    site.write("own/broken.py", "def register():\n    raise RuntimeError('no luck')\n")
    site.settings("PLUGINS = ['briefing', 'broken']", "PLUGIN_PATHS = [*PLUGIN_PATHS, 'own']")
    built = site.run()
    assert built.status == 1
    assert "broken" in built.text


def test_a_plugin_that_fails_before_ours_stops_the_build_too(site: Any) -> None:
    site.write("own/broken.py", "def register():\n    raise RuntimeError('no luck')\n")
    site.settings("PLUGINS = ['no_such_plugin', 'broken', 'briefing']", "PLUGIN_PATHS = [*PLUGIN_PATHS, 'own']")
    assert site.run().status == 1
