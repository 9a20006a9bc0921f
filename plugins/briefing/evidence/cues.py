"""The words around a quotation that say who speaks, as English news writes them: "X said", "said X", "according to X".

Only patterns whose subject can be told are read. Whatever else stands there gives no cue, and never a wrong one. The
texts are one sentence, or the part of it on one side of the quotation, with single spaces and straight apostrophes.
"""

import re

from ..frozen import frozen
from .word_list import listed

_VERBS = listed(
    """
    said says saying told tells telling added adds adding asked asks wrote writes tweeted posted argued argues
    explained explains commented noted notes stated states declared declares announced claimed claims warned warns
    insisted insists recalled recalls replied replies responded responds continued concluded concludes affirmed
    emphasized emphasised stressed urged admitted acknowledged complained joked testified observed remarked suggested
    predicted asserted contended maintained vowed promised called described reiterated repeated quipped exclaimed
    answered countered conceded confirmed cautioned pledged recounted lamented boasted mused
    """
)
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(_VERBS))})\b")
_HELPERS = re.compile(r"(?: (?:has|have|had|also|then|later|once|often|\w+ly|did|would|is|was|were|been|being|who))*$")
_PASSIVE = re.compile(r"\b(?:is|was|were|been|being)\b")
_PRONOUN = re.compile(r"he|she|they|i|we|it|you|who", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:—]|\b(?:that|which|whom|when|while|where|because|although|though|after|before|but|as|if|whether)\b"
)
_PARENTHESIS = re.compile(r" ?\([^()]*\)")
_CAPITALS = r"(?:[A-Z][\w'.-]*(?: |(?=[,;:.]|$)))+"
_CALLING = r"(?:[a-z]\w*(?:er|or|ist|ian|man|woman) (?=[A-Z]))"
_LED_BY_NAME = re.compile(rf"(?:[a-z][\w-]* ){{0,5}}{_CAPITALS}(?:{_CALLING}{_CAPITALS})?")
"""A name with what stands before it: the mayor Ann Lee; a body's name with a calling: Coast Wire reporter Ann Lee."""
_CHAIN = re.compile(r"(?:the )?(?:[A-Z][\w.'-]* ){1,5}(?:has |had )?(?:quoted|cited) (.*)")
_AS_SAYING = re.compile(r"\b(?:quoted|cited|quoting|citing) ([^,;:]+) as (?:saying|telling)\b")
_WAS_QUOTED = re.compile(r"(.*) (?:was|is|has been|had been) quoted as saying\b")
_ACCORDING = re.compile(r"(?:according to|in the words of) ([^,;:]+)", re.IGNORECASE)
_DASH = re.compile(r"[—–―-]+ ?([A-Z][^.;:]{1,60})\.?$")
_SCRIPT = re.compile(r"([A-Z][^,;:.]{1,40}):$")
_FARTHEST = 12
"""Words that may stand between the verb and the quotation: "said it would be"."""
_LONGEST_SUBJECT = 20


@frozen
class Cue:
    """The noun phrases that may name who speaks, the likelier first, and whether another is named as having quoted."""

    subjects: tuple[str, ...]
    is_chain: bool = False

    @property
    def words(self) -> str:
        """The likeliest phrase, as the source has it."""
        return self.subjects[0]

    @property
    def is_pronoun(self) -> bool:
        """Whether a pronoun stands for the speaker."""
        return bool(_PRONOUN.fullmatch(self.words))


def cue_before(text: str) -> Cue | None:
    """Read the part of the sentence before the opening mark."""
    text = _PARENTHESIS.sub("", text).strip()
    if match := _AS_SAYING.search(text) or _WAS_QUOTED.search(text):
        return _cue(_last_clause(match[1]), is_chain=True)
    verbs = list(_VERB.finditer(text))
    if verbs:
        between = text[verbs[-1].end() :]
        return None if len(between.split()) > _FARTHEST or ";" in between else _subject(text[: verbs[-1].start()])
    match = _ACCORDING.match(text) or _SCRIPT.match(text)
    return _cue(match[1]) if match else None


def cue_behind(text: str) -> Cue | None:
    """Read the part of the sentence behind the closing mark."""
    text = _PARENTHESIS.sub("", text).strip(" ,")
    if match := _CHAIN.match(text):
        return _cue(_first_phrase(match[1]), is_chain=True)
    if match := _ACCORDING.match(text) or _DASH.match(text):
        return _cue(match[1].split(",")[0])
    verb = _VERB.search(text)
    if verb is None:
        return None
    if verb.start() == 0:
        return _cue(_first_phrase(text[verb.end() :].strip()))
    return None if _CLAUSE.search(text[: verb.start()]) else _subject(text[: verb.start()])


def words_behind_verb(text: str) -> int:
    """How many words follow the verb of a cue; a whole sentence of its own goes on for longer than a cue."""
    verb = _VERB.search(text)
    return len(text[verb.end() :].split()) if verb else 0


def _cue(*subjects: str, is_chain: bool = False) -> Cue | None:
    phrases = tuple(phrase for phrase in (subject.strip(" ,.") for subject in subjects) if phrase)
    return Cue(phrases, is_chain) if phrases else None


def _subject(before_verb: str) -> Cue | None:
    """The subject of a verb; none for a passive, whose subject is spoken to or of."""
    helpers = _HELPERS.search(f" {before_verb}".rstrip())
    if helpers is None or _PASSIVE.search(helpers[0]):
        return None
    clause = _last_clause(f" {before_verb}".rstrip()[: helpers.start()])
    segments = [segment.strip() for segment in clause.split(",") if segment.strip()]
    if not segments or len(segments[-1].split()) > _LONGEST_SUBJECT:
        return None
    has_apposition = clause.rstrip().endswith(",") and len(segments) > 1
    return _cue(*segments[-2:]) if has_apposition else _cue(segments[-1])


def _last_clause(text: str) -> str:
    ends = [match.end() for match in _CLAUSE.finditer(text)]
    return text[ends[-1] :] if ends else text


def _first_phrase(text: str) -> str:
    """The noun phrase that a text begins with, up to and with the name in it."""
    match = _LED_BY_NAME.match(text)
    if match and not text[match.end() :].startswith(("and ", "or ")):
        return match[0]
    return re.split(r"[,;:.]", text, maxsplit=1)[0]
