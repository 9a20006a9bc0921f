"""Which of some people a stretch of a source means; where it could be somebody else, nobody."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..frozen import frozen
from .normal import normalise
from .word_list import listed

_TITLES = listed(
    """
    mr mrs ms miss dr prof professor president minister premier chancellor secretary senator sen rep
    congressman congresswoman representative gov governor mayor judge justice gen general col colonel capt
    captain lt sgt sir dame lord lady king queen prince princess pope rev reverend bishop imam sheikh
    ambassador attorney speaker chairman chairwoman director candidate leader nominee spokesman spokeswoman
    """
)
_NO_PERSON = listed(
    """
    ministry university institute party bank department office agency council court committee union house
    group company inc corp ltd association foundation commission government states street city county the of
    for and united south north east west new prime
    """
)
_JOINING = listed(
    """
    who whom whose that which but except neither nor of for to by with from on about against at in under behind and or
    not no if unless whether had perhaps maybe
    """
)
_BEGINNING = ("But", "And", "For", "So")
"""Joining words that may begin a sentence, and say nothing of its subject there."""
_WORD = re.compile(r"(?<![\w'-])\w+")
_GOES_ON = re.compile(r"[\w-]|'\w")
_LETTER_OR_HYPHEN = re.compile(r"[\w-]")
_CAPITAL_WORD = re.compile(r"\b([A-Z][\w'-]*\.?) \Z")
_LONGEST_NAME = 40
_FULL_NAME = re.compile(r"[A-Z][\w'.-]*(?: (?:(?:de|van|von|al|bin|der|la) )?[A-Z][\w'.-]*)+")
# A person without a name, or what may be one: "the mayor", "a senior official". Better one too many than one missed.
_SOMEBODY = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Oo]ne|[Hh]is|[Hh]er|[Aa]nother|[Tt]heir) (?:[\w-]+ ){0,2}?(?:man|woman|president|aide|mother|"
    r"candidate|wife|husband|son|friend|witness|judge|colleague|pupil|student|king|queen|nurse|chef|priest|coach|boy|girl|"
    r"(?!number|matter|order|water|power|paper|letter|winter|summer|other|floor|door|center|quarter|border|river|after|"
    r"over|under|never|however|rather|later|earlier|further|former|prior|better|longer|older|younger|higher|lower)"
    r"\w{2,}(?:er|or|ist|ian|man|woman)|(?:official|expert|chief)(?= (?:who|in|at|from|with|said|told)\b|[,.]))"
    r"\b(?! [A-Z])"
)


@frozen
class Names:
    """The written forms of some people's names, each of one person only, and all the words of each one's names."""

    forms: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    by_beginning: Mapping[str, tuple[str, ...]]
    """The forms by the letters they begin with, the longest first."""

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield the ends of each name in a text, of several at one place the longest."""
        behind = 0
        for match in _WORD.finditer(text):
            start = match.start()
            if start < behind:
                continue
            for form in self.by_beginning.get(match[0], ()):
                end = start + len(form)
                if text.startswith(form, start) and not _GOES_ON.match(text, end):
                    yield start, end
                    behind = end
                    break

    def head(self, phrase: str) -> str | None:
        """Who a noun phrase names: it must end with the name, and nothing but titles may stand before it."""
        found = next(((start, end) for start, end in self.found_in(phrase) if not phrase[end:].strip(" ,")), None)
        if found is None:
            return None
        name = phrase[slice(*found)]
        person = self.forms[name]
        before = phrase[: found[0]].split()
        before = before[1:] if before and before[0] in _BEGINNING else before
        if any(word.lower() in _JOINING or word.endswith(("'s", "s'", "ing")) for word in before):
            return None
        is_full = " " in name
        return person if is_full or not before or self._is_title(before[-1], person) else None

    def only_one_in(self, scope: str) -> str | None:
        """The one person whom a stretch speaks of, when it speaks of nobody else that can be told."""
        found = {self.forms[scope[start:end]] for start, end in self.found_in(scope)}
        if len(found) != 1 or _SOMEBODY.search(scope):
            return None
        person = found.pop()
        strangers = (name for name in _FULL_NAME.findall(scope) if not self._is_known(name, person))
        return None if any(strangers) else person

    def means_somebody(self, scope: str) -> bool:
        """Whether a stretch speaks of a person without a name, or of what may be one."""
        return bool(_SOMEBODY.search(scope))

    def _is_title(self, word: str, person: str) -> bool:
        bare = word.strip(".,()")
        return not bare[:1].isupper() or bare.lower() in _TITLES or bare in self.words[person]

    def _is_known(self, name: str, person: str) -> bool:
        """Whether a run of capitalised words ends with the person's name, or names no person at all."""
        words = [word.strip(".").removesuffix("'s") for word in name.split()]
        last = words[-1]
        if last in self.words[person]:
            return all(self._is_title(word, person) or word.lower() in _NO_PERSON for word in words[-2:-1])
        return any(word.lower() in _NO_PERSON for word in words) or all(word.lower() in _TITLES for word in words)


def read_names(names: Mapping[str, tuple[str, ...]], text: str) -> Names:
    """Read the forms under which each person may be written in a text.

    A full name stands for its first and its last word, too, unless two people of the list share that word or the text
    has a person of another name who does.
    """
    return _read(tuple((person, *forms) for person, forms in names.items()), text)


@lru_cache(maxsize=64)
def _read(names: tuple[tuple[str, ...], ...], text: str) -> Names:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    words: dict[str, frozenset[str]] = {}
    for person, *given in names:
        written = [normalise(form).words.strip() for form in given]
        words[person] = frozenset(word for form in written for word in form.split())
        for form in written:
            owners[form].add(person)
            for short in _short_forms(form):
                owners[short].add(person)
    unshared = {form: min(people) for form, people in owners.items() if form and len(people) == 1}
    forms = {form: person for form, person in unshared.items() if not _has_namesake(form, words[person], text)}
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        if beginning := _WORD.match(form):
            beginnings[beginning[0]].append(form)
    return Names(forms, words, {word: tuple(found) for word, found in beginnings.items()})


def _short_forms(form: str) -> Iterator[str]:
    words = form.split()
    if not 2 <= len(words) <= 4 or any(word.lower() in _NO_PERSON for word in words):
        return
    yield from (word for word in {words[0], words[-1]} if len(word) > 2 and word.lower() not in _TITLES)


def _has_namesake(form: str, own: frozenset[str], text: str) -> bool:
    """Whether the text has a person with this last name and another first name."""
    if " " in form or form not in text:
        return False
    return any(
        word.strip(".") not in own and word.strip(".").lower() not in _TITLES | _NO_PERSON and len(word) > 2
        for word in _words_before(form, text)
    )


def _words_before(form: str, text: str) -> Iterator[str]:
    """Yield the words with a capital that stand right before a name."""
    at = text.find(form)
    while at >= 0:
        before = _CAPITAL_WORD.search(text, max(0, at - _LONGEST_NAME), at)
        if before and not _LETTER_OR_HYPHEN.match(text, at + len(form)):
            yield before[1]
        at = text.find(form, at + 1)
