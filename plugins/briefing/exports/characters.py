"""Text as every format can hold it: whatever an editor wrote, what comes out is valid and does nothing.

A lone surrogate is half a character and has no bytes: U+FFFD stands for it. XML 1.0 has no control characters but
tab and line ends, and discourages U+007F–U+009F and noncharacters: they are dropped everywhere, as no format needs
them. Marks of direction stay; embeddings and overrides, which reach beyond the text they stand in, are dropped.
"""

import json
import re
from html import escape
from typing import Any

from ..parsing.unseen import CONTROLS, TURNING

SURROGATE = re.compile("[\ud800-\udfff]")
UNFIT = re.compile(f"[{CONTROLS}{TURNING}]")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
IN_MARKUP = "<>&\x7f\x85\u2028\u2029"


def clean(text: str) -> str:
    """Return a text without what XML and plain-text formats cannot hold; line ends become U+000A."""
    if text.isprintable() or text.replace("\n", "").isprintable():  # most texts; of what is dropped nothing is
        return text
    lines = whole(text).replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    return UNFIT.sub("", lines)


def whole(text: str) -> str:
    """Return a text that has bytes in UTF-8: U+FFFD stands for a lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return SURROGATE.sub("\ufffd", text)
    return text


def one_line(text: str) -> str:
    """Return a clean text on one line, each run of white space being one space."""
    return " ".join(clean(text).split())


def html(text: str) -> str:
    """Return a plain text as HTML."""
    return escape(clean(text))


def xml(text: str) -> str:
    """Return a text as it stands between the tags of XML."""
    return escape(clean(text), quote=False)


def language(tag: str) -> str:
    """Return a language tag of the form of BCP 47, or "" for a text that is none."""
    return tag if LANGUAGE.fullmatch(tag) else ""


def json_text(value: Any) -> str:
    """Return JSON (RFC 8259) on one line that may stand in HTML's ``<script>``, in a line of a file, anywhere."""
    return in_markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def in_markup(text: str) -> str:
    """Return JSON with what it must not have there written as escapes."""
    for sign in IN_MARKUP:  # each is looked for much faster than all at once
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return whole(text)
