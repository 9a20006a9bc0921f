"""The closed classes of English words that the grammar of attribution leans on."""

from ..evidence.word_list import listed

ARTICLES = frozenset(["a", "an", "the", "this", "that", "these", "those", "another"])
POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my", "your", "whose"])
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | listed(
        """
    one two three four five six several some many most few all both each every other no any
    """
    )
)
PERSONAL = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])
PRONOUNS = PERSONAL | frozenset(["one", "both", "others", "another", "some", "many", "this", "that"])
PREPOSITIONS = listed(
    """
    of in for at from on with by to about after before during since until against between among under over
    through into near via as despite amid following including toward towards without within outside inside
    across behind alongside besides per versus vs throughout upon onto off out up down like unlike around past
    """
)
SUBORDINATORS = listed(
    """
    when while if because although though as after before since until unless whether where once that than
    """
)
COORDINATORS = frozenset(["and", "or", "but", "nor", "yet", "so"])
RELATIVES = frozenset(["who", "whom", "whose", "which", "that", "where"])
AUXILIARIES = listed(
    """
    is are was were be been being has have had having do does did will would can could may might shall should
    must isn't wasn't aren't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
    isn’t wasn’t aren’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t
    """
)
ADVERBS = listed(
    """
    also then later once again ever never not just even only still soon often always first last already instead
    however therefore moreover meanwhile thus too further rather almost perhaps earlier today yesterday now
    there here both long far well
    """
)
"""Adverbs without the ending -ly, and days, which stand in the same place."""
CHAIN = listed(
    """
    went goes go going likes like liked on to continued continues began begins came comes back by used tried took
    """
)
"""Words between a subject and a verb in "went on to say", "continued by saying"."""
FUNCTION_WORDS = (
    DETERMINERS | PRONOUNS | PREPOSITIONS | SUBORDINATORS | COORDINATORS | RELATIVES | AUXILIARIES | ADVERBS
)

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CALENDAR = frozenset(name.lower() for name in (*MONTHS, *WEEKDAYS))


def is_adverb(word: str) -> bool:
    """Whether a lower-case word may stand between a subject and its verb as an adverb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4) or word in CALENDAR
