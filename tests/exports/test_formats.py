"""The files beside a page, and what keeps them harmless."""

from collections.abc import Callable

import pytest
from briefing.exports.addresses import rebased, web_address
from briefing.exports.characters import clean, json_text, language, one_line
from briefing.exports.formats import FORMATS
from briefing.exports.published import Published
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

Make = Callable[..., Published]


def test_every_format_of_a_whole_briefing_has_something_to_write(whole: Published) -> None:
    assert len({f.name for f in FORMATS}) == len(FORMATS)
    assert all(f.render(whole) for f in FORMATS)


def test_a_briefing_without_dates_ahead_has_no_calendar(published: Make) -> None:
    assert [f.name for f in FORMATS if not f.render(published())] == ["calendar.ics"]


def test_nothing_depends_on_anything_but_the_briefing(whole: Published) -> None:
    assert [f.render(whole) for f in FORMATS] == [f.render(whole) for f in FORMATS]


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
        ("HTTP://A.example", "HTTP://A.example"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://a.example/é b", ""),
        ("https://a.example/é", "https://a.example/%C3%A9"),
        ("https://a.example/%zz%41", "https://a.example/%25zz%41"),
        ("https://a.example/#a#b", "https://a.example/#a%23b"),
        ('https://a.example/"<>', "https://a.example/%22%3C%3E"),
        ("javascript:alert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("java\x00script:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.example", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_an_address_leads_somewhere_or_is_none(url: str, safe: str) -> None:
    assert web_address(url) == safe


@pytest.mark.parametrize(
    ("markup", "there"),
    [
        ('<a href="../b/">b</a>', '<a href="https://x.example/b/">b</a>'),
        (
            '<a title="t" href="#c" rel="noopener">b</a>',
            '<a title="t" href="https://x.example/a/#c" rel="noopener">b</a>',
        ),
        ('<img src="../i.png" alt="">', '<img src="https://x.example/i.png" alt="">'),
        ('<a href="http://[x">b</a>', '<a href="http://[x">b</a>'),
        ('<a href="//[x">b</a>', "<a>b</a>"),
        ('say href="../b/"', 'say href="../b/"'),
        ('<a href="?a=1&amp;b=&quot;">b</a>', '<a href="https://x.example/a/?a=1&amp;b=&quot;">b</a>'),
    ],
)
def test_links_lead_from_anywhere(markup: str, there: str) -> None:
    assert rebased(markup, "https://x.example/a/") == there


@pytest.mark.parametrize(
    ("tag", "found"), [("en", "en"), ("zh-Hant-TW", "zh-Hant-TW"), ('en"', ""), ("x" * 9, ""), ("", "")]
)
def test_a_language_is_a_tag_or_none(tag: str, found: str) -> None:
    assert language(tag) == found


@given(st.text(st.characters(codec=None, categories=None)))
def test_any_text_is_fit_for_xml_once_it_is_clean(text: str) -> None:
    element = etree.Element("x")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element)).text == (clean(text) or None)
    assert len(one_line(text).splitlines()) <= 1


@given(st.text(st.characters(codec=None, categories=None)))
def test_any_text_is_fit_for_a_script_element_in_json(text: str) -> None:
    made = json_text({text: text})
    assert not set("<>&\u2028\u2029\n") & set(made)
    made.encode()
