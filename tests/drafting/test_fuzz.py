# ruff: noqa: E501  lists of pieces
"""Whatever is in a file: nothing raises, offsets lie in the text, and the draft passes the reader."""

from datetime import date
from time import process_time

import pytest
from briefing.diagnostics import errors_in
from briefing.drafting.check_draft import check_draft
from briefing.drafting.draft import fitted, render_draft
from briefing.drafting.extract import extract
from briefing.drafting.known_actors import known_actors
from briefing.drafting.load import Unreadable, article_in
from briefing.drafting.propose import propose
from briefing.drafting.reading import Reading
from briefing.drafting.records import record_of
from briefing.evidence.source_text import read_source
from briefing.model.source import Source
from hypothesis import given, settings
from hypothesis import strategies as st

PIECES = [
    '"', "“", "”", "‘", "’", "'", "``", "''", "«", "(", ")", "[", "]", "—", "--", "…", ".", ". ", ",", ":", "?", "\n", "\n\n",
    " ", "Orla Venn", "Mr. Oster", "he", "she", "said", "told", "according to", "a lecturer at", "the Harwold School",
    "Sen.", "Kim Dae Sung", "on Tuesday", "May 7", "31 February 2023", "from 1910 to 1945", "yesterday", "two weeks ago",
    "Christmas", "in March", "0 years ago", "9999", "Source: Post", "By Ann Lee", "Harwold, May 8: ", "[check: x]", "---", "#",
    "key: value", "\x1b[31m", "\u200b", "\u202e", "é", "漢字", "🏳️‍🌈", "$5", "50%", "The pier was closed", "It is cold", "a\tb",
]  # fmt: skip
TAGS = [
    "<p>", "</p>", "<div class='article-body'>", "</div>", "<h2>", "</h2>", "<li>", "<blockquote>", "<a href='javascript:x'>",
    "</a>", "<br><br>", "<script>", "</script>", "<!--", "-->", "<table><tr><td>", "<aside>", "<form>", "<q>", "&amp;", "&#0;",
    "<svg onload=x>", "<", "<meta charset=utf-16>", "<article>", "</article>", "<h1>", "<template>", "<![CDATA[", "&#x202e;",
]  # fmt: skip
SENTENCE = (
    "The old pier at Tidewick was closed on Tuesday, said Orla Venn, who has been the harbour master for nine years. "
)


def sound(content: bytes, file: str) -> None:
    """Read a file as a draft does, and hold what comes of it against what must be true of any."""
    read = article_in(content, file)
    if isinstance(read, Unreadable):
        assert read.message.startswith(file)
        return
    article, is_page = read
    found = extract(article, date(2024, 2, 29))
    record = record_of(file, found, with_text=is_page)
    text = article.source.text
    for kind in ("quotations", "dates", "people", "views"):
        for each in record[kind]:
            assert 0 <= each["start"] < each["end"] <= len(text)
            assert each["text"] == text[each["start"] : each["end"]]
    ends = [0, *(block["end"] for block in record["blocks"])]
    assert all(end <= block["start"] for end, block in zip(ends, record["blocks"], strict=False))
    proposals = propose(Reading(found, "s", read_source(text), is_page), Source(id="s", title="T"), known_actors({}))
    draft = render_draft(fitted(proposals), "2024-02-29")
    assert not errors_in(check_draft("briefings/x.md", "x.md", draft, {}, {"s": Source(id="s", title="T")}))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=5, max_size=60))
def test_any_text_is_read(pieces: list[str]) -> None:
    sound((SENTENCE + " ".join(pieces)).encode(), "article.txt")


@settings(deadline=None)
@given(st.lists(st.sampled_from([*TAGS, *PIECES, SENTENCE * 3]), min_size=5, max_size=60))
def test_any_page_is_read(pieces: list[str]) -> None:
    sound(("<html><body>" + "".join(pieces) + SENTENCE * 3).encode(), "article.html")


@pytest.mark.parametrize("piece", ["of — — ", "which which — — — ", "— who ", "(x) ", "who ", "a, ", "Ann, "])
def test_what_stands_before_a_verb_is_read_at_once_however_much_it_is(piece: str) -> None:
    """Rows of a table, notes in brackets: the subject was looked for in every one of them anew, or one within another."""
    start = process_time()
    sound(f"{SENTENCE * 3}\n\nThe judge {piece * 20}said the pier was cold.\n\n{SENTENCE}".encode(), "article.txt")
    sound(f"{SENTENCE * 3}\n\nThe judge {piece * 2000}said the pier was cold.\n\n{SENTENCE}".encode(), "article.txt")
    assert process_time() - start < 5


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for file in ("article.txt", "article.html"):
        sound(content, file)
