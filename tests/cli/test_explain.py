"""What `explain` says of every code, and that its examples are what they are said to be."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from briefing.build.check import Wanted, check_project
from briefing.build.house import read_policy
from briefing.build.settings import DEFAULTS, read_settings
from briefing.cli import main
from briefing.cli.explain import PLACES, Example, examples, sections
from briefing.diagnostics import Code, Diagnostic, Diagnostics, errors_in
from briefing.parsing.load import Shelf
from briefing.view.site import Site

BASE = {"title": "The dam holds", "date": "2023-05-08", "summary": "The dam at Harrow held.", "sources": ["gazette"]}
EXPLAINED = sections()


def saved() -> dict[str, str]:
    """The articles that the examples rest on."""
    text = Path(str(main.__globals__["__file__"])).with_name("explanations.md").read_text("utf-8").split("\n## ")[0]
    return dict(re.findall(r"^~~~ (\w+)\n(.*?)^~~~$", text, re.MULTILINE | re.DOTALL))


def whole(example: Example) -> str:
    """A briefing's file with an example in it: fields take the place of those of the same name."""
    if example.place == "file":
        return example.text
    fields = "" if example.place == "prose" else example.text
    given = re.findall(r"^(\w+):", fields, re.MULTILINE)
    base = yaml.safe_dump({name: value for name, value in BASE.items() if name not in given}, sort_keys=False)
    return f"---\n{base}{fields}---\n\n{example.text if example.place == 'prose' else 'The story.'}\n"


def project(root: Path, codes: Iterable[str]) -> Diagnostics:
    """What a check says of a project that has the examples of some codes, each in a file of its own."""
    for folder in ("content/briefings", "content/sources", "seeds"):
        (root / folder).mkdir(parents=True)
    for name, text in saved().items():
        (root / f"seeds/{name}.txt").write_text(text, "utf-8")
        entry = {"title": name, "file": f"seeds/{name}.txt", "sha256": sha256(text.encode()).hexdigest()}
        (root / f"content/sources/{name}.yaml").write_text(yaml.safe_dump(entry), "utf-8")
    for code, e in ((name, e) for name in codes for e in examples(EXPLAINED[name])):
        if e.place == "source":
            (root / f"content/sources/{code}-{e.kind}.yaml").write_text(e.text, "utf-8")
        elif e.place != "settings":
            (root / f"content/briefings/{code}-{e.kind}.md").write_text(whole(e), "utf-8")
    wanted = Wanted(house=read_policy({**DEFAULTS, "BRIEFING_REVIEW_DAYS": 90})[0])
    return check_project(Shelf(root, root / "content"), datetime(2025, 1, 1, tzinfo=UTC), Site(), wanted)[1]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Diagnostic]]:
    """What a check says of each example, by the names of their files.

    Relations have a project of their own: beside a file that cannot be read nobody knows which slugs there are.
    """
    alone = "unknown-related"
    said: dict[str, list[Diagnostic]] = {}
    for name, part in (("related", [alone]), ("others", [code for code in EXPLAINED if code != alone])):
        for d in project(tmp_path_factory.mktemp("explained") / name, part):
            said.setdefault(Path(d.span.path).stem, []).append(d)
    return said


def test_every_code_is_explained_and_no_other() -> None:
    assert set(EXPLAINED) == {code.value for code in Code}


@pytest.mark.parametrize("code", EXPLAINED)
def test_a_code_has_a_wrong_and_a_right_example_or_says_what_to_do(code: str) -> None:
    shown = examples(EXPLAINED[code])
    assert [e.kind for e in shown] in (["wrong", "right"], [])
    assert all(e.place in PLACES for e in shown)
    assert shown or len(EXPLAINED[code]) > 20


IN_FILES = [code for code, section in EXPLAINED.items() if any(e.place != "settings" for e in examples(section))]


@pytest.mark.parametrize("code", IN_FILES)
def test_the_wrong_example_is_found(code: str, found: Mapping[str, list[Diagnostic]]) -> None:
    assert code in {d.name for d in found.get(f"{code}-wrong", ())}


@pytest.mark.parametrize("code", IN_FILES)
def test_the_right_example_passes(code: str, found: Mapping[str, list[Diagnostic]]) -> None:
    right = tuple(found.get(f"{code}-right", ()))
    assert code not in {d.name for d in right}
    assert errors_in(right) == 0


def test_the_examples_of_settings_are_right_and_wrong() -> None:
    wrong, right = examples(EXPLAINED["bad-setting"])
    for example, number in ((wrong, 1), (right, 0)):
        values: dict[str, object] = {}
        exec(example.text, values)  # noqa: S102 - our own example
        assert len(read_settings({n: v for n, v in values.items() if n.isupper()})[1]) == number


def test_explain_shows_both_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-field"]) == 0
    assert capsys.readouterr().out == (
        f"unknown-field: {Code.UNKNOWN_FIELD.explanation}\n\n"
        "Wrong:\n    keypoints: [The dam held.]\n\n"
        "Right:\n    key_points: [The dam held.]\n"
    )


def test_a_code_may_be_given_as_a_message_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "error[unknown-field]"]) == 0
    assert capsys.readouterr().out.startswith("unknown-field: ")


def test_explain_knows_the_sites_own_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = 'def no_rain(copy):\n    """Say what fell."""\n    return ()\nBRIEFING_OWN_RULES = [no_rain]\n'
    (tmp_path / "pelican.conf.py").write_text(rule, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "no-rain"]) == 0
    assert capsys.readouterr().out == "no-rain: Say what fell.\n"
