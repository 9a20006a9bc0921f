from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import localedata
from briefing.model.dates import EdtfDate
from briefing.model.timeline import DateBasis
from briefing.view.date_words import (
    date_qualifiers,
    date_words,
    gap_words,
    share,
    span_words,
    step,
)

CASES = Path(__file__).parents[1] / "cases" / "dates.md"


def rows(heading: str) -> list[tuple[str, ...]]:
    section = CASES.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip().strip("`") for cell in line.strip("|").split("|")) for line in lines]


def words(text: str, locale: str = "en", basis: DateBasis = "stated") -> str:
    """The words with the invisible joiners taken out."""
    return date_words(EdtfDate.parse(text), locale, basis).replace("\u2060", "").replace("\u00a0", " ")


@pytest.mark.parametrize("row", rows("Dates, earliest first"), ids=lambda row: row[0])
def test_a_date_is_written_out_as_in_the_case_file(row: tuple[str, ...]) -> None:
    assert words(row[0]) == row[5]


@pytest.mark.parametrize("row", rows("How long between two dates"), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_gap_is_said_as_in_the_case_file(row: tuple[str, ...]) -> None:
    earlier, later, expected = row
    assert (gap_words(EdtfDate.parse(earlier), EdtfDate.parse(later)) or "-") == expected


def test_a_range_does_not_break_at_its_dash() -> None:
    assert date_words(EdtfDate.parse("1910/1945")) == "1910\u2060–\u20601945"
    assert date_words(EdtfDate.parse("2023-05-07/2023-05-08")) == "7\u2060–\u20608 May 2023"
    assert date_words(EdtfDate.parse("2023-04-30/2023-05-02")) == "30 April\u00a0– 2 May 2023"


def test_an_interval_within_one_day_is_that_day() -> None:
    assert words("2023-05-07/2023-05-07") == "7 May 2023"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-03?", "March 2023"),
        ("2023-03~", "about March 2023"),
        ("2023-03%", "about March 2023"),
        ("2023-05-07/2023-05-08?", "7–8 May 2023"),
    ],
)
def test_an_inferred_date_is_not_called_uncertain_twice(text: str, expected: str) -> None:
    assert words(text, basis="inferred") == expected


@pytest.mark.parametrize(
    ("text", "basis", "expected"),
    [
        ("2023-05-07", "stated", ()),
        ("2023-05", "stated", ("day not given",)),
        ("2023-05-XX", "stated", ("day not given",)),
        ("2023-05~", "stated", ()),
        ("2019", "stated", ("year only",)),
        ("2019?", "stated", ("year only",)),
        ("1910~", "stated", ()),
        ("1910/1945", "stated", ()),
        ("2019/", "stated", ("end not given",)),
        ("/1945", "stated", ("start not given",)),
        ("2019/..", "stated", ()),
        ("../1945", "stated", ()),
        ("2023-05-07", "resolved", ("worked out from the source’s date",)),
        ("2023-05", "resolved", ("worked out from the source’s date",)),
        ("2022", "resolved", ("worked out from the source’s date",)),
        ("2023-03?", "inferred", ("year inferred",)),
        ("2023-05-07?", "inferred", ("day inferred",)),
        ("2023-05-07T10:30", "inferred", ("day inferred",)),
        ("2019?", "inferred", ("year inferred",)),
        ("2023-21?", "inferred", ("year inferred",)),
        ("191X?", "inferred", ("date inferred",)),
        ("2023-05-07/2023-05-08?", "inferred", ("end inferred",)),
        ("2023-05-07?/2023-05-08", "inferred", ("start inferred",)),
        ("2023-05-07?/2023-05-08?", "inferred", ("date inferred",)),
        ("2019?/", "inferred", ("start inferred", "end not given")),
    ],
)
def test_the_page_says_how_a_date_was_come_by(text: str, basis: DateBasis, expected: tuple[str, ...]) -> None:
    assert date_qualifiers(EdtfDate.parse(text), basis) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1910/1945", "35 years"),
        ("1910~/1945", "about 35 years"),
        ("2023-05-07/2023-05-08", "2 days"),
        ("2019-07-04/2023-03-16", "about 4 years"),
        ("2023-03/2023-05", "2 months"),
        ("2019/..", ""),
        ("/1945", ""),
        ("2023/2023", ""),
        ("2023", ""),
    ],
)
def test_a_span_says_how_long_it_lasts(text: str, expected: str) -> None:
    assert span_words(EdtfDate.parse(text)) == expected


@pytest.mark.parametrize(
    ("days", "height"),
    [
        (-5, 0),
        (0, 0),
        (1, 0),
        (4, 1),
        (7, 2),
        (30, 3),
        (365, 5),
        (3652, 7),
        (26664, 9),
        (10**6, 12),
        (10**40, 12),
    ],
)
def test_a_step_grows_with_the_logarithm_of_the_days(days: int, height: int) -> None:
    assert step(days) == height


@pytest.mark.parametrize(
    ("day", "expected"), [(100, 0.0), (150, 50.0), (200, 100.0), (50, 0.0), (900, 100.0), (133, 33.0)]
)
def test_a_share_is_true_to_scale_and_stays_on_it(day: int, expected: float) -> None:
    assert share(day, 100, 200) == expected


def test_a_scale_without_length_has_one_place() -> None:
    assert share(100, 100, 100) == 0.0


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en-US", "2023-05-07", "May 7, 2023"),
        ("de", "2023-05-07/2023-05-08", "7.–8. Mai 2023"),
        ("fr", "2023-04-30/2023-05-02", "30 avril – 2 mai 2023"),
        ("es", "2023-05", "mayo de 2023"),
        ("ru", "2023-05", "май 2023\u202fг."),
        ("ru", "2023-05-07", "7 мая 2023\u202fг."),
        ("pl", "2023-03/2023-05", "marzec–maj 2023"),
        ("ja", "2023-05-07", "2023年5月7日"),
        ("ar", "2023-05-07", "7 مايو 2023"),
        ("de-1996", "-0043", "44 v. Chr."),
    ],
)
def test_another_language_writes_its_own_dates(locale: str, text: str, expected: str) -> None:
    assert words(text, locale) == expected


@pytest.mark.parametrize("tag", ["", "xx", "x-klingon", "../etc", "en"])
def test_a_language_without_dates_of_its_own_reads_english(tag: str) -> None:
    assert words("2023-05-07", tag) == "7 May 2023"


def test_lengths_of_time_follow_the_plural_rules_of_the_language() -> None:
    years = {n: (EdtfDate.parse("2000"), EdtfDate.parse(str(2000 + n))) for n in (1, 3, 5)}
    assert [gap_words(*years[n], "ru") for n in (1, 3, 5)] == ["1 год", "3 года", "5 лет"]
    assert gap_words(*years[3], "ja") == "3年"


def test_without_a_catalogue_what_needs_words_of_ours_is_wholly_english() -> None:
    assert gap_words(EdtfDate.parse("1910~"), EdtfDate.parse("1997"), "pt") == "about 87 years"
    assert [words(text, "pt") for text in ("2019-03", "2019-03~", "2019-03/2019-05~")] == [
        "março de 2019",
        "about March 2019",
        "March 2019 – about May 2019",
    ]


def languages() -> Iterator[str]:
    return (name.replace("_", "-") for name in sorted(localedata.locale_identifiers()) if len(name) <= 3)


def test_every_language_of_cldr_writes_every_kind_of_date() -> None:
    kinds = [EdtfDate.parse(row[0]) for row in rows("Dates, earliest first")]
    for tag in languages():
        for date in kinds:
            written = date_words(date, tag)
            assert written
            assert not set(written) & set("%{}\0")
        assert "duration" not in gap_words(EdtfDate.parse("1945"), EdtfDate.parse("2019"), tag)
