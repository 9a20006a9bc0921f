"""The house rules that a site's settings ask for, read and checked."""

from collections.abc import Mapping
from typing import Any

from ..checks.house.policy import BY_THE_CLOCK, IN_ONE_BRIEFING, LEVELS, HousePolicy, name_of
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..parsing.likeness import near


def read_policy(values: Mapping[str, Any]) -> tuple[HousePolicy, Diagnostics]:
    """Return the house rules that the plugin's settings ask for, and what is wrong with these."""
    rules = values["BRIEFING_OWN_RULES"]
    own = {name_of(rule): rule for rule in rules if callable(rule)}
    problems = [
        _problem(f"BRIEFING_OWN_RULES cannot have {rule!r}", "list functions, each with a name and a docstring")
        for rule in rules
        if not callable(rule)
    ]
    known = sorted([*(code.value for code in (*IN_ONE_BRIEFING, *BY_THE_CLOCK)), *own])
    levels: dict[str, Severity | None] = {}
    for name, level in values["BRIEFING_RULES"].items():
        if name not in known:
            meant = near(str(name), known)
            question = f"; did you mean '{meant}'?" if meant else ""
            problems.append(_problem(f"there is no house rule {name!r}{question}", f"there are: {', '.join(known)}"))
        elif level not in LEVELS:
            problems.append(_problem(f"{name} cannot be {level!r}", f"write one of: {', '.join(LEVELS)}"))
        else:
            levels[name] = LEVELS[level]
    return HousePolicy(levels, own, values["BRIEFING_SUMMARY_WORDS"], values["BRIEFING_REVIEW_DAYS"]), tuple(problems)


def _problem(message: str, help: str) -> Diagnostic:
    return Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), help)
