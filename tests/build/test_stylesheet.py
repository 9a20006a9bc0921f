"""The stylesheet of a site: one file from its parts."""

from pathlib import Path

import pytest
from briefing.build.stylesheet import join_stylesheets, joined
from briefing.diagnostics import Diagnostics


@pytest.fixture
def css(tmp_path: Path) -> Path:
    """A folder with a stylesheet of three parts, and one that stands alone."""
    texts = {
        "main.css": "/* all */\n@layer a, b;\n"
        '@import "a.css" layer(a);\n@import "parts/b.css" layer(b);\n@import "p.css" print;\n',
        "a.css": "/* one */\n.a { color: red; }\n",
        "parts/b.css": ".b { color: blue; }\n",
        "p.css": ".c { color: black; }\n",
        "z.css": "/* alone */ .z { color: green; }\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def join(folder: Path) -> Diagnostics:
    return tuple(join_stylesheets(folder, "theme/css"))


def test_parts_stand_where_they_are_imported_in_their_layer_or_medium(css: Path) -> None:
    assert join(css) == ()
    assert (css / "main.css").read_text() == (
        "@layer a, b;\n@layer a {\n.a { color: red; }\n}\n@layer b {\n.b { color: blue; }\n}\n"
        "@media print {\n.c { color: black; }\n}\n"
    )


def test_parts_are_no_files_of_their_own_and_others_stay_as_they_are(css: Path) -> None:
    join(css)
    assert sorted(p.name for p in css.rglob("*.css")) == ["main.css", "z.css"]
    assert (css / "z.css").read_text() == "/* alone */ .z { color: green; }\n"


def test_a_part_that_is_not_there_is_named_with_its_line_and_nothing_is_joined(css: Path) -> None:
    (css / "parts/b.css").unlink()
    (problem,) = join(css)
    assert (problem.span.path, problem.span.line) == ("theme/css/main.css", 4)
    assert "parts/b.css" in problem.message
    assert (css / "a.css").is_file()


def test_a_layer_in_a_medium_keeps_both() -> None:
    assert joined('@import "x.css" layer(l) print;', {"x.css": "a {}"}) == "@media print {\n@layer l {\na {}\n}\n}"
