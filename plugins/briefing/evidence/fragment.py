"""A link into the live article: a text fragment directive that is unique on the source.

Standard: WICG "Text Fragments", https://wicg.github.io/scroll-to-text-fragment/. A browser takes the first match, looks
at whole words, and does not mind capitals or white space; so does the search for a directive that finds one place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import quote

from .source_text import SourceText

_WORD = re.compile(r"\S+")
_LONGEST_WHOLE = 120
"""Characters named word for word; of a longer passage only the first and the last words are."""
_FEWEST, _MOST = 4, 12
"""Words at either end of a longer passage."""
_MOST_CONTEXT = 8
"""Words before or behind a passage that tell it from another."""


@dataclass(frozen=True, slots=True)
class _Directive:
    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        prefix = f"{_encoded(self.prefix)}-," if self.prefix else ""
        end = f",{_encoded(self.end)}" if self.end else ""
        suffix = f",-{_encoded(self.suffix)}" if self.suffix else ""
        return f"#:~:text={prefix}{_encoded(self.start)}{end}{suffix}"


def text_fragment(source: SourceText, start: int, end: int) -> str:
    """Return the directive that leads to a stretch of the source, ``#:~:text=…``; "" where none leads there alone."""
    words = [(m.start() + start, m.end() + start) for m in _WORD.finditer(source.text[start:end])]
    if not words:
        return ""
    candidates = (directive for directive in _directives(source, words) if _leads_to(source.text, directive, words))
    return str(next(candidates, ""))


_Words = list[tuple[int, int]]


def _directives(source: SourceText, words: _Words) -> Iterator[_Directive]:
    """Name the stretch, first by itself, then with more and more of what stands around it."""
    first, last = words[0][0], words[-1][1]
    is_whole = last - first <= _LONGEST_WHOLE and source.paragraph_at(first) == source.paragraph_at(last - 1)
    if is_whole or len(words) < 2 * _FEWEST:
        cores = [_Directive(_between(source, words[0], words[-1]))]
    else:
        most = min(_MOST, len(words) // 2)
        cores = [
            _Directive(_between(source, words[0], words[n - 1]), _between(source, words[-n], words[-1]))
            for n in range(_FEWEST, most + 1)
        ]
    yield from cores
    paragraph = source.paragraphs[source.paragraph_at(first) - 1]
    before = source.text[paragraph.start : first].split()
    behind = source.text[last : source.paragraphs[source.paragraph_at(last - 1) - 1].end].split()
    for n in range(1, _MOST_CONTEXT + 1):
        prefix, suffix = _context(before[-n:]), _context(behind[:n])
        if prefix or suffix:
            yield replace(cores[-1], prefix=prefix, suffix=suffix)


def _context(words: list[str]) -> str:
    """The words as a part of a directive; "" for mere marks, which no browser takes for a word."""
    text = " ".join(words)
    return text if any(character.isalnum() for character in text) else ""


def _between(source: SourceText, first: tuple[int, int], last: tuple[int, int]) -> str:
    return " ".join(source.text[first[0] : last[1]].split())


def _leads_to(text: str, directive: _Directive, words: _Words) -> bool:
    """Tell whether the only places a browser could take begin and end where the stretch does."""
    parts = filter(None, (directive.prefix, directive.start))
    pattern = r"\s*".join(map(_pattern, parts)) if directive.prefix else _pattern(directive.start)
    if directive.end:
        pattern += rf"(?:.*?){_pattern(directive.end)}"
    if directive.suffix:
        pattern += rf"\s*(?={_pattern(directive.suffix)})"
    found = list(islice(re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE | re.DOTALL), 2))
    again = directive.end and len(list(islice(re.finditer(_pattern(directive.start), text, re.IGNORECASE), 2))) > 1
    return len(found) == 1 and found[0].end() == words[-1][1] and (not again or bool(directive.prefix))


def _pattern(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))


def _encoded(words: str) -> str:
    """Percent-encode a part of a directive; a hyphen is part of the syntax, and so is encoded too."""
    return quote(words, safe="").replace("-", "%2D")
