"""The schemas for code editors accept what the reader accepts, refuse what it refuses, and explain every field."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefing.exports.editor_schema import DATE, RECORDS, render_editor_schema, schema_of
from briefing.model.briefing import Briefing
from briefing.parsing.front_matter import split
from briefing.parsing.located_text import LocatedText
from briefing.parsing.located_yaml import read_yaml
from briefing.parsing.manuscript import parse_entry
from briefing.parsing.schema import typed
from jsonschema import Draft7Validator

CASES = Path(__file__).parents[1] / "cases"
BLOCK = re.compile(r"^~~~ (?P<name>content/[^\n]+)\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
ONLY_THE_READER = {
    "A span ends before it begins",
    "A country is given by other letters",  # the reader takes any text, and a rule says what is no country's code
    "Values that look like numbers and answers are texts",  # `null` in a list is a word to us, and nothing to YAML
}
"""What takes a calendar, a rule, or the text as it is written."""
BEYOND = {"1900-02-29", "1945/1910", "-0000"}


class Core(yaml.SafeLoader):
    """YAML 1.2, as code editors read it."""


Core.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", "null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), list(first))


def front_matters() -> Iterator[tuple[str, LocatedText, int, int]]:
    """The front matter of every case that is YAML at all."""
    for file in ("diagnostics.md", "house_rules.md"):
        for section in re.split(r"^### ", (CASES / file).read_text("utf-8"), flags=re.MULTILINE)[1:]:
            for m in BLOCK.finditer(section):
                text = LocatedText(m["name"], re.sub("⟨[0-9A-F]{2}⟩", "", m["text"]))
                parts = split(text)[0]
                if parts and "briefings" in m["name"] and not read_yaml(text, parts.yaml_start, parts.yaml_end)[1]:
                    yield section.partition("\n")[0], text, parts.yaml_start, parts.yaml_end


def as_editors_read(text: str) -> Any:
    """What a YAML 1.2 parser makes of a text; PyYAML knows 1.1, where `{a: b?}` is no text."""
    try:
        return yaml.load(text, Core)  # noqa: S506 - a safe loader
    except yaml.YAMLError:
        return None


@pytest.fixture(scope="module")
def briefings() -> Draft7Validator:
    return Draft7Validator(schema_of("briefing"))


def test_the_schema_and_the_reader_agree_over_every_case(briefings: Draft7Validator) -> None:
    compared, differ = 0, set()
    for title, file, start, end in front_matters():
        located, read = read_yaml(file, start, end)[0], as_editors_read(file.text[start:end])
        assert located
        if read is not None:
            compared += 1
            is_read = not typed(Briefing, located)[2]
            differ |= {title} if is_read != briefings.is_valid(read) else set()
    assert compared > 90
    assert differ == ONLY_THE_READER


def rows(heading: str) -> list[str]:
    section = (CASES / "dates.md").read_text("utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


@pytest.mark.parametrize("written", rows("Dates, earliest first"))
def test_a_date_of_the_reader_is_one_of_the_schema(written: str) -> None:
    assert Draft7Validator(DATE).is_valid(as_editors_read(written))


@pytest.mark.parametrize("written", sorted({*rows("Texts that are no dates")} - BEYOND))
def test_what_is_no_date_to_the_reader_is_none_to_the_schema(written: str) -> None:
    assert not Draft7Validator(DATE).is_valid(as_editors_read(written))


@pytest.mark.parametrize("name", RECORDS)
def test_every_field_has_a_text_to_show(name: str) -> None:
    schema = schema_of(name)
    Draft7Validator.check_schema(schema)
    for record in (schema, *schema["definitions"].values()):
        assert record["description"]
        assert all(len(field["description"]) > 5 for field in record["properties"].values())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("actor", "name: Ana Diaz\ncountry: PT\nas_written: [Diaz]\n"),
        ("actor", "id: ana-diaz\nname: 2024\n"),
        ("actor", "kind: person\n"),
        ("actor", "name: Ana Diaz\nkind: dog\n"),
        ("source", "title: The Gazette\ndate: 2023-05\npublish: no\n"),
        ("source", "title: The Gazette\nauthors: [Ana]\n"),
        ("source", "publisher: The Gazette\n"),
    ],
)
def test_the_schemas_of_entries_agree_with_the_reader(name: str, text: str) -> None:
    record: Any = RECORDS[name]
    problems = parse_entry(record, LocatedText(f"content/{name}s/ana-diaz.yaml", text), "ana-diaz")[2]
    assert Draft7Validator(schema_of(name)).is_valid(as_editors_read(text)) == (not problems)


@pytest.mark.parametrize("name", RECORDS)
def test_the_files_of_this_repository_fit(name: str, root: Path) -> None:
    validator = Draft7Validator(schema_of(name))
    for path in sorted((root / "content").glob({"briefing": "briefings/*.md"}.get(name, f"{name}s/*.yaml"))):
        text = path.read_text("utf-8")
        read = as_editors_read(text.split("---\n")[1] if name == "briefing" else text)
        assert [f"{path.name}: {e.message}" for e in validator.iter_errors(read)] == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("source", "title: T\ndate: 2023-13-45\n", "This is no date: write 2023-05-07"),
        ("source", "title: T\naccessed: last Monday\n", "This is no date: write 2023-05-07"),
        ("source", "title: T\npublish: perhaps\n", "write true or false"),
        ("briefing", "title: T\ndate: May 8\nsummary: S\nsources: [a]\n", "This is no day: write year-month-day"),
        ("actor", "name: Ana\ncountry: japan\n", "as in JP"),
    ],
)
def test_a_text_that_is_not_what_it_should_be_has_a_message_that_an_editor_shows(
    name: str, text: str, words: str
) -> None:
    """Nothing else may fit there: of several that may, an editor tells what the first of them lacks."""
    (wrong,) = Draft7Validator(schema_of(name)).iter_errors(as_editors_read(text))
    assert wrong.validator == "pattern"
    assert words in wrong.schema["patternErrorMessage"]


def test_a_schema_is_written_as_text() -> None:
    assert json.loads(render_editor_schema("actor")) == schema_of("actor")
