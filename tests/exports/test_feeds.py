"""Feeds, read back by feedparser and held to RFC 4287 (a RELAX NG grammar) and to JSON Feed 1.1 (a JSON Schema)."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import feedparser
import pytest
from briefing.exports.atom import Feed
from briefing.exports.entry_text import EntryText
from briefing.exports.feed_entries import FeedEntry, feed_entries, newest
from briefing.exports.feed_forms import FORMS
from briefing.exports.published import Published
from briefing.view.site import Site
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from lxml import etree

Make = Callable[..., Published]
Hostile = Callable[[st.DataObject], Published]
SITE = Site(name="Fiction Briefings", url="https://example.org/sub")
FEED = Feed("All briefings", "feeds/atom.xml")
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": r"^https?://[!-~]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {"type": "object", "required": ["name"], "properties": {"name": TEXT}},
}
JSON_FEED = Draft202012Validator(
    {
        "type": "object",
        "required": ["version", "title", "items"],
        "additionalProperties": False,
        "properties": {
            "version": {"const": "https://jsonfeed.org/version/1.1"},
            "title": {"type": "string"},
            "home_page_url": ADDRESS,
            "feed_url": ADDRESS,
            "language": TEXT,
            "authors": AUTHORS,
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["id", "content_html"],
                    "additionalProperties": False,
                    "properties": {
                        "id": TEXT,
                        "url": ADDRESS,
                        "title": TEXT,
                        "content_html": TEXT,
                        "summary": TEXT,
                        "date_published": MOMENT,
                        "date_modified": MOMENT,
                        "authors": AUTHORS,
                        "tags": {"type": "array", "items": TEXT},
                        "language": TEXT,
                    },
                },
            },
        },
    }
)


def render(form: str, feed: Feed, entries: Iterable[FeedEntry], site: Site) -> str:
    return FORMS[form].render(feed, texts(form, entries, site), site)


def texts(form: str, entries: Iterable[FeedEntry], site: Site = SITE) -> list[EntryText]:
    return [FORMS[form].entry(entry, site) for entry in entries]


def read_atom(text: str) -> Any:
    document = etree.fromstring(text.encode())
    assert GRAMMAR.validate(document), GRAMMAR.error_log
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


def read_json(text: str) -> Any:
    feed = json.loads(text)
    assert [error.message for error in JSON_FEED.iter_errors(feed)] == []
    return feed


def test_a_feed_reader_finds_the_briefing_and_each_change_of_it(whole: Published) -> None:
    feed = read_atom(FORMS["atom"].render(FEED, newest(texts("atom", feed_entries(whole))), SITE))
    assert feed.feed.title == "All briefings"
    assert feed.feed.link == "https://example.org/sub/"
    assert [(e.title, e.link, e.published) for e in feed.entries] == [
        ("Update: The gates", "https://example.org/sub/briefings/the-gates/#updates", "2024-05-12T00:00:00Z"),
        ("Correction: The gates", "https://example.org/sub/briefings/the-gates/#updates", "2024-05-10T00:00:00Z"),
        ("The gates", "https://example.org/sub/briefings/the-gates/", "2024-05-08T12:00:00Z"),
    ]
    entry = feed.entries[-1]
    assert entry.updated == "2024-05-12T00:00:00Z"
    assert [tag.term for tag in entry.tags] == ["Water & power", "dams", "Vale"]
    assert [author.name for author in entry.authors] == ["Ada Quill", "Desk"]
    assert entry.content[0].language == "en"


def test_the_full_text_is_there_and_its_links_lead_from_anywhere(whole: Published) -> None:
    for text in (
        read_atom(render("atom", FEED, feed_entries(whole), SITE)).entries[0].content[0].value,
        read_json(render("json", FEED, feed_entries(whole), SITE))["items"][0]["content_html"],
    ):
        page = BeautifulSoup(text, "html.parser")
        words = page.get_text(" ", strip=True)
        for said in (
            "The valley drinks from it.",
            "Mayor",
            "More rain",
            "no rush at all",
            "Whether it rains",
            "Hearing",
        ):
            assert said in words, said
        links = {str(a["href"]) for a in page.select("a")}
        assert "https://map.example/?a=1&b=2" in links
        assert "https://example.org/sub/briefings/the-gates/#passage-1" in links


def test_a_link_within_the_site_is_dropped_where_nothing_says_where_the_site_is(whole: Published) -> None:
    item = read_json(render("json", FEED, feed_entries(whole), Site()))["items"][0]
    assert "url" not in item
    links = {a.get("href") for a in BeautifulSoup(item["content_html"], "html.parser").select("a")}
    assert links == {None, "https://map.example/?a=1&b=2"}


def test_words_that_look_like_a_link_stay_words(published: Make) -> None:
    made = published(prose='Write `href="x"` in <b title="a > b">it</b>, or [go](../b/ "c > d").')
    text = read_json(render("json", FEED, feed_entries(made), SITE))["items"][0]["content_html"]
    page = BeautifulSoup(text, "html.parser")
    assert page.select_one("code").get_text() == 'href="x"'  # type: ignore[union-attr]
    assert [a["href"] for a in page.select("p > a")] == ["https://example.org/sub/briefings/b/"]


def test_without_an_address_of_the_site_links_are_relative_to_the_feed(whole: Published) -> None:
    text = render("atom", FEED, feed_entries(whole), Site())
    assert 'href="../briefings/the-gates/"' in text
    assert 'xml:base="../briefings/the-gates/"' in text
    assert 'rel="self"' not in text
    read_atom(text)


def test_an_id_outlives_a_new_title_a_new_text_a_new_date_and_https(published: Make) -> None:
    old = published("slug: x\nupdates: [{date: 2024-06-01, text: A}]")
    new = published(
        "slug: x\nupdates: [{date: 2024-06-01, text: B}, {date: 2024-06-02, text: C}]", title="New", date="2024-05-09"
    )
    plain = replace(old, site=replace(SITE, url="http://example.org/sub"))
    ids = [[entry.id for entry in feed_entries(p)][:2] for p in (old, new, plain)]
    assert ids[0] == ids[1] == ids[2]


def test_no_two_entries_of_a_site_share_an_id(published: Make) -> None:
    change = "{date: 2024-06-01, text: A}"
    made = [published(f"slug: a\nupdates: [{change}, {change}]"), published("slug: b"), published("slug: a\nlang: fr")]
    ids = [entry.id for p in made for entry in feed_entries(p)]
    assert len(ids) == len(set(ids)) == 5


def test_a_change_is_never_older_than_its_briefing(published: Make) -> None:
    entries = feed_entries(published("updates: [{date: 2024-05-08, text: A}, {date: ../2020, text: B}]"))
    assert {entry.published for entry in entries} == {entries[0].published}


def test_a_moment_is_read_in_the_zone_of_the_site(published: Make) -> None:
    made = replace(published(date="2024-05-08 12:00"), zone=ZoneInfo("Asia/Seoul"))
    assert feed_entries(made)[0].published == datetime.fromisoformat("2024-05-08T03:00Z")


def test_the_newest_come_first_and_no_more_than_asked(published: Make) -> None:
    made = (published(f"slug: d{day}", date=f"2024-05-0{day}") for day in (1, 3, 2))
    entries = [text for briefing in made for text in texts("atom", feed_entries(briefing))]
    assert [e.published.day for e in newest(entries, 2)] == [3, 2]
    assert newest(reversed(entries)) == newest(entries)


def test_an_empty_feed_is_no_atom_document() -> None:
    assert render("atom", FEED, (), SITE) == ""
    assert read_json(render("json", FEED, (), SITE))["items"] == []


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("<id>urn", "<id>x"),
        ("<title>", "<titel>"),
        ("T12:00:00Z", " 12:00"),
        (' rel="alternate"', ""),
        ("<name>", "<mail>"),
    ],
)
def test_the_grammar_catches_a_planted_error(whole: Published, was: str, becomes: str) -> None:
    text = render("atom", FEED, feed_entries(whole), SITE)
    closing = was.replace("<", "</"), becomes.replace("<", "</")
    assert was in text
    broken = text.replace(was, becomes).replace(*closing)
    assert not GRAMMAR.validate(etree.fromstring(broken.encode()))


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_hostile_text_stays_text_in_atom(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    entries = feed_entries(made)
    text = render("atom", Feed(made.view.title, "feeds/atom.xml"), entries, made.site)
    # Titles by an XML reader: feedparser takes some Latin letters for badly decoded UTF-8, and decodes them again.
    titles = etree.fromstring(text.encode()).findall("{*}entry/{*}title")
    assert [" ".join((title.text or "").split()) for title in titles] == [" ".join(e.title.split()) for e in entries]
    feed = read_atom(text)
    for entry in feed.entries:
        harmless(entry.content[0].value)


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_hostile_text_stays_text_in_json(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    feed = read_json(render("json", Feed(made.view.title, "feeds/feed.json"), feed_entries(made), made.site))
    for item in feed["items"]:
        harmless(item["content_html"])


def harmless(markup: str) -> None:
    page = BeautifulSoup(markup, "html.parser")
    assert not page.select("script, img[onerror], style, iframe")
    for tag in page.select("[href]"):
        assert not str(tag["href"]).lower().startswith(("javascript:", "data:", "vbscript:"))
    assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]


def test_an_entry_is_a_value(whole: Published) -> None:
    assert isinstance(hash(feed_entries(whole)), int)
    assert all(isinstance(entry, FeedEntry) for entry in feed_entries(whole))
