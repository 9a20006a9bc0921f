"""The words of the interface: messages filled in, numbers in their forms, names that keep their direction."""

import pytest
from briefing.view.wording import wording_of
from markupsafe import Markup


def test_a_message_speaks_the_language_of_its_page() -> None:
    said = {tag: wording_of(tag).gettext("Key points") for tag in ("en", "vi", "ko", "ja", "fr", "es", "ar")}
    assert said == {
        "en": "Key points",
        "vi": "Điểm chính",
        "ko": "핵심",
        "ja": "要点",
        "fr": "L’essentiel",
        "es": "Claves",
        "ar": "أبرز النقاط",
    }


@pytest.mark.parametrize(("tag", "lang"), [("vi-VN", "vi"), ("ar-EG", "ar"), ("en-GB", "en"), ("pt", "en"), ("", "en")])
def test_a_region_speaks_its_language_and_a_language_without_a_catalogue_english(tag: str, lang: str) -> None:
    assert wording_of(tag).lang == lang


@pytest.mark.parametrize("tag", ["../../etc", "x" * 5000, "vi/../fr", "\0"])
def test_what_is_no_language_is_english(tag: str) -> None:
    assert wording_of(tag).gettext("Key points") == "Key points"


def test_arabic_has_six_forms_of_a_number() -> None:
    arabic = wording_of("ar")
    forms = {n: arabic.ngettext("%(number)s source", "%(number)s sources", n) for n in (0, 1, 2, 3, 11, 100)}
    assert forms == {0: "لا مصادر", 1: "مصدر واحد", 2: "مصدران", 3: "3 مصادر", 11: "11 مصدرًا", 100: "100 مصدر"}


def test_french_counts_nothing_as_one_and_japanese_has_one_form_for_all() -> None:
    def sources(tag: str, number: int) -> str:
        return wording_of(tag).ngettext("%(number)s source", "%(number)s sources", number)

    assert [sources("fr", n) for n in (0, 1, 2)] == ["0 source", "1 source", "2 sources"]
    assert [sources("ja", n) for n in (1, 2)] == ["出典1件", "出典2件"]
    assert [sources("en", n) for n in (0, 1, 2)] == ["0 sources", "1 source", "2 sources"]


def test_large_numbers_are_grouped_as_the_language_groups_them() -> None:
    said = {tag: wording_of(tag).number(12345) for tag in ("en", "fr", "es", "vi")}
    assert said == {"en": "12,345", "fr": "12\u202f345", "es": "12.345", "vi": "12.345"}


def test_lists_are_put_together_as_the_language_does() -> None:
    names = ("A", "B", "C")
    assert {tag: wording_of(tag).listed(names) for tag in ("en", "vi", "fr", "es", "ja")} == {
        "en": "A, B and C",
        "vi": "A, B và C",
        "fr": "A, B et C",
        "es": "A, B y C",
        "ja": "A、B、C",
    }
    assert {tag: wording_of(tag).joined(("x", "", "y")) for tag in ("en", "ja")} == {"en": "x, y", "ja": "x、y"}


def test_a_name_in_arabic_letters_is_isolated_where_the_text_runs_from_left_to_right() -> None:
    english = wording_of("en")
    assert english.joined(("جريدة المنارة", "16 March 2022")) == "\u2068جريدة المنارة\u2069, 16 March 2022"
    assert english.joined(("Café", "16 March 2022")) == "Café, 16 March 2022"


def test_a_name_in_latin_letters_is_isolated_where_the_text_runs_from_right_to_left() -> None:
    arabic = wording_of("ar")
    assert arabic.gettext("Saved copy %(file)s", file="000.txt") == "نسخة محفوظة \u2068000.txt\u2069"
    assert arabic.joined(("Orsel Gazette", "6 مايو 2024")) == "\u2068Orsel Gazette\u2069، 6 مايو 2024"
    assert wording_of("vi").gettext("Saved copy %(file)s", file="000.txt") == "Bản lưu 000.txt"


def test_what_is_filled_into_markup_is_escaped() -> None:
    filled = wording_of("en").fill(Markup("by %(name)s"), {"name": "<b>"})
    assert filled == "by &lt;b&gt;"
