"""A saved file in, an article out: the one place of this room that touches the disk."""

import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..evidence.saved import SavedFault, read_saved
from .article import Article
from .page import read_page
from .structure import read_article

LARGEST_FILE = 5_000_000
"""Bytes; a heavy page has a fifth of that."""
MOST_TAGS = 40_000
"""Tags of a page; a heavy one has a tenth of that."""
MOST_ATTRIBUTES = 20_000
"""Attributes of one tag; the time to read them grows with their square."""
_LONG_TAG = re.compile(r"<[^<>]{40000,}")
LARGEST_TEXT = 500_000
"""Characters; a long article has a fifth of that."""
MOST_LINES = 20_000
"""Lines; a long article has a tenth of that, even where its lines are broken at the width of a screen."""
_CHARSET = re.compile(
    rb"(?i)<meta[^>]{1,300}?charset\s*=\s*[\"']?\s*([\w-]{1,40})|<\?xml[^>]{1,80}?encoding=[\"']([\w-]{1,40})"
)
_CHARSET_WITHIN = 4096
"""Bytes at the beginning of a page in which it may declare its encoding; browsers look through 1,024."""
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PAYWALL = re.compile(
    r"(?i)\b(?:subscribe|log in|sign in|register)(?: now)? to (?:continue|keep|read)"
    r"|\bsubscribers? only\b|already a subscriber"
)
_LONGEST_STUB = 150
"""Words; what is longer and asks to subscribe is an article with a button behind it."""
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_FEWEST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a saved file gives no article: a code of `diagnostics`, and a sentence for an editor."""

    code: str
    message: str


def load_article(file: str) -> tuple[Article, bool] | Unreadable:
    """Read a saved article, and say whether it is a web page; never raises for what is in the file."""
    content = read_content(file)
    return content if isinstance(content, Unreadable) else article_in(content, file)


def read_content(file: str) -> bytes | Unreadable:
    """Read the bytes of a file no larger than an article can be."""
    path = Path(file)
    if _ADDRESS.match(file):
        return Unreadable(
            "unreadable-file", f"{file} is an address: save the page in your browser, and name that file."
        )
    try:
        if path.exists() and not path.is_file():
            return Unreadable("unreadable-file", f"{file} cannot be opened: it is not a plain file.")
        if path.stat().st_size > LARGEST_FILE:
            return _too_large(file)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        return Unreadable("unreadable-file", f"{file} cannot be opened: {getattr(error, 'strerror', None) or error}.")


def article_in(content: bytes, file: str) -> tuple[Article, bool] | Unreadable:
    """Read the article in a file's bytes, a page where its suffix or its beginning says so; never raises."""
    if not content.strip():
        return Unreadable("empty-source", f"{file} is empty.")
    is_page = Path(file).suffix.lower() in _PAGE_SUFFIXES or _begins_as_page(content)
    text = _decoded(content, file, is_page=is_page)
    if isinstance(text, SavedFault):
        return Unreadable(text.code, text.message)
    if is_page and _is_overloaded(text):
        return Unreadable("file-too-large", f"{file} has more markup than any article; save the article alone.")
    if is_page:
        return _page_in(text, file)
    if len(text) > LARGEST_TEXT or text.count("\n") > MOST_LINES:
        return _too_large(file)
    letters = islice(filter(str.isalpha, text[:10_000]), _FEWEST_LETTERS)
    if sum(1 for _ in letters) < _FEWEST_LETTERS:
        return Unreadable("no-article", f"{file} holds no running text.")
    if len(text.split(maxsplit=_LONGEST_STUB)) <= _LONGEST_STUB and _PAYWALL.search(text):
        return Unreadable("no-article", f"{file} is the stub before a paywall: save the article as subscribers see it.")
    return read_article(text), False


def _is_overloaded(html: str) -> bool:
    """Whether a page has more markup than it can have text for."""
    if html.count("<") > MOST_TAGS or html.count("=") > 4 * MOST_TAGS:
        return True
    return any(len(tag[0].split()) > MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(html))


def _page_in(html: str, file: str) -> tuple[Article, bool] | Unreadable:
    page = read_page(html)
    if page is None:
        return Unreadable("no-article", f"{file} is a page without an article: {_why_none(html)}.")
    return (page, True) if len(page.source.text) <= LARGEST_TEXT else _too_large(file)


def _why_none(html: str) -> str:
    lower = html.lower()
    if _PAYWALL.search(html):
        return "it is the stub before a paywall; save the article as subscribers see it"
    if "<script" in lower and "<p" not in lower:
        return "scripts write it; copy the text that the browser shows into a .txt file"
    return "no running text was found on it; copy the article's text into a .txt file"


def _too_large(file: str) -> Unreadable:
    return Unreadable("file-too-large", f"{file} is larger than any article should be; save the article alone.")


def _begins_as_page(content: bytes) -> bool:
    start = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))


def _decoded(content: bytes, file: str, *, is_page: bool) -> str | SavedFault:
    text = read_saved(content, "page.txt" if is_page else file)
    if isinstance(text, SavedFault) and is_page and text.code != "binary-file":
        return _as_declared(content)
    return SavedFault(text.code, text.message.replace("page.txt", file)) if isinstance(text, SavedFault) else text


def _as_declared(content: bytes) -> str:
    """A page in the encoding it declares, as browsers read it: ISO 8859-1 stands for Windows-1252."""
    declared = _CHARSET.search(content, 0, _CHARSET_WITHIN)
    name = next(filter(None, declared.groups()), b"").decode("ascii").lower() if declared else "utf-8"
    try:
        return content.decode(
            {"iso-8859-1": "cp1252", "ascii": "cp1252", "latin1": "cp1252"}.get(name, name), "replace"
        )
    except LookupError:
        return content.decode("utf-8", "replace")
