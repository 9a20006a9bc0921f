"""Whatever the text, the reading of an article ends, and says only what it can point at."""

from datetime import date
from itertools import pairwise

from briefing.drafting.extract import extract
from briefing.drafting.page import read_page
from briefing.drafting.records import record_of
from briefing.drafting.structure import read_article
from briefing.model.dates import EdtfDate
from hypothesis import given
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        *"“”\"'‘’.,:;!?()—-\n \t",
        *(
            "said ",
            " Ann Lee",
            "Mr. ",
            " President",
            " who ",
            "according to ",
            " May 7",
            " in 2019",
            " from 1910 to 1945",
        ),
        *(
            "yesterday",
            "Friday",
            "two weeks ago",
            "By ",
            "Source: ",
            "\n\n",
            "he ",
            "``",
            "''",
            " of ",
            "\x00",
            "é",
            "<p>",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))
DAYS = st.one_of(st.none(), st.dates(min_value=date(1000, 1, 1), max_value=date(2900, 1, 1)))


@given(TEXTS, DAYS)
def test_everything_found_is_a_stretch_of_the_text(text: str, published: date | None) -> None:
    record = record_of("file", extract(read_article(text), published), with_text=False)
    for kind in ("quotations", "views", "dates", "people", "blocks"):
        for found in record[kind]:
            assert 0 <= found["start"] < found["end"] <= len(text)
            assert found.get("text", text[found["start"] : found["end"]]) == text[found["start"] : found["end"]]


@given(TEXTS, DAYS)
def test_every_date_is_edtf_and_an_inferred_one_says_so(text: str, published: date | None) -> None:
    for found in extract(read_article(text), published).dates:
        parsed = EdtfDate.parse(found.edtf)
        assert parsed.text == found.edtf
        assert (found.basis == "inferred") == (parsed.uncertain or parsed.approximate)


@given(TEXTS)
def test_blocks_are_in_order_and_never_overlap(text: str) -> None:
    blocks = read_article(text).blocks
    assert all(first.end <= second.start for first, second in pairwise(blocks))


PROSE = "The pier is closed until spring for all ships. " * 3
MARKUP = ["<p>", "</p>", "<div class=ad>", "<b>", "<!--", "-->", "<script>", "<", "&amp;", "<br>", "\x00", PROSE]


@given(st.lists(st.sampled_from(MARKUP), max_size=40).map("".join))
def test_any_page_is_read_or_refused(html: str) -> None:
    page = read_page(html)
    if page:
        assert page.blocks
        assert all(page.source.text[block.start : block.end].strip() for block in page.blocks)
