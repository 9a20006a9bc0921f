"""Numbers in a text, in digits or in words, and the signs and words that belong to them."""

import re

from .word_list import listed

_WORDS = listed(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety half third quarter dozen dozens twice thrice
    """
)
_MAGNITUDES = listed(
    """
    hundred thousand million billion trillion hundreds thousands millions billions trillions lakh crore percent per
    Million Millionen Milliarde Milliarden Prozent milliard milliards mille pour millones mil por ciento procent
    """
)
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+")
_BEHIND_MEASURE = re.compile(r"(?<=\d)(?:''|[\"”″]|(?P<single>['’′]))")
_MEASURED = re.compile(r"\d['’′\"”″]")
_OPENED = re.compile(r"(?:^|[\s(—–])[\"'“‘«„‚](?=\w)")
PRIMES = "′″"


def numbers_in(text: str) -> frozenset[str]:
    """The numbers in a text, as they are written, lower case."""
    return frozenset(n for n in _NUMBER.findall(text.lower()) if n[0].isdigit() or n in _WORDS | _MAGNITUDES)


def magnitude_behind(words: str, behind: str) -> str:
    """The word behind a number that says how large it is, "million" or "percent", where words end with the number."""
    last = words.rpartition(" ")[2]
    if not last[-1:].isdigit() and last.lower() not in _WORDS:
        return ""
    word = behind.split(None, 1)[0].strip(".,;:!?'\"”’)") if behind.strip() else ""
    return word if word in _MAGNITUDES else ""


def same_measures(quote: str, passage: str) -> bool:
    """Whether single and double marks behind numbers agree: 6′ is a foot or a minute, 6″ an inch or a second.

    `passage` is the source's text, with the mark behind it. Marks of a quotation within the quotation may be swapped;
    where it opens before them, they are taken for those.
    """
    if not (_MEASURED.search(quote) or _MEASURED.search(passage)):
        return True
    ours, theirs = list(_BEHIND_MEASURE.finditer(quote)), list(_BEHIND_MEASURE.finditer(passage))
    longer = max(ours, theirs, key=len)
    if len(ours) != len(theirs) and longer[-1][0] in PRIMES:
        return False
    for mine, other in zip(ours, theirs, strict=False):
        if bool(mine["single"]) != bool(other["single"]):
            is_prime = mine[0] in PRIMES or other[0] in PRIMES
            if is_prime or not _OPENED.search(quote, 0, mine.start()):
                return False
    return True
