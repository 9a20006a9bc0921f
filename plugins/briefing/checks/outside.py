"""Links that lead out of the site: where a file has them, and what an answer to one means."""

import re
from collections.abc import Iterator

from ..diagnostics import Code, Diagnostic, Severity, Span
from ..frozen import frozen
from ..parsing.located_text import LocatedText

URL = re.compile(r"https?://[^\s\"'<>\]}|\\^`{]+", re.IGNORECASE)
TRAILING = ".,;:!?*_"
BUSY = {401, 403, 405, 429, 451, 503}  # the host is there, and does not want to be asked by a program


@frozen
class Answer:
    """What came of asking for an address."""

    status: int = 0
    """The HTTP status at the end; 0 where nobody answered."""
    moved_to: str = ""
    """The address that it has moved to for good."""
    said: str = ""
    """Why nobody answered."""


def outside_links(file: LocatedText) -> Iterator[tuple[str, Span]]:
    """Yield every web address in a file, and where it stands."""
    for found in URL.finditer(file.text):
        url = found[0].rstrip(TRAILING)
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(TRAILING)
        yield url, file.span(found.start(), found.start() + len(url))


def trouble(answer: Answer) -> str:
    """Return why an address is dead, as a clause; "" where it is not, or where the host only minds being asked."""
    if answer.status in BUSY or 200 <= answer.status < 400:
        return ""
    return f"answers {answer.status}" if answer.status else f"does not answer: {answer.said}"


def verdict(url: str, answer: Answer, span: Span) -> Diagnostic | None:
    """Return a warning where an address is dead or has moved for good; RFC 9110."""
    if why := trouble(answer):
        help = "mend it, or cite an archived copy (archive_url)"
        return Diagnostic(Code.DEAD_LINK, f"{url} {why}", span, help, Severity.WARNING)
    if answer.moved_to and answer.status not in BUSY:
        message = f"{url} has moved for good"
        return Diagnostic(Code.MOVED_LINK, message, span, f"write {answer.moved_to}", Severity.WARNING)
    return None
