"""What is said in a sentence that reports it: the words behind "said that", without who said it."""

import re

from .reporting import SAYING, THINKING

_AGAINST = re.compile(r"(?:den[iy]|disput|doubt|refut|dismiss|question|reject)")
_VERBS = "|".join(sorted((v for v in SAYING | THINKING if not _AGAINST.match(v)), key=len, reverse=True))
"""Who denies something does not say it: that verb stays with its clause."""
_ACCORDING = re.compile(
    r"(?i)^(?:[^,]{0,80},\s+)?according to [^,]{2,120},\s+(?P<said>.+)$|^(?P<before>.+?),? according to "
)
_THAT = re.compile(rf"(?<!not )(?<!never )\b(?:{_VERBS})\b(?: [\w.’' -]{{1,60}}?)?\s+that\s+(?P<said>.+)$")
_BEHIND = re.compile(rf"^(?P<said>.+?),\s+(?:[\w.’'-]+\s+){{1,6}}(?:{_VERBS})\b[^,]{{0,60}}$")
_FEWEST_WORDS = 4


def reported(sentence: str) -> str:
    """The reported clause of a sentence on one line, as a sentence of its own; all of it where there is none."""
    for pattern in (_ACCORDING, _THAT, _BEHIND):
        match = pattern.search(sentence)
        said = next(filter(None, match.groups()), "") if match else ""
        if len(said.split()) >= _FEWEST_WORDS:
            return said[:1].upper() + said[1:].rstrip(" ,") + ("" if said.rstrip().endswith((".", "?", "!")) else ".")
    return sentence
