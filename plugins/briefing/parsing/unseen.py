"""Characters that nobody sees and no page can hold, and marks that turn the direction of all that follows.

Where texts come in, both are refused; what comes in otherwise, a saved article's own, is dropped where it goes out.
HTML, XML 1.0 and YAML have no control characters but tab and line ends, and discourage noncharacters.
"""

import re

from ..diagnostics import Code, Diagnostic
from .located_text import LocatedText

CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
TURNING = "\u202a-\u202e\u2066-\u2069"
CONTROL, TURN = re.compile(f"[{CONTROLS}]"), re.compile(f"[{TURNING}]")
COMMON = "\r\t\u00a0\u202f\u3000\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"
ENDS = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
"""What begins an embedding, an override or an isolate, and what ends it (UAX #9)."""


def _is_plain(text: str) -> bool:
    """Tell, as fast as can be, whether a text has no other unseen character than those that most texts have."""
    if text.isprintable() or (text := text.replace("\n", "")).isprintable():
        return True
    for common in COMMON:
        text = text.replace(common, "")
    return text.isprintable()


def seen(text: str) -> str:
    """Return a text without control characters; those that are white space become a blank."""
    if _is_plain(text):
        return text
    return CONTROL.sub(lambda found: " " if found[0].isspace() else "", text)


def fit(text: str) -> str:
    """Return a text as a briefing may have it: one with a turn of direction that is not taken back has none."""
    text = seen(text)
    return text if find_unseen(text) < 0 else TURN.sub("", text)


def find_unseen(text: str) -> int:
    """Return where a character stands that no text may have, or -1; a turn of direction may, if it is taken back."""
    if _is_plain(text):
        return -1
    found = CONTROL.search(text)
    return found.start() if found else _unended(text)


def explain_unseen(file: LocatedText, start: int, end: int, character: str) -> Diagnostic:
    """Return what is wrong with a character between two offsets of a file, where it may be written as an escape."""
    at = file.text.find(character, start, end)
    span = file.span(at) if at >= 0 else file.span(start, end)
    if TURN.match(character):
        message = f"an invisible mark (U+{ord(character):04X}) turns the direction of the text, and is not taken back"
    else:
        message = f"an invisible control character (U+{ord(character):04X}) stands here"
    return Diagnostic(Code.UNSEEN_CHARACTER, message, span, "delete it; it often comes with pasted text")


def _unended(text: str) -> int:
    begun: list[int] = []
    for found in TURN.finditer(text):
        if found[0] in ENDS:
            begun.append(found.start())
        elif not begun or ENDS[text[begun.pop()]] != found[0]:
            return found.start()
    return begun[0] if begun else -1
