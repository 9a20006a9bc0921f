"""The words that turn a sentence into its opposite, so that none is dropped or added unseen."""

import re

from .word_list import listed

# Closed classes of words, one line a language. A word that is an ordinary one in English (French "ni", Spanish "sin",
# Dutch "nee") is left out: English is what most sources are in, and each of these languages has its others here.
_WORDS = listed(
    """
    not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely seldom rarely
    dont doesnt didnt isnt wasnt
    pas jamais aucun aucune rien personne sans ne
    nicht nichts nie niemals niemand kein keine keinen keinem keiner keines ohne weder
    nunca jamás nada nadie ningún ninguna ninguno tampoco
    não nem nunca ninguém nenhum nenhuma sem
    non mai nessuno nessuna senza né
    niet geen nooit niemand zonder
    inte aldrig ingen inget inga utan ikke aldri aldrig ingen uten
    nie nigdy bez żaden ani
    не нет ни никогда никто ничего без
    không chưa chẳng đừng
    tidak bukan belum tanpa değil yok asla
    لا لم لن ليس غير بدون לא אין בלי
    """
)
# Written without spaces, so that a sign is looked for wherever it stands.
_TURNING = listed(
    """
    unless unlikely impossible lack lacks lacked lacking if
    deny denies denied denying refuse refuses refused refusing fail fails failed failing doubt doubts doubted
    """
)
_REVERSING = (_TURNING - {"if"}) | listed("only few except but although though")
_WEIGHING = listed(
    """
    may might can could will would shall should must ought likely probably possibly perhaps maybe allegedly reportedly
    all most many several some few any every each always often sometimes about nearly almost roughly more less very
    """
)
"""Words by which a statement is more or less: how sure, how many, how often, how much."""
_SIGNS = re.compile("[不没沒無无未非否勿别]|ない|ません|않|없|못|아니")
_WORD = re.compile(r"\w+(?:['’]\w+)?|n['’]t\b")
_CONTRACTED = ("n't", "n’t")
_ELIDED = ("n'", "n’")


def negations(text: str) -> tuple[str, ...]:
    """The negations in a text, in order and lower case."""
    words = tuple(word for word in _WORD.findall(text.lower()) if _is_negation(word))
    return words if text.isascii() else (*words, *_SIGNS.findall(text))


def reversing(text: str) -> str:
    """The first word in a text that may reverse the sense of what it is left out of; "" where there is none."""
    return next((word for word in _WORD.findall(text.lower()) if word in _REVERSING), "")


def weighing(text: str) -> tuple[str, ...]:
    """The words in a text that say how sure, how many or how often, negations among them; in order and lower case."""
    found = _WORD.findall(text.lower())
    return tuple(word for word in found if word in _WEIGHING or word in _REVERSING or _is_negation(word))


def turning(word: str) -> bool:
    """Whether a word turns the sense of what follows it, or makes it a condition."""
    return word.lower() in _TURNING


def _is_negation(word: str) -> bool:
    return word in _WORDS or word.endswith(_CONTRACTED) or (len(word) > 3 and word.startswith(_ELIDED))
