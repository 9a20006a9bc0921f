"""What holds for the evidence of any text: offsets lie in it, its own words pass, a changed word never does."""

import pickle

from briefing.evidence.finding import Level
from briefing.evidence.fragment import fragment_directive
from briefing.evidence.html_text import html_to_text
from briefing.evidence.match import find
from briefing.evidence.normal import normalise
from briefing.evidence.saved import SavedFault, read_saved
from briefing.evidence.source_text import SourceText, read_source
from briefing.evidence.speech import attributed_to, quoted_span_at, whole_quotation_at
from briefing.evidence.whole_words import cuts_word
from hypothesis import assume, given
from hypothesis import strategies as st

WRITTEN = st.text(st.sampled_from("abc AB\n\t.,;:!?…-–—'\"’‘“”«»[]()„19é\u0301ﬁ日\u00ad\u00a0\u200b"), max_size=120)
ANY = st.one_of(st.text(max_size=80), WRITTEN)
SAID = 'the sea and her boats never came back to Mellin, he said. "We can\'t wait" not now — so… 12.5'
WORDS = st.lists(st.sampled_from(SAID.split()), min_size=3, max_size=30)


@given(ANY)
def test_normal_offsets_lie_in_the_text_and_ascend(text: str) -> None:
    normal = normalise(text)
    starts = [normal.start(offset) for offset in range(len(normal.words))]
    ends = [normal.end(offset + 1) for offset in range(len(normal.words))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(ANY, ANY)
def test_places_and_passages_lie_in_the_source(text: str, quote: str) -> None:
    source = read_source(text)
    finding = find(source, quote)
    assert finding.passed is (finding.level is not Level.NOT_FOUND)
    assert finding.passed is bool(finding.places)
    for place in finding.places:
        assert 0 <= place.start < place.end <= len(text)
        assert place.line == text.count("\n", 0, place.start) + 1
        assert 1 <= place.paragraph <= len(source.paragraphs)
    if finding.nearest:
        assert 0 <= finding.nearest.start < finding.nearest.end <= len(text)


@given(WORDS.map(" ".join), st.data())
def test_the_words_of_a_source_pass(text: str, data: st.DataObject) -> None:
    borders = [at for at in range(len(text) + 1) if not cuts_word(text, at)]
    first, last = sorted(data.draw(st.tuples(st.sampled_from(borders), st.sampled_from(borders))))
    quote = text[first:last]
    assume(any(character.isalnum() for character in quote))
    assert find(read_source(text), quote).passed


@given(WORDS, st.data())
def test_a_changed_letter_never_passes(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    letters = [at for at, character in enumerate(text) if character.isalpha()]
    assume(letters)
    at = data.draw(st.sampled_from(letters))
    changed = text[:at] + ("x" if text[at] != "x" else "y") + text[at + 1 :]
    assert find(read_source(text), changed).level is Level.NOT_FOUND


@given(WRITTEN)
def test_quoted_spans_are_nested_and_marks_are_reported_where_they_stand(text: str) -> None:
    source = read_source(text)
    for span in source.spans:
        assert 0 < span.start < span.end < len(text)
        assert len(source.spans_around(span.start, span.end)) == span.depth + 1
    for mark in source.broken_marks:
        assert text.startswith(mark.mark, mark.start)
        assert mark.line == text.count("\n", 0, mark.start) + 1


@given(WRITTEN, WRITTEN)
def test_who_speaks_can_be_asked_of_any_place(text: str, quote: str) -> None:
    source = read_source(text)
    for place in find(source, quote).places:
        given_to = attributed_to(source, place, {"her": ("Ida Mellin", "AB")})
        assert given_to.speaker in (None, "her")
        whole = whole_quotation_at(source, place)
        assert whole is None or quoted_span_at(source, place) is not None


@given(ANY, st.data())
def test_a_directive_is_plain_ascii_or_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    directive = fragment_directive(read_source(text), start, end)
    assert directive == "" or (directive.startswith("#:~:text=") and directive.isascii() and " " not in directive)


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html"]))
def test_any_file_is_a_text_or_a_fault(content: bytes, name: str) -> None:
    assert isinstance(read_saved(content, name), str | SavedFault)


@given(st.text(st.sampled_from("<>/!-= \"'apbrq\n&;"), max_size=80))
def test_any_page_has_a_text(html: str) -> None:
    assert "\n\n\n" not in html_to_text(html)


@given(ANY)
def test_a_source_survives_being_sent_to_another_process(text: str) -> None:
    source = read_source(text)
    again: SourceText = pickle.loads(pickle.dumps(source))  # noqa: S301 -- just written
    assert again == source
