"""Files published as they are: what a browser would run is found in whatever form, and a plain drawing passes."""

import pytest
from briefing.build.static_files import is_trusted, may_run
from briefing.checks.static_files import check_static_file

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">%s</svg>'
RUNS = {
    "a script": SVG % "<script>alert(1)</script>",
    "a script with a prefix": SVG % '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    "a script over lines": SVG % "<SCRIPT\n\n>alert(1)</SCRIPT>",
    "a script that HTML closes itself": "<!DOCTYPE html><script/src=x.js></script>",
    "a handler": '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "a handler behind a slash": "<!DOCTYPE html><img/src=x/onerror=alert(1)>",
    "a handler behind a quotation mark": '<!DOCTYPE html><img src="x"onerror=alert(1)>',
    "a handler behind a form feed": "<!DOCTYPE html><img src=x\x0conerror\x0c=alert(1)>",
    "a link": SVG % '<a xlink:href="javascript:alert(1)"><text>x</text></a>',
    "a link in disguise": SVG % '<a href="&#x6a;ava&#10;script&#58;alert(1)"><text>x</text></a>',
    "a link in HTML's own disguise": "<!DOCTYPE html><a href='&#1; JAVA&Tab;script&colon;alert(1)'>x</a>",
    "an animated link": SVG % '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
    "a frame": "<!DOCTYPE html><iframe srcdoc='&lt;script>alert(1)&lt;/script>'></iframe>",
    "an embedded page": SVG % '<foreignObject><embed xmlns="http://www.w3.org/1999/xhtml" src="x"/></foreignObject>',
    "an entity": '<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]>' + SVG % "&x;",
    "a default attribute": '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>' + SVG % "",
    "a transformation": '<?xml-stylesheet type="text/xsl" href="x.xsl"?>' + SVG % "",
    "a page in an address": "<!DOCTYPE html><a href='data:text/html,<b>x'>x</a>",
}
PLAIN = {
    "a drawing": SVG % '<title>One</title><path d="M0 0h9" style="fill:none"/><a href="https://example.org/">x</a>',
    "a drawing program's": '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">'
    + SVG % '<metadata><description>On scripts = none</description></metadata><image href="data:image/png;base64,AA"/>',
    "a page": "<!DOCTYPE html><title>x</title><p class=one>Based on a description: Java script; on = 1.</p>",
    "a feed": '<?xml version="1.0"?><rss><description>&lt;p&gt;What happened.</description></rss>',
}


def found(name: str, content: bytes) -> list[str]:
    return [str(d.code.value) for d in check_static_file(f"content/{name}", name, content)]


@pytest.mark.parametrize("text", RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("name", ["x.svg", "X.HTML", "x.svg.gz", "a.b/x"])
def test_what_would_run_is_found_under_any_name_that_a_browser_opens(name: str, text: str) -> None:
    assert found(name, text.encode()) == ["script-in-file"]


@pytest.mark.parametrize("name", ["theme/js/timeline.js", "pagefind/pagefind.JS", "x.mjs", "x.wasm"])
def test_a_script_is_found_that_a_page_may_run_in_the_place_of_its_own(name: str) -> None:
    assert may_run(name)
    assert found(name, b"alert(1)") == ["script-in-file"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "utf-32"])
def test_no_encoding_hides_a_script(encoding: str) -> None:
    assert found("x.svg", (SVG % "<script>alert(1)</script>").encode(encoding)) == ["script-in-file"]


def test_a_file_that_browsers_may_read_otherwise_is_an_error() -> None:
    assert found("x.html", b"<meta charset=iso-2022-jp><scr\x1b(Bipt>alert(1)</scr\x1b(Bipt>") == ["script-in-file"]
    assert found("x.svg", b"\xff<svg/>") == found("x.svgz", b"\x1f\x8b\x08") == ["script-in-file"]


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_a_drawing_or_page_without_a_program_passes(text: str) -> None:
    assert found("x.svg", text.encode()) == []
    assert found("x.html", text.encode("utf-16")) == []


def test_what_no_browser_opens_as_a_page_is_not_even_read() -> None:
    assert not may_run("images/x.PNG")
    assert not may_run("notes.txt")
    assert [name for name in ("x.svg", "x.html", "x", "a.png/x", "x.png.bak", "x.md") if not may_run(name)] == []
    assert found("data.bin", b"\x00\xff") == found("x.md", b"# See <script>") == []


def test_a_script_is_named_with_its_place() -> None:
    (said,) = check_static_file("content/x.svg", "x.svg", (SVG % "\n <script>1</script>").encode())
    assert (said.span.line, said.span.column) == (2, 2)
    assert "has a script (<script)" in said.message


def test_a_site_trusts_a_file_by_its_name_or_its_folder() -> None:
    assert is_trusted("images/x.svg", {"images/x.svg"})
    assert is_trusted("games/a/x.html", {"games/"})
    assert not is_trusted("games-x/x.html", {"games", "games/"})
