"""Static files keep the promises too: none runs, none takes another's place, and each is looked into once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from briefing.build import static_files as build_static_files
from briefing.checks import static_files
from briefing.checks.static_files import check_static_file
from briefing.diagnostics import Diagnostic

SVG = "<svg xmlns='http://www.w3.org/2000/svg'>{}</svg>"
FAULTS: dict[str, tuple[Callable[[Any], object], str]] = {
    "a script in a picture": (
        lambda p: p.write("content/images/x.svg", SVG.format("\n<script>alert(1)</script>")),
        "content/images/x.svg:2:1: error[script-in-file]: this file is published as it is, and has a script (<script)",
    ),
    "a script in a page that a link brings": (
        lambda p: (
            p.briefing("x", story="[map]({static}/maps/x.html)"),
            p.write("content/maps/x.html", "<p onclick=x>"),
        ),
        "content/maps/x.html:1:4: error[script-in-file]: ",
    ),
    "two files of one name": (
        lambda p: (p.write("content/images/X.png", ""), p.write("content/images/x.png", "")),
        "content/images/x.png: error[url-collision]: it would be written to 'images/x.png', where content/images/X.png",
    ),
    "a file beside a folder of its name": (
        lambda p: (p.write("content/images/A", ""), p.write("content/images/a/x.png", "")),
        "content/images/A: error[url-collision]: it would be written to 'images/a', where content/images/a/",
    ),
    "a file in the place of a folder of ours": (
        lambda p: (p.write("content/x.txt", ""), p.settings("STATIC_PATHS = ['x.txt']"), elsewhere(p, "Briefings")),
        "content/x.txt: error[url-collision]: it would be written to 'briefings', where ",
    ),
    "a device of Windows": (
        lambda p: p.write("content/images/con.png", ""),
        "content/images/con.png: error[bad-slug]: ",
    ),
    "an address outside": (
        lambda p: (p.write("content/x.txt", ""), p.settings("STATIC_PATHS = ['x.txt']"), elsewhere(p, "../x.txt")),
        "content/x.txt: error[outside-output]: ",
    ),
}


def elsewhere(site: Any, name: str) -> Any:
    return site.settings(f"EXTRA_PATH_METADATA = {{'x.txt': {{'path': {name!r}}}}}")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_static_file_at_fault_stops_the_build(site: Any, fault: str) -> None:
    make, said = FAULTS[fault]
    make(site)
    before = site.snapshot()
    built = site.build()
    assert built.status == 1
    assert said in built.text
    assert "Traceback" not in built.text
    assert site.snapshot() == before


def test_a_file_that_is_meant_to_run_is_named_in_the_settings(site: Any) -> None:
    site.write("content/images/x.svg", SVG.format("<script>alert(1)</script>"))
    refused = site.build()
    assert "BRIEFING_TRUSTED_FILES = ['images/x.svg']" in refused.text
    site.settings("BRIEFING_TRUSTED_FILES = ['images/x.svg']")
    built = site.build()
    assert built.status == 0, built.text
    assert (site.output / "images/x.svg").is_file()


def test_a_static_file_is_looked_into_once_and_again_when_it_has_changed(
    site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def look(file: str, name: str, content: bytes) -> Iterator[Diagnostic]:
        looked.append(name)
        return check_static_file(file, name, content)

    monkeypatch.setattr(static_files, "check_static_file", look)
    monkeypatch.setattr(build_static_files, "settled", lambda signature, _: signature)
    site.write("content/images/x.png", "no picture")
    picture = site.write("content/images/x.svg", SVG.format(""))
    assert site.build().status == 0
    assert site.build().status == 0
    assert looked == ["images/x.svg"]
    picture.write_text(SVG.format(" "), "utf-8")
    assert site.build().status == 0
    assert looked == ["images/x.svg"] * 2


def test_a_robots_txt_among_the_static_files_takes_the_place_of_ours(site: Any) -> None:
    site.write("content/x.txt", "User-agent: *\n")
    site.settings("STATIC_PATHS = ['x.txt']")
    elsewhere(site, "robots.txt")
    built = site.build()
    assert built.status == 0, built.text
    assert (site.output / "robots.txt").read_text("utf-8") == "User-agent: *\n"
