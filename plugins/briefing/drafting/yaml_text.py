"""Records of the model as YAML an editor would have written: only what is given, in the order of the schema."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ..model.dates import EdtfDate
from ..model.source import Passage
from ..parsing.unseen import fit

_BEGINS_PLAIN = re.compile(r"[^-?:,\[\]{}#&*!|>'\"%@`~=<\s]")
_NO_PLAIN = re.compile(r": |:$| #|^(?:---|\.\.\.)|^-\s|^\?\s")
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029\ud800-\udfff]')
_FLOW = re.compile(r"[,\[\]{}]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u2028\u2029\ud800-\udfff]+")
_MARK = re.compile(r"\[(?=(?i:check)\b)")


def scalar(text: str, *, in_flow: bool = False) -> str:
    """A text as a YAML scalar on one line, with no more quotation marks round it than it needs."""
    text = fit(text)
    is_seen = not _UNSEEN.search(text)
    is_plain = _BEGINS_PLAIN.match(text) and not _NO_PLAIN.search(text) and text == text.strip()
    if is_seen and is_plain and not (in_flow and _FLOW.search(text)):
        return text
    if is_seen:
        quoted = text.replace("'", "''")
        return f"'{quoted}'"
    return '"' + _ESCAPED.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in '\\"' else f"\\u{ord(match[0]):04x}"


def comment(text: str) -> str:
    """A text as the words of a comment: one line, and no mark to settle but our own."""
    return _MARK.sub("(", _UNSEEN.sub(" ", " ".join(text.split())))


def record_lines(record: Any, *, with_source: bool) -> Iterator[str]:
    """The fields of a record that are given, one `name: value` a line, what is inside them indented by two."""
    for name, value in _given(record):
        yield from _field(name, value, with_source=with_source)


def _field(name: str, value: Any, *, with_source: bool) -> Iterator[str]:
    items = [_shortest(item, with_source=with_source) for item in value] if isinstance(value, tuple) else [value]
    if name == "passage" and len(items) == 1:
        value = items[0]
    if not isinstance(value, tuple):
        yield from _entry(name, value, with_source=with_source)
    elif all(isinstance(item, str) for item in items) and name != "passage":
        yield f"{name}: [{', '.join(scalar(item, in_flow=True) for item in items)}]"
    else:
        yield f"{name}:"
        for item in items:
            yield from (f"  {line}" for line in item_lines(item, with_source=with_source))


def _entry(name: str, value: Any, *, with_source: bool) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, EdtfDate):
        yield f"{name}:"
        yield from (f"  {line}" for line in record_lines(value, with_source=with_source))
    else:
        yield f"{name}: {scalar(str(value))}"


def item_lines(item: Any, *, with_source: bool) -> Iterator[str]:
    """An item of a list: the first line behind its dash, the others below."""
    if isinstance(item, str):
        yield f"- {scalar(item)}"
        return
    for position, line in enumerate(record_lines(item, with_source=with_source)):
        yield f"{'  ' if position else '- '}{line}"


def flow(record: Any, *, with_source: bool) -> str:
    """A record on one line, as it stands between the brackets of a list."""
    value = _shortest(record, with_source=with_source)
    if isinstance(value, tuple):
        return f"[{', '.join(flow(item, with_source=with_source) for item in value)}]"
    if isinstance(value, str | EdtfDate | int | bool):
        return scalar(str(value), in_flow=True)
    inside = (f"{name}: {flow(inner, with_source=with_source)}" for name, inner in _given(value))
    return f"{{{', '.join(inside)}}}"


def _shortest(item: Any, *, with_source: bool) -> Any:
    """A passage that needs no source and no context is only its words."""
    if not isinstance(item, Passage):
        return item
    if with_source:
        return item
    return item.exact if not item.prefix and not item.suffix else Passage(exact=item.exact, prefix=item.prefix)


def _given(record: Any) -> list[tuple[str, Any]]:
    """The fields of a record that say more than their default."""
    pairs = [(f.name, getattr(record, f.name), f.default) for f in fields(record)]
    if isinstance(record, Passage):
        pairs.sort(key=lambda pair: pair[0] != "source")  # whose words they are comes first
    return [(name, value) for name, value, default in pairs if value != default and value not in ("", (), None, {})]
