"""`briefing pdf`: what is on the paper, what it is made from, and what is said where it cannot be made."""

import re
import socket
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from briefing.cli import main
from briefing.exports.paper import NoLayoutError, NoStyleError, Paper, as_on_paper, paper_rules, render_paper
from briefing.view.values import GridCell
from pypdf import PdfReader

LONGEST = "kishida-in-seoul"
LAID_OUT = "print { .a { float: left } }"


@pytest.fixture(scope="session")
def whole(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a briefing that has everything, in this repository's theme."""
    output = tmp_path_factory.mktemp("whole") / "output"
    settings = root / "tests/sites/whole_page/settings.py"
    command = [sys.executable, "-m", "pelican", "-s", str(settings), "-t", str(root / "theme"), "-o", str(output)]
    subprocess.run(command, check=True, capture_output=True)
    return output


@pytest.fixture
def print_pdf(
    root: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """Run the command in this repository and return its status and what it said."""
    monkeypatch.chdir(root)

    def printed(*arguments: str, built: Path = site) -> tuple[int, str, str]:
        status = main(["pdf", *arguments, f"--site={built}", f"--into={tmp_path}"])
        said = capsys.readouterr()
        return status, said.out, said.err

    return printed


def words(pdf: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def links(pdf: Any) -> set[str]:
    notes = [note.get_object() for page in PdfReader(pdf).pages for note in page.get("/Annots", [])]
    return {str(note["/A"]["/URI"]) for note in notes if "/URI" in note.get("/A", {})}


def test_a_long_briefing_is_a_paper_of_two_to_four_pages(print_pdf: Any, tmp_path: Path) -> None:
    status, out, err = print_pdf(LONGEST)
    paper = tmp_path / f"{LONGEST}.pdf"
    assert (status, err) == (0, "")
    assert out == f"{paper}: {len(PdfReader(paper).pages)} pages\n"
    assert 2 <= len(PdfReader(paper).pages) <= 4
    text = words(paper)
    for part in ("Key points", "Who’s who", "The story", "Timeline", "Expert views", "What to watch", "Corrections"):
        assert part.casefold() in text.casefold(), part
    assert "my heart aches at the thought of so many people who have suffered" in text
    assert "Skip to the content" not in text


def test_every_font_is_in_the_file(print_pdf: Any, tmp_path: Path) -> None:
    print_pdf("export-restriction")
    pages: Any = PdfReader(tmp_path / "export-restriction.pdf").pages
    fonts = [font.get_object() for page in pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        for descendant in font.get("/DescendantFonts", [font]):
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descendant.get_object()["/FontDescriptor"])


def test_addresses_of_sources_are_written_out_and_no_other_page_is_linked(whole: Path) -> None:
    url = "briefings/everything/"
    html = (whole / url / "index.html").read_text("utf-8")
    paper = render_paper(html, url, "", lambda path: (whole / path).read_bytes())
    assert "https://example.org/report" in words(BytesIO(paper.pdf))
    found = links(BytesIO(paper.pdf))
    assert "https://example.org/report" in found
    assert all(re.match(r"https?://(?!site\.invalid)", link) for link in found), found


def test_with_the_address_of_the_site_links_lead_to_its_pages(site: Path) -> None:
    url = f"briefings/{LONGEST}/"
    html = (site / url / "index.html").read_text("utf-8")
    paper = render_paper(html, url, "https://example.org/news", lambda path: (site / path).read_bytes())
    assert "https://example.org/news/category/world/index.html" in links(BytesIO(paper.pdf))


def test_nothing_is_asked_of_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    page = '<img src="https://example.org/a.png" alt=""><img src="file:///etc/hostname" alt=""><p>Words'
    read: list[str] = []

    def none(path: str) -> bytes:
        read.append(path)
        raise FileNotFoundError(path)

    assert render_paper(f'{page}<img src="../../b.png" alt="">', "briefings/a/", "", none).pages == 1
    assert (asked, read) == ([], ["b.png"])


def test_a_page_without_its_style_sheet_is_not_printed() -> None:
    def none(path: str) -> bytes:
        raise FileNotFoundError(path)

    with pytest.raises(NoStyleError, match=r"^theme/css/[\w.]+\.css$"):
        render_paper('<link rel="stylesheet" href="../../theme/css/main.css">', "briefings/a/", "", none)


def test_what_cannot_be_printed_is_said_and_the_rest_is_printed(print_pdf: Any, tmp_path: Path) -> None:
    status, out, err = print_pdf("nothing-like-it", "content/briefings/2023-05-08-export-restriction.md")
    assert status == 1
    assert err == "briefing: there is no briefing nothing-like-it\n"
    assert out.startswith(f"{tmp_path / 'export-restriction.pdf'}: ")


def test_every_answer_of_experts_can_be_printed(site: Path) -> None:
    positions = "".join(f'<p class="position {name}">A</p>' for name in get_args(get_type_hints(GridCell)["position"]))
    page = f'<link rel="stylesheet" href="theme/css/main.css"><div class="agreement-grid">{positions}</div>'
    assert render_paper(page, "", "", lambda path: (site / path).read_bytes()).pages == 1


def test_one_that_cannot_be_set_is_said_and_the_others_are_printed(
    print_pdf: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def failing(*page: object) -> Paper:
        if "kishida" in str(page[1]):
            raise NoLayoutError("ValueError: no such colour")
        return Paper(b"%PDF", 1)

    monkeypatch.setattr("briefing.cli.pdf.render_paper", failing)
    status, out, err = print_pdf(LONGEST, "export-restriction")
    assert (status, out) == (1, f"{tmp_path / 'export-restriction.pdf'}: 1 page\n")
    assert "WeasyPrint, which does it, failed (ValueError: no such colour)\n" in err


def test_what_weasyprint_fails_at_is_an_error_of_this_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AttributeError("'str' object has no attribute 'to'")

    monkeypatch.setattr("weasyprint.HTML.render", fail)
    with pytest.raises(NoLayoutError, match="has no attribute"):
        render_paper("<p>Words", "a/", "", lambda _: b"")


def test_a_picture_on_paper_has_its_styles_and_says_nothing_that_would_come_apart() -> None:
    page = as_on_paper(
        '<html dir="rtl"><svg><text text-anchor="start">1957</text><text>نحو 74 سنة</text></svg>',
        "text { fill: #333; }",
        linked=False,
    )
    assert "<style>text { fill: #333; }</style>" in page
    assert re.findall(r"<text.*</text>", page) == ['<text text-anchor="end">1957</text>']


@pytest.mark.parametrize(("words", "direction"), [("12 November", "ltr"), ("«الماء»", "rtl"), ("1957", "ltr")])
def test_a_direction_left_to_the_browser_is_written_down(words: str, direction: str) -> None:
    assert f'<q dir="{direction}">' in as_on_paper(f'<q dir="auto">{words}</q>', "", linked=True)


def test_a_site_that_is_not_built_is_named(print_pdf: Any, tmp_path: Path) -> None:
    status, out, err = print_pdf(LONGEST, built=tmp_path / "none")
    page = tmp_path / "none/briefings" / LONGEST / "index.html"
    assert (status, out, err) == (1, "", f"briefing: {page} is not there; build the site first\n")


@pytest.mark.parametrize(
    ("package", "error", "mend"),
    [
        ("weasyprint", ModuleNotFoundError("weasyprint"), "pip install -r requirements-dev.txt"),
        ("bs4", ModuleNotFoundError("bs4"), "pip install -r requirements-dev.txt"),
        ("weasyprint", OSError("pango"), "apt-get install"),
    ],
)
def test_what_is_missing_is_said_in_a_line(
    print_pdf: Any, monkeypatch: pytest.MonkeyPatch, package: str, error: Exception, mend: str
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == package:
                raise error

    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    status, out, err = print_pdf(LONGEST)
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert mend in err


@pytest.mark.parametrize(
    ("rule", "on_paper"),
    [
        (f"@media (min-width: 64em), {LAID_OUT}", f"@media {LAID_OUT}"),
        ("@media (min-width: 64em) { .a { float: left } }", "@media (min-width: 64em) { .a { float: left } }"),
        ("@media print { .a { float: left } }", "@media print { .a { float: left } }"),
    ],
)
def test_rules_for_wide_screens_and_paper_are_for_paper(rule: str, on_paper: str) -> None:
    assert paper_rules(rule) == on_paper


def test_links_to_other_pages_of_a_site_without_an_address_are_words() -> None:
    page = '<a href="#a">a</a><a href="../b/">b</a><a href="https://c.example/">c</a>'
    assert re.findall(r"<a[^>]*>", as_on_paper(page, "", linked=False)) == [
        '<a href="#a">',
        "<a>",
        '<a href="https://c.example/">',
    ]
