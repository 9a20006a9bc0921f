"""Where words stand as whole words of a normal text: "possible" is not in "impossible", nor "can" in "can't"."""

import unicodedata
from collections.abc import Iterator

# Scripts that set no spaces between words, and Korean, which joins particles to them: any character may be a border.
_UNSPACED = (
    *((0x0E00, 0x109F), (0x1780, 0x17FF)),
    *((0x2E80, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF)),
)
_JOINERS = "'-&@.,:/^"
_BEFORE_NUMBER = "$€£¥₹₩₽₺₪¢+±~<>≤≥≈#№§"
_BEHIND_NUMBER = "%‰°€£¢"
_MOST_TRIES = 64
_MOST_WORK = 20_000_000
"""Characters compared before a search ends: a quotation and a source of a megabyte still take less than a second."""


def occurrences(text: str, words: str, start: int = 0, *, end_may_cut: bool = False) -> Iterator[int]:
    """Yield the offsets where `words` stand as whole words of `text`, from `start` on; both are in normal form."""
    at = text.find(words, start)
    for _ in range(max(_MOST_TRIES, _MOST_WORK // max(1, len(words)))):
        if at < 0:
            return
        if not (cuts_word(text, at) or (cuts_word(text, at + len(words)) and not end_may_cut)):
            yield at
        at = text.find(words, at + 1)


def cuts_word(text: str, at: int) -> bool:
    """Whether the border before the character at `at` lies inside a word, a number or a hyphenated compound."""
    if not 0 < at < len(text):
        return False
    before, behind = text[at - 1], text[at]
    if _is_letter(before) and _is_letter(behind):
        return not (_is_unspaced(before) or _is_unspaced(behind))
    if _is_sign(before, behind):
        return True
    if before in _JOINERS:
        joined = text[at - 2] if at > 1 else " "
        return _joins(joined, before, behind) or (before == "-" and behind.isdigit() and not joined.isalnum())
    if behind in _JOINERS:
        return at + 1 < len(text) and _joins(before, behind, text[at + 1])
    return False


def word_around(text: str, at: int) -> tuple[int, int]:
    """The ends of the word that a border at `at` cuts."""
    start = end = at
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _is_sign(before: str, behind: str) -> bool:
    """Whether one of two characters is a sign of the other: "$5", "5%", "C++"."""
    return (before in _BEFORE_NUMBER and behind.isdigit()) or (
        (behind in _BEHIND_NUMBER and before.isdigit()) or (behind in "+#" and before.isalnum())
    )


def _joins(before: str, sign: str, behind: str) -> bool:
    """Whether a sign stands inside a word ("can't", "well-known", "AT&T") or a number ("5.5", "9:30")."""
    if sign in ".,:/^":
        return before.isdigit() and behind.isdigit()
    return before.isalnum() and behind.isalnum() and not (_is_unspaced(before) or _is_unspaced(behind))


def _is_letter(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _is_unspaced(character: str) -> bool:
    code = ord(character)
    return code > 0xDFF and any(first <= code <= last for first, last in _UNSPACED)
