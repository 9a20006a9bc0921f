"""What `find` answers besides the level: which place, what it notes, and what comes nearest."""

import pytest
from briefing.evidence.finding import Level, Reason
from briefing.evidence.match import find
from briefing.evidence.negation import negations
from briefing.evidence.source_text import read_source

TWICE = read_source(
    "The tower stands.\nThe mayor said the tower stands firm.\nNobody doubts that. The tower stands.\n"
    "She did not sell the old mill in spring."
)


def test_words_that_stand_twice_ask_for_a_prefix() -> None:
    finding = find(TWICE, "tower stands")
    assert finding.passed
    assert finding.ambiguous
    assert [place.line for place in finding.places] == [1, 2, 3]
    assert finding.note == ("The source has these words 3 times (lines 1, 2, 3): add a prefix to say which are meant.")


@pytest.mark.parametrize(
    ("prefix", "suffix", "lines"),
    [
        ("said the", "", [2]),
        ("said  the ", "", [2]),
        ("", "firm", [2]),
        ("", "firm.", [2]),
        ("mayor said the", "firm.\nNobody", [2]),
        ("Nobody doubts that. The", "", [3]),
        ("doubts that. The", "She did", [3]),
    ],
)
def test_a_prefix_or_a_suffix_says_which_place_is_meant(prefix: str, suffix: str, lines: list[int]) -> None:
    finding = find(TWICE, "tower stands", prefix=prefix, suffix=suffix)
    assert [place.line for place in finding.places] == lines
    assert not finding.ambiguous
    assert finding.note == ""


@pytest.mark.parametrize(("prefix", "suffix"), [("Her", ""), ("", "soft"), ("said the", "She did"), ("aid the x", "")])
def test_words_without_their_context_do_not_pass(prefix: str, suffix: str) -> None:
    finding = find(TWICE, "tower stands", prefix=prefix, suffix=suffix)
    assert (finding.level, finding.reason, finding.places) == (Level.NOT_FOUND, Reason.CONTEXT, ())
    assert finding.note.startswith("The words are there, but not between this prefix and this suffix.")


def test_a_context_is_asked_of_an_edited_quotation_too() -> None:
    assert find(TWICE, "did not sell […] mill", prefix="She", suffix="in spring").level is Level.EDITED
    assert not find(TWICE, "did not sell […] mill", prefix="He").passed
    assert find(TWICE, "did not sell […] mill", suffix="in autumn").reason is Reason.CONTEXT


REPORT = read_source(
    "Ann Lee, a trade economist at the Institute, doubted that the cut would be enough.\n"
    "Talks over a toll broke off in March and may resume in May.\n"
    "The board did not vote on the toll for a third time.\n"
    "The owners, unless they appeal in time, lose the old mill.\n"
    "The minister, allegedly, took the money. The harbour, officials said, was safe (“perhaps”) in winter."
)


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ("Ann Lee doubted that the cut would be enough.", "Ann Lee […] doubted that the cut would be enough."),
        ("Talks broke off in March", ""),  # one word alone is looked up in vain
        ("Talks over a toll broke off in March and resume in May", ""),
        ("The board did vote on the toll", ""),
        ("The owners lose the old mill", ""),
        ("The minister took the money", ""),
        ("The harbour was safe", ""),
        ("was safe in winter", ""),
        ("Ann Lee doubted that the rise would be enough", ""),
        ("Ann Lee […] thought that the cut would be enough", ""),
    ],
)
def test_where_words_are_only_left_out_it_is_told_how_to_say_so_but_for_what_must_stay(quote: str, marked: str) -> None:
    finding = find(REPORT, quote)
    assert (finding.passed, finding.marked) == (False, marked)
    assert not marked or find(REPORT, marked).level is Level.EDITED


def test_a_place_leads_back_to_the_text_as_it_stands() -> None:
    source = read_source("Ana:\u00a0“the  sea\u00ad side\u2019s …  quiet” — Ben")
    (place,) = find(source, "the sea side's ... quiet").places
    assert source.text[place.start : place.end] == "the  sea\u00ad side\u2019s …  quiet"


def test_of_several_places_the_closest_gives_the_level() -> None:
    assert find(read_source("“The  sea”, the\u00a0sea, the  sea, the sea."), "the sea").level is Level.EXACT


def test_the_places_of_an_edited_quotation_are_its_fragments() -> None:
    finding = find(TWICE, "did not sell […] mill […] spring")
    assert [TWICE.text[place.start : place.end] for place in finding.places] == ["did not sell", "mill", "spring"]
    assert not finding.ambiguous


def test_a_negation_right_before_the_words_is_noted() -> None:
    assert find(TWICE, "sell the old mill").note == "The source has “not” right before these words."
    assert find(TWICE, "not sell the old mill").note == ""


@pytest.mark.parametrize(
    ("quote", "diff", "changed"),
    [
        (
            "She did sell the old mill",
            (("=", "She did"), ("+", "not"), ("=", "sell the old mill")),
            True,
        ),
        (
            "did not sell the new mill",
            (("=", "did not sell the"), ("-", "new"), ("+", "old"), ("=", "mill")),
            False,
        ),
        (
            "the mayor never said the tower stands firm",
            None,
            True,
        ),
    ],
)
def test_what_differs_is_shown_word_by_word(
    quote: str, diff: tuple[tuple[str, str], ...] | None, changed: bool
) -> None:
    finding = find(TWICE, quote)
    assert finding.level is Level.NOT_FOUND
    nearest = finding.nearest
    assert nearest is not None
    assert diff is None or nearest.diff == diff
    assert nearest.negation_changed is changed
    assert ("A negation was changed." in finding.note) is changed
    assert f"line {nearest.line}" in finding.note
    assert " ".join(TWICE.text[nearest.start : nearest.end].split()) == nearest.text


def test_the_diff_has_all_words_of_the_quotation_and_of_the_passage() -> None:
    nearest = find(TWICE, "She did gladly sell that old mill in autumn").nearest
    assert nearest is not None
    assert " ".join(words for op, words in nearest.diff if op != "+") == "She did gladly sell that old mill in autumn"
    assert " ".join(words for op, words in nearest.diff if op != "-") == nearest.text


def test_words_like_nothing_in_the_source_have_no_nearest_passage() -> None:
    finding = find(TWICE, "quarterly revenue exceeded projections")
    assert finding.nearest is None
    assert finding.note == "These words are not in the source. Nothing in it is like them."


@pytest.mark.parametrize("quote", ["", " ", "“”", "…", "[…]", "—", "?!", "\u00ad\u200b"])
def test_a_quotation_without_a_word_is_empty(quote: str) -> None:
    assert find(TWICE, quote).reason is Reason.EMPTY


@pytest.mark.parametrize("quote", ["THE TOWER STANDS", "tower stand", "ower stands", "towers stands", "tower, stands"])
def test_nearly_is_not_passed(quote: str) -> None:
    assert not find(TWICE, quote).passed


def test_a_source_without_words_has_no_quotation() -> None:
    finding = find(read_source(""), "tower stands")
    assert (finding.level, finding.nearest) == (Level.NOT_FOUND, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We did not go", ("not",)),
        ("We didn't, couldn’t and cannot", ("didn't", "couldn’t", "cannot")),
        ("No one ever saw nothing", ("no", "nothing")),
        ("a knot, a note, nonetheless", ()),
        ("il n’a jamais dit", ("jamais",)),
        ("nunca ha dicho nada", ("nunca", "nada")),
        ("wir haben keinen Zug", ("keinen",)),
        ("我们没有放弃", ("没",)),
        ("لم نفقد الماء", ("لم",)),
    ],
)
def test_the_words_that_turn_a_sentence_round(text: str, found: tuple[str, ...]) -> None:
    assert negations(text) == found


@pytest.mark.parametrize(
    ("quote", "warned"),
    [
        ("The island [will] wait, and he will not sail", "The brackets stand for “may”, which may carry the sense."),
        ("he will [never] sail with all boats", "The brackets stand for “not”, which may carry the sense."),
        ("not sail with [some] boats in the fog", "The brackets stand for “all”, which may carry the sense."),
        ("The island [probably] may wait", "The brackets put in “probably”, which may carry the sense."),
        ("The island may wait, and [Aske] will not sail", ""),
        ("The island may wait, and he will not sail [north] with all boats", ""),
        ("The [rock] may wait, and he will not sail", ""),
    ],
)
def test_brackets_that_say_more_or_less_than_the_source_are_a_warning(quote: str, warned: str) -> None:
    source = read_source("Aske said: “The island may wait, and he will not sail with all boats in the fog.” ")
    found = find(source, quote)
    assert (found.passed, found.note) == (True, warned)


@pytest.mark.parametrize(
    ("quote", "passes"),
    [
        ("We regret [our] past mistakes", True),
        ("We regret [our] mistakes", False),
        ("We regret [our] […] mistakes", True),
        ("We regret [your] mistakes", True),
        ("[our] mistakes and the many wrongs", False),
        ("and the many wrongs done by [us]", False),
        ("and the many wrongs done knowingly by [us]", True),
    ],
)
def test_brackets_of_the_source_stand_for_nothing_but_themselves(quote: str, passes: bool) -> None:
    source = read_source("She said: “We regret [our] past mistakes and the many wrongs done knowingly by [us].”")
    assert find(source, quote).passed is passes


@pytest.mark.parametrize("quote", ["The mayor […] apologise", "The mayor [did] apologise"])
def test_of_several_places_an_elision_may_mean_the_nearest_is_shown(quote: str) -> None:
    source = read_source("The mayor came.\nThe mayor spoke of it.\nThe mayor did not apologise.\n")
    finding = find(source, quote)
    assert finding.reason is Reason.NEGATION
    assert finding.nearest is not None
    assert finding.nearest.text.rstrip(".") == "The mayor did not apologise"


def test_a_line_that_has_the_words_twice_is_named_once() -> None:
    note = find(read_source("Sea, sea air and sea salt, and\nsea."), "sea").note
    assert note == "The source has these words 3 times (lines 1, 2): add a prefix to say which are meant."
