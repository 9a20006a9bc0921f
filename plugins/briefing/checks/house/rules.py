"""The house rules for one briefing. To add one: write a function, and give it a code in `RULES` and in the policy."""

from collections.abc import Iterator, Mapping

from ...diagnostics import Code, Diagnostic, Diagnostics, Severity, Span, gathered, span_of
from ...origin import line_of, origin_of, said_of
from ...parsing.resolve import Resolved
from .copy import Copy, HouseRule
from .dates import dates_are_those_of_passages, events_end_where_facts_do
from .figures import counts_are_those_of_passages
from .hedges import hedges_are_kept
from .policy import HousePolicy, OwnRule
from .sourcing import (
    experts_have_affiliations,
    key_points_rest_on_passages,
    one_source_is_owned_to,
    speakers_are_actors,
)
from .wording import images_are_described, summary_is_short

HELP = "a rule yields (place, message) or (place, message, help): the place is a field such as 'summary'"
RULES: Mapping[Code, HouseRule] = {
    Code.SUMMARY_TOO_LONG: summary_is_short,
    Code.POINT_WITHOUT_PASSAGE: key_points_rest_on_passages,
    Code.EXPERT_WITHOUT_AFFILIATION: experts_have_affiliations,
    Code.SPEAKER_NOT_AMONG_ACTORS: speakers_are_actors,
    Code.EVENT_AFTER_AS_OF: events_end_where_facts_do,
    Code.SINGLE_SOURCE: one_source_is_owned_to,
    Code.IMAGE_WITHOUT_ALT: images_are_described,
    Code.HEDGE_DROPPED: hedges_are_kept,
    Code.DATE_DIFFERS: dates_are_those_of_passages,
    Code.COUNT_DIFFERS: counts_are_those_of_passages,
}


def check_house(resolved: Resolved, policy: HousePolicy) -> Diagnostics:
    """Return what the house rules find in a briefing; of a draft, which is under way, all of it is a note."""
    copy = Copy(resolved, policy.summary_words)
    is_draft = resolved.briefing.status == "draft"
    found: list[Diagnostic] = []
    for code, rule in RULES.items():
        if level := policy.level(code.value):
            found += _asked(rule, copy, code, Severity.NOTE if is_draft else level)
    for name, rule in policy.own.items():
        if level := policy.level(name):
            found += _own(rule, copy, name, Severity.NOTE if is_draft else level)
    return gathered(found)


def _asked(rule: HouseRule, copy: Copy, code: Code, level: Severity, name: str = "") -> Iterator[Diagnostic]:
    for place, message, *help in rule(copy):
        if copy.is_whole(place):
            yield Diagnostic(code, str(message), copy.span(place), "".join(map(str, help)), level, name)


def _own(rule: OwnRule, copy: Copy, name: str, level: Severity) -> list[Diagnostic]:
    try:
        remarks = list(rule(copy))
        nowhere = next((place for place, *_ in remarks if not copy.has(place)), None)
        if nowhere is None:
            return list(_asked(lambda _: remarks, copy, Code.OWN_RULE, level, name))
        said = f"it yields the place {nowhere!r}, which no part of a briefing has"
        return [_fault(name, rule, said, None, copy)]
    except Exception as error:  # noqa: BLE001 - settings are a program, which can fail in any way
        return [_fault(name, rule, said_of(error), error, copy)]


def _fault(name: str, rule: OwnRule, said: str, error: Exception | None, copy: Copy) -> Diagnostic:
    """Return what is wrong with a rule of the site's own, at its line that failed, or at its first.

    At its first it gave what nobody can take; and what has no code of its own stands in the settings.
    """
    file = copy.resolved.manuscript.fields.file.path
    message = f"the rule {name} fails on {file}: {said}"
    code = getattr(rule, "__code__", None)
    if code is None:
        return Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), HELP)
    failed = origin_of(error, code.co_filename) if error else None
    line = line_of(failed.file, failed.number) if failed else line_of(code.co_filename, code.co_firstlineno)
    return Diagnostic(Code.BAD_SETTING, message, span_of(line), "" if failed else HELP)
