"""Whatever a file, a slug, a tag or an actor is called: no page leaves the output, vanishes or overwrites another."""

import json
import re
from pathlib import Path
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
    "a/../../../x",
    "x" * 400,
    "é" * 200,
    ".git",
]
NO_NAMES = ["....//....//x", "~/x", "a\u202eb", "\u0000x", "..", "../.."]
"""They are nobody's, or another's address."""


def beside(site: Any) -> set[Path]:
    """Everything in the project but the site and what is kept to build it."""
    kept = (site.output, site.folder / ".output-build", site.folder / "content")
    return {p for p in site.folder.rglob("*") if not any(p.is_relative_to(folder) for folder in kept)}


def quoted(name: str) -> str:
    return json.dumps(name)  # a text in double quotation marks is written alike in YAML


def test_no_tag_category_or_author_makes_a_page_outside_the_output(site: Any) -> None:
    before = beside(site)
    names = ", ".join(map(quoted, HOSTILE_NAMES))
    for number, name in enumerate(HOSTILE_NAMES):
        text = site.briefing(f"x{number}", f"X{number}\ntags: [{names}]\nauthors: [{names}]").read_text("utf-8")
        site.write(f"content/briefings/x{number}.md", text.replace("category: World", f"category: {quoted(name)}"))
    built = site.build()
    assert built.status == 0, built.text
    assert beside(site) == before
    assert len(list(site.output.glob("briefings/x*/index.html"))) == len(HOSTILE_NAMES)


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_tag_that_has_no_address_of_its_own_is_an_error(site: Any, name: str) -> None:
    before, old = beside(site), site.snapshot()
    site.briefing("a", "A\ntags: ['x']")
    site.briefing("b", f"B\ntags: [{quoted(name)}]")
    built = site.build()
    assert built.status == 1
    assert "content/briefings/b.md:3:8: error[" in built.text
    assert beside(site) == before
    assert site.snapshot() == old


@pytest.mark.parametrize("field", ["slug", "lang"])
def test_a_slug_or_a_language_that_is_no_name_is_an_error_that_names_its_file(site: Any, field: str) -> None:
    before, old = beside(site), site.snapshot()
    names = [*HOSTILE_NAMES, *NO_NAMES]
    for number, name in enumerate(names):
        site.briefing(f"x{number}", f"X{number}\n{field}: {quoted(name)}")
    built = site.build()
    assert built.status == 1
    assert [n for n in range(len(names)) if f"content/briefings/x{n}.md:3:7: error[" not in built.text] == []
    assert beside(site) == before
    assert site.snapshot() == old


def test_a_slug_that_windows_keeps_for_a_device_is_an_error(site: Any) -> None:
    site.briefing("x", "X\nslug: con")
    stopped(site, "error[bad-slug]: 'con' cannot be a slug: not every disk can have")


@pytest.mark.parametrize("name", ["../x", "x/../../y", "A b", "\u202e"])
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
    assert re.search(r"pelican\.conf\.py:\d+:\d+: error\[bad-setting\]: the plugin", built.text)
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
