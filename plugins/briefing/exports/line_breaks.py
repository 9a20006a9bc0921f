"""Where a line of a headline may break, in whatever script.

Unicode tells it of most (UAX 14). Words of Thai, and phrases of Japanese and Chinese, are marked by nothing: BudouX has
learned where they end, and is right mostly. Lao, Khmer and Burmese are left to their spaces.
"""

import re
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import east_asian_width

import budoux
from uniseg.linebreak import line_break_units

KEEPS_WORDS = ("ko",)
"""Languages whose syllables may be parted anywhere by the rules of Unicode (UAX 14), and are not by good printers."""
THAI = re.compile("[\u0e00-\u0e7f]{2,}")
TRADITIONAL = frozenset(("hant", "hk", "mo", "tw"))
"""Parts of the names of languages that are Chinese in traditional letters."""
WIDE = ("W", "F")
"""Letters between which a line may break by the rules of Unicode, within a word too."""


@lru_cache(maxsize=64)  # of a headline, which is set in one size after the other
def units(text: str, lang: str) -> tuple[str, ...]:
    """Return the parts of a text between which a line may break, each with the space after it."""
    if lang.partition("-")[0] in KEEPS_WORDS:
        return tuple(f"{word} " for word in text.split())
    text = " ".join(text.split())
    ends = set(accumulate(map(len, line_break_units(text))))
    ends = _between_phrases(text, lang, ends) | _between_thai_words(text)
    parts = (text[start:end] for start, end in pairwise(sorted({0, *ends})))
    # Unicode keeps a dash or a slash with the word before it, also over a space; here it is a word of its own.
    return tuple(part for unit in parts for part in re.findall(r"\S+\s*", unit))


def _between_thai_words(text: str) -> set[int]:
    """Return where words of Thai end before another, which nothing marks."""
    return {
        run.start() + end for run in THAI.finditer(text) for end in [*accumulate(map(len, _thai().parse(run[0])))][:-1]
    }


def _between_phrases(text: str, lang: str, ends: set[int]) -> set[int]:
    """Return the ends, but for those within a phrase of Japanese or Chinese."""
    phrases = _phrases(lang)
    if not phrases:
        return ends
    known = set(accumulate(map(len, phrases.parse(text))))
    return {end for end in ends if end in known or text[end - 1].isspace() or not _is_wide(text[end - 1 : end + 1])}


def _is_wide(letters: str) -> bool:
    return any(east_asian_width(letter) in WIDE for letter in letters)


@lru_cache(maxsize=1)
def _thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()


@lru_cache(maxsize=8)
def _phrases(lang: str) -> budoux.Parser | None:
    """Return what knows the phrases of a language; None of one that has spaces between them."""
    primary, *more = lang.lower().split("-")
    if primary == "ja":
        return budoux.load_default_japanese_parser()
    if primary == "zh" and TRADITIONAL.isdisjoint(more):
        return budoux.load_default_simplified_chinese_parser()
    return budoux.load_default_traditional_chinese_parser() if primary == "zh" else None
