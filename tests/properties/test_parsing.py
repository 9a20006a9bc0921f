"""Whatever an editor writes: no exception, every place in the file, every diagnostic readable, and bounded work."""

import multiprocessing
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from briefing.checks.rules import check_briefing
from briefing.diagnostics import Diagnostics, Span
from briefing.model.actor import Actor
from briefing.model.source import Source
from briefing.parsing.load import decode
from briefing.parsing.located_text import EXCERPT_LIMIT, LocatedText
from briefing.parsing.located_value import LocatedValue, Step
from briefing.parsing.located_yaml import MOST_VALUES, read_yaml
from briefing.parsing.manuscript import LARGEST_FRONT_MATTER, parse_entry, parse_manuscript
from briefing.parsing.prose import read_prose
from briefing.parsing.resolve import resolve
from briefing.report.text import render_one, render_text
from hypothesis import example, given
from hypothesis import strategies as st

FRAGMENTS = [
    *("title: ", "date: ", "summary: ", "sources: ", "actors:", "timeline:", "key_points:", "views:", "passage: "),
    *("\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", ": ", ":", "\t", " ", "\r\n", "\r", "\u2028", "\x85", "\ufeff"),
    *(
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        ">-\n",
        "|\n",
        "#",
        "# ",
        "&a ",
        "*a",
        "<<: ",
        "!",
        "!!str ",
        "? ",
        "%",
        "@",
        "`",
    ),
    *("---\n", "...\n", "text", "id: x", "2023-05-08", "2023-02-30", "null", "~", "漢字", "é", "\x07", "\\", "\0"),
    *("[@a]", '[@a "', '"]', "“", "”", "„", "«", "»", "> ", "``", "<a ", "](", ")", "{filename}", "[check", "TODO"),
]
PIECES = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)
TEXTS = st.one_of(st.text(max_size=300), PIECES)
LEAST = "title: A\ndate: 2023-05-08\nsummary: S\nsources: [a]\n"
FILES = st.one_of(
    TEXTS,
    TEXTS.map(lambda fields: f"---\n{fields}\n---\n"),
    st.tuples(PIECES, TEXTS).map(lambda parts: f"---\n{LEAST}{parts[0]}\n---\n{parts[1]}"),
)


def everything_said_of(text: str) -> Diagnostics:
    manuscript, found = parse_manuscript("briefings/x.md", LocatedText("content/briefings/x.md", text))
    if manuscript:
        resolved, more = resolve(manuscript, {}, {"a": Source(id="a", title="A")})
        found += more + check_briefing(resolved)
    else:
        assert found, "a briefing that vanishes says why"
    return found


def assert_lies_in(span: Span, file: LocatedText) -> None:
    lines = file.text.split("\n")
    if span.line == 0:
        return
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert len(span.excerpt) <= EXCERPT_LIMIT
    assert lines[span.line - 1][span.excerpt_column - 1 :].startswith(span.excerpt)


@given(FILES)
@example("---\n" + LEAST + "lang: \ud7ff\n---\n")
@example("---\na: &a [*a]\n---\n")
@example("---\n? [a]\n: b\n---\n")
def test_a_briefing_of_any_text_is_read_or_explained(text: str) -> None:
    file = LocatedText("content/briefings/x.md", text)
    for diagnostic in everything_said_of(text):
        assert_lies_in(diagnostic.span, file)
        assert diagnostic.message
        assert not diagnostic.message.endswith(".")


@given(TEXTS, st.sampled_from([Actor, Source]))
def test_an_entry_of_any_text_is_read_or_explained(text: str, record: type[Actor] | type[Source]) -> None:
    entry, _, found = parse_entry(record, LocatedText("x.yaml", text), "x")  # type: ignore[type-var]
    assert entry or found
    for diagnostic in found:
        assert_lies_in(diagnostic.span, LocatedText("x.yaml", text))


@given(FILES)
def test_every_diagnostic_can_be_shown_in_a_terminal(text: str) -> None:
    found = everything_said_of(text)
    shown = render_text(found)
    assert all(line.isprintable() for line in shown.split("\n"))
    for diagnostic in found:
        lines = render_one(diagnostic).split("\n")
        carets = [line for line in lines if line.strip(" |") and not line.strip(" |^")]
        assert len(carets) == (diagnostic.span.line > 0 and diagnostic.span.excerpt.strip() != "")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_explained(raw: bytes) -> None:
    text, found = decode("x.md", raw)
    assert (text is None) == bool(found)
    assert text is None or text.text.encode() == raw.removeprefix(b"\xef\xbb\xbf")


def leaves(value: Any, path: tuple[Step, ...] = ()) -> list[tuple[tuple[Step, ...], str]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*path, key))]
    if isinstance(value, list):
        return [leaf for i, inner in enumerate(value) for leaf in leaves(inner, (*path, i))]
    return [(path, value)] if isinstance(value, str) else []


WORDS = st.from_regex(r"[a-zé漢][a-zé漢 ]{0,12}[a-zé漢]", fullmatch=True)
TREES: st.SearchStrategy[Any] = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(WORDS, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def block(tree: Any, indent: int = 0) -> str:
    """Write a tree as an editor would, one value on a line."""
    margin = " " * indent
    if isinstance(tree, str):
        return f" {tree}\n"
    items = [(f"{key}:", inner) for key, inner in tree.items()] if isinstance(tree, dict) else [("-", i) for i in tree]
    lines = [
        f"{margin}{name}{block(i, indent + 2) if isinstance(i, str) else chr(10) + block(i, indent + 2)}"
        for name, i in items
    ]
    return "".join(lines)


def flow(tree: Any) -> str:
    """Write a tree on one line."""
    if isinstance(tree, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in tree.items()) + "}"
    return "[" + ", ".join(map(flow, tree)) + "]" if isinstance(tree, list) else str(tree)


@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=4), st.sampled_from([block, flow]), TEXTS)
def test_what_is_written_is_read_and_every_place_points_at_its_value(
    tree: dict[str, Any], write: Callable[[Any], str], before: str
) -> None:
    text = before + "\n" + write(tree)
    file = LocatedText("x.yaml", text)
    located, found = read_yaml(file, len(before) + 1, len(text))
    assert located, found
    assert not found
    assert located.value == tree
    for path, value in leaves(tree):
        assert_points_at(located, path, value)


def assert_points_at(located: LocatedValue, path: tuple[Step, ...], value: str) -> None:
    span = located.at(*path)
    line = located.file.text.split("\n")[span.line - 1]
    assert line[span.column - 1 : span.end_column - 1] == value
    if isinstance(path[-1], str):
        key = located.key_at(*path)
        assert located.file.text.split("\n")[key.line - 1][key.column - 1 : key.end_column - 1] == path[-1]
    assert located.has(*path)
    assert located.as_written(*path) == path


@given(TEXTS, TEXTS)
def test_what_the_prose_cites_and_quotes_stands_where_it_is_said_to(before: str, text: str) -> None:
    whole = before + text
    prose, _ = read_prose(LocatedText("x.md", whole), len(before))
    for citation in prose.citations:
        assert len(before) <= citation.start < citation.end <= len(whole)
        assert whole[citation.start : citation.end].startswith(f"[@{citation.passage.source}")
    for quoted in prose.quoted:
        assert len(before) <= quoted.start < quoted.end <= len(whole)
        words = whole[quoted.start : quoted.end].split()
        assert quoted.is_block or quoted.text.split() == words or "[@" in whole or "<" in whole or "](" in whole
    for link in prose.links:
        assert whole[link.start : link.end].find(link.kind) == 1


@given(st.integers(2, 12), st.integers(1, 12))
def test_aliases_are_counted_as_if_they_were_written_out(levels: int, width: int) -> None:
    bomb = exponential(levels, width)
    located, _ = read_yaml(LocatedText("x.yaml", bomb), 0, len(bomb))
    weights = [2]  # a list and its one text; then a list, its aliases, and what they stand for
    for _ in range(levels - 1):
        weights.append(1 + width * (1 + weights[-1]))
    keys, last = levels + 1, 1 + weights[-1]
    assert (located is None) == (1 + keys + sum(weights) + last > MOST_VALUES)


def exponential(levels: int, width: int) -> str:
    lines = ["k0: &a0 [x]"]
    lines += [f"k{i}: &a{i} [{', '.join([f'*a{i - 1}'] * width)}]" for i in range(1, levels)]
    return "\n".join([*lines, f"last: *a{levels - 1}"])


SIZE = LARGEST_FRONT_MATTER - 10
FIELDS = {
    "brackets": "[" * SIZE,
    "braces": "{" * SIZE,
    "dashes": "- " * (SIZE // 2),
    "anchors": "&a " * (SIZE // 3),
    "aliases": "*a " * (SIZE // 3),
    "question marks": "? " * (SIZE // 2),
    "colons": ": " * (SIZE // 2),
    "double quotation marks": '"' * SIZE,
    "single quotation marks": "'" * SIZE,
    "exclamation marks": "!" * SIZE,
    "number signs": "a: b" + " #x" * (SIZE // 4),
    "tabs": "\t" * SIZE,
    "blanks": " " * SIZE,
    "control characters": "\x07" * SIZE,
    "deep indentation": "\n".join(" " * i + "a:" for i in range(600)),
    "a long key": "k" * (SIZE - 5) + ": x",
    "a long text": "title: " + "x " * (SIZE // 2 - 5),
    "unknown fields": "".join(f"k{i}: x\n" for i in range(9_990)),
    "a field given often": "a: b\n" * 9_000,
    "items of the wrong shape": "key_points:\n" + "- {a: b}\n" * 6_000,
    "unknown actors": LEAST + "actors:\n" + "".join(f"- actor-{i}\n" for i in range(9_000)),
    "unknown questions": LEAST
    + "questions:\n"
    + "".join(f"- {{id: quest{i}, text: t}}\n" for i in range(1_800))
    + "views:\n- expert: X\n  positions:\n"
    + "".join(f"    quost{i}: agrees\n" for i in range(4_500)),
    "nine levels of aliases": exponential(9, 9),
    "two long lists of aliases": f"a: &a [{', '.join(['x'] * 5_000)}]\nb: [{', '.join(['*a'] * 5_000)}]",
    "too many characters": "x" * (LARGEST_FRONT_MATTER + 1),
}
LENGTH = 1_000_000
PROSE = {
    "citations without an end": '[@a "' * (LENGTH // 5),
    "a long citation": '[@a "' + 'x" ' * (LENGTH // 3),
    "citation marks": "[@" * (LENGTH // 2),
    "blanks in a citation": "[@a" + " " * LENGTH,
    "a long id": "[@" + "a" * LENGTH,
    "unknown sources": "[@b]" * (LENGTH // 16),
    "backticks": "`" * LENGTH,
    "single backticks": "` " * (LENGTH // 2),
    "backticks of growing length": " ".join("`" * i for i in range(1, 1_400)),
    "straight marks": '"' * LENGTH,
    "straight marks and words": '"a b c d e" ' * (LENGTH // 12),
    "opening marks": "“" * LENGTH,
    "low marks": "„" * LENGTH,
    "angled marks": "«" * LENGTH,
    "block quotes": "> x\n" * (LENGTH // 4),
    "tags without an end": "<" * LENGTH,
    "links without an end": "](" * (LENGTH // 2),
    "file links": "{filename}" * (LENGTH // 10),
    "blank lines": "\n" * LENGTH,
    "marks to settle": "[check:" * (LENGTH // 7),
}
HOSTILE = {f"fields: {name}": f"---\n{fields}\n---\n" for name, fields in FIELDS.items()} | {
    f"prose: {name}": f"---\n{LEAST}---\n{prose}" for name, prose in PROSE.items()
}
CPU_SECONDS = 5
"""A hard ceiling far above what is needed: the slowest takes 1 s, and would take hours if its work had no bound."""
MEMORY = 500_000_000  # bytes of address space, beside what the process has


def address_space() -> int:
    """How much this process has already: one that ran other tests before, or a browser, has much."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _read_within_limits(text: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    memory = address_space() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    render_text(everything_said_of(text))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_within_bounded_time_and_memory(name: str) -> None:
    process = multiprocessing.get_context("fork").Process(target=_read_within_limits, args=(HOSTILE[name],))
    process.start()
    process.join()
    assert process.exitcode == 0, signal.Signals(-process.exitcode).name if process.exitcode else ""
