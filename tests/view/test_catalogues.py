"""The catalogues of the interface: whole, sound, and fit to stand on a page."""

import re
import subprocess
import sys
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path
from runpy import run_path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po
from briefing.view.wording import CATALOGUES, languages

ROOT = Path(__file__).parents[2]
EXTRACT_OPTIONS = run_path(str(ROOT / "tasks.py"))["EXTRACT_OPTIONS"]
LANGUAGES = [language for language in languages() if language != "en"]
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
STRAY = re.compile(r"%(?!\(\w+\)s)")
OTHER_FORMS = {"ordinal": {"roman", "number"}}
"""Placeholders that a language may use in the place of another: "the 20th century", "siglo XX"."""


def catalogue(language: str) -> Catalog:
    with (CATALOGUES / language / "LC_MESSAGES/briefing.po").open("rb") as file:
        return read_po(file, locale=language)


def messages(language: str) -> Iterator[Message]:
    return (message for message in catalogue(language) if message.id)


def forms(message: Message) -> tuple[str, ...]:
    texts = message.string if isinstance(message.string, tuple | list) else (message.string or "",)
    return tuple(map(str, texts))


def english(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def test_the_interface_speaks_the_promised_languages() -> None:
    assert languages() == ("en", "ar", "es", "fr", "ja", "ko", "vi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_missing_or_in_doubt(language: str) -> None:
    assert [m.id for m in messages(language) if m.fuzzy or not all(forms(m))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    for message in messages(language):
        wanted = {name for text in english(message) for name in PLACEHOLDER.findall(text)}
        others = {other for name in wanted for other in OTHER_FORMS.get(name, ())}
        for text in forms(message):
            found = set(PLACEHOLDER.findall(text))
            assert found <= wanted | others, message.id
            if not others:  # a form for one or two may say the number in a word
                assert wanted - found <= ({"number"} if message.pluralizable else set()), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_text_that_fits_in_an_element_and_in_an_attribute(language: str) -> None:
    for message in messages(language):
        for text in forms(message):
            assert not set(text) & set("<>&\"'"), message.id
            filled = any(PLACEHOLDER.search(each) for each in english(message))
            assert not (filled and STRAY.search(text)), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_begins_and_ends_as_its_message_does(language: str) -> None:
    for message in messages(language):
        for text in forms(message):
            if message.context not in ("between the parts of a list", "between two notes"):
                assert text == text.strip(), message.id
            if english(message)[-1].endswith((".", ":")):
                assert text.rstrip()[-1] in ".:。：", message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plural_forms_are_those_of_cldr(language: str) -> None:
    found = catalogue(language)
    assert found.locale
    by_number = {n: found.locale.plural_form(n) for n in range(201)}
    index = c2py(found.plural_expr)
    seen: dict[str, int] = {}
    for number, name in by_number.items():
        assert seen.setdefault(name, index(number)) == index(number), (language, number)


def test_every_text_of_the_interface_stands_in_every_catalogue_and_nothing_else_does(tmp_path: Path) -> None:
    template = tmp_path / "briefing.pot"
    options = ["--quiet", "extract", *EXTRACT_OPTIONS, f"--output-file={template}", "."]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *options], cwd=ROOT, check=True)
    with template.open("rb") as file:
        wanted = {(m.context, m.id) for m in read_po(file) if m.id}
    assert len(wanted) > 200
    for language in LANGUAGES:
        found = {(m.context, m.id) for m in messages(language)}
        assert found == wanted, f"{language}: run `invoke texts`, and translate what is new"
