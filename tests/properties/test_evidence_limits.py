"""Hostile sources, quotations and files: no exception, bounded work, and no altered word passes."""

import multiprocessing
import resource
import signal
from pathlib import Path

import pytest
from briefing.evidence.finding import Level
from briefing.evidence.fragment import fragment_directive
from briefing.evidence.html_text import html_to_text
from briefing.evidence.match import find
from briefing.evidence.saved import SavedFault, read_saved
from briefing.evidence.source_text import read_source
from briefing.evidence.speech import attributed_to, quoted_span_at, whole_quotation_at
from hypothesis import assume, example, given
from hypothesis import strategies as st

NAMES = {"ana": ("Ana Diaz",), "bo": ("Bo Lind", "B. Lind"), "odd": ("", "(", "\ud800")}
PIECES = [
    *("Ana Diaz", "Lind", "he", "She", "said", "says:", "Reuters quoted", "as saying", "not", "n't", "the boat", "x"),
    *('"', "“", "”", "‘", "’", "'", "''", "``", "«", "»", "„", "「", "」", "‹", "`", "′", "＂"),
    *(" ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u00ad", "\u200b", "\u202e", "\ufeff", "\x00", "\u3000", "\x85"),
    *(".", ",", ";", "?", "!", "…", "...", ". . .", "[…]", "[", "]", "(...)", "[the]", "[s]", "—", "--", " - ", "-"),
    *(
        "1,240",
        "3.5",
        "e\u0301",
        "\u0301",
        "é",
        "ﬁ",
        "我们没有放弃",
        "와",
        "\u1100\u1161",
        "لا",
        "\ud800",
        "𝒳",
        "ß",
        "İ",
    ),
]
PIECED = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.one_of(st.text(max_size=120), st.text(st.characters(), max_size=60), PIECED)
TAGS = ["<", ">", "</", "<p>", "<q>", "<script>", "</script>", "<!--", "-->", "<a b='", '"', "&amp;", "&#", "<br/>"]
SENTENCES = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8), min_size=3, max_size=30)

MEGABYTE, CPU_SECONDS, MEMORY = 1_000_000, 20, 1 << 30
HOSTILE = ["the sea ", '"a ', "‘a’ ", "[a] ", "a […] b ", "a\n", "e\u0301", "ﬁ"]


@given(TEXTS, TEXTS, TEXTS, TEXTS)
@example("a\u0301", "a", "", "\u0301")
@example("\ufb01", "f", "", "")
@example('"[a]', "[a]", "[", "]")
def test_anything_can_be_asked_of_any_source(text: str, quote: str, prefix: str, suffix: str) -> None:
    source = read_source(text)
    finding = find(source, quote, prefix=prefix, suffix=suffix)
    assert finding.passed is bool(finding.places) is not bool(finding.reason)
    assert finding.passed or finding.note
    spans = [source.place(span.start, span.end) for span in source.spans]
    for place in [*finding.places, *spans]:
        assert 0 <= place.start < place.end <= len(text)
        assert attributed_to(source, place, NAMES).speaker in (None, *NAMES)
        whole = whole_quotation_at(source, place)
        assert whole is None or 0 <= whole.start < whole.end <= len(text)
    for place in spans:
        assert not place.start or quoted_span_at(source, place) is not None or not text[place.start : place.end].strip()


@given(TEXTS, st.data())
def test_a_link_can_be_asked_of_any_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    directive = fragment_directive(read_source(text), start, end)
    assert directive == "" or directive.startswith("#:~:text=")


@given(SENTENCES, st.data())
def test_whole_words_of_a_source_are_exact(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    source, quote = read_source(" ".join(words)), " ".join(words[first:last])
    finding = find(source, quote)
    assert finding.level is Level.EXACT
    assert all(source.text[place.start : place.end] == quote for place in finding.places)


@given(SENTENCES, st.sampled_from(["\n", "  ", "\u00a0", "\u00ad ", "\t", "\u2009", "\r\n"]))
def test_words_in_another_layout_pass(words: list[str], space: str) -> None:
    assert find(read_source(" ".join(words)), space.join(words)).level is Level.LAYOUT


@given(SENTENCES, st.data())
def test_a_changed_letter_never_passes_unless_the_source_has_that_too(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    at = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter != " "]))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyzé").filter(lambda other: other != text[at]))
    start = text.rfind(" ", 0, at) + 1
    end = data.draw(st.sampled_from([end for end in range(at + 1, len(text) + 1) if text[end : end + 1] in ("", " ")]))
    changed = text[start:at] + letter + text[at + 1 : end]
    assert find(read_source(text), changed).passed is (f" {changed} " in f" {text} ")


@given(SENTENCES, st.data())
def test_a_word_put_in_unmarked_never_passes(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 1))
    altered = " ".join([*words[:at], "neverseen", *words[at:]])
    assert not find(read_source(" ".join(words)), altered).passed


@given(SENTENCES, st.data())
def test_a_word_left_out_unmarked_never_passes(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 2))
    text, altered = " ".join(words), " ".join([*words[:at], *words[at + 1 :]])
    assume(f" {altered} " not in f" {text} ")
    assert not find(read_source(text), altered).passed


@given(SENTENCES, st.sampled_from(["not", "never", "n't", "no", "nicht", "jamais"]), st.data())
def test_no_ellipsis_hides_a_negation(words: list[str], negation: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 1))
    assume(len({*words}) == len(words))
    text = " ".join([*words[:at], negation, *words[at:]])
    altered = " ".join([*words[:at], "[…]", *words[at:]])
    assert not find(read_source(text), altered).passed


@given(st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass"))), TEXTS)
def test_any_bytes_of_any_name_are_read_or_refused_in_words(content: bytes, name: str) -> None:
    for each in (name, "a.txt", "a.html"):
        read = read_saved(content, each)
        assert isinstance(read, str) or read.message


@given(st.binary(max_size=12), st.binary(max_size=40))
def test_any_declared_encoding_is_read_or_refused(label: bytes, body: bytes) -> None:
    assert isinstance(read_saved(b'<meta charset="' + label + b'"><p>' + body, "a.html"), str | SavedFault)


@given(st.lists(st.sampled_from([*TAGS, *PIECES]), max_size=40).map("".join))
def test_any_page_has_a_text_in_blocks(html: str) -> None:
    text = html_to_text(html)
    assert text == text.strip(" ")
    assert "\n\n\n" not in text


def address_space() -> int:
    """How much this process has already: one that ran other tests before, or a browser, has much."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _ask_within_limits(unit: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    memory = address_space() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    text = unit * (MEGABYTE // len(unit))
    source = read_source(text)
    find(source, text)
    find(source, f"{text[:-1]}x")


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_megabyte_of_source_and_of_quotation_is_bounded_work(unit: str) -> None:
    process = multiprocessing.get_context("fork").Process(target=_ask_within_limits, args=(unit,))
    process.start()
    process.join()
    assert process.exitcode is not None
    assert process.exitcode == 0, signal.Signals(-process.exitcode).name if process.exitcode < 0 else "an exception"
