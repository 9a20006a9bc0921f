"""Calendars, read back by icalendar."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from briefing.exports import plans
from briefing.exports.calendar_entries import calendar_entries, each_once
from briefing.exports.ics import fold, render_calendar
from briefing.exports.published import Published
from briefing.exports.shared import NO_TRAITS
from briefing.view.head import Head
from briefing.view.site import Site
from hypothesis import given, settings
from hypothesis import strategies as st

Make = Callable[..., Published]
Hostile = Callable[[st.DataObject], Published]
SITE = Site(name="Fiction Briefings", url="https://example.org/sub")


def read(text: str) -> list[Any]:
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    calendar = icalendar.Calendar.from_ical(text)
    assert calendar.errors == []
    events = calendar.walk("VEVENT")
    assert [event.errors for event in events] == [[]] * len(events)
    assert {part.name for part in calendar.subcomponents} <= {"VEVENT"}
    return list(events)


def of(published: Published) -> list[Any]:
    return read(render_calendar("Dates", calendar_entries(published), published.site))


def scheduled(published: Make, when: str, basis: str = "stated") -> list[Any]:
    event = f'{{title: Hearing, date: "{when}", status: scheduled, date_basis: {basis}}}'
    entries = calendar_entries(published(f"timeline: [{event}]"))
    text = render_calendar("Dates", entries, SITE)
    return read(text) if entries else []


def test_what_is_scheduled_cancelled_or_watched_is_there_and_what_is_called_for_is_not(whole: Published) -> None:
    assert [(str(e["SUMMARY"]), str(e["STATUS"])) for e in of(whole)] == [
        ("March", "CANCELLED"),
        *sorted(
            [("Hearing", "CONFIRMED"), ("Whether it rains", "TENTATIVE")], key=lambda pair: uid(of(whole), pair[0])
        ),
        ("Ruling (?)", "TENTATIVE"),
    ]


def uid(events: list[Any], summary: str) -> str:
    return next(str(e["UID"]) for e in events if str(e["SUMMARY"]) == summary)


@pytest.mark.parametrize(
    ("when", "starts", "ends", "words"),
    [
        ("2024-06-01", date(2024, 6, 1), date(2024, 6, 2), "1 June 2024"),
        ("2024-06", date(2024, 6, 1), date(2024, 7, 1), "June 2024, day not given"),
        ("2024-02", date(2024, 2, 1), date(2024, 3, 1), "February 2024, day not given"),
        ("2024-12-31", date(2024, 12, 31), date(2025, 1, 1), "31 December 2024"),
        ("2024", date(2024, 1, 1), date(2025, 1, 1), "2024, year only"),
        ("2024-21", date(2024, 3, 1), date(2024, 6, 1), "spring 2024"),
        ("2024-06-01/2024-06-03", date(2024, 6, 1), date(2024, 6, 4), "1\u2060–\u20603 June 2024"),
        ("2024-06-01/..", date(2024, 6, 1), date(2024, 6, 2), "since 1 June 2024"),
        ("../2024-06", date(2024, 6, 1), date(2024, 7, 1), "until June 2024"),
        ("2024-06-01T10:30", date(2024, 6, 1), date(2024, 6, 2), "1 June 2024, 10:30"),
    ],
)
def test_a_date_takes_the_days_it_can_mean_and_says_what_is_not_known(
    published: Make, when: str, starts: date, ends: date, words: str
) -> None:
    (event,) = scheduled(published, when)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (starts, ends)
    assert str(event["DESCRIPTION"]).split("\n")[0] == words
    assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_time_with_its_offset_is_a_moment(published: Make) -> None:
    (event,) = scheduled(published, "2024-06-01T10:30+09:00")
    assert event["DTSTART"].dt == datetime(2024, 6, 1, 1, 30, tzinfo=UTC)
    assert "DTEND" not in event


@pytest.mark.parametrize("when", ["202X", "20XX", "-0043", "Y17000", "9999"])
def test_a_date_too_vague_or_outside_the_calendar_is_left_out(published: Make, when: str) -> None:
    assert scheduled(published, when) == []


@pytest.mark.parametrize(("when", "basis"), [("2024-06?", "inferred"), ("2024-06~", "stated"), ("2024-06%", "stated")])
def test_an_uncertain_date_says_so_in_its_title_and_its_status(published: Make, when: str, basis: str) -> None:
    (event,) = scheduled(published, when, basis)
    assert (str(event["SUMMARY"]), str(event["STATUS"])) == ("Hearing (?)", "TENTATIVE")


def test_an_entry_stays_itself_when_its_date_moves(published: Make) -> None:
    assert scheduled(published, "2024-06-01")[0]["UID"] == scheduled(published, "2024-07")[0]["UID"]


def test_two_alike_stay_two(published: Make) -> None:
    event = "{title: Hearing, date: 2024-06-01, status: scheduled}"
    assert (
        len(
            {
                str(e["UID"])
                for e in of(published(f"timeline: [{event}, {event}]\nwatch: [{{text: Hearing, date: 2024-06-01}}]"))
            }
        )
        == 3
    )


def test_what_several_briefings_tell_alike_stands_once_as_the_newest_tells_it_under_the_id_of_the_oldest(
    published: Make,
) -> None:
    event = "{{title: Hearing, date: {date}, status: {status}}}"
    told = [
        ("New", "2024-06-01", "cancelled"),
        ("Moved", "2024-06-02", "scheduled"),
        ("Old", "2024-06-01", "scheduled"),
    ]
    made = [
        calendar_entries(published(f"timeline: [{event.format(date=date, status=status)}]", title=title))[0]
        for title, date, status in told
    ]
    assert each_once(made) == (replace(made[0], uid=made[2].uid), made[1])


def test_the_stamp_comes_from_the_briefing(whole: Published) -> None:
    assert {e["DTSTAMP"].dt for e in of(whole)} == {datetime(2024, 5, 12, tzinfo=UTC)}


def test_an_entry_leads_to_its_place_on_the_page(whole: Published) -> None:
    urls = {str(e["SUMMARY"]): str(e["URL"]) for e in of(whole)}
    assert urls["Hearing"] == "https://example.org/sub/briefings/the-gates/#event-hearing"
    assert urls["Whether it rains"] == "https://example.org/sub/briefings/the-gates/#what-to-watch"


def test_without_an_address_of_the_site_entries_have_none(whole: Published) -> None:
    assert not [e for e in of(replace(whole, site=Site())) if "URL" in e]


def test_there_is_no_empty_calendar() -> None:
    assert render_calendar("Dates", (), SITE) == ""


def test_the_calendar_of_all_has_the_dates_of_the_newest_that_have_some(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plans, "MOST_DATED", 2)
    heads = [
        Head(f"{n}.md", "", f"{n}", "en", f"{n}/", "published", n * 86400.0, 1970, False, "", "", (), (), (), (), ())
        for n in range(5)
    ]
    ahead = {h.path: NO_TRAITS._replace(moments=(h.opens,), ahead=0 if h.slug == "3" else 800_000) for h in heads}
    made = plans.plan_exports(heads, ahead, SITE)[plans.CALENDAR_URL]
    assert made.members == ("4.md", "2.md")


def test_signs_of_the_format_are_escaped(published: Make) -> None:
    made = published("timeline: [{title: 'a;b,c\\d:e', date: 2024-06-01, status: scheduled}]")
    text = render_calendar("x;y", calendar_entries(made), SITE)
    assert "\r\nSUMMARY;LANGUAGE=en:a\\;b\\,c\\\\d:e\r\n" in text
    assert "\r\nNAME:x\\;y\r\n" in text


def test_a_line_is_cut_between_characters(published: Make) -> None:
    title = "日本" * 40
    (event,) = of(published(f"timeline: [{{title: {title}, date: 2024-06-01, status: scheduled}}]"))
    assert str(event["SUMMARY"]) == title
    assert fold("é" * 60) == "é" * 37 + "\r\n " + "é" * 23


@settings(deadline=None, max_examples=60)
@given(data=st.data())
def test_hostile_text_stays_text(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    entries = calendar_entries(made)
    events = read(render_calendar(made.view.title, entries, made.site))
    assert {(str(e["UID"]), str(e["SUMMARY"])) for e in events} == {(e.uid, e.summary) for e in entries}
    said = {str(e["UID"]): str(e["DESCRIPTION"]) for e in events}
    assert said == {e.uid: e.description for e in entries}


@given(st.text(st.characters(codec="utf-8")))
def test_a_folded_line_unfolds_to_itself(line: str) -> None:
    assert fold(line).replace("\r\n ", "") == line
    assert all(len(piece.encode()) <= 75 for piece in fold(line).split("\r\n ")[:1])
