"""The verbs with which an article reports what somebody said, in all their forms."""

from collections.abc import Iterator

from ..evidence.word_list import listed

_SAYING = listed(
    """
    acknowledge add admit advise advocate affirm allege announce answer argue assert assure boast caution charge
    claim comment complain concede conclude confess confide confirm contend counsel counter declare demand deny
    describe detail disclose dispute elaborate emphasize emphasise estimate exclaim explain forecast hint inform
    insist interject joke lament lecture maintain mention muse note observe opine pledge plead point predict
    press proclaim promise pronounce propose protest quip react reason recall recollect recommend recount refute
    reiterate remark remind reply report repeat request respond retort reveal say sigh signal speculate state
    stress stipulate suggest surmise suspect sum tease tell testify threaten urge vow warn whisper wonder worry
    write yell shout scream chant mutter murmur cry tweet post blog email text caption laugh deadpan crack chide
    scold snap fume implore instruct intone fire underscore identify illustrate highlight opine
    """
)
_NAMING = listed(
    """
    accuse applaud attack bash berate blast brand call caricature castigate characterize characterise cite
    compare condemn criticize criticise decry defend denounce deplore deride describe dismiss dub extol hail
    knock label liken lambast lambaste mock praise quote rail rebuke refer reject ridicule rip slam speak term
    tout trash use voice
    """
)
_THINKING = listed(
    """
    agree believe consider doubt expect fear feel figure find foresee hope imagine know learn regard see sense
    think understand view worry want calculate
    """
)
_OTHER = listed(
    """
    ask begin begins continue conclude discuss echo invoke issue offer open read ring show start tell sing sign
    title headline promise
    """
)

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt", "find": "found",
    "know": "knew known", "see": "saw seen", "understand": "understood", "foresee": "foresaw", "begin": "began begun",
    "read": "read", "ring": "rang rung", "show": "showed shown", "sing": "sang sung", "speak": "spoke spoken",
    "recollect": "recollected", "cry": "cried", "deny": "denied", "decry": "decried", "reply": "replied",
    "testify": "testified", "worry": "worried", "label": "labeled labelled", "signal": "signaled signalled",
    "rip": "ripped", "slam": "slammed", "dub": "dubbed", "quip": "quipped", "admit": "admitted", "refer": "referred",
    "snap": "snapped", "sum": "summed", "confer": "conferred", "pen": "penned", "plead": "pleaded pled",
}  # fmt: skip
_DOUBLED = {"rip", "slam", "dub", "quip", "admit", "refer", "snap", "sum", "begin"}


def _forms(verb: str) -> Iterator[str]:
    stem = verb.removesuffix("e")
    yield verb
    yield (
        f"{verb[:-1]}ies" if _ends_in_y(verb) else f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    )
    yield from _IRREGULAR.get(verb, f"{stem}ed").split()


def _ends_in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeou"


def _participle(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ing"
    return f"{verb if verb.endswith('ee') else verb.removesuffix('e')}ing"


SAYING = frozenset(form for verb in (*_SAYING, *_OTHER) for form in _forms(verb))
"""Finite forms of verbs that stand beside a whole quotation: said, added, told."""
NAMING = frozenset(form for verb in _NAMING for form in _forms(verb))
"""Finite forms of verbs that take words into their own sentence: called it "…"."""
THINKING = frozenset(form for verb in _THINKING for form in _forms(verb))
"""Finite forms of verbs of thinking, which report without words: believes, expects."""
REPORTING = SAYING | NAMING | THINKING
PARTICIPLES = frozenset(_participle(verb) for verb in (*_SAYING, *_OTHER, *_NAMING, *_THINKING))
"""Forms such as saying, adding, calling: their subject is that of the verb before."""
QUOTING = frozenset(["quoted", "quotes", "cited", "cites"])
"""Forms whose subject hands on what somebody else said."""
NOUNS_TOO = listed(
    """
    report reports claim claims charge charges comment comments note notes state states point points signal
    signals request requests demand demands estimate estimates forecast forecasts attack attacks call calls
    press fire answer answers promise promises pledge pledges post posts email text worry worries fear fears
    hope hopes view views voice label labels brand brands figure figures show shows issue issues offer offers
    open term terms protest protests tweet tweets use uses blog blogs joke jokes crack cry cries hint ring sign
    signs title start find finds read sense want wants doubt trash caption laugh sigh mention remark remarks
    quote quotes reason headline knock rip slam blast mock rail dispute repeat urge vow counsel detail details
    """
)
"""Forms that are as often nouns: they report only behind something that can be a subject."""
PAST = frozenset(form for form in REPORTING if form.endswith("ed")) | listed(
    """
    said told wrote thought felt found knew saw understood began spoke sang rang
    """
)
"""Forms that can hardly be anything but a verb of reporting."""
