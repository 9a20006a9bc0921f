import json
import pickle
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from briefing.model.date_mending import DateError
from briefing.model.dates import EdtfDate, days_between
from pydantic import TypeAdapter, ValidationError

CASES = Path(__file__).parents[1] / "cases" / "dates.md"


def rows(heading: str) -> list[tuple[str, ...]]:
    section = CASES.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip().strip("`") for cell in line.strip("|").split("|")) for line in lines]


def day(number: int | None) -> str:
    return date.fromordinal(number).isoformat() if number is not None and 1 <= number <= 3_652_059 else "-"


DATES = rows("Dates, earliest first")
NO_DATES = rows("Texts that are no dates")


@pytest.mark.parametrize("row", DATES, ids=lambda row: row[0])
def test_a_date_is_read_as_precisely_as_it_is_written(row: tuple[str, ...]) -> None:
    read = EdtfDate.parse(row[0])
    assert (read.text, read.precision, day(read.start), day(read.end), read.iso or "-") == row[:5]


def test_dates_stand_in_the_order_of_the_case_file() -> None:
    places = [EdtfDate.parse(row[0]).sort_key[:2] for row in DATES]
    for row, place, expected in zip(DATES, places, sorted(places), strict=True):
        assert place == expected, row[0]


def test_times_of_a_day_follow_each_other_and_the_day_itself() -> None:
    written = ["2023-05-07", "2023-05-07T09:30", "2023-05-07T09:30:01", "2023-05-07T10:00", "2023-05-08"]
    assert [read.text for read in sorted(map(EdtfDate.parse, written[::-1]))] == written


@pytest.mark.parametrize("row", NO_DATES, ids=lambda row: row[0])
def test_a_text_that_is_no_date_is_refused_with_what_it_may_mean(row: tuple[str, ...]) -> None:
    written, code, means = row
    with pytest.raises(DateError) as caught:
        EdtfDate.parse(written)
    proposals = tuple(re.findall(r"[^` ]+(?=`|$)", means)) if means != "-" else ()
    assert (caught.value.code, caught.value.proposals) == (code, proposals)
    assert all(proposal in str(caught.value) for proposal in proposals)


def test_an_impossible_day_is_explained_by_the_length_of_its_month() -> None:
    with pytest.raises(DateError, match=r"^there is no day 2023-02-30: 2023-02 has 28 days; correct the day"):
        EdtfDate.parse("2023-02-30")


def test_an_empty_date_says_so() -> None:
    with pytest.raises(DateError, match="empty"):
        EdtfDate.parse("  ")


def test_a_message_quotes_only_the_beginning_of_a_long_text_and_on_one_line() -> None:
    with pytest.raises(DateError) as caught:
        EdtfDate.parse("1910\n" + "9" * 1_000_000)
    assert len(str(caught.value)) < 200
    assert "\n" not in str(caught.value)


def test_white_space_around_a_date_and_before_a_time_is_not_part_of_it() -> None:
    assert EdtfDate.parse("\t2023-05-07 10:30 ").text == "2023-05-07T10:30"


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("2023", False, False), ("2023?", True, False), ("2023~", False, True), ("2023%", True, True)],
)
def test_a_qualifier_says_uncertain_or_approximate(text: str, uncertain: bool, approximate: bool) -> None:
    for written in (text, f"{text}/2024", f"2022/{text}"):
        read = EdtfDate.parse(written)
        assert (read.uncertain, read.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "begins", "ends", "open_start", "open_end"),
    [
        ("1910/1945", "1910", "1945", False, False),
        ("2019/..", "2019", None, False, True),
        ("../1945", None, "1945", True, False),
        ("2019/", "2019", None, False, False),
        ("/1945", None, "1945", False, False),
        ("1945", "1945", "1945", False, False),
    ],
)
def test_an_interval_knows_its_ends(
    text: str, begins: str | None, ends: str | None, open_start: bool, open_end: bool
) -> None:
    read = EdtfDate.parse(text)
    assert (read.begins and read.begins.text, read.ends and read.ends.text) == (begins, ends)
    assert (read.open_start, read.open_end) == (open_start, open_end)
    assert read.is_interval is ("/" in text)


@pytest.mark.parametrize(
    ("text", "days"),
    [("2023-05-07/2023-05-08", 2), ("2024", 366), ("19XX", 36524), ("2019/..", None), ("/1945", None)],
)
def test_a_date_knows_how_many_days_it_covers(text: str, days: int | None) -> None:
    assert EdtfDate.parse(text).days == days


@pytest.mark.parametrize(
    ("earlier", "later", "days"),
    [
        ("2023-05-07", "2023-05-12", 5),
        ("1910/1945", "2019", 26664),
        ("2023-05", "2023-05-07", 0),
        ("2019/..", "2023", 0),
        ("2019", "../2023", 0),
    ],
)
def test_the_days_between_two_dates_run_from_end_to_start(earlier: str, later: str, days: int) -> None:
    assert days_between(EdtfDate.parse(earlier), EdtfDate.parse(later)) == days


def test_day_numbers_are_those_of_the_python_calendar() -> None:
    sampled = [date(1, 1, 1) + timedelta(days=97 * n) for n in range(37_000)] + [date.max]
    for each in sampled:
        month = EdtfDate.parse(each.isoformat()[:7])  # the fast path is for days only
        assert month.start == each.replace(day=1).toordinal()
        marked = EdtfDate.parse(f"{each.isoformat()}?")
        assert (marked.start, marked.end) == (each.toordinal(), each.toordinal())


def test_years_outside_the_python_calendar_follow_without_a_gap() -> None:
    for year in (-401, -400, -101, -5, -4, -1, 0, 9998):
        earlier, later = (EdtfDate.parse(f"{y:05}" if y < 0 else f"{y:04}") for y in (year, year + 1))
        assert earlier.end is not None
        assert earlier.end + 1 == later.start
    assert EdtfDate.parse("0000").days == 366
    assert EdtfDate.parse("9999").end == date.max.toordinal()
    assert EdtfDate.parse("Y10000").start == date.max.toordinal() + 1


def test_dates_written_alike_are_one_in_a_set_and_survive_another_process() -> None:
    read = EdtfDate.parse("1910~/..")
    assert {read, EdtfDate.parse("1910~/..")} == {read}
    assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301 — our own bytes
    assert read != EdtfDate.parse("1910/..")
    with pytest.raises(AttributeError):
        read.text = "2023"  # type: ignore[misc]


def test_an_error_survives_another_process() -> None:
    error = DateError("no date", "ambiguous-date", ("2024-04-03", "2024-03-04"))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 — our own bytes
    assert (str(again), again.code, again.proposals) == (
        "no date",
        "ambiguous-date",
        ("2024-04-03", "2024-03-04"),
    )


@dataclass(frozen=True, slots=True)
class Event:
    date: EdtfDate
    until: EdtfDate | None = None


EVENT = TypeAdapter(Event)


def test_pydantic_reads_text_and_dates_alike() -> None:
    read = EdtfDate.parse("2023-03?")
    assert EVENT.validate_python({"date": "2023-03?"}) == Event(read)
    assert EVENT.validate_python({"date": read, "until": "2023"}) == Event(read, EdtfDate.parse("2023"))


def test_pydantic_hands_on_the_error_itself() -> None:
    with pytest.raises(ValidationError) as caught:
        EVENT.validate_python({"date": "03/04/2024"})
    (problem,) = caught.value.errors()
    assert (problem["type"], problem["loc"]) == ("value_error", ("date",))
    assert isinstance(problem["ctx"]["error"], DateError)
    assert problem["ctx"]["error"].code == "ambiguous-date"


@pytest.mark.parametrize("value", [None, 2023, ["2023"], True])
def test_pydantic_refuses_what_is_no_text(value: object) -> None:
    with pytest.raises(ValidationError, match="a date is written as text"):
        EVENT.validate_python({"date": value})


def test_pydantic_writes_the_text_and_reads_it_back() -> None:
    event = Event(EdtfDate.parse("2023-05-07/2023-05-08?"))
    written = EVENT.dump_json(event)
    assert json.loads(written) == {"date": "2023-05-07/2023-05-08?", "until": None}
    assert EVENT.validate_json(written) == event
    assert EVENT.dump_python(event)["date"] == event.date


def test_the_json_schema_calls_a_date_a_text() -> None:
    described = EVENT.json_schema()["properties"]["date"]
    assert described["type"] == "string"
    assert "EDTF" in described["description"]
    for example in described["examples"]:
        assert EdtfDate.parse(example).text == example
