"""The body somebody belongs to, as a note beside the name tells: at, of, now with, who heads."""

from .roles import is_party_label, is_role
from .tokens import Tokens
from .words import ARTICLES, CALENDAR, FUNCTION_WORDS, POSSESSIVES

NOW = frozenset(["now", "currently", "formerly", "previously"])
_HEADS = frozenset(["heads", "headed", "leads", "led", "runs", "ran", "chairs", "chaired", "directs", "directed"])
_HEADS_NOW = frozenset(["heads", "leads", "runs", "chairs", "directs", "owns", "manages", "edits"])
_LONGEST_CLAUSE = 9
_WORKS = frozenset(
    ["studies", "studied", "teaches", "taught", "works", "worked", "researches", "lectures", "practices"]
)
_AFFILIATING = frozenset(["at", "of", "for", "with", "from", "in", "on", "to"])
CLAUSES = _HEADS | _WORKS
"""Verbs behind "who" that tell of a body and not of a calling."""


def split_affiliation(note: str) -> tuple[str, str]:
    """Part a note into the role and the body it belongs to: "a fellow", "the Example Institute"."""
    words = _as_what(note.split())
    if words[0].lower() in NOW and len(words) > 2:
        words = words[1:]
    if words[0] in _AFFILIATING:
        return "", " ".join(words[1:]).removeprefix("the ")
    if is_party_label(words[0]):
        return "", note
    start = 1 if words[0].lower() in ("a", "an", "the") else 0
    clause = next((at for at in range(start + 1, len(words)) if words[at] in ("who", "which", "whose")), len(words))
    for at in range(start + 1, clause - 1):
        behind = words[at + 1 : at + 3]
        if words[at] in _AFFILIATING and any(word[:1].isupper() for word in behind):
            body = words[at + 1 : clause]
            end = _second_role(body)
            role = [*words[start:at], *body[end : end + 1], *body[end + 2 :]]
            return " ".join(role), " ".join(body[:end]).removeprefix("the ").rstrip(",")
    return " ".join(words[start:]), ""


def _as_what(words: list[str]) -> list[str]:
    """The calling in "worked there as a nurse since 1999"; all words where they begin with it."""
    as_a = next((at for at in range(1, len(words) - 2) if words[at] == "as" and words[at + 1] in ("a", "an")), None)
    if as_a is None or words[0].lower() in ARTICLES or is_role(words[0].lower()):
        return words
    end = next((at for at in range(as_a + 2, len(words)) if words[at] in ("since", "until", "before", "when")), None)
    return words[as_a + 1 : end]


def _second_role(words: list[str]) -> int:
    """Where what somebody is besides begins: "Harwold University *and* the author of two books"; the end without it."""
    pairs = (at for at in range(1, len(words) - 1) if words[at] == "and" and words[at + 1] in ARTICLES)
    return next(pairs, len(words))


def body_in_clause(tokens: Tokens, at: int) -> str:
    """The body in "who heads the Example Institute", "who studies snails at the Example University"; "" without one."""
    first = at + (at < len(tokens) and tokens[at].text == ",")
    if first + 2 >= len(tokens) or tokens[first].lower != "who":
        return ""
    if tokens[first + 1].lower in _HEADS:
        return _capitals(tokens, first + 2)
    if tokens[first + 1].lower not in _WORKS:
        return ""
    for position in range(first + 2, min(first + 9, len(tokens) - 1)):
        if tokens[position].kind != "word":
            return ""
        if tokens[position].lower in ("at", "for", "with"):
            return _capitals(tokens, position + 1)
    return ""


def role_in_clause(tokens: Tokens, at: int) -> str:
    """The role in "who chairs the board", as printed: chairs the board; "" where no such clause follows a name."""
    first = at + (at < len(tokens) and tokens[at].text == ",")
    if first + 2 >= len(tokens) or tokens[first].lower != "who" or tokens[first + 1].lower not in _HEADS_NOW:
        return ""
    if tokens[first + 2].lower not in ARTICLES | POSSESSIVES:
        return ""
    last = first + 3
    while last < len(tokens) and last - first < _LONGEST_CLAUSE and _is_of_role(tokens, last):
        last += 1
    return joined(tokens[first + 1 : last]) if last > first + 3 else ""


def _is_of_role(tokens: Tokens, at: int) -> bool:
    word = tokens[at]
    ends = word.lower in FUNCTION_WORDS and word.lower not in ("of", "for", "the", "and")
    return word.kind == "word" and not ends and word.lower not in CALENDAR


def body_behind(tokens: Tokens, at: int) -> str:
    """The body in "Ann Lee of the Example Institute"."""
    if at + 1 >= len(tokens) or tokens[at].lower not in ("of", "from", "at"):
        return ""
    return _capitals(tokens, at + 1)


def _capitals(tokens: Tokens, at: int) -> str:
    """The name of a body that begins at an index, an article passed over."""
    first = last = at + (at < len(tokens) and tokens[at].lower == "the")
    while last < len(tokens) and (
        tokens[last].capital or (tokens[last].lower in ("of", "for", "and") and last > first)
    ):
        last += 1
    while last > first and not tokens[last - 1].capital:
        last -= 1
    return joined(tokens[first:last])


def joined(tokens: Tokens) -> str:
    """Write tokens on one line, with the spaces that were between them."""
    text, end = "", None
    for token in tokens:
        text += (" " if end is not None and token.start > end else "") + token.text
        end = token.end
    return text
