"""House rules as a site's settings have them: switched, made errors, and rules of its own, as the docs show them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from briefing.build.house import read_policy
from briefing.build.settings import DEFAULTS, read_settings
from briefing.checks.house.copy import Copy, Remark
from briefing.checks.house.policy import BY_THE_CLOCK, IN_ONE_BRIEFING, HousePolicy
from briefing.checks.house.rules import HELP, RULES, check_house
from briefing.cli import main
from briefing.diagnostics import Code, Diagnostic, Severity
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import Resolved, resolve

BRIEFING = (
    "---\ntitle: A\ndate: 2023-05-08\nsummary: Experts say that the dam will hold.\nsources: [{id: a, title: A}]\n"
    "key_points: [The dam held.]\n---\n\nThe story.\n"
)


def resolved(text: str = BRIEFING) -> Resolved:
    manuscript, problems = parse_manuscript("briefings/x.md", LocatedText("content/briefings/x.md", text))
    assert manuscript, problems
    return resolve(manuscript, {}, {})[0]


def policy(**settings: object) -> HousePolicy:
    made, problems = read_policy({**DEFAULTS, **settings})
    assert problems == ()
    return made


def test_every_rule_that_can_be_switched_is_there() -> None:
    assert tuple(RULES) == IN_ONE_BRIEFING


@pytest.mark.parametrize("level", ["note", "warning", "error"])
def test_a_rule_matters_as_much_as_the_settings_say(level: str) -> None:
    (found,) = check_house(resolved(), policy(BRIEFING_RULES={"point-without-passage": level}))
    assert found.severity is Severity(level)


def test_a_rule_that_is_off_says_nothing() -> None:
    assert check_house(resolved(), policy(BRIEFING_RULES={"point-without-passage": "off"})) == ()


def test_the_length_of_a_summary_is_a_setting() -> None:
    found = check_house(resolved(), policy(BRIEFING_SUMMARY_WORDS=6))
    assert [d.code for d in found] == [Code.SUMMARY_TOO_LONG, Code.POINT_WITHOUT_PASSAGE]
    assert "7 words; 6 are the most" in found[0].message


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"BRIEFING_RULES": {"no-such-rule": "off"}}, "there is no house rule 'no-such-rule'"),
        (
            {"BRIEFING_RULES": {"hedge-droped": "off"}},
            "there is no house rule 'hedge-droped'; did you mean 'hedge-dropped'?",
        ),
        ({"BRIEFING_RULES": {"single-source": "of"}}, "single-source cannot be 'of'"),
        ({"BRIEFING_OWN_RULES": ["no_experts_say"]}, "BRIEFING_OWN_RULES cannot have 'no_experts_say'"),
        ({"BRIEFING_RULES": []}, "BRIEFING_RULES cannot be []"),
        ({"BRIEFING_REVIEW_DAYS": -5}, "BRIEFING_REVIEW_DAYS cannot be -5"),
    ],
)
def test_a_wrong_setting_is_said(settings: dict[str, object], message: str) -> None:
    (problem,) = read_settings(settings)[1]
    assert (problem.code, problem.message) == (Code.BAD_SETTING, message)


def test_a_rule_of_the_site_needs_a_name_of_its_own() -> None:
    def single_source(_: object) -> list[object]:
        return []

    def no_rain(_: object) -> list[object]:
        return []

    rules = [single_source, no_rain, no_rain, lambda _: []]
    said = [d.message for d in read_settings({"BRIEFING_OWN_RULES": rules})[1]]
    assert said[:2] == [
        "BRIEFING_OWN_RULES has 'single-source', which is the name of another rule",
        "BRIEFING_OWN_RULES has 'no-rain', which is the name of another rule",
    ]
    assert said[2].startswith("BRIEFING_OWN_RULES cannot have <function")
    assert len(said) == 3


def test_a_rule_of_the_site_that_fails_is_a_mistake_in_the_settings() -> None:
    def counts_nothing(copy: object) -> list[object]:
        return [1 / len(copy.briefing.tags)]  # type: ignore[attr-defined]

    found = check_house(resolved(), policy(BRIEFING_OWN_RULES=[counts_nothing], BRIEFING_RULES={}))
    assert [d.code for d in found] == [Code.POINT_WITHOUT_PASSAGE, Code.BAD_SETTING]
    line = counts_nothing.__code__.co_firstlineno + 1
    assert (
        found[1].message
        == "the rule counts-nothing fails on content/briefings/x.md: ZeroDivisionError: division by zero"
    )
    assert (found[1].span.path, found[1].span.line) == ("tests/checks/test_house_rules.py", line)
    assert found[1].span.excerpt.strip() == "return [1 / len(copy.briefing.tags)]  # type: ignore[attr-defined]"


def test_a_rule_that_yields_what_is_no_place_is_named_by_its_first_line() -> None:
    def counts(_: object) -> list[object]:
        return [(3, "many")]

    found = check_house(resolved(), policy(BRIEFING_OWN_RULES=[counts], BRIEFING_RULES={}))
    assert (found[1].span.line, found[1].help) == (counts.__code__.co_firstlineno, HELP)


def told_at(*places: object) -> tuple[Diagnostic, ...]:
    def says(_: object) -> list[object]:
        return [(place, "hm") for place in places]

    return check_house(resolved(), policy(BRIEFING_OWN_RULES=[says], BRIEFING_RULES={"point-without-passage": "off"}))


def test_a_rule_may_name_any_field_there_is_written_or_not() -> None:
    found = told_at("limits", "summary", ("key_points", 0, "text"), ("sources", 0, "publisher"))
    assert {d.code for d in found} == {Code.OWN_RULE}


@pytest.mark.parametrize(
    "place",
    [
        *("sumary", "holds_until", ("summary", 0)),
        *(("key_points", step) for step in (1, -1, "text")),
        ("key_points", 0, "txt"),
    ],
)
def test_a_place_that_no_briefing_has_is_a_mistake_of_the_rule(place: object) -> None:
    (told,) = told_at("summary", place)
    assert (told.code, told.span.path, told.help) == (Code.BAD_SETTING, "tests/checks/test_house_rules.py", HELP)
    assert told.message.endswith(f": it yields the place {place!r}, which no part of a briefing has")


@pytest.fixture
def documented(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A project whose settings are the example of the docs; what the docs say that it is told."""
    text = (root / "docs/house-rules.md").read_text("utf-8")
    (rule,) = (block for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL) if "def " in block)
    assert len(rule.rstrip().splitlines()) <= 10
    (tmp_path / "pelican.conf.py").write_text(f'PATH = "content"\n{rule}', "utf-8")
    (tmp_path / "content/briefings").mkdir(parents=True)
    (tmp_path / "content/briefings/x.md").write_text(BRIEFING, "utf-8")
    monkeypatch.chdir(tmp_path)
    said: str
    (said,) = re.findall(r"```text\n(.*?)```", text, re.DOTALL)
    return said


def test_the_rule_of_the_docs_finds_what_the_docs_show(documented: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert documented in capsys.readouterr().out


def test_a_rule_reads_the_story_too_and_says_where() -> None:
    def no_rain(copy: Copy) -> Iterator[Remark]:
        yield from ((place, "rain") for place, text in copy.texts() if "rain" in text)

    text = BRIEFING.replace("The story.", "The story.\n\n`rain` is code.\n\nIt began\nto rain.[@a]")
    found = check_house(resolved(text), policy(BRIEFING_OWN_RULES=[no_rain]))
    assert [(d.name, d.span.line, d.span.end_line) for d in found if d.rule] == [("no-rain", 13, 14)]


@pytest.mark.usefixtures("documented")
def test_a_rule_that_fails_is_told_once_and_on_how_many_briefings(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Path("pelican.conf.py")
    settings.write_text("PATH = 'content'\ndef bad(copy):\n    yield copy.nope\nBRIEFING_OWN_RULES = [bad]\n", "utf-8")
    for name in ("y", "z"):
        Path(f"content/briefings/{name}.md").write_text(BRIEFING, "utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.count("the rule bad fails") == 1
    assert (
        "pelican.conf.py:3:5: error[bad-setting]: the rule bad fails on content/briefings/x.md: AttributeError:" in said
    )
    assert "  3 |     yield copy.nope\n" in said
    assert "    help: the same on 2 other files\n" in said


@pytest.mark.usefixtures("documented")
def test_the_rule_of_the_docs_can_stop_a_build(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Path("pelican.conf.py")
    settings.write_text(settings.read_text("utf-8") + 'BRIEFING_RULES = {"no-experts-say": "error"}\n', "utf-8")
    assert main(["check"]) == 1
    assert "error[no-experts-say]" in capsys.readouterr().out


def test_the_docs_have_every_rule_and_how_much_it_matters(root: Path) -> None:
    text = (root / "docs/house-rules.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| `([a-z-]+)` \|.*\| (\w+) \|$", text, re.MULTILINE))
    usual = {code.value: HousePolicy().level(code.value) for code in (*IN_ONE_BRIEFING, *BY_THE_CLOCK)}
    assert listed == {name: level.value for name, level in usual.items() if level}
