"""One briefing in several languages: what its pages say of each other."""

from briefing.view.head import Head
from briefing.view.site import Site
from briefing.view.translations import language_name, show_hreflang, show_translations


def head(lang: str, original: bool = False, status: str = "published") -> Head:
    url = f"{lang}/briefings/x/"
    return Head(url, url, "x", lang, url, status, 0.0, 2024, not original, f"Title {lang}", "", (), (), (), (), ())


EN, VI, AR = head("en", original=True), head("vi"), head("ar")


def test_a_language_is_called_what_its_readers_call_it() -> None:
    names = {tag: language_name(tag) for tag in ("vi", "fr", "ar", "ja", "ko", "es", "pt-BR", "tlh-x-no", "")}
    assert names == {
        "vi": "Tiếng Việt",
        "fr": "Français",
        "ar": "العربية",
        "ja": "日本語",
        "ko": "한국어",
        "es": "Español",
        "pt-BR": "Português (Brasil)",
        "tlh-x-no": "tlh-x-no",
        "": "",
    }


def test_a_reader_is_led_to_each_translation_in_its_own_language_and_direction() -> None:
    shown = [(t.name, t.url, t.lang, t.dir) for t in show_translations((VI, AR))]
    assert shown == [("العربية", AR.url, "ar", "rtl"), ("Tiếng Việt", VI.url, "vi", "ltr")]


def test_every_page_of_a_family_says_the_same_of_all_of_them() -> None:
    site = Site(url="https://example.org")
    said = {each.lang: show_hreflang(each, [h for h in (EN, VI, AR) if h is not each], site) for each in (EN, VI, AR)}
    assert said["en"] == said["vi"] == said["ar"]
    assert [(each.lang, each.href) for each in said["en"]] == [
        ("ar", "https://example.org/ar/briefings/x/"),
        ("en", "https://example.org/en/briefings/x/"),
        ("vi", "https://example.org/vi/briefings/x/"),
        ("x-default", "https://example.org/en/briefings/x/"),
    ]


def test_without_the_site_s_language_the_original_is_the_default() -> None:
    original = head("ko", original=True)
    assert show_hreflang(AR, (original, VI), Site())[-1].href == "../../../ko/briefings/x/"


def test_a_page_of_one_language_or_one_that_is_not_published_says_nothing() -> None:
    assert show_hreflang(EN, (), Site()) == ()
    assert show_hreflang(head("vi", status="draft"), (EN,), Site()) == ()
