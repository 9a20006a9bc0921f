"""A quotation as fragments: what the source must have, and what the editor left out, `[…]`, or put in, `[word]`."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import islice

from ..frozen import frozen
from .normal import normalise

_ELLIPSIS = r"…|\.(?:\s?\.){2,}"
_LEFT_OUT = rf"[\[(]\s*(?:{_ELLIPSIS})\s*[\])]"
_PUT_IN = r"\[(?P<put_in>[^\[\]]{0,120})\]"
_SPLITS = tuple(map(re.compile, (_LEFT_OUT, rf"{_LEFT_OUT}|{_PUT_IN}", rf"{_LEFT_OUT}|{_PUT_IN}|{_ELLIPSIS}")))
_CAPITAL = re.compile(r"(?<!\w)\[(\w)\](?=\w)")
# "[sic]" speaks of the word before it, and empty brackets that touch no word say nothing: neither stands for words.
_NOTHING = re.compile(r"\s*\[\s*(?:sic|!)\s*\]|(?<!\w)\[\s*\](?!\w)", re.IGNORECASE)
_MOST_GAPS = 60
_ENDS = " '.,;:…—"


@frozen
class Gap:
    """Where the editor's hand shows: whether something is left out, and the words put in.

    A bracket that touches a word replaces a part of it: "walk[ed]" is `glued_before`, "[re]read" is `glued_behind`.
    """

    left_out: bool
    put_in: str = ""
    unbracketed: bool = False
    """Whether something is left out, and no brackets say so: the ellipsis may be the source's own."""
    glued_before: bool = False
    glued_behind: bool = False

    def and_then(self, other: "Gap") -> "Gap":
        """The one gap that two in a row make."""
        words = f"{self.put_in} {other.put_in}".strip()
        left_out, unbracketed = self.left_out or other.left_out, self.unbracketed and other.unbracketed
        return Gap(left_out, words, unbracketed, self.glued_before, other.glued_behind)


@frozen
class Reading:
    """The fragments, in normal form and none of them empty, and the gaps before, between and behind them."""

    fragments: tuple[str, ...]
    gaps: tuple[Gap | None, ...]


def readings(quote: str) -> Iterator[Reading]:
    """The ways to read a quotation as fragments, the one that takes the fewest signs for the editor's first."""
    quote = _NOTHING.sub("", quote)
    recapitalised = _CAPITAL.sub(lambda match: match[1].swapcase(), quote)
    seen: set[Reading] = set()
    # The source may hold brackets of its own: they are the editor's only where it does not.
    for text, split in ((quote, _SPLITS[0]), *((recapitalised, split) for split in _SPLITS)):
        signs = list(islice(split.finditer(text), _MOST_GAPS + 1))
        reading = _read(text, signs) if len(signs) <= _MOST_GAPS else None
        if reading and reading.fragments and reading not in seen:
            seen.add(reading)
            yield reading


def is_edited(quote: str) -> bool:
    """Whether a quotation shows a sign of the editor's hand."""
    return bool(_SPLITS[-1].search(quote))


def _read(quote: str, signs: Sequence[re.Match[str]]) -> Reading:
    fragments: list[str] = []
    slots: list[list[Gap]] = [[]]
    behind = 0
    for match in signs:
        _append(fragments, slots, quote[behind : match.start()])
        slots[-1].append(_gap(match))
        behind = match.end()
    _append(fragments, slots, quote[behind:])
    return Reading(tuple(fragments), tuple(map(_merged, slots)))


def _append(fragments: list[str], slots: list[list[Gap]], text: str) -> None:
    words = normalise(text).words.strip(_ENDS)
    if words:
        fragments.append(words)
        slots.append([])


def _gap(match: re.Match[str]) -> Gap:
    words = match.groupdict().get("put_in")
    if words is None:
        return Gap(left_out=True, unbracketed=match[0][0] not in "[(")
    before, behind = match.string[: match.start()][-1:], match.string[match.end() : match.end() + 1]
    return Gap(left_out=False, put_in=words, glued_before=before.isalnum(), glued_behind=behind.isalnum())


def _merged(gaps: Sequence[Gap]) -> Gap | None:
    return reduce(Gap.and_then, gaps) if gaps else None
