"""Short forms written out: the same briefing, nothing else touched, and a second time nothing to do."""

import re
from pathlib import Path

import pytest
from briefing.cli import main
from briefing.parsing.located_text import LocatedText
from briefing.parsing.long_form import in_long_form
from briefing.parsing.manuscript import Manuscript, parse_manuscript

CASES = Path(__file__).parents[1] / "cases"
BLOCK = re.compile(r"^~~~ content/briefings[^\n]+\n(?P<text>.*?)^~~~$", re.MULTILINE | re.DOTALL)
HEAD = "---\ntitle: A\ndate: 2024-05-01\nsummary: S\nsources: [gazette]\n"


def read(text: str) -> Manuscript | None:
    manuscript, problems = parse_manuscript("briefings/x.md", LocatedText("x.md", text))
    return manuscript if not problems else None


def written_out(fields: str) -> str:
    manuscript = read(f"{HEAD}{fields}---\nStory.\n")
    assert manuscript
    return in_long_form(manuscript).removeprefix(HEAD).removesuffix("---\nStory.\n")


@pytest.mark.parametrize(
    ("fields", "long"),
    [
        ("key_points: [A, 'B: b']\n", 'key_points: [{"text": "A"}, {"text": "B: b"}]\n'),
        (
            "key_points:\n  - The dam  # why?\n  - text: B\n",
            'key_points:\n  - {"text": "The dam"}  # why?\n  - text: B\n',
        ),
        (
            "key_points:\n  - text: A\n    passage: the words\n",
            'key_points:\n  - text: A\n    passage: [{"exact": "the words"}]\n',
        ),
        (
            "key_points:\n  - text: A\n    passage: {source: gazette, exact: w}\n",
            'key_points:\n  - text: A\n    passage: [{"source": "gazette", "exact": "w"}]\n',
        ),
        (
            "key_points:\n  - text: A\n    passage:\n      - one\n      - exact: two\n",
            'key_points:\n  - text: A\n    passage:\n      - {"exact": "one"}\n      - exact: two\n',
        ),
        ("related: [other-page]\n", 'related: [{"slug": "other-page"}]\n'),
        ("tags: [one, two]\n", "tags: [one, two]\n"),
    ],
)
def test_a_short_form_is_written_out_where_it_stands(fields: str, long: str) -> None:
    assert written_out(fields) == long


def test_every_sound_case_and_briefing_says_the_same_in_long_form(root: Path) -> None:
    texts = [
        m["text"]
        for f in ("diagnostics", "house_rules")
        for m in BLOCK.finditer((CASES / f"{f}.md").read_text("utf-8"))
    ]
    texts += [path.read_text("utf-8") for path in root.glob("content/**/*.md")]
    sound = [manuscript for text in texts if (manuscript := read(text))]
    assert len(sound) > 50
    for manuscript in sound:
        again = read(in_long_form(manuscript))
        assert again
        assert again.briefing == manuscript.briefing
        assert in_long_form(again) == again.fields.file.text


def test_the_command_writes_a_file_anew_and_leaves_one_with_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pelican.conf.py").write_text("PATH = 'content'\n", "utf-8")
    (tmp_path / "content/briefings").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    good, bad = Path("content/briefings/a.md"), Path("content/briefings/b.md")
    good.write_text(f"{HEAD}key_points: [A]\n---\nStory.\n", "utf-8")
    bad.write_text(f"{HEAD}keypoints: [A]\n---\nStory.\n", "utf-8")
    assert main(["expand", str(good), str(bad)]) == 1
    assert 'key_points: [{"text": "A"}]' in good.read_text("utf-8")
    assert "keypoints: [A]" in bad.read_text("utf-8")
    captured = capsys.readouterr()
    assert (captured.out, "unknown-field" in captured.err) == (f"{good}: its short forms are written out\n", True)
    assert main(["expand", str(good)]) == 0
    assert capsys.readouterr().out == f"{good}: has no short forms\n"
    assert main(["expand", "nope.md"]) == 2
    assert capsys.readouterr().err == "briefing: there is no file nope.md\n"
