"""Related briefings, against a comparison of all with all."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import pytest
from briefing.exports.published import Published
from briefing.exports.related import MOST, NEAREST, Facts, Kinship, each_with_kin, facts_of, kinship_words
from hypothesis import given
from hypothesis import strategies as st

Make = Callable[..., Published]
DAY = 739_000
FACTS = st.builds(
    Facts,
    key=st.uuids().map(str),
    slug=st.uuids().map(str),
    lang=st.sampled_from(["en", "fr"]),
    day=st.integers(DAY, DAY + 99),
    actors=st.lists(st.sampled_from("abcde"), max_size=3, unique=True).map(tuple),
    days=st.lists(st.integers(DAY, DAY + 60), max_size=3, unique=True).map(lambda days: tuple(sorted(days))),
    category=st.sampled_from(["", "X", "Y"]),
)


def facts(key: str, actors: str = "", days: tuple[int, ...] = (), category: str = "", day: int = DAY) -> Facts:
    return Facts(key, key, "en", day, tuple(actors), days, category)


def related(made: Sequence[Facts], most: int = MOST) -> dict[str, tuple[Kinship, ...]]:
    return dict(each_with_kin(made, most))


def test_those_that_share_most_come_first() -> None:
    found = related([facts("one", "ab"), facts("both", "ab"), facts("none", "c"), facts("a", "a")])
    assert [kin.key for kin in found["one"]] == ["both", "a"]
    assert found["none"] == ()


def test_a_rare_actor_counts_more_than_one_who_is_everywhere() -> None:
    everywhere = [facts(f"f{n}", "a", day=DAY + n) for n in range(40)]
    found = related([facts("it", "ab"), facts("rare", "b", day=DAY + 90), *everywhere])
    assert found["it"][0].key == "rare"


def test_events_of_one_week_make_kin_and_a_category_alone_does_not() -> None:
    made = [
        facts("it", days=(DAY,), category="X"),
        facts("week", days=(DAY + 2,), category="X"),
        facts("category", category="X"),
    ]
    assert [(kin.key, kin.nearness) for kin in related(made)["it"]] == [("week", "same week")]


@pytest.mark.parametrize(("apart", "words"), [(0, "same day"), (3, "same week"), (20, "same month"), (99, "")])
def test_how_close_events_are_is_said(apart: int, words: str) -> None:
    made = [facts("it", "a", (DAY - 900, DAY)), facts("other", "a", (DAY + apart, DAY + 2000))]
    assert related(made)["it"][0].nearness == words


def test_translations_are_not_related_and_languages_are_not_mixed() -> None:
    it = facts("it", "a")
    french = replace(it, key="fr/it", lang="fr")
    assert related([it, french, replace(facts("other", "a"), lang="fr")])["it"] == ()


def test_the_reason_is_said_in_words() -> None:
    kin = Kinship("x", ("a", "b"), "same week", same_category=True)
    assert kinship_words(kin, {"a": "Ann Vale", "b": "Bo Brook"}) == "also with Ann Vale and Bo Brook; same week"
    assert kinship_words(replace(kin, actors=(), nearness="same day"), {}) == "same day; same category"
    assert kinship_words(kin, {"a": "Ann"}, "xx-not-a-language") == "also with Ann and b; same week"


@given(st.lists(FACTS, max_size=NEAREST, unique_by=lambda f: f.key))
def test_few_briefings_have_the_kin_that_comparing_all_with_all_gives(made: list[Facts]) -> None:
    found = related(made, most=99)
    for it in made:
        expected = {
            other.key
            for other in made
            if other is not it and other.lang == it.lang and set(it.actors) & set(other.actors)
        }
        assert expected <= {kin.key for kin in found[it.key]}
        for kin in found[it.key]:
            other = next(f for f in made if f.key == kin.key)
            assert kin.actors == tuple(id for id in it.actors if id in other.actors)
            assert kin.same_category == (bool(it.category) and it.category == other.category)


@given(st.lists(FACTS, max_size=30, unique_by=lambda f: f.key), st.randoms(use_true_random=False))
def test_the_order_does_not_change_the_answer(made: list[Facts], random: Random) -> None:
    assert related(random.sample(made, len(made))) == related(made)


def test_the_facts_of_a_briefing(whole: Published) -> None:
    found = facts_of(whole)
    assert (found.key, found.slug, found.lang, found.category) == (
        "briefings/the-gates/",
        "the-gates",
        "en",
        "Water & power",
    )
    assert found.actors == ("ann", "office")
    assert len(found.days) == 3  # a month, a year and an uncertain date are no days
