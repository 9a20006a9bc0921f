"""Dates in every language of the interface, from a table that anybody can read and mend."""

from pathlib import Path
from typing import Any

import pytest
from briefing.model.dates import EdtfDate
from briefing.view.date_words import date_qualifiers, date_words, gap_words
from briefing.view.wording import languages

CASES = Path(__file__).parents[1] / "cases/dates_in_languages.md"
LANGUAGES = [language for language in languages() if language != "en"]


def rows(heading: str) -> list[tuple[str, ...]]:
    section = CASES.read_text(encoding="utf-8").partition(f"{heading}\n")[2].partition("\n#")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [tuple(cell.strip().strip("`") for cell in line.strip("|").split("|")) for line in lines]


def plain(words: str) -> str:
    return words.replace("\u2060", "").replace("\u00a0", " ")


DATES = [(language, *row) for language in LANGUAGES for row in rows(f"({language})")]
GAPS = [(language, *row) for language in LANGUAGES for row in rows(f"### How long between two dates ({language})")]


@pytest.mark.parametrize(("language", "written", "basis", "words", "beside"), DATES)
def test_a_date_is_written_as_the_language_writes_it(
    language: str, written: str, basis: Any, words: str, beside: str
) -> None:
    date = EdtfDate.parse(written)
    assert plain(date_words(date, language, basis)) == words
    assert " + ".join(date_qualifiers(date, basis, language)) == beside.replace("-", "")


@pytest.mark.parametrize(("language", "earlier", "later", "words"), GAPS)
def test_a_length_of_time_has_the_form_of_its_number(language: str, earlier: str, later: str, words: str) -> None:
    assert plain(gap_words(EdtfDate.parse(earlier), EdtfDate.parse(later), language)) == words


def test_every_language_has_its_table() -> None:
    assert {language for language, *_ in DATES} == {language for language, *_ in GAPS} == set(LANGUAGES)
