"""Names in a sentence: runs of capitalised words, with the role and affiliation that stand beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from .reporting import NOUNS_TOO, PARTICIPLES, REPORTING
from .roles import BODIES, DEPARTMENTS, HONORIFICS, PARTICLES, is_role, is_title
from .tokens import Token, Tokens
from .words import ARTICLES, AUXILIARIES, CALENDAR, FUNCTION_WORDS, POSSESSIVES, is_adverb

_LONGEST_ROLE = 9
_LONGEST_NOTE = 40
_HEADLINE_SHARE = 0.75
_NAME_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_ENDS_NOTE = frozenset(",.;:!?—–―()") | {"--"}
_AFFILIATING = frozenset(["at", "of", "for", "with", "from", "in", "on", "to"])
_STARTS_NAME_NOT = FUNCTION_WORDS | CALENDAR


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the text: token indices, and what is said of it in the same breath."""

    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    title: str = ""
    role: str = ""
    affiliation: str = ""
    has_article: bool = False
    speaks: bool = False
    """Whether it is the subject of a verb of reporting, or has a "who" behind it."""
    in_headline: bool = False
    """Whether the sentence is capitalised throughout, so that its capitals tell nothing."""

    @property
    def text(self) -> str:
        """The name on one line."""
        return " ".join(self.words)


def read_mentions(tokens: Tokens, *, is_body: bool = True) -> list[Mention]:
    """Find the names of a sentence, in order; what stands between quotation marks is not looked at.

    The capitals of a headline, which is not `is_body`, tell nothing; nor do those of a line written like one.
    """
    words = [t for t in tokens if t.kind == "word" and t.lower not in FUNCTION_WORDS]
    is_line = tokens[-1].text not in (".", "?", "!") and all(t.kind != "quote" for t in tokens)
    capitals = sum(not t.text[0].islower() for t in words)
    headline = not is_body or (is_line and len(words) > 3 and capitals > _HEADLINE_SHARE * len(words))
    return [_mention(tokens, first, last, headline) for run in _runs(tokens) for first, last in _names_in(tokens, *run)]


def _runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(tokens):
        if not _begins_name(tokens, at):
            at += 1
            continue
        first = at
        while at < len(tokens) and _is_in_name(tokens, first, at):
            at += 1
        while at > first + 1 and not tokens[at - 1].capital and not tokens[at - 1].text[0].isdigit():
            at -= 1
        yield first, at


def _begins_name(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if not token.capital or token.lower in CALENDAR:
        return False
    if token.lower in _STARTS_NAME_NOT:
        return False
    starts_sentence = at == 0 or tokens[at - 1].kind == "quote"
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return not starts_sentence or not is_adverb(token.lower) or (following is not None and following.capital)


def _is_in_name(tokens: Tokens, first: int, at: int) -> bool:
    token = tokens[at]
    if at > first and tokens[at - 1].text.endswith(("'s", "’s", "s'", "s’")):
        return False
    if token.capital:
        is_common = token.lower in FUNCTION_WORDS or token.lower in CALENDAR
        return not is_common or (at > first + 1 and token.lower in _SYLLABLES)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.capital or at == first:
        return False
    if token.lower == "of":
        return following.text in DEPARTMENTS or (tokens[at - 1].text in _OF_BODIES)
    return (token.lower in PARTICLES or token.text == "&") and following.lower not in FUNCTION_WORDS


_SYLLABLES = frozenset(["in", "an", "on", "so", "do", "no", "may", "will"])
"""Words that are as well a syllable of a name of three: Moon Jae In."""
_OF_BODIES = listed(
    """
    University Institute Ministry Department Bank House Council Board Bureau Court Federation Association Union
    Organization Organisation Office Chamber Academy College School Church Party Commission Committee Society
    Museum League Confederation Conference Congress Center Centre Division Agency Embassy State Republic Kingdom
    City Bishop
    """
)


def _names_in(tokens: Tokens, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The name in a run of capitals: what follows its last title, or all of it."""
    if tokens[last - 1].lower in BODIES and last - first > 1:
        yield first, last
        return
    titled = [i for i in range(first, last) if _is_title_at(tokens, i, last)]
    start = titled[-1] + 1 if titled else first
    if start > first and tokens[start].lower == "of" and start + 2 < last:
        start += 2
    if start < last and tokens[start].lower not in PARTICLES | {"of"}:
        yield start, last


def _is_title_at(tokens: Tokens, at: int, last: int) -> bool:
    behind = [t for t in tokens[at + 1 : last] if t.lower not in _NAME_SUFFIXES]
    lower = tokens[at].lower
    return (
        bool(behind)
        and (is_title(lower) or (is_role(lower) and len(behind) > 1))
        and behind[0].lower not in PARTICLES - {"of"}
    )


def _mention(tokens: Tokens, first: int, last: int, headline: bool) -> Mention:
    before = _role_start(tokens, first)
    title = _joined(tokens[before:first])
    role, affiliation = "", ""
    behind = last
    if behind < len(tokens) and tokens[behind].text == "(":
        affiliation, behind = _in_brackets(tokens, behind)
    note, behind = _note(tokens, behind)
    if note:
        role, inside = _split_affiliation(note)
        affiliation = ", ".join(filter(None, (affiliation, inside)))
    elif not affiliation:
        affiliation = _of_body(tokens, behind)
    words = tuple(t.text for t in tokens[first:last])
    words = (*words[:-1], _without_possessive(words[-1]))
    end = tokens[first].start + len(words[0]) if last - first == 1 else tokens[last - 1].start + len(words[-1])
    speaks = _speaks(tokens, behind) or _spoken_before(tokens, before)
    article = before == first and first > 0 and tokens[first - 1].lower in ("the", "a", "an")
    return Mention(first, last, tokens[first].start, end, words, title, role, affiliation, article, speaks, headline)


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _role_start(tokens: Tokens, name: int) -> int:
    """Where the role before a name begins: "[White House press secretary] Josh Earnest"; the name itself without one."""
    if name == 0 or tokens[name - 1].kind != "word":
        return name
    first = name - 1
    if tokens[first].text in DEPARTMENTS and first > 1 and tokens[first - 1].lower == "of":
        first -= 2
    if not (is_title(tokens[first].lower) or is_role(tokens[first].lower)):
        return name
    while first > 0 and name - first < _LONGEST_ROLE and _modifies(tokens, first - 1, tokens[first]):
        first -= 1
    return first


def _modifies(tokens: Tokens, at: int, following: Token) -> bool:
    token = tokens[at]
    if token.kind != "word" or token.lower in FUNCTION_WORDS | CALENDAR | PARTICIPLES | (REPORTING - NOUNS_TOO):
        return token.capital and token.lower in REPORTING and at > 0
    if token.lower == "of":
        return False
    if following.lower.rstrip(".") in HONORIFICS and not token.capital and not is_role(token.lower):
        return False
    if token.lower.endswith("ed") and not token.capital:
        return at > 0 and tokens[at - 1].lower in ARTICLES
    return not (is_adverb(token.lower) and token.lower.endswith("ly"))


def _in_brackets(tokens: Tokens, opening: int) -> tuple[str, int]:
    closing = next(
        (i for i in range(opening, min(len(tokens), opening + _LONGEST_NOTE)) if tokens[i].text == ")"), None
    )
    if closing is None:
        return "", opening
    inside = tokens[opening + 1 : closing]
    if not inside or not any(t.capital for t in inside) or inside[0].lower in CALENDAR:
        return "", closing + 1
    return _joined(inside), closing + 1


def _note(tokens: Tokens, at: int) -> tuple[str, int]:
    """The apposition behind a name: ", a fellow at the Example Institute,"."""
    if at >= len(tokens) or tokens[at].text not in (",", "—", "–", "--"):
        return "", at
    first = at + 1
    if first + 1 < len(tokens) and tokens[first].text.isdigit() and tokens[first + 1].text == ",":
        first += 2
    if first < len(tokens) and tokens[first].lower == "who":
        first += 2 if first + 1 < len(tokens) and tokens[first + 1].lower in AUXILIARIES else 1
    last = first
    while last < len(tokens) and last - first < _LONGEST_NOTE and not _ends_note(tokens, first, last):
        last += 1
    return (_joined(tokens[first:last]), last) if _is_note(tokens, first, last) else ("", at)


def _ends_note(tokens: Tokens, first: int, at: int) -> bool:
    token = tokens[at]
    if token.kind == "quote" or token.text in _ENDS_NOTE:
        return True
    return at > first + 1 and token.lower in ("said", "says", "told", "wrote", "added")


def _is_note(tokens: Tokens, first: int, last: int) -> bool:
    if last - first < 1:
        return False
    head = tokens[first]
    if head.capital and "-" in head.text and head.text[:2] in ("D-", "R-", "I-"):
        return True
    named = [t for t in tokens[first : first + 9] if t.kind == "word"][: last - first]
    if head.kind != "word" or head.lower in (
        "and",
        "but",
        "or",
        "which",
        "as",
        "in",
        "on",
        "at",
        "while",
        "when",
        "he",
        "she",
    ):
        return False
    if not any(is_role(t.lower) for t in named):
        return False
    return (
        not head.capital
        or head.lower in ARTICLES | POSSESSIVES
        or any(is_role(t.lower) for t in named[:4])
        or "’s" in head.text
        or "'s" in head.text
    )


def _split_affiliation(note: str) -> tuple[str, str]:
    """Part a note into the role and the body it belongs to: "a fellow", "the Example Institute"."""
    words = note.split()
    if words[0][:2] in ("D-", "R-", "I-"):
        return "", note
    start = 1 if words[0].lower() in ("a", "an", "the") else 0
    clause = next((at for at in range(start + 1, len(words)) if words[at] in ("who", "which", "whose")), len(words))
    for at in range(start + 1, clause - 1):
        behind = words[at + 1 : at + 3]
        if words[at] in _AFFILIATING and any(word[:1].isupper() for word in behind):
            return " ".join(words[start:at]), " ".join(words[at + 1 : clause]).removeprefix("the ").rstrip(",")
    return " ".join(words[start:]), ""


def _of_body(tokens: Tokens, at: int) -> str:
    """The body in "Ann Lee of the Example Institute"."""
    if at + 1 >= len(tokens) or tokens[at].lower not in ("of", "from", "at"):
        return ""
    first = last = at + 1 + (tokens[at + 1].lower == "the")
    while last < len(tokens) and (
        tokens[last].capital or (tokens[last].lower in ("of", "for", "and") and last > first)
    ):
        last += 1
    while last > first and not tokens[last - 1].capital:
        last -= 1
    return _joined(tokens[first:last])


def _speaks(tokens: Tokens, behind: int) -> bool:
    at = behind
    while at < len(tokens) and (
        tokens[at].text == "," or is_adverb(tokens[at].lower) or tokens[at].lower in AUXILIARIES
    ):
        at += 1
    return at < len(tokens) and (tokens[at].lower in REPORTING or tokens[at].lower == "who")


def _spoken_before(tokens: Tokens, first: int) -> bool:
    return first > 0 and tokens[first - 1].lower in (
        "said",
        "says",
        "added",
        "asked",
        "wrote",
        "told",
        "argued",
        "explained",
    )


def _joined(tokens: Tokens) -> str:
    """Tokens as one line, with the spaces that were between them."""
    text, end = "", None
    for token in tokens:
        text += (" " if end is not None and token.start > end else "") + token.text
        end = token.end
    return text
