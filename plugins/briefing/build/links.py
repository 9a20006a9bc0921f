"""Links of the prose into the site: do they lead anywhere?"""

from collections.abc import Iterable, Iterator, Mapping

from ..diagnostics import Code, Diagnostic, Diagnostics
from ..parsing.explain import near
from ..parsing.resolve import Resolved


def check_links(briefings: Iterable[Resolved], targets: Mapping[str, str]) -> Diagnostics:
    """Return a diagnostic for every ``{filename}`` or ``{static}`` link whose file has no address on the site."""
    return tuple(found for r in briefings for found in _broken(r, targets))


def _broken(resolved: Resolved, targets: Mapping[str, str]) -> Iterator[Diagnostic]:
    prose = resolved.manuscript.prose
    for link in prose.links:
        if link.target not in targets:
            meant = near(link.target, targets)
            help = (
                f"did you mean '{meant}'?"
                if meant
                else "the path is relative to this file, or begins with / for content/"
            )
            message = f"the link leads to content/{link.target}, which is not there or is not published"
            yield Diagnostic(Code.BROKEN_LINK, message, prose.file.span(link.start, link.end), help)
