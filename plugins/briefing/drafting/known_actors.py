"""Whether somebody an article names is an actor the site knows already: by name, by alias, surname first or last."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from unicodedata import combining, normalize

from ..model.actor import Actor
from .roles import HONORIFICS, TITLES

Key = TypeVar("Key")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class KnownActors:
    """The actors of the register and of a briefing by every form of their names."""

    actors: Mapping[str, Actor]
    _forms: Mapping[tuple[str, ...], frozenset[str]]
    _surnames: Mapping[str, frozenset[str]]

    def named(self, name: str) -> frozenset[str]:
        """The ids of those who have a name or alias of these words, in whatever order a full name has them."""
        return self._forms.get(_key(name), frozenset())

    def surnamed(self, name: str) -> frozenset[str]:
        """The ids of the people whose name begins or ends with a single word."""
        words = _words(name)
        return self._surnames.get(words[0], frozenset()) if len(words) == 1 else frozenset()


def known_actors(actors: Mapping[str, Actor]) -> KnownActors:
    """Look up actors by the forms of their names; an article names nobody who is invented."""
    forms: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for id, actor in ((id, actor) for id, actor in actors.items() if not actor.fiction):
        for form in written_forms(actor):
            forms[_key(form)].add(id)
        words = _words(actor.name)
        if actor.kind == "person" and len(words) > 1:
            surnames[words[0]].add(id)
            surnames[words[-1]].add(id)
    return KnownActors(actors, _frozen(forms), _frozen(surnames))


def written_forms(actor: Actor) -> Iterable[str]:
    """The forms of an actor's name as sources write them, the house spelling first."""
    return filter(None, dict.fromkeys((actor.name, *actor.as_written)))


def _frozen(sets: Mapping[Key, set[str]]) -> Mapping[Key, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in sets.items()}


def _key(name: str) -> tuple[str, ...]:
    """The words of a name without titles, accents, capitals, hyphens and order."""
    words = _words(name)
    chief = [word for word in words if word not in HONORIFICS | TITLES | {"prime"}]
    return tuple(sorted(chief or words))


def _words(name: str) -> list[str]:
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if not combining(c))
    return _WORD.findall(plain)
