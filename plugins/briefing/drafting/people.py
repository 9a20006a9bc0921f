"""The people and organisations of an article, their names joined and their roles as the article gives them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..evidence.word_list import listed
from .names import Mention, read_callings, read_mentions
from .places import load_places
from .quotations import Sentence
from .roles import BODIES, HONORIFICS, ROLES, is_role

Kind = Literal["person", "organization"]
_THINGS = listed(
    """
    act law bill amendment debate war holiday survey poll forum show convention plan deal treaty day street
    avenue river mountain island zero relation affair studie matter bridge airport station square palace summit
    agreement island building tower hall stadium park zone music report index prize award cup game olympic
    studies action program model programme policy politic fuel enforcement integrity responsibility reform live
    life comment problem
    """
)
"""Last words of names that are no person's, a final s left out."""
_NO_BODIES = listed(
    """
    TV EDT EST PDT PST GMT UTC BST CET AM PM CEO CFO COO MP MBA PHD DNA AIDS HIV SUV PTSD ID IT AI OK
    """
)
_COMPASS = frozenset(
    ["north", "south", "east", "west", "new", "upper", "lower", "old", "great", "greater", "saint", "st."]
)
"""First words of the names of places that share the last one with another."""
_LONGEST_NAME = 4
_COMPANIES = listed(
    """
    chipmaker carmaker automaker drugmaker planemaker phonemaker toymaker steelmaker broadcaster brewer retailer
    lender insurer operator shipbuilder publisher developer supplier
    """
)
"""Words for what a company does that have the form of a person's calling."""
_PARTY = re.compile(r"[DRI]-[A-Z]|[DRI]$")
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])
_FEMALE = re.compile(
    r"\b(?:mrs|ms|miss|lady|dame|madam|queen|princess|\w*woman|actress|wife|mother|daughter|sister|widow|girl|niece|aunt)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:mr|sir|lord|king|prince|\w*[^wo]man|husband|father|son|brother|widower|boy|nephew|uncle)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FoundActor:
    """A mention of a person or body: its offsets, the name joined from all mentions, role and affiliation as given."""

    start: int
    end: int
    name: str
    kind: Kind
    role: str = ""
    affiliation: str = ""
    gender: str = ""
    sentence: int = 0


def find_actors(sentences: Sequence[Sentence]) -> list[FoundActor]:
    """Find every mention of a person or body, in order; places and names nothing is known of are left out."""
    callings = frozenset[str]().union(*(read_callings(s.tokens) for s in sentences))
    placed = [
        (number, m)
        for number, s in enumerate(sentences)
        for m in read_mentions(s.tokens, is_body=s.is_body, callings=callings)
    ]
    people = _People(m for _, m in placed)
    found = (people.actor(number, mention) for number, mention in placed)
    return [actor for actor in found if actor]


class _People:
    """What all mentions together tell: which names are people's, and which short name stands for which full one."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        mentions = list(mentions)
        self._places = load_places()
        alone = [m for m in mentions if len(m.words) == 1 and not m.has_article and not m.in_headline]
        self._speaking = {m.text for m in alone if m.speaks}
        self._acting = {m.text for m in alone if (m.acts or m.speaks) and not self._is_place(m)}
        self._persons = {m.words for m in mentions if len(m.words) > 1 and self._shows_person(m)}
        for one, other in pairwise(mentions):
            self._persons |= self._named_together(one, other)
        self._titled = {m.words[0] for m in mentions if len(m.words) == 1 and m.title}
        self._short = self._short_names()
        self._notes: dict[tuple[str, ...], Mention] = {}
        self._genders: dict[tuple[str, ...], str] = {}
        for mention in mentions:
            full = self._full(mention)
            if full and (mention.role or mention.affiliation or len(mention.title) > 4):
                self._notes.setdefault(full, mention)
            if full and (gender := _gender(mention)):
                self._genders.setdefault(full, gender)
        for one, other in pairwise(mentions):
            if one.joins_next and one.title.rstrip(".").endswith("s") and other.words in self._persons:
                self._notes.setdefault(other.words, one)  # Sens. Ann Lee and Bob May

    def _shows_person(self, mention: Mention) -> bool:
        if self._is_place(mention) or _is_body(mention) or _is_company(mention):
            return False
        last = mention.words[-1]
        is_thing = last.lower().rstrip("s") in _THINGS and last not in self._speaking
        if mention.in_headline or is_thing or all(is_role(w.lower()) for w in mention.words):
            return False
        if mention.title or mention.role or mention.aged or _PARTY.match(mention.affiliation):
            return True
        return not mention.has_article and (mention.speaks or last in self._speaking or self._is_taken_up(mention))

    def _is_taken_up(self, mention: Mention) -> bool:
        """Whether the last word of a name stands alone later and does something, as people are named again."""
        is_name = len(mention.words) < _LONGEST_NAME and mention.words[0].lower() not in _COMPASS
        return is_name and mention.words[-1] in self._acting

    def _named_together(self, one: Mention, other: Mention) -> set[tuple[str, ...]]:
        """The names that are people's because they stand in one breath with one: Ann Lee and Bob May said."""
        if not one.joins_next or other.first != one.last + 1:
            return set()
        pair = {one.words, other.words}
        return {m.words for m in (one, other) if self._may_be_person(m)} if pair & self._persons else set()

    def _may_be_person(self, mention: Mention) -> bool:
        is_name = 1 < len(mention.words) < _LONGEST_NAME and not mention.has_article and not mention.in_headline
        return is_name and not _is_body(mention) and not self._is_place(mention) and not _is_thing(mention)

    def _is_place(self, mention: Mention) -> bool:
        return mention.text.lower() in self._places

    def _short_names(self) -> Mapping[str, list[tuple[str, ...]]]:
        short: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(self._persons):
            chief = [word for word in words if word.lower() not in _SUFFIXES]
            short[chief[-1]].append(words)
            if chief[0] in self._titled | self._acting or len(chief) == 3:
                short[chief[0]].append(words)
        return short

    def _full(self, mention: Mention) -> tuple[str, ...] | None:
        """The full name a mention stands for; its own words where it is the only form; None where it is no person."""
        if mention.words in self._persons:
            return mention.words
        inside = next((mention.words[at:] for at in (1, 2) if mention.words[at:] in self._persons), None)
        if inside and not _is_body(mention):
            return inside  # an office that is written like a name stands before it
        candidates = self._short.get(mention.words[-1], []) if len(mention.words) < 3 else []
        candidates = [c for c in candidates if len(mention.words) == 1 or c[0] == mention.words[0]]
        if candidates and not mention.has_article:
            return max(candidates, key=lambda words: (self._agrees(mention, words), len(words)))
        if (
            mention.title
            and not self._is_place(mention)
            and not _is_company(mention)
            and not (len(mention.words) == 1 and mention.text.isupper())
            and not _is_body(mention)
            and mention.words[-1].lower() not in ROLES
        ):
            return mention.words
        return None

    def _agrees(self, mention: Mention, words: tuple[str, ...]) -> bool:
        gender = _gender(mention)
        return not gender or getattr(self, "_genders", {}).get(words, gender) == gender

    def actor(self, sentence: int, mention: Mention) -> FoundActor | None:
        """The actor a mention stands for."""
        full = self._full(mention)
        if full is None:
            return _body(sentence, mention) if _is_body(mention) and not self._is_place(mention) else None
        told = (
            mention if mention.role or mention.affiliation or _office(mention.title) else self._notes.get(full, mention)
        )
        office = _office(told.title)
        role = told.role or office
        if told.role and office and office.lower() not in told.role.lower():
            role = f"{office}, {told.role}"
        gender = self._genders.get(full, "")
        return FoundActor(
            mention.start, mention.end, " ".join(full), "person", role, told.affiliation, gender, sentence
        )


def _body(sentence: int, mention: Mention) -> FoundActor:
    return FoundActor(mention.start, mention.end, mention.text, "organization", sentence=sentence)


def _is_body(mention: Mention) -> bool:
    if len(mention.words) > 1:
        return mention.has_which or any(word.lower() in BODIES or word == "&" for word in mention.words)
    only = mention.words[0]
    is_acronym = only.isupper() and only.isalpha() and 1 < len(only) < 7 and only not in _NO_BODIES
    is_titled = bool(mention.title) and not _is_company(mention)
    return (is_acronym and not mention.in_headline and not is_titled) or only in (
        "Congress",
        "Parliament",
        "Senate",
    )


def _is_company(mention: Mention) -> bool:
    """Whether what stands before a name is said of companies: chipmaker, broadcaster."""
    return mention.title.rpartition(" ")[2].lower() in _COMPANIES


def _is_thing(mention: Mention) -> bool:
    return mention.words[-1].lower().rstrip("s") in _THINGS


def _office(title: str) -> str:
    """A title without the forms of address at its end; "" where it is nothing else."""
    words = title.split()
    while words and words[-1].lower().rstrip(".") in HONORIFICS:
        words.pop()
    return " ".join(words)


def _gender(mention: Mention) -> str:
    told = f"{mention.title} {mention.role}"
    female, male = _FEMALE.search(told.split(" of ", maxsplit=1)[0]), _MALE.search(told.split(" of ", maxsplit=1)[0])
    return "" if bool(female) == bool(male) else "female" if female else "male"
