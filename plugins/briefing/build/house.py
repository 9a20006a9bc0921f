"""The house rules that a site's settings ask for, read and checked."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..checks.house.policy import BY_THE_CLOCK, IN_ONE_BRIEFING, LEVELS, HousePolicy, OwnRule, name_of
from ..diagnostics import Code, Diagnostic, Diagnostics, Severity, Span
from ..parsing.likeness import near

NAME = re.compile(r"\w[\w-]*")
"""How a rule is called: a lambda has no name to switch it by."""


def read_policy(values: Mapping[str, Any]) -> tuple[HousePolicy, Diagnostics]:
    """Return the house rules that the plugin's settings ask for, and what is wrong with these."""
    own, problems = _own_rules(values["BRIEFING_OWN_RULES"])
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


def _own_rules(rules: Iterable[Any]) -> tuple[dict[str, OwnRule], list[Diagnostic]]:
    """Return the rules of a site's own by their names, and what is wrong with others."""
    own: dict[str, OwnRule] = {}
    problems: list[Diagnostic] = []
    for rule in rules:
        name = name_of(rule) if callable(rule) else ""
        if not NAME.fullmatch(name):
            help = "list functions, each with a name and a docstring"
            problems.append(_problem(f"BRIEFING_OWN_RULES cannot have {rule!r}", help))
        elif name in own or name in {code.value for code in Code}:
            message = f"BRIEFING_OWN_RULES has '{name}', which is the name of another rule"
            problems.append(_problem(message, "give the function a name of its own"))
        else:
            own[name] = rule
    return own, problems


def _problem(message: str, help: str) -> Diagnostic:
    return Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), help)
