"""The invented country of the demonstration: marked wherever it is named, and gone where a switch says so."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup, Tag

FICTION = {"sea-gate", "ferry-strike", "gate-toll"}
PEOPLE = {"Zephra Ombelune", "Quorin Thastle", "Wilmet Oxyquay", "Tamber Ilvex", "Meryl Saltvane"}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    """The pages of the built site that name the invented country or one of its people."""
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    names = {"Velmora", "فيلمورا", *PEOPLE}
    return {
        name: BeautifulSoup(text, "html.parser") for name, text in texts.items() if any(each in text for each in names)
    }


def headings(page: BeautifulSoup) -> list[str]:
    return [each.get_text(" ", strip=True) for each in page.select("main h1, main h3")]


def test_the_set_fills_every_kind_of_page(pages: dict[str, BeautifulSoup]) -> None:
    kinds = {
        *("index.html", "timeline/index.html", "actors/index.html", "corrections/index.html", "briefings/index.html"),
        *("briefings/sea-gate/index.html", "ar/briefings/sea-gate/index.html", "briefings/2021/index.html"),
        *("category/water/index.html", "tag/velmora/index.html", "actors/zephra-ombelune/index.html"),
        "sources/manara-2022-03-16/index.html",
    }
    assert kinds <= set(pages)
    parts = ".agreement-grid .missing-voice .watch-item .term .related .update .quotation .expert-view .timeline-event"
    assert all(pages["briefings/sea-gate/index.html"].select(part) for part in parts.split())


def test_a_page_of_fiction_alone_says_so_above_everything_else(pages: dict[str, BeautifulSoup]) -> None:
    mixed = {name for name, page in pages.items() if not page.select_one("main > .fiction-notice:first-child")}
    assert mixed == {
        *("index.html", "timeline/index.html", "actors/index.html", "corrections/index.html", "briefings/index.html")
    }
    assert "خيال" in pages["ar/briefings/sea-gate/index.html"].select(".fiction-notice")[0].get_text()


def test_where_fiction_stands_beside_facts_each_title_and_each_person_is_marked(
    pages: dict[str, BeautifulSoup],
) -> None:
    for name in ("index.html", "timeline/index.html", "actors/index.html", "corrections/index.html"):
        for link in pages[name].select("main a[href]"):
            text, leads_to = link.get_text(strip=True), str(link["href"]).partition("#")[0].rstrip("/")
            if leads_to.rpartition("/")[2] in FICTION and "/briefings/" in f"/{leads_to}":
                assert text.startswith(("Fiction: ", "خيال: ")), (name, text)
            if any(person in text for person in PEOPLE):
                assert text.endswith(" (fiction)"), (name, text)


def test_its_data_say_so_too(site: Path) -> None:
    data = json.loads((site / "briefings/sea-gate/briefing.json").read_text("utf-8"))["briefing"]
    assert data["fiction"] is True
    assert all(entry["fiction"] for entry in (*data["actors"], *data["sources"]))
    page = BeautifulSoup((site / "briefings/sea-gate/index.html").read_text("utf-8"), "html.parser")
    block = page.find("script", type="application/ld+json")
    assert isinstance(block, Tag)
    article = json.loads(block.get_text())
    assert article["genre"] == "Fiction"
    assert article["headline"].startswith("Fiction: ")
    assert {each["disambiguatingDescription"] for each in article["about"]} == {"Fiction"}


def test_feeds_and_calendars_say_so_in_the_title_of_each_entry(site: Path) -> None:
    entries = ET.parse(site / "atom.xml").findall(f"{ATOM}entry")  # noqa: S314  # our own feed
    titles = [entry.findtext(f"{ATOM}title", "") for entry in entries]
    told = [title for title in titles if "Velmora" in title]
    assert len(told) > len(FICTION)
    assert all("Fiction: " in title for title in told)
    calendar = (site / "briefings/gate-toll/calendar.ics").read_text("utf-8").splitlines()
    summaries = [line for line in calendar if line.startswith("SUMMARY")]
    assert summaries
    assert all("Fiction: " in line for line in summaries)


def test_its_translations_lead_to_each_other(pages: dict[str, BeautifulSoup]) -> None:
    for slug in ("sea-gate", "ferry-strike"):
        for name in (f"briefings/{slug}/index.html", f"ar/briefings/{slug}/index.html"):
            assert {link["hreflang"] for link in pages[name].select("link[hreflang]")} == {"en", "ar", "x-default"}
    assert pages["ar/briefings/sea-gate/index.html"].select("html")[0]["dir"] == "rtl"


def test_nothing_it_has_to_watch_lapses_before_the_next_decade(root: Path) -> None:
    for file in (root / "content/fiction").glob("*.md"):
        years = [line.split()[1][:4] for line in file.read_text("utf-8").partition("\nwatch:")[2].splitlines()
                 if line.startswith("    date: ")]  # fmt: skip
        assert all(year >= "2030" or "status: lapsed" in file.read_text("utf-8") for year in years), file


def test_a_switch_builds_the_site_without_it(root: Path, tmp_path: Path) -> None:
    paths = '["briefings"]'
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelican.conf.py", "-o", str(tmp_path / "output")]
    built = subprocess.run(
        [*command, "-e", f"BRIEFING_PATHS={paths}"], cwd=root, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert "3 briefings published" in built.stdout + built.stderr
    files = [path for path in tmp_path.rglob("*") if path.is_file() and ".output-build" not in path.parts]
    assert [p for p in files if "Velmora" in (text := p.read_text("utf-8", "replace")) or "Fiction:" in text] == []
    assert f"BRIEFING_PATHS={paths}" in (root / "tasks.py").read_text("utf-8")
