"""The editors' page as a command writes it: whole, and never where it would be published."""

from pathlib import Path

import pytest
from briefing.cli import main
from bs4 import BeautifulSoup

FIELDS = (
    "title: <b>The dam</b>\ndate: 2023-05-08\nsummary: S\nsources: [{id: a, title: A, url: 'https://a.example/'}]\n"
    "key_points: [The dam held.]\nwatch: [{text: The vote, date: 2023-06}]\n"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelican.conf.py").write_text("PATH = 'content'\nSITENAME = 'News & views'\n", "utf-8")
    (tmp_path / "content/briefings").mkdir(parents=True)
    (tmp_path / "content/briefings/dam.md").write_text(f"---\n{FIELDS}---\nStory.\n", "utf-8")
    (tmp_path / "content/briefings/draft.md").write_text(f"---\n{FIELDS}status: draft\n---\nStory.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def page(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "lxml")


def test_the_page_tells_what_to_look_after(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 0
    assert capsys.readouterr().out.startswith("report.html: ")
    shown = page(project / "report.html")
    assert [h.text for h in shown.select("h2")] == [
        "What to watch",
        "Reviewed longest ago",
        "How the words stand",
        "Sources without an archived copy",
        "People without an entry",
        "Links broken or moved",
    ]
    assert [li.select_one("bdi").text for li in shown.select(".late li")] == ["The vote"]  # type: ignore[union-attr]
    assert "As of" in shown.select_one(".lede").text  # type: ignore[union-attr]
    assert "1 published briefing asks" in shown.select_one(".lede").text  # type: ignore[union-attr]


def test_what_could_not_be_read_is_named_on_the_page_and_in_the_terminal(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/briefings/lost.md").write_bytes(f"---\n{FIELDS}---\nCafé.\n".encode("latin-1"))
    (project / "content/briefings/part.md").write_text(
        f"---\n{FIELDS}slug: part\nupdates: [{{date: 2023-02-31, text: T}}]\n---\nStory.\n", "utf-8"
    )
    (project / "content/briefings/draft.md").write_text(
        f"---\n{FIELDS}as_of: 2023-02-31\nstatus: draft\n---\n", "utf-8"
    )
    (project / "content/sources").mkdir()
    (project / "content/sources/gazette.yaml").write_text("title: The Gazette\nauthors: [Ana]\n", "utf-8")
    assert main(["report"]) == 1
    said = capsys.readouterr().err
    assert "3 files could not be read" in said
    shown = page(project / "report.html")
    rows = [(li.code.text.split(":")[0], "nothing of it" in li.text) for li in shown.select("#lost li")]  # type: ignore[union-attr]
    assert rows == [
        ("content/briefings/lost.md", True),
        ("content/briefings/part.md", False),
        ("content/sources/gazette.yaml", False),
    ]
    assert all(f"{file}:" in said for file, _ in rows)
    assert "The vote" in shown.select_one("#watch").text  # type: ignore[union-attr]


def test_nothing_is_said_to_be_missing_where_all_was_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report"]) == 0
    assert capsys.readouterr().err == ""
    assert not page(project / "report.html").select("#lost")


def test_what_editors_wrote_is_text_on_the_page(project: Path) -> None:
    main(["report"])
    assert "&lt;b&gt;The dam&lt;/b&gt;" in (project / "report.html").read_text("utf-8")


def test_titles_lead_to_the_pages_of_a_built_site(project: Path) -> None:
    main(["report"])
    assert not page(project / "report.html").select("td a")
    (project / "output").mkdir()
    (project / "desk").mkdir()
    assert main(["report", "--into", "desk/today.html"]) == 0
    assert [a["href"] for a in page(project / "desk/today.html").select("td a")] == ["../output/briefings/dam/"]


def test_a_second_report_takes_the_place_of_the_first(project: Path) -> None:
    assert main(["report"]) == main(["report"]) == 0
    assert [path.name for path in project.glob("report*")] == ["report.html"]


@pytest.mark.parametrize("into", ["output/report.html", "content/pages/report.html", "output/../output/x/report.html"])
def test_it_is_never_written_where_it_would_be_published(
    project: Path, capsys: pytest.CaptureFixture[str], into: str
) -> None:
    (project / "output").mkdir()
    assert main(["report", "--into", into]) == 2
    assert "lies where it would be published" in capsys.readouterr().err
    assert not (project / into).exists()


def test_no_report_is_part_of_the_built_site(site: Path) -> None:
    assert not list(site.rglob("report*.html"))
