"""A paragraph as words, marks and whole quotations, and where its sentences end."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..evidence.marks import QuotedSpan
from ..evidence.word_list import listed
from .reporting import SAYING
from .words import ARTICLES, FUNCTION_WORDS, PERSONAL

Kind = Literal["word", "mark", "quote"]

ABBREVIATION = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Col|Lt|Maj|Capt|Cmdr|Adm|Sgt|Brig|Hon|Rev|Fr|Sr|Jr|St|"
    r"Messrs|Hj|Drs|Ir|Cllr|Insp|Supt|Det|Amb|Pres|Del|Atty|Inc|Corp|Co|Ltd|Bros|No|vs|etc|Ave|Blvd|Mt|Ft|Dept|Univ|Assn|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|"
    r"Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)\."
)
_TOKEN = re.compile(
    rf"\b[A-Z]{{1,3}}-(?:[A-Z]\.[A-Z]\.|[A-Z][a-z]{{1,5}}\.)|\b{ABBREVIATION}(?!\w)|(?:\b[A-Za-z]\.){{2,}}|\b[A-Z]\.(?=\s?[A-Z])"
    r"|[^\W_]+(?:(?:['’.,](?=\w)|[-‐‑&_/])[^\W_]+)*(?:['’](?=\s|$))?|\.{2,}|--+|``|''|[^\w\s]|_+"
)
_ENDS = frozenset(".!?…")
_INSIDE_ENDS = (".", "!", "?", "…", "...", "--", "—", "–", ".'", "?'", "!'", ".’", "?’", "!’", ".)", "-")
_MOST_TOKENS = 20_000
_LONGEST_SPEAKER = 14


class Token(NamedTuple):
    """One word, one mark or one whole quotation with its marks: offsets in the text, and the same in lower case."""

    start: int
    end: int
    text: str
    lower: str
    kind: Kind

    @property
    def capital(self) -> bool:
        """Whether it begins as a name does."""
        return self.kind == "word" and self.text[0].isupper()


Tokens = Sequence[Token]


def read_tokens(text: str, start: int, end: int, quotes: Sequence[QuotedSpan]) -> list[Token]:
    """Cut a paragraph into tokens; each of the `quotes` is one, from its opening mark to its closing one.

    A paragraph of more words than prose has is cut short.
    """
    found: list[Token] = []
    at = start
    for quote in quotes:
        opening = _opening_mark(text, quote.start)
        closing = _closing_mark(text, quote.end)
        found += _plain(text, at, opening)
        found.append(Token(opening, closing, text[quote.start : quote.end], "", "quote"))
        at = closing
    found += _plain(text, at, end)
    return _with_nicknames(found[:_MOST_TOKENS])


def _with_nicknames(tokens: list[Token]) -> list[Token]:
    """A single quoted word between two parts of a name is one more part of it: Ann "Annie" Lee."""
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.kind == "quote" and token.text.isalpha() and token.text.istitle() and _is_inside_name(tokens, at):
            tokens[at] = token._replace(lower=token.text.lower(), kind="word")
    return tokens


def _is_inside_name(tokens: Tokens, at: int) -> bool:
    before, behind = tokens[at - 1], tokens[at + 1]
    return before.capital and behind.capital and not {before.lower, behind.lower} & FUNCTION_WORDS


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        kind: Kind = "word" if word[0].isalnum() else "mark"
        yield Token(match.start(), match.end(), word, word.lower(), kind)


def _opening_mark(text: str, start: int) -> int:
    return start - (2 if text[start - 2 : start] in ("``", "''") else 1)


def _closing_mark(text: str, end: int) -> int:
    return end + (2 if text[end : end + 2] == "''" else 1)


def split_sentences(tokens: Tokens) -> list[list[Token]]:
    """Group the tokens of a paragraph into sentences; a quotation belongs to the sentence it is reported in."""
    sentences: list[list[Token]] = [[]]
    for position, token in enumerate(tokens):
        sentences[-1].append(token)
        if _ends_sentence(tokens, position):
            sentences.append([])
    return sentences if sentences[-1] else sentences[:-1]


def _ends_sentence(tokens: Tokens, position: int) -> bool:
    token = tokens[position]
    following = tokens[position + 1] if position + 1 < len(tokens) else None
    if following is None:
        return True
    if token.kind == "quote":
        begins = following.kind == "quote" or following.capital
        return begins and _ends_inside(token.text) and not _is_reported_behind(tokens, position)
    if token.text[0] in _ENDS and token.kind == "mark":
        return following.kind != "mark" or following.text in "([—–―•"
    if token.text == "U.S." or token.text.endswith(".m."):
        return following.text in _SENTENCE_STARTS
    return False


_SENTENCE_STARTS = listed(
    """
    The He She They It We I But And In On At As For This That There If When While His Her A An
    """
)


def _is_reported_behind(tokens: Tokens, position: int) -> bool:
    """Whether a quotation that ends in ? or ! is reported in the words behind it: "Why?" Ann Lee asked."""
    if tokens[position].text.rstrip(" '’)")[-1:] not in "?!—–-":
        return False
    for token in tokens[position + 1 : position + _LONGEST_SPEAKER]:
        if token.kind == "quote" or token.text in _ENDS or token.lower in FUNCTION_WORDS - ARTICLES - {"of", "in"}:
            return token.lower in PERSONAL
        if token.lower in SAYING and not token.capital:
            return True
    return False


def _ends_inside(quoted: str) -> bool:
    """Whether a quotation ends as a sentence does, with its mark inside."""
    return quoted.rstrip().endswith(_INSIDE_ENDS)
