"""Which house rules a site has, and how much each matters: a value, made from its settings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from inspect import getdoc
from typing import Any

from ...diagnostics import Code, Severity
from ...frozen import frozen

IN_ONE_BRIEFING = (
    Code.SUMMARY_TOO_LONG,
    Code.POINT_WITHOUT_PASSAGE,
    Code.EXPERT_WITHOUT_AFFILIATION,
    Code.SPEAKER_NOT_AMONG_ACTORS,
    Code.EVENT_AFTER_AS_OF,
    Code.SINGLE_SOURCE,
    Code.IMAGE_WITHOUT_ALT,
    Code.HEDGE_DROPPED,
    Code.DATE_DIFFERS,
    Code.COUNT_DIFFERS,
)
BY_THE_CLOCK = (Code.WATCH_OVERDUE, Code.REVIEW_OVERDUE)
"""Rules that a build asks of its day: what was right yesterday must not stop it, so they are notes by default."""
CLOCKED = {code.value for code in BY_THE_CLOCK}
LEVELS: Mapping[str, Severity | None] = {"off": None, **{s.value: s for s in Severity}}
OwnRule = Callable[[Any], Iterable[Any]]
"""A function of a site's settings: `HouseRule`, as far as the settings can promise."""


@frozen
class HousePolicy:
    """The rules of a site; by default every one of ours, and none of its own."""

    levels: Mapping[str, Severity | None] = field(default_factory=dict)
    """How much a rule matters, by its name, where that is not as usual; None switches it off."""
    own: Mapping[str, OwnRule] = field(default_factory=dict)
    """The site's own rules by their names."""
    summary_words: int = 60
    review_days: int = 0
    """After so many days a briefing is to be looked at again; 0 is never, as it is unless a site asks."""

    def level(self, rule: str) -> Severity | None:
        """Return how much a rule matters; None where it is off."""
        return self.levels.get(rule, Severity.NOTE if rule in CLOCKED else Severity.WARNING)


def name_of(rule: OwnRule) -> str:
    """Return the name of a site's own rule, as messages have it: its function's."""
    return getattr(rule, "__name__", type(rule).__name__).replace("_", "-")


def explanation_of(rule: OwnRule) -> str:
    """Return what a site's own rule means: the docstring of its function."""
    return " ".join((getdoc(rule) or "").split())
