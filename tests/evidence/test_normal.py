"""The normal form: what is made alike, and what stays apart."""

import pytest
from briefing.evidence.normal import normalise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a \n\u00a0 b\u00adc\u200bd", "a bcd"),
        ("“a” „b“ «c» ‘d’ `e´", "'a' 'b' 'c' 'd' 'e'"),
        ("« a » b", "'a' b"),
        ("»a« b", "'a' b"),
        ("“‘a’”", "'a'"),
        ("a - b – c — d—e -- f", "a — b — c — d — e — f"),
        ("a-b a‑b a–b pre-\nwar", "a-b a-b a-b pre-war"),
        ("a... b … c . . . d", "a…b…c…d"),
        ("a.. b. . c", "a.. b. . c"),
        ("a , b ; c ? d", "a, b; c? d"),
        (".5 -3 5.5 1,000", ".5 -3 5.5 1,000"),
        ("ﬁn cafe\u0301 \u1112\u1161\u11ab", "fin café 한"),
        ("½ x² Ａ", "½ x² Ａ"),
        ("a\x07b c\x92d e\x85f", "ab cd e f"),
        ("\u2067ab\u2069 \u202bcd\u202c", "ab cd"),
        ("a\u202eb a\u200cb", "a\u202eb a\u200cb"),
    ],
)
def test_only_layout_and_typography_are_made_alike(text: str, words: str) -> None:
    assert normalise(text).words == words


@pytest.mark.parametrize("text", ["a  b", "ﬁn", "a … b", "x—y", "a\u00adb", "« a »", "cafe\u0301s"])
def test_every_part_of_the_normal_form_leads_back_to_its_own_place(text: str) -> None:
    normal = normalise(text)
    for at, character in enumerate(normal.words):
        if character in text:
            assert character in text[normal.start(at) : normal.end(at + 1)]
