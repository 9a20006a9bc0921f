"""A link into the live article: a text fragment directive that finds one place of the source, and no other.

Standard: WICG "URL Fragment Text Directives", https://wicg.github.io/scroll-to-text-fragment/. A browser takes the
first match, at whole words, whatever the capitals and the white space; so does the search for a directive here.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote

from .normal import one_spaced
from .source_text import SourceText

_WORD = re.compile(r"\S+")
_LONGEST_WHOLE = 150
"""Characters named word for word; of a longer passage only the first and the last words are."""
_ENDS = (4, 8, 16)
"""How many words at either end of a longer passage are named, until one place is found."""
_CONTEXTS = ((0, 0), (2, 0), (0, 2), (5, 0), (0, 5), (5, 5), (12, 12))
"""How many words before and behind it are named, until one place is found."""
_LONGEST_WORD = 200
_LETTER = re.compile(r"\w")
"""No browser takes mere marks for a context."""


class _Directive(NamedTuple):
    """Offsets of the source's text: the context before, the passage, its first and last words, the context behind.

    The passage is named whole where its first words end at its end.
    """

    prefix: int
    start: int
    first: int
    last: int
    end: int
    suffix: int

    @property
    def is_whole(self) -> bool:
        return self.first >= self.end


def fragment_directive(source: SourceText, start: int, end: int) -> str:
    """Return ``#:~:text=…`` for the words from `start` to `end`; "" where no directive would find them alone."""
    folded = _folded(source.text)
    for directive in _directives(source, start, end):
        if _finds_one(source.text, folded, directive):
            return _written(source.text, directive)
    return ""


def _directives(source: SourceText, start: int, end: int) -> Iterator[_Directive]:
    text = source.text
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    if not words:
        return
    start, end = words[0][0], words[-1][1]
    one_block = source.paragraph_at(start) == source.paragraph_at(end - 1)
    whole = one_block and end - start <= _LONGEST_WHOLE
    half = len(words) // 2 or 1
    for before, behind in _CONTEXTS:
        prefix, suffix = _before(source, start, before), _behind(source, end, behind)
        if whole:
            yield _Directive(prefix, start, end, start, end, suffix)
        else:
            for count in _ENDS:
                first = min(count, half, _words_in(source, words, start))
                last = min(count, half, _words_in(source, words, end - 1))
                yield _Directive(prefix, start, words[first - 1][1], words[-last][0], end, suffix)


def _finds_one(text: str, folded: str, directive: _Directive) -> bool:
    """Whether the first match of a directive is the only one, and ends where the passage does."""
    head = _folded(text[directive.prefix : directive.suffix if directive.is_whole else directive.first])
    if folded.count(head) != 1:
        return False
    if directive.is_whole:
        return True
    rest = _folded(text[directive.first : directive.suffix])
    tail = _folded(text[directive.last : directive.suffix])
    return rest.find(tail) == len(rest) - len(tail)


def _written(text: str, directive: _Directive) -> str:
    prefix, start, first, last, end, suffix = directive
    terms = [f"{_encoded(text[prefix:start])}-"] * (prefix < start)
    terms += [_encoded(text[start:first])] + [_encoded(text[last:end])] * (not directive.is_whole)
    terms += [f"-{_encoded(text[end:suffix])}"] * (end < suffix)
    return "#:~:text=" + ",".join(terms)


def _encoded(text: str) -> str:
    """Percent-encode a term; a dash would be read as the sign of a context."""
    return quote(one_spaced(text), safe="", errors="replace").replace("-", "%2D")


def _folded(text: str) -> str:
    return one_spaced(text).lower()


def _words_in(source: SourceText, words: Sequence[tuple[int, int]], offset: int) -> int:
    """How many of some words stand in the paragraph of an offset: no browser finds a term that runs over its end."""
    paragraph = source.paragraph_at(offset)
    return sum(source.paragraph_at(start) == paragraph for start, _ in words)


def _before(source: SourceText, start: int, words: int) -> int:
    """Where the context before begins: that many words of one paragraph, the passage's or the one before it."""
    found = list(_WORD.finditer(source.text, max(0, start - words * _LONGEST_WORD), start))[-words:] if words else []
    found = [m for m in found if source.paragraph_at(m.start()) == source.paragraph_at(found[-1].start())]
    return found[0].start() if any(_LETTER.search(match[0]) for match in found) else start


def _behind(source: SourceText, end: int, words: int) -> int:
    found = list(_WORD.finditer(source.text, end, end + words * _LONGEST_WORD))[:words] if words else []
    found = [m for m in found if source.paragraph_at(m.start()) == source.paragraph_at(found[0].start())]
    return found[-1].end() if any(_LETTER.search(match[0]) for match in found) else end
