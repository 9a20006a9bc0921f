"""Links of the prose into the site: do they lead anywhere?"""

from collections.abc import Iterable, Iterator

from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from ..parsing.explain import near
from ..parsing.resolve import Resolved


def check_links(briefings: Iterable[Resolved], targets: Iterable[str]) -> Diagnostics:
    """Return a diagnostic for every ``{filename}`` or ``{static}`` link whose file has no address on the site.

    `targets` are the files that have one, by their path below the content folder.
    """
    known = frozenset(targets)
    return tuple(found for r in briefings for found in _broken(r, known))


def broken_link(target: str, targets: Iterable[str], span: Span) -> Diagnostic:
    """Return what is wrong with a link to a file that has no address; never a name of a file outside the content."""
    if target.startswith("../"):
        return Diagnostic(Code.OUTSIDE_CONTENT, "the link leads out of the content folder", span, RULE)
    meant = near(target, targets)
    message = f"the link leads to content/{target}, which is not there or is not published"
    return Diagnostic(Code.BROKEN_LINK, message, span, f"did you mean '{meant}'?" if meant else RULE)


RULE = "the path is relative to this file, or begins with / for content/"


def _broken(resolved: Resolved, targets: frozenset[str]) -> Iterator[Diagnostic]:
    prose = resolved.manuscript.prose
    for link in prose.links:
        if link.target not in targets or link.target.startswith("../"):
            yield broken_link(link.target, targets, prose.file.span(link.start, link.end))
