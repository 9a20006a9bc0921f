"""The one form in which words are compared, with a map back to the text as it stands.

Made alike: white space, invisible characters, quotation marks, dashes, ellipses, ligatures and the two Unicode
spellings of an accented letter. Never touched: letters, digits, capitals and the punctuation between words.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from ..frozen import frozen

# A soft hyphen, zero-width space, word joiner, byte order mark or direction mark shows nothing and changes nothing;
# nor does what sets words of another direction apart (U+202A to U+202C, U+2066 to U+2069), or ends that.
# A control character likewise: it comes from a bad conversion, and no briefing may have it.
# The joiners U+200C and U+200D spell words, and U+202D and U+202E reorder what a reader sees: they stay.
_CONTROLS = "".join(map(chr, (*range(9), *range(14, 28), *range(127, 133), *range(134, 160))))
_TURNS = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
INVISIBLE = "\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c" + _TURNS + _CONTROLS
_WHITE = " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
EDGES = _WHITE + "".join(map(chr, range(0x2000, 0x200B))) + INVISIBLE
GAP = rf"[\s{INVISIBLE}]"
MARKS = "\"'`´‘’‚‛“”„‟′″«»‹›＂＇ʼ׳״「」『』"
_HYPHENS = "\\-‐‑‒–−"
_LONG_DASH = f"[{_HYPHENS}]?[—―⸺⸻][{_HYPHENS}—―⸺⸻]*+"

_ALTERNATIVES = (
    rf"(?P<ellipsis>{GAP}*+(?:[.…](?:{GAP}*+[.…])++|…){GAP}*+)",
    rf"(?P<mark>(?:{GAP}++(?=[»›](?!\w)))?+[{MARKS}]++(?:(?<=[«‹])(?<![\w.,!?…][«‹]){GAP}++)?+)",
    rf"(?P<dash>{GAP}*+(?:{_LONG_DASH}|--++){GAP}*+|{GAP}++[{_HYPHENS}]{GAP}++)",
    rf"(?P<hyphen>(?<=\w)[{_HYPHENS}]{GAP}++(?=\w)|[‐‑‒–−])",
    rf"(?P<nothing>{GAP}++(?=[,;:!?](?!\w))|(?<=\d){GAP}++(?=[%‰]|°[CF]?\b))",
    rf"(?P<space>{GAP}{{2,}}+|(?! ){GAP})",
    r"(?P<ligature>[\ufb00-\ufb06µ])",
)
_PATTERN = re.compile("|".join(_ALTERNATIVES))
# Where a rewriting may begin. To try them nowhere else is seven times as fast; letters are ordinary in _PATTERN only.
_UNUSUAL = re.compile(rf"[\W{MARKS}\ufb00-\ufb06µ](?<! (?=\w))")
# Words with a mark and a space behind them: nothing of it is ever rewritten. Most sentences are so, in part or whole.
_ORDINARY = re.compile(r"(?:\w+(?:-(?=\w))?+(?:[,.;:!?](?=[ ]\w|\Z))?+(?:[ ](?=\w))?+)*+\Z", re.ASCII)
_LINE_END = re.compile(r"(?<=\w)\n(?=\w)")  # the commonest rewriting, done ahead because that is fast
_GAPS = re.compile(GAP + "+")
_FIXED = {"mark": "'", "dash": " — ", "hyphen": "-", "nothing": ""}


@frozen
class NormalText:
    """A text in normal form; offsets of `words` lead back to offsets of the text it was made from.

    `_near` and `_far` hold the ends of each stretch whose length changed, in `words` and in the text.
    """

    words: str
    _near: "array[int]"
    _far: "array[int]"

    def start(self, offset: int) -> int:
        """The place in the text where the character at `offset` of `words` begins."""
        knot = bisect_right(self._near, offset) - 1
        return self._far[knot] if self._rewritten(knot) else self._far[knot] + offset - self._near[knot]

    def end(self, offset: int) -> int:
        """The place in the text just behind the character before `offset` of `words`."""
        if not offset:
            return 0
        knot = bisect_right(self._near, offset - 1) - 1
        return self._far[knot + 1] if self._rewritten(knot) else self._far[knot] + offset - self._near[knot]

    def _rewritten(self, knot: int) -> bool:
        if knot + 1 == len(self._near):
            return False
        return self._near[knot + 1] - self._near[knot] != self._far[knot + 1] - self._far[knot]


def normalise(text: str) -> NormalText:
    """Bring a text of any kind into normal form; never raises, linear in its length."""
    if _ORDINARY.match(text):
        return NormalText(text, array("q", (0,)), array("q", (0,)))
    text = _LINE_END.sub(" ", text)
    pieces: list[str] = []
    near, far = array("q", [0]), array("q", [0])
    offset = behind = 0
    for match in _rewritings(text):
        start, end = match.span()
        written = _written(match)
        pieces += (text[behind:start], written)
        offset += start - behind
        if len(written) != end - start:
            near.extend((offset, offset + len(written)))
            far.extend((start, end))
        offset += len(written)
        behind = end
    pieces.append(text[behind:])
    return NormalText("".join(pieces), near, far)


def bare(text: str) -> str:
    """The text without the white space and the quotation marks at its ends."""
    return text.strip(EDGES + MARKS)


def one_spaced(text: str) -> str:
    """The text with its layout gone: every run of white space is one space, nothing invisible is left."""
    return _GAPS.sub(_space, text).strip()


def _rewritings(text: str) -> Iterator[re.Match[str]]:
    pattern = _pattern_for(text)
    if pattern is not _PATTERN:
        yield from pattern.finditer(text)
        return
    end = 0
    for unusual in _UNUSUAL.finditer(text):
        if unusual.start() >= end and (match := pattern.match(text, unusual.start())):
            end = match.end()
            yield match


def _written(match: re.Match[str]) -> str:
    kind, stretch = match.lastgroup or "", match[0]
    if kind in _FIXED:
        return _FIXED[kind]
    if kind == "space":
        return _space(match)
    if kind == "ellipsis":
        return "…" if "…" in stretch or stretch.count(".") > 2 else _GAPS.sub(_space, stretch)
    return unicodedata.normalize("NFKC" if kind == "ligature" else "NFC", stretch)


def _space(match: re.Match[str]) -> str:
    return " " if match[0].strip(INVISIBLE) else ""


def _pattern_for(text: str) -> re.Pattern[str]:
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return _PATTERN
    marks = "".join(re.escape(c) for c in set(text) if unicodedata.combining(c) or "\u1160" <= c <= "\u11ff")
    loose = "".join(re.escape(c) for c in set(text) if unicodedata.normalize("NFC", c) != c)
    letters = [rf"[^{marks}][{marks}]++"] * bool(marks) + [f"[{loose}]"] * bool(loose)
    return re.compile(f"(?P<letter>{'|'.join(letters)})|{_PATTERN.pattern}") if letters else _PATTERN
