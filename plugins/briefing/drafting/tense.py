"""Whether a date lies ahead or behind, as the words around it tell."""

import re

_AHEAD = re.compile(
    r"\b(?:(?:will|would|shall) (?:not )?be [a-z]{2,}ed|be (?:allowed|permitted|required|made) to [a-z]+"
    r"|will|won['’]t|shall|can|could|may|might|must|should|would|if|due|going to|upcoming|ready to|slated|scheduled"
    r"|(?:is|are|was|were|be|been|has|have|had) (?:to|due|set|scheduled|expected|planned|slated|supposed)\b"
    r"|expects?|expected|plans? (?:to|for)|planned|planning|hopes? to|intends? to|prepar(?:es|ing|ed) (?:to|for)"
    r"|set (?:to|for)"
    r"|(?:travel|host|face|meet|visit|resume|reconvene|open|begin|start|welcome|vote|expire)s?)\b|['’]ll\b"
)
_BACK = re.compile(
    r"\b(?:said|says|told|was|were|had|has|have|did|went|came|took|made|met|held|began|won|lost|left|saw|gave|got|fell"
    r"|rose|wrote|found|broke|hit|shot|died|sent|led|ran|spoke|became|since|after|last|ended|[a-z]{2,}ed|is|are|when"
    r"|where)\b"
)
_LEADS_AHEAD = re.compile(r"\b(?:until|till|as (?:early|soon|late) as|effective|(?:starting|beginning))(?: on)?\s+$")
_LASTED = re.compile(
    r"\b(?:went on|lasted|continued|stayed|remained|ran|lived|worked|served|waited|talked|fought|sat)\b[^.;]{0,30}$"
)
"""What went on until a day lies behind, and so does the day."""
_FAR_BEFORE, _FAR_BEHIND = 300, 60
"""Characters around a date in which its tense is looked for."""


def looks_ahead(sentence: str, match: re.Match[str]) -> bool | None:
    """What the nearest verb tells: the last one before the date, else the first behind it; None where none does."""
    before = sentence[max(0, match.start() - _FAR_BEFORE) : match.start()]
    if _LEADS_AHEAD.search(before):
        return not _LASTED.search(before)
    if sentence[match.end() - 2 : match.end()] in ("'s", "’s"):
        return None
    ahead, back = _last(_AHEAD, before), _last(_BACK, before)
    if ahead < 0 and back < 0:
        behind = sentence[match.end() : match.end() + _FAR_BEHIND]
        ahead, back = -_first(_AHEAD, behind), -_first(_BACK, behind)
    return None if ahead == back < -_FAR_BEHIND else ahead >= back


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match else _FAR_BEHIND + 1
