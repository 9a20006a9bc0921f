"""The words that turn a sentence into its opposite, so that none is dropped or added unseen."""

import re
from functools import cache

# Closed classes of words, one line a language. A word that is an ordinary one in English (French "ni", Spanish "sin",
# Dutch "nee") is left out: English is what most sources are in, and each of these languages has its others here.
_WORDS = """
    not no never none nobody nothing nowhere neither nor cannot without hardly scarcely barely seldom rarely
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
# Written without spaces, so that a sign is looked for wherever it stands.
_SIGNS = "不没沒無无未非否勿别"
_ENDINGS = "ない ません ぬ 않 없 못 아니"


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(set(_WORDS.split()), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b|\bn['’]t\b|\w+n['’]t\b|\bn['’](?=\w)|[{_SIGNS}]|{'|'.join(_ENDINGS.split())}", re.IGNORECASE)


def negations(text: str) -> tuple[str, ...]:
    """The negations in a text, in order and lower case."""
    return tuple(match[0].lower() for match in _pattern().finditer(text))
