"""Checks of pages in the browser, each with the fault it is there for."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from audit.access import check_access
from audit.browser import Tab
from audit.html_checker import check_html
from audit.keyboard import check_keyboard
from audit.pictures import take_pictures
from audit.programs import AXE, NU
from audit.quiet import check_quiet
from audit.reflow import check_reflow
from audit.scripts import check_scripts
from audit.site import Site

pytestmark = pytest.mark.browser
MakeSite = Callable[..., Site]
LONG = "antidisestablishmentarianism" * 3
SOUND = """
<p>Some text with <a href="#top">a link</a> in it and <button popovertarget="note">a note</button>,
long enough to be broken into lines on a phone.</p>
<details><summary>More</summary><p>What is folded. <a href="#top">Up</a></p></details>
<p id="note" popover>What the note says.</p>
<nav aria-label="Pages"><ul><li><a href="#top">The front page</a></li></ul></nav>
"""


def test_nothing_is_found_where_nothing_is_wrong(make_site: MakeSite, tab: Tab, bare: Tab) -> None:
    site = make_site(SOUND, css="nav a, summary { display: inline-block; padding: 0.25rem }")
    (page,) = site.pages
    assert list(check_quiet(tab, site, page)) == []
    assert list(check_scripts(tab, bare, page)) == []
    assert list(check_reflow(tab, page)) == []
    assert list(check_keyboard(tab, page)) == []
    if AXE.is_file():
        assert list(check_access(tab, page, AXE)) == []


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<img src="sky.png">', "image-alt:"),
        ('<p class="pale">Pale grey on white.</p>', "color-contrast:"),
        ('<p class="pale-at-night">Dark grey on black, at night alone.</p>', "color-contrast:"),
        ("<h3>A level too deep</h3>", "heading-order:"),
        ('<button class="tiny">a</button><button class="tiny">b</button>', "target-size:"),
        ("<details><summary>More</summary><img src='sky.png'></details>", "image-alt:"),
    ],
)
def test_axe_finds_what_a_reader_cannot_use(make_site: MakeSite, tab: Tab, body: str, rule: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe is not installed: `invoke audit` gets it")
    (page,) = make_site(
        body,
        css=""".pale { color: #aaa } .tiny { inline-size: 12px; block-size: 12px; padding: 0; border: 0; float: left }
        @media (prefers-color-scheme: dark) { .pale-at-night { color: #555; background: #111 } }""",
    ).pages
    found = list(check_access(tab, page, AXE))
    assert found
    assert all(finding.what.startswith(rule) for finding in found), found


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<p><div>A block in a paragraph</div></p>", "error: No “p” element in scope"),
        ("<section>A section without a heading</section>", "warning: Section lacks heading"),
        ("<br/>", "info: Trailing slash"),
        ("<script>1</script>", "warning: Inline script violates Content Security Policy"),
    ],
)
def test_the_html_checker_finds_errors_warnings_and_remarks(make_site: MakeSite, body: str, message: str) -> None:
    if not shutil.which("java") or not NU.is_file():
        pytest.skip("the HTML checker is not installed: `invoke audit` gets it")
    found = list(check_html(NU, make_site(body).pages))
    assert any(finding.what.startswith(message) for finding in found), found
    assert {finding.page for finding in found} == {"site/"}


def test_the_html_checker_has_nothing_to_say_of_a_sound_page(make_site: MakeSite) -> None:
    if not shutil.which("java") or not NU.is_file():
        pytest.skip("the HTML checker is not installed: `invoke audit` gets it")
    data = '<script type="application/ld+json">{}</script>'
    assert list(check_html(NU, make_site(SOUND, data).pages)) == []


@pytest.mark.parametrize(
    ("body", "css", "what"),
    [
        (f"<p>{LONG}</p>", "", "text beside the window"),
        ("<table><tr><td>" + "<td>wider".join(["cell"] * 30) + "</table>", "", "the page is"),
        ("<p class=fixed>Words in a box that does not grow</p>", "", "text cut off"),
        ("<p class=line>One line that is cut where the window ends, whatever it says</p>", "", "text cut off"),
        ("<div class=pile><p>One</p><p>Another</p></div>", "", "text over text"),
    ],
)
def test_text_that_is_lost_is_found(make_site: MakeSite, tab: Tab, body: str, css: str, what: str) -> None:
    rules = """.fixed { block-size: 1.6em; inline-size: 8em; overflow: hidden; }
    .line { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; max-inline-size: 20rem }
    .pile { display: grid } .pile > p { grid-area: 1 / 1 }"""
    (page,) = make_site(body, css=rules + css).pages
    assert any(finding.what.startswith(what) for finding in check_reflow(tab, page))


def test_text_that_only_large_type_loses_is_found(make_site: MakeSite, tab: Tab) -> None:
    (page,) = make_site("<p class=row>A few words</p>", css=".row { block-size: 40px; overflow: hidden }").pages
    lost = [finding for finding in check_reflow(tab, page) if finding.what == "text cut off"]
    assert lost == []
    (page,) = make_site("<p class=row>A few words</p>", css=".row { block-size: 26px; overflow: hidden }").pages
    assert {finding.where for finding in check_reflow(tab, page)} >= {"#top > p.row (text at 200 %)"}


@pytest.mark.parametrize(
    ("body", "css", "what"),
    [
        ("<a href='#top'>No ring</a>", "a:focus-visible { outline: 0 }", "focus does not show"),
        ("<a href='#top'>Pale</a>", "a:focus-visible { outline-color: #ddd }", "the ring of focus has a contrast of"),
        ("<a href='#top'>Under</a><p class=lid></p>", ".lid { position: fixed; inset: 0; background: #fff; margin: 0 }",
         "what has focus is covered by"),
        ("<a href='#top' class=out>Out</a>", ".out { position: fixed; inset-inline-start: -999px }", "out of sight"),
        ("<a href='#top'>One</a> <button id=shy tabindex=0>Two</button>", "", "the keyboard does not reach it"),
    ],
)  # fmt: skip
def test_what_a_keyboard_cannot_use_is_found(make_site: MakeSite, tab: Tab, body: str, css: str, what: str) -> None:
    trap = '<script src="trap.js" defer></script>' if "shy" in body else ""
    script = "document.querySelector('#shy').addEventListener('focus', event => event.target.blur());"
    (page,) = make_site(body, trap, css=css, trap_js=script).pages
    assert any(what in finding.what for finding in check_keyboard(tab, page))


def test_the_keyboard_opens_what_is_folded_and_goes_on_inside(make_site: MakeSite, tab: Tab) -> None:
    body = "<details><summary>More</summary><a href='#top' class=bare>Folded</a></details>"
    (page,) = make_site(body, css=".bare { outline: 0 !important }").pages
    assert "a.bare" in " ".join(finding.where for finding in check_keyboard(tab, page))


def test_a_form_may_come_with_its_script(make_site: MakeSite, tab: Tab, bare: Tab) -> None:
    form = "<form hidden><label>Only <select><option>All</option></select></label></form>"
    script = "document.forms[0].hidden = false"
    (page,) = make_site(form, '<script src="form.js" defer></script>', form_js=script).pages
    assert list(check_scripts(tab, bare, page)) == []


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<p id=late></p>", "only scripts show it"),
        ("<button>Sort</button>", "a control that does nothing without a script"),
    ],
)
def test_what_only_scripts_give_is_found(make_site: MakeSite, tab: Tab, bare: Tab, body: str, what: str) -> None:
    script = "const late = document.querySelector('#late'); if (late) late.textContent = 'Late words';"
    (page,) = make_site(body, '<script src="late.js" defer></script>', late_js=script).pages
    assert [finding.what for finding in check_scripts(tab, bare, page)] == [what]


@pytest.mark.parametrize(
    ("body", "head", "what"),
    [
        ("<p style='top:0'>", "", "Content Security Policy"),
        ("", "<script>1</script>", "Content Security Policy"),
        ("", '<link rel="stylesheet" href="gone.css">', "Failed to load resource"),
        ("", '<script src="broken.js"></script>', "broken on purpose"),
    ],
)
def test_what_the_browser_complains_of_is_found(make_site: MakeSite, tab: Tab, body: str, head: str, what: str) -> None:
    site = make_site(body, head, broken_js="throw Error('broken on purpose')")
    assert any(what in finding.what for finding in check_quiet(tab, site, site.pages[0]))


def test_a_style_sheet_that_is_missing_on_a_disk_alone_is_found(make_site: MakeSite, tab: Tab) -> None:
    site = make_site("", '<link rel="stylesheet" href="/site/main.css">')
    assert {finding.where.split(":")[0] for finding in check_quiet(tab, site, site.pages[0])} >= {"file"}


def test_pictures_are_taken_at_three_widths_in_two_schemes(make_site: MakeSite, tab: Tab, tmp_path: Path) -> None:
    assert list(take_pictures(tab, make_site(SOUND).pages[0], tmp_path)) == []
    assert len(list(tmp_path.glob("site-*.png"))) == 6
