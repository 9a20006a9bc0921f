"""The rules for one briefing, each a promise to its readers. To add one: write a function, add it to `RULES`."""

from collections.abc import Callable, Iterable

from ..diagnostics import Diagnostic, Diagnostics, gathered
from ..parsing.resolve import Resolved
from .addresses import (
    addresses_are_safe,
    aliases_are_addresses_of_the_site,
    language_is_a_tag,
    lists_have_addresses,
    no_page_is_named_as_a_device,
    pages_of_a_briefing_are_few,
    slug_stays_in_its_folder,
)
from .completeness import (
    a_source_is_named,
    inferred_dates_are_marked,
    points_say_something,
    quotation_marks_are_paired,
    related_pages_can_be_found,
)
from .entries import entries_are_sound
from .fiction import fiction_keeps_to_itself
from .references import citations_name_sources, ids_are_unique, positions_answer_questions
from .unsure import nothing_unsure_is_published

Rule = Callable[[Resolved], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    slug_stays_in_its_folder,
    aliases_are_addresses_of_the_site,
    lists_have_addresses,
    language_is_a_tag,
    pages_of_a_briefing_are_few,
    no_page_is_named_as_a_device,
    ids_are_unique,
    a_source_is_named,
    positions_answer_questions,
    inferred_dates_are_marked,
    points_say_something,
    related_pages_can_be_found,
    addresses_are_safe,
    entries_are_sound,
    citations_name_sources,
    nothing_unsure_is_published,
    quotation_marks_are_paired,
    fiction_keeps_to_itself,
)


def check_briefing(resolved: Resolved) -> Diagnostics:
    """Return everything the rules find in a briefing."""
    return gathered(found for rule in RULES for found in rule(resolved))
