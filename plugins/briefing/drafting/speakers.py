"""Who a speaker's words point at: the actor named in them, or the one a pronoun stands for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from .people import FoundActor
from .roles import is_role, is_title

_SINGULAR = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}
_FAR_BACK = 12
_SOMEBODY_ELSE = re.compile(
    r"(?:^|[.!?]\W+)(?:But |And |Then )?(?P<who>(?:an?|another|one|the other) (?:[a-z-]+ ){0,2}?"
    r"(?:\w+(?:man|woman|ist|er|or)|resident|official|student|witness|aide|girl|boy|mother|father|nurse|farmer))\b",
    re.IGNORECASE,
)
"""Somebody without a name, who is spoken of behind the last who has one: a fisherman, another resident."""
_LONGEST_TITLE = 24


def name_of(text: str, speaker: tuple[int, int], actors: Sequence[FoundActor]) -> str:
    """The joined name of a speaker; the words themselves where no name can be joined to them.

    `actors` are all mentions, by start; a pronoun stands for the person its sentence, or the one before, is about.
    """
    start, end = speaker
    words = " ".join(text[start:end].split())
    if words.lower() in _SINGULAR:
        return _antecedent(text, start, _SINGULAR[words.lower()], actors) or words
    first = bisect_left(actors, start, key=lambda actor: actor.start)
    apposed = _apposed(text, end, actors)
    if apposed and not _names_person(text, end, actors[first : first + _FAR_BACK]):
        return apposed
    if is_role(words.rpartition(" ")[2]) and words.rpartition(" ")[2].islower():
        return _in_office(words, actors[:first]) or words
    inside = [actor for actor in actors[first : first + _FAR_BACK] if actor.end <= end + 2]
    people = [actor for actor in inside if actor.kind == "person"]
    whole = [actor for actor in inside if actor.start <= start + 4]
    chosen = people[-1:] or whole[:1]
    return chosen[0].name if chosen else words


def _in_office(words: str, before: Sequence[FoundActor]) -> str:
    """The one person named before whose office a phrase tells: "the minister"; "" where there is none, or another."""
    article, _, office = words.partition(" ")
    if article.lower() != "the" or " " in office:
        return ""
    named = {actor.name for actor in before if office in actor.role.lower().split()}
    return named.pop() if len(named) == 1 else ""


def _names_person(text: str, end: int, actors: Sequence[FoundActor]) -> bool:
    """Whether a person is named before `end` who is no owner of what follows: Ann Lee, not Ann Lee's lawyer."""
    people = [actor for actor in actors if actor.kind == "person" and actor.end <= end]
    return any(not text.startswith(("'s ", "’s "), actor.end) for actor in people)


def _apposed(text: str, end: int, actors: Sequence[FoundActor]) -> str:
    """The name between commas behind a phrase: Ann Lee in "his campaign manager, Ann Lee, said"; "" where none is."""
    at = bisect_left(actors, end, key=lambda actor: actor.start)
    if at == len(actors):
        return ""
    following = actors[at]
    if following.kind != "person" or following.start - end > _LONGEST_TITLE:
        return ""
    between = text[end : following.start]
    titles = between.removeprefix(", ").split()
    is_between = between.startswith(", ") and all(is_title(word.lower()) for word in titles)
    return following.name if is_between and text.startswith((",", ".", ":"), following.end) else ""


def _antecedent(text: str, before: int, gender: str, actors: Sequence[FoundActor]) -> str:
    last = bisect_left(actors, before, key=lambda actor: actor.start)
    nameless = list(_SOMEBODY_ELSE.finditer(text, actors[last - 1].end, before)) if last else []
    if nameless:
        who, sexes = nameless[-1]["who"], {"male": "woman", "female": "man"}
        is_other = who.endswith(sexes[gender]) and not (gender == "female" and who.endswith("woman"))
        return "" if is_other or "\n" in text[nameless[-1].end() : before] else who
    near = [a for a in actors[max(0, last - _FAR_BACK) : last] if a.kind == "person" and a.gender in ("", gender)]
    if not near:
        return ""
    return next(actor for actor in near if actor.sentence == near[-1].sentence).name
