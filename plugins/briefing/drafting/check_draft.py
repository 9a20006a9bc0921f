"""A draft held against everything a build holds it against, before it is written."""

from collections.abc import Mapping

from ..checks.rules import check_briefing
from ..diagnostics import Code, Diagnostics
from ..model.actor import Actor
from ..model.source import Source
from ..parsing.located_text import LocatedText
from ..parsing.manuscript import parse_manuscript
from ..parsing.resolve import resolve


def check_draft(
    name: str, shown: str, text: str, register: Mapping[str, Actor], catalogue: Mapping[str, Source]
) -> Diagnostics:
    """Return what the reader, the lookup of ids and the editorial rules find wrong; passages were proved one by one.

    The marks to settle are no fault of a draft's, not even in a briefing that is published already.
    """
    manuscript, problems = parse_manuscript(name, LocatedText(shown, text))
    if manuscript is None:
        return problems
    resolved, unknown = resolve(manuscript, register, catalogue)
    found = problems + unknown + check_briefing(resolved)
    return tuple(d for d in found if d.code is not Code.UNSURE_MARK)
