"""The normaliser looks for rewritings only where one can begin; it must find what a search everywhere finds."""

from briefing.evidence.normal import _ORDINARY, _pattern_for, _rewritings, normalise
from hypothesis import example, given
from hypothesis import strategies as st

WRITTEN = st.text(
    st.sampled_from("ab \n\t\"'`’“”«»„-–—…. [],;\u00ad\u200b\u00a0\ufb01\ufb05é日\u0301(){}!?0"), max_size=60
)


@given(WRITTEN | st.text(max_size=60))
def test_every_rewriting_is_found(text: str) -> None:
    everywhere = [match.span() for match in _pattern_for(text).finditer(text)]
    assert [match.span() for match in _rewritings(text)] == everywhere


@given(WRITTEN | st.text(max_size=60))
def test_offsets_of_the_normal_form_lie_in_the_text_in_order(text: str) -> None:
    normal = normalise(text)
    starts = [normal.start(i) for i in range(len(normal.words))]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(text) for start in starts)


SENTENCE = st.lists(st.sampled_from(["word", "7", " ", "-", ",", ".", "%", "\n", '"', "'s"]), max_size=12).map("".join)


@given(SENTENCE | WRITTEN)
@example("A well-known plan, of 2019: it is done.")
def test_what_passes_at_a_glance_has_nothing_to_rewrite(text: str) -> None:
    if _ORDINARY.match(text):
        assert list(_rewritings(text)) == []
        assert "\n" not in text


def test_a_plain_sentence_passes_at_a_glance() -> None:
    assert _ORDINARY.match("A well-known plan, of 2019: it is done.")
