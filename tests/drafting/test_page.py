"""Articles on saved web pages."""

import importlib.util
import sys
from types import SimpleNamespace

import pytest
from briefing.drafting.page import read_page

PROSE = "The harbour master said on Friday that the old pier would stay closed until the spring storms are over. " * 3
PAGE = f"""<!doctype html><html lang="en"><head><title>Pier stays closed | Tidewick Courier</title>
<meta property="og:site_name" content="Tidewick Courier">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Pier stays closed",
"datePublished": "2023-05-08T09:00:00Z", "author": [{{"name": "Bram Oster"}}]}}</script></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav><form><div class="story-body"><h1>Pier stays closed</h1>
<p onclick="steal()">{PROSE}<script>steal()</script></p><h2>What comes next</h2><p>{PROSE}</p>
<div class="related-stories"><p>{PROSE.replace("pier", "stolen boat")}</p></div>
<p>Read more: the ferry</p><p>{PROSE} AT&amp;T &lt;b&gt; <q>Enough</q></p></div></form>
<div class="comments"><p>First comment. {PROSE}</p></div><footer><p>Copyright {PROSE}</p></footer></body></html>"""


def test_the_body_is_kept_and_what_stands_around_it_is_not() -> None:
    page = read_page(PAGE)
    assert page
    kinds = [block.kind for block in page.blocks]
    assert kinds == ["paragraph", "subhead", "paragraph", "paragraph"]
    text = page.source.text
    assert "AT&T <b> “Enough”" in text
    assert not any(word in text for word in ("steal", "stolen", "comment", "Copyright", "Home", "Read more"))


def test_the_imprint_is_the_pages_own_metadata() -> None:
    page = read_page(PAGE)
    assert page
    imprint = page.imprint
    assert (imprint.title, imprint.date, imprint.publisher) == ("Pier stays closed", "2023-05-08", "Tidewick Courier")
    assert (imprint.author, imprint.lang) == (("Bram Oster",), "en")


def test_blocks_are_offsets_of_the_text() -> None:
    page = read_page(PAGE)
    assert page
    assert page.source.text[page.blocks[1].start : page.blocks[1].end] == "What comes next"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<html><body><script>var x = 1;</script></body></html>",
        "<html><title>Pier</title><body><p>Subscribe to read more.</p></body></html>",
        "<b>" * 5000 + "deep",
        "<table>" + "<tr><td>a<td>b" * 2000,
        "<!-- " * 1000,
    ],
)
def test_a_page_without_an_article_gives_none(html: str) -> None:
    assert read_page(html) is None


def test_markup_as_deep_as_browsers_allow_is_read() -> None:
    page = read_page("<div>" * 200 + f"<p>{PROSE}</p>")
    assert page
    assert page.source.text.startswith("The harbour master")


def second_reader(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    """Install a stand-in for trafilatura that gives an answer, or raises it."""

    def extract(_html: str, **_options: object) -> object:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setitem(sys.modules, "trafilatura", SimpleNamespace(extract=extract, __spec__=SimpleNamespace()))


STUB = "<html lang=en><title>Pier</title><body><span>No paragraph of ours.</span></body></html>"


def test_where_no_article_is_found_the_second_reader_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    second_reader(monkeypatch, f"TIDEWICK (Coast Wire) - {PROSE}\n\n{PROSE}")
    page = read_page(STUB)
    assert page
    assert [block.kind for block in page.blocks] == ["dateline", "paragraph", "paragraph"]
    assert page.imprint.title == "Pier"


@pytest.mark.parametrize("answer", [None, "", "Subscribe to read on.", RuntimeError("broken")])
def test_a_second_reader_that_finds_little_is_not_believed(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    second_reader(monkeypatch, answer)
    assert read_page(STUB) is None


def test_the_second_reader_is_not_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    second_reader(monkeypatch, RuntimeError("not to be asked"))
    page = read_page(PAGE)
    assert page
    assert len(page.blocks) == 4
