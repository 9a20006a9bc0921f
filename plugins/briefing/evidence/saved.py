"""A saved file's bytes as text: which encodings are read, and what is said about those that are not."""

import codecs
import hashlib
import re
from pathlib import PurePath

from ..frozen import frozen
from .html_text import html_to_text
from .normal import EDGES
from .word_list import listed

_MARKED = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_LOOKED_THROUGH = 4096
"""Bytes of a page in which its encoding must be declared; the standard says 1024, saved pages put comments first."""
_CHARSET = re.compile(rb"<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]+)")
# A label means what browsers take it to mean (WHATWG Encoding Standard, section 4.2).
_MEANT = {
    **dict.fromkeys(("ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1"), "cp1252"),
    **dict.fromkeys(("windows-1252", "x-cp1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949"),
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
}
_READ = listed(
    """
    utf-8 cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 gb18030 cp932 cp949 big5 euc_jp
    koi8-r koi8-u iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13
    iso8859-14 iso8859-15 iso8859-16 iso2022_jp mac-roman
    """
)


A_PDF = ("a PDF", "make a text of it (pdftotext), and look it over")
NO_TEXT = ("not a text", "save the article as .txt or .html")


@frozen
class SavedFault:
    """Why a saved file cannot be read: a code, and a sentence for an editor."""

    code: str
    message: str


def sha256_of(content: bytes) -> str:
    """The SHA-256 of a saved file, in lower-case hexadecimal digits, as a source's `sha256` pins it."""
    return hashlib.sha256(content).hexdigest()


def read_saved(content: bytes, name: str) -> str | SavedFault:
    """Read the text of a saved file; `name` says by its suffix whether it is a web page.

    A page's text is what a reader sees of it, a line for each block. Any other file is its text as it stands, in UTF-8
    or in UTF-16 with a byte order mark. Faults: ``binary-file``, ``unsupported-encoding``,
    ``undecodable``, ``empty-file``.
    """
    is_page = PurePath(name).suffix.lower() in _HTML_SUFFIXES
    mark, encoding = next(((mark, encoding) for mark, encoding in _MARKED if content.startswith(mark)), (b"", ""))
    if not encoding and _looks_like_utf_16(content):
        words = f"{name} seems to be in UTF-16 without a byte order mark: save it again as UTF-8."
        return SavedFault("unsupported-encoding", words)
    if content.startswith(codecs.BOM_UTF32_LE) or (not encoding and _is_binary(content)):
        what, how = A_PDF if content.startswith(b"%PDF") else NO_TEXT
        return SavedFault("binary-file", f"{name} is {what}: {how}.")
    if not encoding:
        encoding = _declared(content) if is_page else "utf-8"
    if encoding not in _READ and not encoding.startswith("utf-16-"):
        return SavedFault("unsupported-encoding", f"{name} is in the encoding “{encoding}”: save it again as UTF-8.")
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        return _undecodable(name, content, encoding, len(mark) + error.start)
    text = html_to_text(text) if is_page else text
    return text if text.strip(EDGES) else SavedFault("empty-file", f"{name} has no text: save the article again.")


def _is_binary(content: bytes) -> bool:
    return b"\x00" in content or content.startswith((b"%PDF-", b"PK\x03\x04", b"\x1f\x8b"))


def _looks_like_utf_16(content: bytes) -> bool:
    """Whether all zero bytes stand on one side of each pair, and the pairs are letters and white space."""
    head = content[: _LOOKED_THROUGH // 2 * 2]
    sides = [side for side in (0, 1) if b"\x00" in head[side::2]]
    if len(sides) != 1 or len(head) % 2:
        return False
    text = head.decode(("utf-16-be", "utf-16-le")[sides[0]], "replace")
    return sum(c.isprintable() or c.isspace() for c in text) > 0.95 * len(text)


def _declared(content: bytes) -> str:
    """The encoding that a page declares, by the name Python knows it by; UTF-8 where it declares none."""
    head = content[:_LOOKED_THROUGH]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    label = found[1].decode("ascii", "replace").lower() if found else "utf-8"
    try:
        return codecs.lookup(_MEANT.get(label, label)).name
    except LookupError:
        return label


def _undecodable(name: str, content: bytes, encoding: str, at: int) -> SavedFault:
    line = content.count(b"\n", 0, at) + 1
    byte = f"{content[at]:02X}" if at < len(content) else "the end"
    if encoding == "utf-8":
        words = f"{name} is not in UTF-8 (line {line}, byte {byte}): save it again as UTF-8."
        return SavedFault("unsupported-encoding", words)
    return SavedFault("undecodable", f"{name} is not in {encoding}, as it says (line {line}, byte {byte}).")
