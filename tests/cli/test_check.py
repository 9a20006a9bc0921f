"""What `check` prints of a project, and the status it ends with."""

import json
from pathlib import Path

import pytest
from briefing.build import sheets
from briefing.build.make import Job, Made, World, make
from briefing.cli import main

GOOD = (
    "---\ntitle: A headline\ndate: 2023-05-08\nsummary: What happened.\nsources: [{id: a, title: A}]\n---\n\nStory.\n"
)
BAD = GOOD.replace("summary", "sumary")


def write(project: Path, name: str, text: str) -> None:
    (project / "content" / "briefings" / name).write_text(text, encoding="utf-8")


def test_check_passes_a_good_project(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "1 briefing checked; nothing is wrong.\n"


def test_check_shows_what_is_wrong_and_ends_with_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    write(project, "y.md", BAD)
    assert main(["check"]) == 1
    assert capsys.readouterr().out == (
        "content/briefings/y.md:4:1: error[unknown-field]: there is no field 'sumary'; did you mean 'summary'?\n"
        "  4 | sumary: What happened.\n"
        "    | ^^^^^^\n"
        "\n"
        "1 error in 1 file.\n"
    )


def test_check_can_show_one_file_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    write(project, "y.md", BAD)
    assert main(["check", "content/briefings/x.md"]) == 0
    assert capsys.readouterr().out == "content/briefings/x.md checked; nothing is wrong.\n"
    assert main(["check", str(project / "content" / "briefings" / "y.md")]) == 1
    assert main(["check", "./content/briefings/y.md"]) == 1


def test_check_finds_the_site_from_any_folder_of_it(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "x.md", GOOD)
    write(project, "y.md", BAD)
    monkeypatch.chdir(project / "content" / "briefings")
    assert main(["check", "x.md"]) == 0
    said = capsys.readouterr()
    assert said.out == "content/briefings/x.md checked; nothing is wrong.\n"
    assert said.err == f"briefing: the site is {project}, up from here; its files are named from there\n"
    assert main(["check", "y.md"]) == 1
    assert capsys.readouterr().out.startswith("content/briefings/y.md:4:1: error[unknown-field]")
    assert main(["check"]) == 1


def test_check_of_a_file_knows_it_by_whatever_link_led_to_the_site(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write(project, "y.md", BAD)
    link = tmp_path_factory.mktemp("elsewhere") / "site"
    link.symlink_to(project)
    assert main(["check", str(link / "content/briefings/y.md")]) == 1
    assert main(["check", "content/briefings/y.md", f"--settings={link / 'pelican.conf.py'}"]) == 1


def test_entries_that_no_briefing_names_are_noted_unless_a_briefing_cannot_be_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("actors/bo", "actors/ana", "sources/gazette", "sources/post"):
        (project / f"content/{name}.yaml").parent.mkdir(exist_ok=True)
        (project / f"content/{name}.yaml").write_text("name: Bo\n" if "actors" in name else "title: A\n")
    write(project, "x.md", GOOD.replace("[{id: a, title: A}]", "[gazette]\nactors: [bo]"))
    assert main(["check", "--format=json"]) == 0
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    assert [(d["code"], d["file"], d["message"]) for d in found] == [
        ("unused-entry", "content/actors/ana.yaml", "no briefing names this actor"),
        ("unused-entry", "content/sources/post.yaml", "no briefing names this source"),
    ]
    write(project, "y.md", "---\n")
    assert main(["check", "--format=json"]) == 1
    assert "unused-entry" not in capsys.readouterr().out


def test_a_folder_stands_for_the_files_in_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "y.md", BAD)
    (project / "content" / "actors").mkdir()
    assert main(["check", "content/briefings"]) == 1
    capsys.readouterr()
    assert main(["check", "content/actors"]) == 0
    assert capsys.readouterr().out == "content/actors checked; nothing is wrong.\n"


def test_a_folder_around_the_site_stands_for_all_of_it_and_a_hidden_one_for_itself(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "y.md", BAD)
    (project / ".github").mkdir()
    (project / ".github/x.yml").touch()
    for named in (".", str(project.parent), "/"):
        assert main(["check", named]) == 1
        assert "content/briefings/y.md:4:1: error[unknown-field]" in capsys.readouterr().out
    assert main(["check", ".github"]) == 0


def test_outside_a_site_a_command_says_that_none_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["check"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err == (
        "briefing: no site is here: there is no pelican.conf.py; "
        "go to the site's folder, or name the file with --settings\n"
    )


def test_check_of_one_file_tells_of_settings_that_are_wrong(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    (project / "pelican.conf.py").write_text('PATH = "content"\nBRIEFING_RULES = {"nope": "off"}\n')
    assert main(["check", "content/briefings/x.md"]) == 1
    assert "pelican.conf.py" in capsys.readouterr().out


@pytest.mark.parametrize("file", ["README.md", "/etc/passwd"])
def test_check_says_that_a_file_is_none_of_the_site(
    project: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "x.md", GOOD)
    (project / "README.md").write_text("About.")
    assert main(["check", file]) == 2
    assert "no text or source of this site" in capsys.readouterr().err


def test_a_folder_without_texts_is_named_as_it_was_typed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    for name in ("docs/a.md", "docs/b.md", "content/pages/about.md"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("About.")
    assert main(["check", "docs"]) == 2
    assert capsys.readouterr().err == "briefing: no text or source of this site: docs\n"
    assert main(["check", "content"]) == 0


DRAFT = GOOD.replace("sources", 'status: draft\nwhy_it_matters: "[check: why]"\nlimits: ["[check: which]"]\nsources')


def test_notes_are_counted_for_each_file_and_shown_when_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "x.md", DRAFT)
    assert main(["check"]) == 0
    assert capsys.readouterr().out == (
        "content/briefings/x.md: 2 notes (unsure-mark)\n"
        "With --notes they are shown in full.\n\n"
        "1 briefing checked; nothing is wrong (2 notes in 1 file; notes stop nothing).\n"
    )
    for asked in (["--notes"], ["content/briefings/x.md"]):
        assert main(["check", *asked]) == 0
        assert "content/briefings/x.md:6:18: note[unsure-mark]: '[check: why]' is still" in capsys.readouterr().out


def test_the_last_line_says_what_warnings_stop(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD.replace("Story.", "![](a.jpg)"))
    write(project, "y.md", DRAFT)
    assert main(["check"]) == 0
    assert capsys.readouterr().out.endswith(
        "\n\n1 warning and 2 notes in 2 files. "
        "A build goes on; publishing is strict, and waits until the warnings are mended.\n"
    )
    assert main(["check", "--strict"]) == 1
    assert capsys.readouterr().out.endswith("\n\n1 warning and 2 notes in 2 files.\n")


@pytest.mark.usefixtures("project")
def test_check_knows_when_a_file_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "content/briefings/z.md"]) == 2
    assert capsys.readouterr().err == "briefing: there is no file content/briefings/z.md\n"


def test_warnings_count_only_when_asked_to(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    write(project, "notes.txt", "A note.")
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1
    assert "1 warning in 1 file." in capsys.readouterr().out


def test_check_names_the_project_to_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(project, "x.md", BAD)
    monkeypatch.chdir(project.parent)
    assert main(["check", "--settings", str(project / "pelican.conf.py")]) == 1


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (None, "there is no pelican.conf.py; go to the site's folder, or name the file with --settings"),
        (
            "PATH = (\n",
            "the settings cannot be read: Python cannot read this: '(' was never closed\n  1 | PATH = (",
        ),
        (
            "PATH = NAME\n",
            "pelican.conf.py:1: the settings cannot be read: NameError: name 'NAME' is not defined\n  1 | PATH = NAME",
        ),
    ],
)
def test_settings_that_cannot_be_read_end_with_two(
    project: Path, capsys: pytest.CaptureFixture[str], settings: str | None, message: str
) -> None:
    path = project / "pelican.conf.py"
    path.unlink()
    if settings is not None:
        path.write_text(settings)
    with pytest.raises(SystemExit) as stopped:
        main(["check"])
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


def test_a_wrong_setting_is_an_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, "x.md", GOOD)
    (project / "pelican.conf.py").write_text('PATH = "content"\nBRIEFING_PTHS = ["x"]\n')
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith(
        "pelican.conf.py:2:1: error[bad-setting]: there is no setting BRIEFING_PTHS; did you mean BRIEFING_PATHS?\n"
        '  2 | BRIEFING_PTHS = ["x"]\n'
        "    | ^^^^^^^^^^^^^\n"
    )


def test_a_value_of_the_settings_that_is_wrong_is_found_by_its_word(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "x.md", GOOD)
    (project / "pelican.conf.py").rename(project / "pelicanconf.py")
    (project / "pelicanconf.py").write_text(
        'PATH = "content"\nBRIEFING_RULES = {\n    "no-such-rule": "off",\n    "single-source": "of",\n}\n'
    )
    assert main(["check", "--settings=pelicanconf.py"]) == 1
    lines = [line for line in capsys.readouterr().out.splitlines() if line.startswith("pelicanconf.py:")]
    assert [line.partition(": error")[0] for line in lines] == ["pelicanconf.py:3:6", "pelicanconf.py:4:23"]


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_check_speaks_to_machines_and_ends_with_the_same_status(
    project: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    write(project, "x.md", BAD)
    assert main(["check", "--format", form]) == 1
    out = capsys.readouterr().out
    assert "unknown-field" in out
    assert form == "github" or json.loads(out)


def test_the_json_of_the_docs_is_what_check_prints(
    project: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "x.md", BAD)
    main(["check", "--format", "json"])
    assert f"```json\n{capsys.readouterr().out}```" in (root / "docs/checking.md").read_text("utf-8")


def test_check_reads_again_only_what_has_changed(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "x.md", GOOD)
    write(project, "y.md", GOOD)
    assert main(["check"]) == 0
    write(project, "y.md", BAD)
    read: list[str] = []

    def noted(world: World, job: Job) -> Made:
        read.append(job.path)
        return make(world, job)

    monkeypatch.setattr(sheets, "make", noted)
    assert main(["check"]) == main(["check"]) == 1
    assert read == ["briefings/y.md"] * 2
    assert capsys.readouterr().out.count("1 error in 1 file.") == 2


def test_a_change_of_the_house_rules_is_a_change_of_everything(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, "x.md", GOOD)
    assert main(["check"]) == 0
    settings = project / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + "BRIEFING_SUMMARY_WORDS = 1\n", "utf-8")
    assert main(["check", "--strict"]) == 1
    assert "the summary has 2 words; 1 are the most" in capsys.readouterr().out
