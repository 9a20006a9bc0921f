"""Names in a sentence, with the role and affiliation that stand beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .affiliations import body_behind, body_in_clause, joined, role_in_clause, split_affiliation
from .appositions import in_brackets, may_be_role, note_before, note_behind, role_start
from .capitals import runs_of_capitals
from .reporting import QUOTING, REPORTING
from .roles import BODIES, PARTICLES, POST_NOMINALS, is_role, is_title
from .tokens import Tokens
from .words import ARTICLES, AUXILIARIES, FUNCTION_WORDS, is_adverb

_HEADLINE_SHARE = 0.75
_NAME_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


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
    acts: bool = False
    """Whether it does or has something: a verb in the past or an auxiliary follows, or it is a possessive."""
    aged: bool = False
    """Whether an age stands behind it, as behind the name of a person only."""
    has_which: bool = False
    """Whether a clause with "which" follows, as of no person."""
    joins_next: bool = False
    """Whether an "and" follows."""
    in_headline: bool = False
    """Whether the sentence is capitalised throughout, so that its capitals tell nothing."""

    @property
    def text(self) -> str:
        """The name on one line."""
        return " ".join(self.words)


def read_mentions(tokens: Tokens, *, is_body: bool = True, callings: frozenset[str] = frozenset()) -> list[Mention]:
    """Find the names of a sentence, in order; what stands between quotation marks is not looked at.

    The article calls somebody by each of the `callings` elsewhere. The capitals of a headline, which is not `is_body`,
    tell nothing; nor do those of a line written like one.
    """
    words = [t for t in tokens if t.kind == "word" and t.lower not in FUNCTION_WORDS]
    is_line = tokens[-1].text not in (".", "?", "!") and all(t.kind != "quote" for t in tokens)
    capitals = sum(not t.text[0].islower() for t in words)
    headline = not is_body or (is_line and len(words) > 3 and capitals > _HEADLINE_SHARE * len(words))
    names = (name for run in runs_of_capitals(tokens) for name in _names_in(tokens, *run, callings))
    return [_mention(tokens, *name, headline, callings) for name in names]


def read_callings(tokens: Tokens) -> frozenset[str]:
    """What people of a sentence are called by what they do: the roofer, a roofer from Harwold."""
    return frozenset(
        noun.text
        for before, noun in pairwise(tokens)
        if before.lower in ARTICLES and noun.text.islower() and may_be_role(noun.text)
    )


def _names_in(tokens: Tokens, first: int, last: int, callings: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The name in a run of capitals: what follows its last title, or all of it."""
    if tokens[last - 1].lower in BODIES and last - first > 1:
        yield first, last
        return
    titled = [i for i in range(first, last) if _is_title_at(tokens, i, last, callings)]
    start = titled[-1] + 1 if titled else first
    if start > first and tokens[start].lower == "of" and start + 2 < last:
        start += 2
    while last > start + 1 and tokens[last - 1].text in POST_NOMINALS:
        last -= 1
    if start < last and tokens[start].lower not in PARTICLES | {"of"}:
        yield start, last


def _is_title_at(tokens: Tokens, at: int, last: int, callings: frozenset[str]) -> bool:
    behind = [t for t in tokens[at + 1 : last] if t.lower not in _NAME_SUFFIXES]
    lower = tokens[at].lower
    if lower == "con" and at and tokens[at - 1].lower.startswith("det"):
        return bool(behind)  # a detective constable
    return (
        bool(behind)
        and (is_title(lower) or ((is_role(lower) or lower in callings) and len(behind) > 1))
        and behind[0].lower not in PARTICLES - {"of"}
    )


def _mention(tokens: Tokens, first: int, last: int, headline: bool, callings: frozenset[str]) -> Mention:
    before = role_start(tokens, first, callings)
    title = joined(tokens[before:first])
    role, affiliation = "", ""
    behind = last
    if behind < len(tokens) and tokens[behind].text == "(":
        affiliation, behind = in_brackets(tokens, behind)
    note, behind = note_behind(tokens, behind)
    if note and _is_clause(tokens, before, behind):
        note, behind = "", last
    if note:
        role, inside = split_affiliation(note)
        affiliation = ", ".join(filter(None, (affiliation, inside)))
    elif not affiliation:
        affiliation = body_behind(tokens, behind) or body_in_clause(tokens, behind)
        role = "" if affiliation or title else role_in_clause(tokens, _past_age(tokens, behind))
    if not note and not affiliation and not role and last < len(tokens) and tokens[last].text in (",", ".", ";", ":"):
        role = note_before(tokens, before)
        title, role = (role, "") if last - first == 1 and not title else (title, role)  # his wife, Teresa, said
    words = tuple(t.text for t in tokens[first:last])
    words = (*words[:-1], _without_possessive(words[-1]))
    end = tokens[first].start + len(words[0]) if last - first == 1 else tokens[last - 1].start + len(words[-1])
    speaks = _speaks(tokens, behind) or _spoken_before(tokens, before)
    article = before == first and first > 0 and tokens[first - 1].lower in ("the", "a", "an")
    return Mention(
        first,
        last,
        tokens[first].start,
        end,
        words,
        title,
        role,
        affiliation,
        article,
        speaks,
        acts=words[-1] != tokens[last - 1].text or _does(tokens, behind),
        aged=_has_age(tokens, last),
        has_which=[t.lower for t in tokens[last : last + 2]] == [",", "which"],
        joins_next=last < len(tokens) and tokens[last].lower == "and",
        in_headline=headline,
    )


def _past_age(tokens: Tokens, behind: int) -> int:
    return behind + 2 if _has_age(tokens, behind) else behind


def _does(tokens: Tokens, behind: int) -> bool:
    """Whether a verb in the past or an auxiliary stands right behind a name."""
    behind += behind < len(tokens) and tokens[behind].text == ","
    if behind >= len(tokens) or tokens[behind].kind != "word":
        return False
    return tokens[behind].lower in AUXILIARIES or (tokens[behind].lower.endswith("ed") and not tokens[behind].capital)


def _has_age(tokens: Tokens, behind: int) -> bool:
    """Whether an age between commas stands behind a name: Ann Lee, 54, said."""
    inside = tokens[behind : behind + 3]
    return (
        len(inside) == 3
        and inside[0].text == ","
        and inside[1].text.isdigit()
        and len(inside[1].text) < 3
        and inside[2].text in (",", ".", ";")
    )


def _is_clause(tokens: Tokens, before: int, behind: int) -> bool:
    """Whether what follows "according to Ann Lee," is no note on her: a note has a comma at its end, too."""
    told = before > 1 and tokens[before - 1].lower == "to" and tokens[before - 2].lower == "according"
    return told and not (behind < len(tokens) and tokens[behind].text == ",")


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _speaks(tokens: Tokens, behind: int) -> bool:
    at = behind
    while at < len(tokens) and (
        tokens[at].text == "," or is_adverb(tokens[at].lower) or tokens[at].lower in AUXILIARIES
    ):
        at += 1
    if at >= len(tokens) or (tokens[at].lower in QUOTING and at + 1 < len(tokens) and tokens[at + 1].capital):
        return False  # who quotes somebody by name is a paper or an agency
    return tokens[at].lower in REPORTING or tokens[at].lower in ("who", "whose")


def _spoken_before(tokens: Tokens, first: int) -> bool:
    """Whether "said" stands before a name, with an adjective between them perhaps: said modest Ann."""
    at = first - 1
    if at > 0 and tokens[at].kind == "word" and tokens[at].text.islower() and tokens[at].lower not in FUNCTION_WORDS:
        at -= tokens[at].lower not in REPORTING
    return at >= 0 and tokens[at].lower in ("said", "says", "added", "asked", "wrote", "argued", "explained")
