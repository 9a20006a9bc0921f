"""What a source hedges and a briefing states as a fact; the words of hearsay are known in English only."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from ...evidence.word_list import listed
from ...model.source import Passage
from ...parsing.quoted_words import SENTENCE_END
from .copy import PROSE, Copy, Place, Remark
from .dates import HAPPENED

HEARSAY = re.compile(
    r"\b(?:(?:is|are|was|were|been) (?:also |now |widely |still )?"
    r"(?:said|believed|thought|understood|rumou?red|reported|alleged|suspected|reputed) (?:to|that)"
    r"|(?:sources?|insiders?) (?:say|said|says|tells?|told|claim(?:s|ed)?|suggest(?:s|ed)?)"
    r"|(?:reported|alleged|purported|supposed|apparent|reputed)ly|rumou?rs?|unconfirmed|(?:may|might) have)\b"
)
"""Words of a source that say: we have been told, and do not know."""
ANY_HEARSAY = (
    *(
        "source",
        "insider",
        "said to",
        "said that",
        "believed",
        "thought",
        "understood",
        "rumor",
        "rumour",
        "reported",
        "alleged",
    ),
    *("suspected", "reputed", "purported", "supposed", "apparently", "unconfirmed", "may have", "might have"),
)
"""One of these is in all hearsay: looking for them takes a tenth of the time."""
IRREGULAR = {
    verb: tuple(forms)
    for verb, *forms in map(
        str.split,
        """
        become became/begin began begun/break broke broken/bring brought/build built/buy bought/catch caught
        choose chose chosen/come came/deal dealt/draw drew drawn/drive drove driven/eat ate/fall fell fallen
        feed fed/feel felt/fight fought/find found/flee fled/fly flew flown/forbid forbade forbidden
        freeze froze frozen/get got/give gave given/go goes went gone/grow grew grown/hide hid hidden/hold held
        keep kept/know knew known/lay laid/lead led/leave left/lend lent/lose lost/make made/mean meant/meet met
        overcome overcame/overthrow overthrew overthrown/pay paid/rise rose risen/run ran/say said/seek sought
        sell sold/send sent/shake shook shaken/shoot shot/show shown/shrink shrank shrunk/sink sank sunk/sit sat
        speak spoke spoken/spend spent/stand stood/steal stole stolen/strike struck/swear swore sworn/sweep swept
        take took taken/teach taught/tear tore torn/tell told/think thought/throw threw thrown
        undertake undertook undertaken/wear wore worn/win won/withdraw withdrew withdrawn/withhold withheld
        write wrote written
        """.strip()
        .replace("\n", "/")
        .split("/"),
    )
}
"""Verbs by whose other forms a text tells that something is so."""
OPEN = re.compile(
    r"\b(?:(?:may|might|could) |(?:is|are) (?:also |now |widely |still )?(?:expected|likely) to )"
    r"(?:(?:also|even|ever|soon|still|well|yet|[a-z]+ly) )?"
    rf"(?:be (?=(?:[a-z]+ed|{'|'.join(forms[-1] for forms in IRREGULAR.values())})\b))?"
    r"(?P<verb>(?!(?:have|hear|never|not|only|see)\b)(?:[a-z]{3,}|go))\b"
)
"""What a source leaves open: the month is no verb, so capitals count. Who could see or hear something did."""
ANY_OPEN = ("may ", "might ", "could ", "expected to ", "likely to ")
STILL_OPEN = re.compile(r"\b(?:expect\w*|forecast\w*|if|unless|plan(?:s|ned)?|scheduled|due)\b", re.IGNORECASE)
"""Words of a briefing that leave open what comes."""
NO_FACT = listed(
    """
    to will would shall should can cannot must not never ll the a an this that these those its his her their our no any
    of more for by
    """
)
"""Behind one of these a verb tells nothing that is so, or is a noun."""
HEDGED = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|according|accounts?|reputed(?:ly)?|believe[ds]?|th(?:inks?|ought)|understood|may|might|could"
    r"|(?:report|alleg|claim|purport|suspect|rumou?r|suppos)\w*|apparent(?:ly)?|un(?:confirmed|verified|clear|certain)"
    r"|(?:perhaps|possibl[ey]|probabl[ey]|likely|whether|tells?|told))\b",
    re.IGNORECASE,
)
"""Words of a briefing that leave it open, or say whose word it is."""
HELP = "say who says so, or that it is not certain"


def hedges_are_kept(copy: Copy) -> Iterator[Remark]:
    """What the source only heard is not told as known."""
    if not _may_hear(copy):
        return
    for place, text, passages in chain(_claims(copy), _sentences(copy)):
        if not text or HEDGED.search(text):
            continue
        told = "" if _is_ahead(copy, place) else text
        hedge = next(filter(None, (_hearsay(p) or _left_open(p, told) for p in passages)), None)
        if hedge:
            help = f"{HELP}, or status: claimed" if place[0] == "key_points" else HELP
            yield place, f"the source hedges this (“{hedge[0]}”), and it is told here as a fact", help


def _is_ahead(copy: Copy, place: Place) -> bool:
    """Tell whether it is an event that has not happened: the page says so of it."""
    return place[0] == "timeline" and copy.briefing.timeline[int(place[1])].status not in HAPPENED


def _may_hear(copy: Copy) -> bool:
    """Tell at a glance whether any hearsay is cited: each word is looked for once, in all that is cited."""
    cited = {p.exact for _, _, passages in _claims(copy) for p in passages}
    cited.update(c.passage.exact for c in copy.resolved.manuscript.prose.citations)
    words = " ".join("\n".join(cited).lower().split())
    return any(each in words for each in (*ANY_HEARSAY, *ANY_OPEN))


def _hearsay(passage: Passage) -> re.Match[str] | None:
    words = " ".join(passage.exact.lower().split())
    return HEARSAY.search(words) if any(each in words for each in ANY_HEARSAY) else None


def _left_open(passage: Passage, text: str) -> re.Match[str] | None:
    """Return what a source leaves open and a text tells as something that is so: by the same verb."""
    if STILL_OPEN.search(text):
        return None
    found = OPEN.finditer(" ".join(passage.exact.split()))
    return next((each for each in found if _is_told(each["verb"], text)), None)


def _is_told(verb: str, text: str) -> bool:
    stem = verb.removesuffix("e")
    forms = [
        verb,
        f"{stem}e?[sd]",
        f"{stem}ed",
        f"{stem}{stem[-1]}ed",
        *([f"{stem[:-1]}ie[sd]"] if stem[-1] == "y" else []),
        *IRREGULAR.get(verb, ()),
    ]
    told = re.finditer(rf"(?P<before>[^\W_]*)[\W_]*\b(?:{'|'.join(forms)})\b", text, re.IGNORECASE)
    return any(each["before"].lower() not in NO_FACT and not each["before"].isdigit() for each in told)


def _claims(copy: Copy) -> Iterator[tuple[Place, str, tuple[Passage, ...]]]:
    b = copy.briefing
    for i, point in enumerate(b.key_points):
        if point.status == "reported":
            yield ("key_points", i, "text"), point.text, point.passage
    for i, event in enumerate(b.timeline):
        yield ("timeline", i, "title"), f"{event.title} {event.text}", event.passage
    for i, view in enumerate(b.views):
        for j, told in enumerate(view.points):
            yield ("views", i, "points", j, "text"), told.text, told.passage


def _sentences(copy: Copy) -> Iterator[tuple[Place, str, tuple[Passage, ...]]]:
    """Yield the sentence of the prose before each citation of what the source only heard, or leaves open."""
    prose = copy.resolved.manuscript.prose
    hedged = [c for c in prose.citations if _hearsay(c.passage) or OPEN.search(" ".join(c.passage.exact.split()))]
    text = copy.prose if hedged else ""
    starts = [prose.start, *(m.end() for m in SENTENCE_END.finditer(text, prose.start))]
    for citation in hedged:
        stop = citation.start
        while stop > prose.start and text[stop - 1].isspace():
            stop -= 1
        start = starts[bisect_right(starts, stop) - 1]
        sentence = text[start:stop].lstrip()
        yield (PROSE, stop - len(sentence), stop), sentence, (citation.passage,)
