"""Any error: exit status 1, the report on the terminal, nothing written, the last good site as it was."""

from collections.abc import Callable
from typing import Any

import pytest

Break = Callable[[Any], object]

BAD: dict[str, tuple[Break, str]] = {
    "an unknown field": (
        lambda p: p.write("content/briefings/x.md", "---\ntitel: X\ndate: 2024-05-01\nsummary: S\nsources: [s]\n---\n"),
        "content/briefings/x.md:2:1: error[unknown-field]: ",
    ),
    "no front matter": (
        lambda p: p.write("content/briefings/x.md", "Just text.\n"),
        "content/briefings/x.md:1:1: error[missing-front-matter]: ",
    ),
    "a binary file": (
        lambda p: p.write("content/briefings/x.md", "---\0"),
        "content/briefings/x.md: error[binary-file]: ",
    ),
    "latin-1": (
        lambda p: (p.folder / "content/briefings/x.md").write_bytes(b"---\ntitle: caf\xe9\n---\n"),
        "content/briefings/x.md:2:11: error[bad-encoding]: ",
    ),
    "an alias that is the address of a list": (
        lambda p: p.write(
            "content/briefings/x.md",
            "---\ntitle: X\ndate: 2024-05-01\nsummary: S\nsources: [{id: s, title: S}]\naliases: [/index.html]\n---\n",
        ),
        "content/briefings/x.md:6:11: error[bad-alias]: the alias '/index.html' is the address of the list at",
    ),
    "a megabyte of fields": (
        lambda p: p.write("content/briefings/x.md", "---\n" + "title: x\n" * 120_000 + "---\n"),
        "content/briefings/x.md:2:1: error[front-matter-too-large]: ",
    ),
    "a file larger than any briefing": (
        lambda p: p.write("content/briefings/x.md", "---\ntitle: x\n---\n" + "x" * 2_100_000),
        "content/briefings/x.md: error[file-too-large]: ",
    ),
    "an alias bomb": (
        lambda p: p.write(
            "content/briefings/x.md",
            "---\na: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{n}: &{n} [{','.join([f'*{o}'] * 10)}]\n" for o, n in zip("abcdefgh", "bcdefghi", strict=True))
            + "---\n",
        ),
        "error[front-matter-too-large]: ",
    ),
    "a file that cannot be read": (
        lambda p: (p.folder / "content/briefings/x.md").symlink_to("x.md"),
        "content/briefings/x.md: error[unreadable-file]: the file cannot be read: ",
    ),
    "a link out of the content folder": (
        lambda p: (p.folder / "content/briefings/x.md").symlink_to(p.write("private/x.md", "---\n---\n")),
        "content/briefings/x.md: error[outside-content]: ",
    ),
    "a folder that is a link out of the content folder": (
        lambda p: (p.folder / "content/briefings/x").symlink_to(p.write("private/x.md", "---\n---\n").parent),
        "content/briefings/x: error[outside-content]: ",
    ),
    "an image that is a link out of the content folder": (
        lambda p: (
            p.write("content/images/.keep", ""),
            (p.folder / "content/images/x.png").symlink_to(p.write("key", "key")),
        ),
        "content/images/x.png: error[outside-content]: ",
    ),
    "an image linked from outside the content folder": (
        lambda p: (p.write("key", "key"), p.briefing("x", story="![key]({static}../../key)")),
        "content/briefings/x.md:8:8: error[outside-content]: ",
    ),
    "an image a page attaches from outside the content folder": (
        lambda p: (p.write("key", "key"), p.write("content/pages/x.md", "Title: X\n\n[key]({attach}../../key)\n")),
        "content/pages/x.md:3:15: error[outside-content]: ",
    ),
    "a slug that leaves the output": (
        lambda p: p.briefing("x", "X\nslug: ../../output-evil/x"),
        "content/briefings/x.md:3:7: error[outside-output]: ",
    ),
    "a language that leaves the output": (
        lambda p: p.briefing("x", "X\nlang: /../../x"),
        "content/briefings/x.md:3:7: error[wrong-value]: ",
    ),
    "two briefings of one address": (
        lambda p: p.briefing("x", "X\nslug: good"),
        "content/briefings/x.md:3:7: error[duplicate-slug]: ",
    ),
    "a page at a briefing's address": (
        lambda p: p.write("content/pages/x.md", "Title: X\nsave_as: briefings/good/index.html\n\nX\n"),
        "content/pages/x.md: error[url-collision]: ",
    ),
    "a briefing where the list of a year goes": (
        lambda p: p.briefing("x", "X\nslug: '2024'"),
        "content/briefings/x.md:3:7: error[bad-slug]: '2024' cannot be a slug: the list of a year has that address",
    ),
    "two pages of one address": (
        lambda p: [p.write(f"content/pages/{n}.md", f"Title: {n}\nsave_as: x.html\n\nX\n") for n in "xy"],
        "error[url-collision]: it would be written to 'x.html'",
    ),
    "a page where the list of briefings goes": (
        lambda p: p.write("content/pages/x.md", "Title: X\nsave_as: briefings/index.html\n\nX\n"),
        "content/pages/x.md: error[url-collision]: ",
    ),
    "a page where the folder of the briefings goes": (
        lambda p: p.write("content/pages/x.md", "Title: X\nsave_as: briefings\nurl: briefings\n\nX\n"),
        "content/pages/x.md: error[url-collision]: it would be written to 'briefings', where",
    ),
    "a page where a file of the theme goes": (
        lambda p: p.write("content/pages/x.md", "Title: X\nsave_as: theme/css/main.css\n\nX\n"),
        "content/pages/x.md: error[url-collision]: it would be written to 'theme/css/main.css', where the theme goes",
    ),
    "a page where the headers for hosts go": (
        lambda p: p.write("content/pages/x.md", "Title: X\nsave_as: _headers\n\nX\n"),
        "content/pages/x.md: error[url-collision]: ",
    ),
    "a page whose address is not where it is written": (
        lambda p: p.write("content/pages/x.md", "Title: X\nurl: elsewhere/\n\nX\n"),
        "content/pages/x.md:2:6: error[broken-link]: no page of this site has the address /elsewhere/",
    ),
    "two images whose names differ in case": (
        lambda p: [p.write(f"content/images/{n}.png", "x") for n in "xX"],
        "error[url-collision]: it would be written to 'images/",
    ),
    "an image of a name that not every disk can have": (
        lambda p: p.write("content/images/con.png", "x"),
        "content/images/con.png: error[bad-slug]: ",
    ),
    "an article whose save_as leaves the output": (
        lambda p: p.write("content/articles/x.md", "Title: X\nDate: 2024-01-01\nsave_as: ../elsewhere/x.html\n\nX\n"),
        "content/articles/x.md: error[outside-output]: ",
    ),
    "a page whose save_as has the output folder's name as a prefix": (
        lambda p: p.write("content/pages/x.md", "Title: X\nsave_as: ../output-evil/x.html\n\nX\n"),
        "content/pages/x.md: error[outside-output]: ",
    ),
    "an article without a date": (
        lambda p: p.write("content/articles/x.md", "Title: X\n\nX\n"),
        "content/articles/x.md: error[missing-field]: there is no 'date', without which Pelican builds no such file",
    ),
    "an article with an impossible date": (
        lambda p: p.write("content/articles/x.md", "Title: X\nDate: 2023-02-30\n\nX\n"),
        "content/articles/x.md:2:7: error[not-a-date]: '2023-02-30' is no date",
    ),
    "a page with a status that is none": (
        lambda p: p.write("content/pages/x.md", "Title: X\nStatus: publshed\n\nX\n"),
        "content/pages/x.md:2:9: error[wrong-value]: status cannot be 'publshed'",
    ),
    "a broken entry of the register": (
        lambda p: p.write("content/actors/x.yaml", "nme: X\n"),
        "content/actors/x.yaml:1:1: error[unknown-field]: ",
    ),
    "a broken entry of the catalogue": (
        lambda p: p.write("content/sources/x.yaml", "title: [\n"),
        "content/sources/x.yaml:2:1: error[yaml-syntax]: ",
    ),
    "a link to a file that is not there": (
        lambda p: p.briefing("x", story="To [it]({filename}nowhere.md)."),
        "content/briefings/x.md:8:9: error[broken-link]: ",
    ),
    "a link to a draft": (
        lambda p: (p.briefing("d", "D\nstatus: draft"), p.briefing("x", story="To [it]({filename}d.md).")),
        "content/briefings/x.md:8:9: error[broken-link]: ",
    ),
    "a page's link to a briefing under embargo": (
        lambda p: (
            p.write("content/briefings/e.md", p.briefing("e").read_text("utf-8").replace("2024-05-01", "2025-05-01")),
            p.write("content/pages/x.md", "Title: X\n\nTo [it]({filename}../briefings/e.md).\n"),
        ),
        "content/pages/x.md:3:19: error[broken-link]: ",
    ),
    "an article's link to nothing": (
        lambda p: p.write("content/articles/x.md", "Title: X\nDate: 2024-01-01\n\nTo [it]({filename}nowhere.md).\n"),
        "content/articles/x.md:4:19: error[broken-link]: ",
    ),
    "an image that is not there": (
        lambda p: p.briefing("x", story="![it]({static}/images/none.png)"),
        "content/briefings/x.md:8:7: error[broken-link]: ",
    ),
    "a wrong setting": (
        lambda p: p.settings("BRIEFING_PATHS = 'briefings'"),
        ":1: error[bad-setting]: BRIEFING_PATHS cannot be 'briefings'\n",
    ),
    "a setting that is none": (
        lambda p: p.settings("BRIEFING_PATH = ['briefings']"),
        ":1: error[bad-setting]: there is no setting BRIEFING_PATH; did you mean BRIEFING_PATHS?\n",
    ),
    "a home page of another plugin": (
        lambda p: (p.write("content/home.html", "Home"), p.settings("TEMPLATE_PAGES = {'home.html': 'index.html'}")),
        "index.html: error[url-collision]: ",
    ),
    "a template with a syntax error": (
        lambda p: (p.theme() / "templates/briefing.html").write_text("one\n{% if %}\n"),
        "theme/templates/briefing.html:2:1: error[template-error]: ",
    ),
    "a template that names what is not there": (
        lambda p: (p.theme() / "templates/briefing.html").write_text("one\n\n{{ briefing.titel }}\n"),
        "theme/templates/briefing.html:3:1: error[template-error]: ",
    ),
    "a template that never ends": (
        lambda p: (p.theme() / "templates/home.html").write_text("{% include 'home.html' %}"),
        "theme/templates/home.html:1:1: error[template-error]: ",
    ),
    "a broken template of ordinary pages": (
        lambda p: (
            p.write("content/pages/x.md", "Title: X\n\nX\n"),
            (p.theme() / "templates/page.html").write_text("\n{{ nothing_of_this_name }}\n"),
        ),
        "theme/templates/page.html:2:1: error[template-error]: ",
    ),
    "no template": (
        lambda p: (p.theme() / "templates/briefings.html").unlink(),
        "briefings.html: error[template-error]: ",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_an_error_is_reported_and_the_last_good_site_stays_as_it_was(name: str, site: Any) -> None:
    break_it, said = BAD[name]
    before = site.snapshot()
    break_it(site)
    built = site.build()
    assert said in built.text
    assert built.status == 1
    assert "Traceback" not in built.text
    assert "Nothing was written" in built.text
    assert site.snapshot() == before
    assert not [p for p in site.folder.iterdir() if p.name.startswith(("output-", "elsewhere"))]


@pytest.mark.parametrize("name", ["an unknown field", "an article without a date", "a template with a syntax error"])
def test_where_there_was_no_site_there_is_none_after_an_error(name: str, project: Any) -> None:
    BAD[name][0](project)
    assert project.build().status == 1
    assert not project.output.exists()


def test_all_errors_of_all_files_are_listed_in_one_run(site: Any) -> None:
    names = ["no front matter", "a link to a draft", "a broken entry of the register", "two pages of one address"]
    site.write("content/briefings/two.md", "---\ntitel: A\ndate: 2024-02-30\nsummary: S\nsources: [s]\n---\n")
    site.write("content/articles/x.md", "Title: X\n\nX\n")
    for name in names:
        BAD[name][0](site)
    text = site.build().text
    places = [
        "content/actors/x.yaml:1:1: error[unknown-field]",
        "content/articles/x.md: error[missing-field]",
        "content/briefings/two.md:2:1: error[unknown-field]",
        "content/briefings/two.md:3:7: error[impossible-date]",
        "content/pages/y.md: error[url-collision]",
    ]
    assert [place for place in places if place not in text and place.replace("y.md", "x.md") not in text] == []
    assert "briefings/x.md" in text


def test_each_broken_template_is_reported(site: Any) -> None:
    theme = site.theme() / "templates"
    (theme / "briefing.html").write_text("{{ a_name_that_is_not_there }}")
    (theme / "home.html").write_text("\n{% if %}")
    text = site.build().text
    assert "theme/templates/briefing.html:1:1: error[template-error]" in text
    assert "theme/templates/home.html:2:1: error[template-error]" in text


def test_warnings_stop_a_strict_build_alone(site: Any) -> None:
    site.write("content/briefings/notes.txt", "A note.")
    loose = site.build()
    assert (loose.status, "warning[ignored-file]" in loose.text) == (0, True)
    site.settings("BRIEFING_STRICT = True")
    before = site.snapshot()
    assert site.build().status == 1
    assert site.snapshot() == before


def test_the_report_is_whole_on_a_narrow_terminal(project: Any) -> None:
    BAD["an unknown field"][0](project)
    BAD["an article with an impossible date"][0](project)
    built = project.run(COLUMNS="40", TERM="xterm-256color")
    assert built.status == 1
    assert "content/briefings/x.md:2:1: error[unknown-field]: there is no field 'titel'" in built.text
    assert "content/articles/x.md:2:7: error[not-a-date]: '2023-02-30' is no date" in built.text
    assert "Traceback" not in built.text
    assert "CRITICAL" not in built.text


def test_a_template_error_of_an_ordinary_page_is_one_line_and_no_traceback(project: Any) -> None:
    BAD["a broken template of ordinary pages"][0](project)
    built = project.run(COLUMNS="40")
    assert built.status == 1
    assert built.text.startswith(
        "theme/templates/page.html:2:1: error[template-error]: 'nothing_of_this_name' is undefined\n"
    )
    assert "Traceback" not in built.text


def test_an_output_folder_that_cannot_be_written_is_an_error_without_a_traceback(project: Any) -> None:
    project.write("taken", "a file")
    built = project.run("-o", str(project.folder / "taken" / "output"))
    assert built.status == 1
    assert "taken/.output-build: error[cannot-write]: the site cannot be written: not a directory" in built.text
    assert "Traceback" not in built.text
