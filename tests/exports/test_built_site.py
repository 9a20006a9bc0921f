"""Every export of a whole site that was built, each read by an independent reader of its format."""

import json
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from runpy import run_path
from typing import Any

import icalendar
import pytest
import rispy
from briefing.build.render import Theme
from briefing.build.site_build import Setup, SiteBuild
from briefing.build.writing import Writing
from briefing.parsing.load import Shelf
from briefing.view.site import Site
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from jsonschema import Draft202012Validator
from pybtex.database import parse_string

HERE, ROOT = Path(__file__).parent, Path(__file__).parents[2]
FEEDS = run_path(str(HERE / "test_feeds.py"))
VOCABULARY = run_path(str(HERE / "test_json_ld.py"))
SITES = {"below a path": "https://example.org/news", "without an address": ""}
MORE = """---
title: "Bo says \\"no\\" & <b>leaves</b>"
date: 2023-05-09
summary: S
lang: fr
category: World
tags: [a & b]
actors: [fumio-kishida, {id: Bo, name: Bo}]
sources: [{id: s, title: T}]
timeline: [{date: 2023-06-01, title: Vote, status: scheduled}]
updates: [{date: 2023-05-10, kind: correction, text: The year was wrong., was: "1909", now: "1910"}]
---
See [the visit]({filename}2023-05-08-kishida-in-seoul.md).
"""


@pytest.fixture(scope="module", params=SITES, ids=list(SITES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Every file of this repository's own site, with one briefing more, by its name."""
    folder = tmp_path_factory.mktemp("built")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "content/briefings/more.md").write_text(MORE, encoding="utf-8")
    theme = Theme(Environment(loader=FileSystemLoader(ROOT / "theme/templates")))  # noqa: S701 - the theme escapes
    url = SITES[request.param]
    where = Site(name="Fiction & Sons", url=url, relative_urls=not url)
    shelf = Shelf(folder, folder / "content")
    build = SiteBuild(Setup(shelf, where, datetime(2024, 1, 1, tzinfo=UTC), folder / "state", templates=theme))
    assert build.read() == ()
    pages = {h.path: h.url for h in build.briefings.shown}
    _, problems = build.write(Writing(build, pages), folder / "output", {}, None)
    build.close()
    assert problems == ()
    return {
        path.relative_to(folder / "output").as_posix(): path.read_text(encoding="utf-8")
        for path in (folder / "output").rglob("*")
        if path.is_file()
    }


def ending(site: Mapping[str, str], *endings: str) -> dict[str, str]:
    found = {name: text for name, text in site.items() if name.endswith(endings)}
    assert found
    return found


def test_every_feed_is_valid_and_the_same_entry_has_the_same_id_in_all(site: Mapping[str, str]) -> None:
    ids: dict[str, set[str]] = {}
    for text in ending(site, "atom.xml").values():
        for entry in FEEDS["read_atom"](text).entries:
            ids.setdefault(entry.title, set()).add(entry.id)
    for text in ending(site, "feed.json").values():
        for item in FEEDS["read_json"](text)["items"]:
            ids.setdefault(item["title"], set()).add(item["id"])
    assert {title: len(found) for title, found in ids.items() if len(found) > 1} == {}
    assert any(title.startswith(("Correction: ", "Correction\N{NO-BREAK SPACE}: ")) for title in ids)


def test_every_calendar_is_read_with_ids_of_its_own(site: Mapping[str, str]) -> None:
    for text in ending(site, ".ics").values():
        events = icalendar.Calendar.from_ical(text).walk("VEVENT")
        assert events
        assert len({str(event["UID"]) for event in events}) == len(events)
    assert "SUMMARY;LANGUAGE=fr:Vote" in site["calendar.ics"]


def test_every_citation_is_read_and_names_the_page_and_its_sources(site: Mapping[str, str]) -> None:
    for name, text in ending(site, "cite.json").items():
        folder, number = name.removesuffix("json"), len(json.loads(text))
        assert number > 1
        assert len(parse_string(site[f"{folder}bib"], "bibtex").entries) == number
        assert len(rispy.loads(site[f"{folder}ris"])) == number


def test_the_data_of_a_year_are_those_of_its_briefings_and_keep_to_the_published_schema(
    site: Mapping[str, str],
) -> None:
    validator = Draft202012Validator(json.loads(site["data/briefing.schema.json"]))
    lines = site["data/2023.jsonl"].splitlines()
    assert sorted(lines) == sorted(text.rstrip("\n") for text in ending(site, "briefing.json").values())
    assert [error.message for line in lines for error in validator.iter_errors(json.loads(line))] == []


def test_every_page_with_facts_keeps_to_the_vocabulary(site: Mapping[str, str]) -> None:
    kinds = set()
    for name, text in ending(site, "index.html").items():
        for block in BeautifulSoup(text, "html.parser").select("script[type='application/ld+json']"):
            facts: Any = json.loads(block.get_text())
            kinds.add(facts["@type"])
            assert list(VOCABULARY["problems"]({k: v for k, v in facts.items() if k != "@context"})) == [], name
    assert kinds >= {"BackgroundNewsArticle", "WebSite", "CollectionPage", "ProfilePage"}


def test_every_page_the_briefings_make_says_what_it_is_to_search_engines(site: Mapping[str, str]) -> None:
    pages = {name: BeautifulSoup(text, "html.parser") for name, text in ending(site, "index.html").items()}
    assert [name for name, page in pages.items() if not page.select("script[type='application/ld+json']")] == []
    described = {name: page.select_one("meta[name=description]") for name, page in pages.items()}
    assert [name for name, meta in described.items() if not (meta and meta["content"])] == []


def test_what_two_briefings_tell_alike_is_one_entry_of_the_calendar(site: Mapping[str, str]) -> None:
    events = icalendar.Calendar.from_ical(site["calendar.ics"]).walk("VEVENT")
    assert [str(e["SUMMARY"]) for e in events].count("G7 summit in Japan, to which Kishida has invited Yoon") == 1


def test_every_other_form_that_a_page_names_is_there(site: Mapping[str, str]) -> None:
    root = "https://example.org/news/"
    for name, text in ending(site, "index.html").items():
        for link in BeautifulSoup(text, "html.parser").select("link[rel=alternate][type]"):
            address = str(link["href"])
            leads = address.removeprefix(root) if address.startswith(root) else _led(name, address)
            assert leads in site, (name, address)


def _led(page: str, address: str) -> str:
    parts = page.split("/")[:-1]
    for step in address.split("/"):
        parts = parts[:-1] if step == ".." else parts if step == "." else [*parts, step]
    return "/".join(parts)
