"""Files that are published as they are: whether a browser that opens one would run something in it.

A browser parses HTML, SVG and XML by rules of their own each. So nothing is parsed here: what looks like a script
anywhere counts as one, in a comment too. That refuses a little too much, and lets nothing through.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from html import unescape

from ..diagnostics import Code, Diagnostic, Span
from ..parsing.located_text import LocatedText

MARKUP = frozenset(
    ("atom", "htm", "html", "mml", "rdf", "rss", "shtml", "svg", "svgz", "xht", "xhtml", "xml", "xsd", "xsl", "xslt")
)
SCRIPTS = frozenset(("cjs", "js", "mjs", "wasm"))
"""A page runs what lies where it looks for a script of its own: ``theme/js/timeline.js``."""
UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f]")  # some encodings hide letters behind them
WORDS = {
    "a script": re.compile(r"<(?:[^\s<>/]*:)?script(?=[\s/>])"),
    "another page inside it": re.compile(r"<(?:[^\s<>/]*:)?(?:applet|embed|frame|iframe|object)(?=[\s/>])"),
    "an event handler": re.compile(r"[\s/\"'](on[a-z]+\s*=)"),
    "a stylesheet that may write scripts": re.compile(r"<\?xml-stylesheet"),
    "names of its own, behind which a script may hide": re.compile(r"<!(?:entity|attlist)"),
}
"""In small letters, as is the text that they are looked for in: to take no note of case would cost much."""
RUNNING_LINK = re.compile(r"(?:java|live|vb)script:|data:(?:text/(?:html|xml)|application/(?:xhtml|xml))")
BLANK = dict.fromkeys(range(0x21))  # browsers pass over these in the scheme of an address


def check_static_file(file: str, name: str, content: bytes) -> Iterator[Diagnostic]:
    """Yield what would run in a file that is published under a name; `file` is what messages call it."""
    if _endings(name)[-1] in SCRIPTS:
        message = "this file is a script, which a page of the site may run in the place of its own"
        yield Diagnostic(Code.SCRIPT_IN_FILE, message, Span(file), "take it away")
        return
    if MARKUP.isdisjoint(_endings(name)) and not content.lstrip().startswith(b"<"):
        return
    text = _text(content)
    if text is None:
        message = "this file is no text in UTF-8: nobody can see whether a script is in it"
        yield Diagnostic(Code.SCRIPT_IN_FILE, message, Span(file), "save it as UTF-8, without compressing it")
        return
    located = LocatedText(file, text)
    for what, start, end in _running(text):
        message = f"this file is published as it is, and has {what}: readers' browsers would run it"
        yield Diagnostic(Code.SCRIPT_IN_FILE, message, located.span(start, end), "take it out of the file")
        return


def _endings(name: str) -> list[str]:
    """Return the endings of a name, all of them: some hosts send ``map.svg.gz`` as a picture that is compressed."""
    return name.rpartition("/")[2].lower().split(".")


def _text(content: bytes) -> str | None:
    """Return the text of a file as every browser reads it, or None where one may read another."""
    try:
        if content.startswith((BOM_UTF16_BE, BOM_UTF16_LE)):
            text = content.decode("utf-16")
        else:
            text = content.removeprefix(BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if UNSEEN.search(text) else text


def _running(text: str) -> Iterator[tuple[str, int, int]]:
    small = text.encode().lower().decode()  # of the same length, for only ASCII has small letters there
    for what, pattern in WORDS.items():
        if found := pattern.search(small):
            start, end = found.span(found.lastindex or 0)
            yield f"{what} ({text[start : min(end, start + 40)].strip()})", start, end
    if found := RUNNING_LINK.search(unescape(text).translate(BLANK).lower()):
        at = small.find(found[0])  # one in disguise has no place that is easily told
        yield f"a link that is a program ({found[0]})", *((at, at + len(found[0])) if at >= 0 else (0, 0))
