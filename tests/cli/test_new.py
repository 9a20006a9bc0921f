"""An empty briefing to begin with: every field of the model in it, and questions only for a person at a terminal."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
import yaml
from briefing.cli import main
from briefing.cli.questions import Answers, ask
from briefing.cli.skeletons import ENTRIES, OBVIOUS, render, render_briefing
from briefing.model.briefing import Briefing


def scripted(*answers: str) -> tuple[Callable[[str], str], list[str]]:
    """Somebody who gives answers in order, and the questions that were put."""
    given, asked = iter(answers), []

    def answer(question: str) -> str:
        asked.append(question)
        return next(given)

    return answer, asked


def test_the_skeleton_has_every_field_and_is_yaml_when_they_are_uncommented() -> None:
    front = render_briefing("A", "2024-05-01").split("---\n")[1]
    whole = re.sub(r"^# (?=[ a-z_]+:|  )", "", front, flags=re.MULTILINE)
    read = yaml.safe_load(whole)
    assert set(read) == {f.name for f in fields(Briefing)}
    assert set(read["timeline"][0]) >= {"date", "title", "passage"}


def test_the_skeleton_says_what_each_part_of_an_entry_is_unless_its_name_does() -> None:
    lines = dict(re.findall(r"^#   [- ] (\w+):(.*)$", render_briefing("A", "2024-05-01"), re.MULTILINE))
    said = {name: words.partition("# ")[2] for name, words in lines.items()}
    assert said["interests"] == "Declared interests; the page says when none are stated."
    assert said["points"].endswith("Each has: text, quote, passage.")
    assert {name for name, words in said.items() if not words} <= set(OBVIOUS)


def test_what_a_skeleton_invents_is_marked_or_not_there() -> None:
    front = render_briefing("A", "2024-05-01").split("---\n")[1]
    (source,) = yaml.safe_load(front)["sources"]
    assert "date" not in source
    assert front.count("2024-05-01") == 1  # the briefing's own
    assert "    # date: [check: when" in front
    assert 'category: "World"  # [check: the section]\n' in front
    assert 'category: "Local"\n' in render_briefing("A", "2024-05-01", "Local")
    for skeleton, given in ((ENTRIES["source_record"], {"title"}), (ENTRIES["actor"], {"name"})):
        values = yaml.safe_load(render(skeleton, "A"))
        assert {name for name, value in values.items() if not value.startswith("[check")} == given


def test_a_source_of_the_catalogue_is_named_and_cited() -> None:
    text = render_briefing("A", "2024-05-01", source="gazette")
    assert "sources:\n  - gazette\n" in text
    assert "[@gazette] cites a source" in text


def test_questions_are_asked_until_there_is_an_answer() -> None:
    answer, asked = scripted("  ", "!!", "The dam holds", "", "gazete", "gazette")
    assert ask(["gazette", "courier"], answer) == Answers("The dam holds", "World", "gazette")
    assert asked[-2:] == [
        "Source: one of the catalogue (courier, gazette), or Enter for a new one: ",
        "'gazete' is not in the catalogue; did you mean gazette? Or Enter for a new one: ",
    ]


def test_the_question_for_a_source_can_be_left() -> None:
    answer, asked = scripted("The dam holds", "", "nonsense", "")
    assert ask(["gazette"], answer).source == ""
    assert asked[-1] == "'nonsense' is not in the catalogue. Or Enter for a new one: "


def test_no_source_is_asked_for_where_there_is_none() -> None:
    answer, asked = scripted("The dam holds", "Weather")
    assert ask([], answer) == Answers("The dam holds", "Weather", "")
    assert len(asked) == 2


def test_of_a_long_catalogue_the_newest_are_shown() -> None:
    answer, asked = scripted("A", "", "")
    ask([f"gazette-2024-05-{day:02}" for day in range(1, 10)], answer)
    assert "gazette-2024-05-09; 4 more)" in asked[-1]


def test_a_person_at_a_terminal_is_asked(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", scripted("The dam holds", "")[0])
    assert main(["new"]) == 0
    (path,) = (project / "content/briefings").iterdir()
    assert path.name.endswith("-the-dam-holds.md")
    assert main(["check"]) == 0
    assert "nothing is wrong" in capsys.readouterr().out


def test_who_goes_away_leaves_nothing_behind(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", gone)
    assert main(["new"]) == 1
    assert not list((project / "content/briefings").iterdir())


@pytest.mark.usefixtures("project")
def test_a_script_is_never_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new"]) == 2
    assert capsys.readouterr().err == "briefing: give a headline, or saved articles with --source FILE\n"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--actor="], "--actor is empty; give it a name, in quotation marks"),
        (["--source-record", " "], "--source-record is empty; give it a title, in quotation marks"),
        (["--site", ""], "--site is empty; give it the name of a new folder"),
        (["--source", ""], "--source is empty; give it the file of a saved article"),
        (["--into", "", "--source", "a.txt"], "--into is empty; give it the briefing to add to"),
        ([""], "the headline is empty; give it a few words, in quotation marks"),
        (["--actor", "…"], "the title needs a letter or a digit"),
        (["The", "dam", "holds"], 'put the headline in quotation marks: "The dam holds"'),
        (
            ["The dam", "--actor", "Bo"],
            "--actor starts an entry and nothing else; give the rest in a command of its own",
        ),
        (["The dam", "--into", "x.md"], "--into adds what a saved article has: --source FILE"),
        (["dam.tx", "a.txt"], "there is no file dam.tx"),
        (["The dam", "a.txt", "--into", "x.md"], "--into names a briefing that has its headline"),
    ],
)
def test_an_argument_that_is_empty_or_one_too_many_is_said_in_a_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["new", *arguments]) == 2
    assert capsys.readouterr().err == f"briefing: {said}\n"


@pytest.mark.parametrize(
    ("option", "path"),
    [("--actor=Bo Brook", "actors/bo-brook.yaml"), ("--source-record=The Post", "sources/the-post.yaml")],
)
def test_an_entry_says_how_briefings_name_it(
    project: Path, capsys: pytest.CaptureFixture[str], option: str, path: str
) -> None:
    assert main(["new", option]) == 0
    said = capsys.readouterr().out
    assert said == f"content/{path}: written; settle every [check] in it; briefings name it {Path(path).stem}\n"
    assert (project / "content" / path).is_file()


def test_the_task_without_a_headline_lets_the_command_say_what_it_needs(root: Path) -> None:
    command = [sys.executable, "-m", "invoke", "new"]
    ran = subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "briefing: give a headline, or saved articles with --source FILE\n")


def test_the_task_hands_an_empty_option_on(root: Path) -> None:
    command = [sys.executable, "-m", "invoke", "new", "--actor", ""]
    ran = subprocess.run(command, cwd=root, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (2, "briefing: --actor is empty; give it a name, in quotation marks\n")


def test_new_writes_a_draft_that_passes_the_check(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", 'Seoul: a "new" start {really}']) == 0
    (path,) = (project / "content" / "briefings").iterdir()
    assert path.name.endswith("-seoul-a-new-start-really.md")
    assert capsys.readouterr().out == f"content/briefings/{path.name}: written as a draft; settle every [check] in it\n"
    assert 'title: "Seoul: a \\"new\\" start {really}"\n' in path.read_text(encoding="utf-8")
    assert main(["check"]) == 0


def test_what_new_writes_cannot_be_published_as_it_is(project: Path) -> None:
    assert main(["new", "Seoul"]) == 0
    (path,) = (project / "content" / "briefings").iterdir()
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
    assert main(["check"]) == 1


def test_new_overwrites_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "Seoul"])
    (path,) = (project / "content" / "briefings").iterdir()
    path.write_text("written by hand")
    assert main(["new", "Seoul"]) == 1
    assert capsys.readouterr().err == f"briefing: content/briefings/{path.name} is there already; nothing was written\n"
    assert path.read_text() == "written by hand"


@pytest.mark.parametrize("title", ["", "...", "../../x!"])
def test_new_stays_in_the_folder_of_the_briefings(project: Path, title: str) -> None:
    status = main(["new", title])
    written = list(project.rglob("*.md"))
    assert all(p.parent == project / "content" / "briefings" for p in written)
    assert (status, len(written)) in ((2, 0), (0, 1))


def test_new_writes_where_the_settings_say(project: Path) -> None:
    (project / "pelican.conf.py").write_text('PATH = "content"\nBRIEFING_PATHS = ["dossiers"]\n')
    assert main(["new", "Seoul"]) == 0
    assert len(list((project / "content" / "dossiers").iterdir())) == 1


@pytest.mark.usefixtures("project")
def test_a_title_that_is_no_text_does_not_stop_it() -> None:
    assert main(["new", "Seoul \udce9"]) == 0
    assert main(["check"]) == 0
