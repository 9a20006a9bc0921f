from itertools import pairwise

from briefing.model.date_mending import DateError
from briefing.model.dates import EdtfDate, days_between
from briefing.model.edtf import LONGEST
from briefing.view.date_words import date_qualifiers, date_words, gap_words, span_words
from hypothesis import example, given
from hypothesis import strategies as st

EDTF_LETTERS = "0123456789-/.XYETZ:?~%+ "
YEARS = st.integers(-9999, 9999).map(lambda year: f"-{-year:04}" if year < 0 else f"{year:04}")
LONG_YEARS = st.integers(10_000, 10**12 - 1).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"]))
MONTHS = st.tuples(YEARS, st.integers(1, 12)).map(lambda parts: f"{parts[0]}-{parts[1]:02}")
SEASONS = st.tuples(YEARS, st.integers(21, 24)).map(lambda parts: f"{parts[0]}-{parts[1]}")
DAYS = st.tuples(MONTHS, st.integers(1, 28)).map(lambda parts: f"{parts[0]}-{parts[1]:02}")
UNSPECIFIED = st.one_of(
    st.integers(0, 999).map(lambda decade: f"{decade:03}X"),
    st.integers(0, 99).map(lambda century: f"{century:02}XX"),
    st.tuples(st.one_of(YEARS, MONTHS), st.just("-XX")).map("".join),
)
QUALIFIED = st.tuples(
    st.one_of(YEARS, LONG_YEARS, MONTHS, SEASONS, DAYS, UNSPECIFIED), st.sampled_from(["", "?", "~", "%"])
).map("".join)
TIMES = st.tuples(DAYS, st.times()).map(lambda parts: f"{parts[0]}T{parts[1]:%H:%M:%S}")
OPEN = st.tuples(QUALIFIED, st.sampled_from(["{}/..", "../{}", "{}/", "/{}"])).map(
    lambda parts: parts[1].format(parts[0])
)


def _as_span(ends: tuple[str, str]) -> str:
    return "/".join(sorted(ends, key=lambda text: EdtfDate.parse(text).start or 0))


SPANS = st.tuples(QUALIFIED, QUALIFIED).map(_as_span)
WRITTEN = st.one_of(QUALIFIED, TIMES, OPEN, SPANS).filter(
    lambda text: not text.startswith(("-0000", "../-0000", "/-0000"))
)


def refused(text: str) -> DateError | None:
    """The error a text is refused with; None where it is a date."""
    try:
        EdtfDate.parse(text)
    except DateError as error:
        return error
    return None


@given(st.one_of(st.text(max_size=LONGEST + 5), st.text(EDTF_LETTERS, max_size=30)))
@example("from 1 to " * 8)
@example("c. c. c. c. c. to c. c. to c. to c. and c. - c./c.")
@example("2023-05-07 10:30 ")
def test_whatever_the_text_it_is_a_date_or_a_date_error(text: str) -> None:
    error = refused(text)
    if error is None:
        read = EdtfDate.parse(text)
        assert EdtfDate.parse(read.text) == read
        return
    assert error.code in ("impossible-date", "ambiguous-date", "not-a-date")
    assert "\n" not in str(error)
    assert all(EdtfDate.parse(proposal).text == proposal for proposal in error.proposals)


@given(WRITTEN)
def test_what_is_written_is_kept_and_bounded(text: str) -> None:
    read = EdtfDate.parse(text)
    assert read.text == text
    assert read.start is not None or read.end is not None
    if read.start is not None and read.end is not None:
        assert read.days == read.end - read.start + 1
        assert read.end >= read.start


@given(st.lists(WRITTEN, max_size=12))
def test_the_order_of_dates_is_total_and_agrees_with_equality(texts: list[str]) -> None:
    read = sorted(map(EdtfDate.parse, texts))
    backwards = read[::-1]
    assert sorted(backwards) == read
    for earlier, later in pairwise(read):
        assert earlier < later or earlier == later
        assert not later < earlier
        assert (earlier == later) is (earlier.sort_key == later.sort_key) is (hash(earlier) == hash(later))


@given(WRITTEN, WRITTEN)
def test_a_gap_lies_between_dates_that_do_not_touch(first: str, second: str) -> None:
    earlier, later = sorted(map(EdtfDate.parse, (first, second)))
    assert days_between(earlier, later) >= 0
    assert bool(gap_words(earlier, later)) is (days_between(earlier, later) > 0)


@given(WRITTEN, st.sampled_from(["stated", "resolved", "inferred"]), st.sampled_from(["en", "ar", "ja", "ru"]))
def test_every_date_has_words(text: str, basis: str, locale: str) -> None:
    read = EdtfDate.parse(text)
    words = date_words(read, locale, basis)
    assert words == words.strip() != ""
    assert all(date_qualifiers(read, basis, locale))  # type: ignore[arg-type]
    assert span_words(read, locale) == span_words(read, locale).strip()


@given(st.sampled_from(["9", "-", "/", ".", "X", "a ", "from ", "1910/", "May ", " "]))
def test_a_megabyte_is_refused_unread(unit: str) -> None:
    error = refused(unit * (1_000_000 // len(unit)))
    assert error is not None
    assert "too long" in str(error)
    assert len(str(error)) < 250
