"""Whether a briefing counts as its passages do: 63 pupils are not 36 pupils. Numbers of English nouns, and of money."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from .copy import Copy, Remark

_TEENS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_TENS = ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WORDS = {word: number for number, word in enumerate((*_SMALL, *(f"{word}teen" for word in _TEENS)), 2)}
_WORDS |= {f"{word}ty": 10 * number for number, word in enumerate(_TENS, 2)}
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9}
_COUNTED = re.compile(
    r"(?P<about>\b(?:about|around|almost|nearly|roughly|some|over|under|than|least|most|approximately|up to)\s+)?"
    rf"(?P<money>[$£€¥])?(?<![\w.,])(?P<number>\d+(?:[.,]\d+)*|(?:{'|'.join(_WORDS)})\b)"
    rf"(?:[\s-]?(?P<scale>{'|'.join(_SCALES)})\b|(?P<short>{'|'.join(_SHORT)})\b)?"
    r"(?:\s?(?P<percent>%|per ?cent\b)|[\s-](?P<noun>[a-z]+))?",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?")  # 1,234.5, and 12,34,567 as in India
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
"""Of one point nobody can tell: 1.234 is read as in English."""
_IN_OTHER_WORDS = re.compile(
    r"(?i)\b(?:hal(?:f|ve\w*)|third|quarter|fifth|tenth|doubl\w+|twice|tripl\w+|dozen|decade|centur\w+|fortnight|pair"
    r"|couple|score|all|both|none|another|more|fewer|less)s?\b"
)
"""Words by which a passage may count what its figures do not tell."""
_PLURALS = frozenset(["people", "men", "women", "children"])
_NO_NOUNS = frozenset(
    ["does", "this", "thus", "plus", "times", "degrees", "always", "perhaps", "across", "versus", "unless"]
)
_SHORTEST_NOUN = 4


def counts_are_those_of_passages(copy: Copy) -> Iterator[Remark]:
    """What a key point counts, its passages count alike; where they have the thing in other numbers, one is wrong."""
    for i, point in enumerate(copy.briefing.key_points):
        told = _counts(point.text) if point.passage else {}
        passages = " ; ".join(passage.exact for passage in point.passage) if told else ""
        if not told or _IN_OTHER_WORDS.search(passages):
            continue
        for what, theirs in _counts(passages, vague=True).items():
            known = _reckoned(theirs)
            wrong = [written for number, written in told.get(what, {}).items() if number not in known]
            if wrong:
                message = f"the passage has “{next(iter(theirs.values()))}”, and “{wrong[0]}” stands here"
                yield ("key_points", i, "text"), message, "count as the source does, or cite where it says so"


def _counts(text: str, *, vague: bool = False) -> Mapping[str, Mapping[float, str]]:
    """What a text counts: of each thing the numbers, and how each is written; vague ones only if asked for."""
    counted: defaultdict[str, dict[float, str]] = defaultdict(dict)
    for found in _COUNTED.finditer(text):
        what = _thing(found) if vague or not found["about"] else ""
        number = _number(found) if what else None
        if number is not None:
            counted[what].setdefault(number, found[0][len(found["about"] or "") :].strip())
    return counted


def _thing(found: re.Match[str]) -> str:
    """What is counted, in the singular; "" where it is not told by the next word."""
    if found["money"] or found["percent"]:
        return found["money"] or "%"
    noun = (found["noun"] or "").lower()
    is_plural = noun in _PLURALS or (noun.endswith("s") and len(noun) >= _SHORTEST_NOUN and noun not in _NO_NOUNS)
    return noun.removesuffix("s") if is_plural else ""


def _number(found: re.Match[str]) -> float | None:
    """The number, with its scale; None for what has marks as no number has them: 192.168.0.1."""
    written, scale = found["number"].lower(), (found["scale"] or found["short"] or "").lower()
    value = float(_WORDS[written]) if written in _WORDS else _value(written)
    return None if value is None else round(value * (_SCALES | _SHORT).get(scale, 1), 6)


def _value(written: str) -> float | None:
    if _GROUPED.fullmatch(written):
        return float(written.replace(",", ""))
    if _GROUPED_BY_POINTS.fullmatch(written):
        return float(written.replace(".", "").replace(",", "."))
    return float(written.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", written) else None


def _reckoned(numbers: Iterable[float]) -> set[float]:
    """The numbers, and what they come to: sums and differences of two, and the sum of all."""
    known = list(numbers)
    pairs = [(a + b, abs(a - b)) for a, b in combinations(known, 2)]
    return {*known, sum(known), *(reckoned for pair in pairs for reckoned in pair)}
