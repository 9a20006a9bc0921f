"""What is fuzzed: functions from any bytes to nothing, which raise only where something is wrong with us."""

import re
from collections.abc import Callable, Mapping

from briefing.checks.rules import check_briefing
from briefing.drafting.extract import extract
from briefing.drafting.page import read_page
from briefing.drafting.structure import read_article
from briefing.evidence.match import find
from briefing.evidence.saved import read_saved
from briefing.evidence.source_text import read_source
from briefing.model.source import Source
from briefing.parsing.addresses import read_addresses, site_path
from briefing.parsing.load import decode
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.report.text import render_text
from briefing.view.markup import markdown_to_html, sanitise

RUNS = re.compile(r"""<(?:script|iframe|object|embed|style|form)\b|(?:href|src)="\s*(?:javascript|data|vbscript):""")
LEAST = b"---\ntitle: A\ndate: 2023-05-08\nsummary: S\nsources: [a]\n"


def briefing(raw: bytes) -> None:
    """A file of content/briefings: it is read, checked, and what is wrong can be said."""
    for each in (raw, LEAST + raw):
        file, found = decode("x.md", each)
        manuscript, more = parse_manuscript("briefings/x.md", file) if file else (None, ())
        if manuscript:
            resolved, problems = resolve(manuscript, {}, {"a": Source(id="a", title="A")})
            more += problems + check_briefing(resolved)
        render_text(found + more)
        if not manuscript and not found + more:
            raise AssertionError("a briefing vanished without a word")


def prose(raw: bytes) -> None:
    """Markdown: what comes of it has nothing that runs, and its addresses lead somewhere or nowhere."""
    text = raw.decode("utf-8", "replace")
    html = sanitise(markdown_to_html(text), lambda address: address).lower()
    if found := RUNS.search(html):
        raise AssertionError(html[found.start() : found.start() + 80])
    for address in read_addresses(text, 0):
        site_path(address.written, "briefings/x/", "https://example.org/repo")


def article(raw: bytes) -> None:
    """A saved article in plain text: everything found is a stretch of it."""
    text = raw.decode("utf-8", "replace")
    for found in extract(read_article(text), None).quotations:
        if not 0 <= found.start < found.end <= len(text):
            raise AssertionError(found)


def page(raw: bytes) -> None:
    """A saved web page."""
    read_page(raw.decode("utf-8", "replace"))


def evidence(raw: bytes) -> None:
    """A saved source and words to look for in it, parted by a NUL: a passage that is found lies in the source."""
    saved, _, words = raw.partition(b"\0")
    for name in ("a.txt", "a.html"):
        text = read_saved(saved, name)
        if isinstance(text, str):
            finding = find(read_source(text), words.decode("utf-8", "replace"))
            if any(not 0 <= p.start < p.end <= len(text) for p in finding.places):
                raise AssertionError(finding)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (briefing, prose, article, page, evidence)
}
