"""An ordinary Pelican site with the plugin switched on is, to the byte, what Pelican alone makes of it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from briefing.diagnostics import Code
from briefing.pelican_ext.terminal import explained
from pelican.writers import FileOverwriteFailedError

FILES = {
    "pelicanconf.py": """
AUTHOR = "Ann"
SITENAME = "Plain"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = 2
YEAR_ARCHIVE_SAVE_AS = "{date:%Y}/index.html"
PLUGIN_PATHS = [@plugins@]
""",
    "content/news/a.md": """Title: First: "the" one
Date: 2024-01-02 10:00
Modified: 2024-01-03
Category: News
Tags: one, two
Slug: first
Authors: Ann, Bo
Summary: A *short* one.

Text with [a link]({filename}b.rst#top), [a page]({filename}/pages/about.md) and `code`.

```python
print("x")
```

Note: a colon. <b onclick="x()">raw</b> <script>1</script>
""",
    "content/news/a-fr.md": "Title: Premier\nDate: 2024-01-02\nSlug: first\nLang: fr\nTranslation: true\n\nTexte.\n",
    "content/news/b.rst": """Second
######

:date: 2024-02-03
:category: News
:tags: two
:summary: A *summary*.

.. _top:

Text. See `this <{filename}a.md>`_.

.. image:: {static}/images/dot.png
   :alt: dot

.. code-block:: python

   print(1)
""",
    "content/news/draft.md": "Title: Draft\nDate: 2024-03-01\nStatus: draft\n\nNot yet.\n",
    "content/news/hidden.rst": "Hidden\n######\n\n:date: 2024-03-01\n:status: hidden\n\nAside.\n",
    "content/news/dashes.md": "---\ntitle: Dashes\ndate: 2024-03-01\ntags: x, y\ncategory: Other\n---\nText.\n",
    "content/news/no-yaml.md": "---\ntitle: Dashes: and a colon\ndate: 2024-03-02\n---\n# A heading\n\nText.\n",
    "content/sources/later.md": "Title: Later\nDate: 2024-04-01\n\nIn a folder that has the name of one of ours.\n",
    "content/pages/about.md": "Title: About\nSlug: about\n\nAbout [us](mailto:a@example.org). See [files](x.txt).\n",
    "content/pages/terms.rst": "Terms\n#####\n\n:slug: terms\n\nTerms.\n",
    "content/pages/terms-fr.rst": "Conditions\n##########\n\n:slug: terms\n:lang: fr\n\nConditions.\n",
    "content/pages/plan.md": "Title: Plan\nStatus: draft\n\nPlan.\n",
    "content/images/dot.png": "PNG",
}


@pytest.fixture(scope="module")
def ordinary(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of articles and pages: drafts, hidden ones, translations, Markdown and reStructuredText."""
    folder = tmp_path_factory.mktemp("ordinary")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text.replace("@plugins@", repr(str(root / "plugins"))), "utf-8")
    return folder


def build(folder: Path, output: str, *settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", output, "-d", "-e", *settings]
    clock = os.environ | {"SOURCE_DATE_EPOCH": "1717243200"}
    return subprocess.run(command, cwd=folder, env=clock, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("theme", ["notmyidea", "simple"])
def test_the_plugin_changes_no_byte_of_an_ordinary_site(ordinary: Path, theme: str) -> None:
    alone = build(ordinary, f"{theme}-alone", "PLUGINS=[]", f'THEME="{theme}"')
    with_us = build(ordinary, f"{theme}-with-us", 'PLUGINS=["briefing"]', f'THEME="{theme}"')
    assert (alone.returncode, with_us.returncode) == (0, 0), with_us.stdout + with_us.stderr
    before, after = tree(ordinary / f"{theme}-alone"), tree(ordinary / f"{theme}-with-us")
    assert {"index.html", "first.html", "first-fr.html", "drafts/draft.html", "later.html"} <= before.keys()
    assert [name for name in before | after if before.get(name) != after.get(name)] == []


def test_a_briefing_that_the_theme_cannot_show_is_one_clear_line(ordinary: Path) -> None:
    briefing = ordinary / "content/briefings/x.md"
    briefing.parent.mkdir()
    briefing.write_text("---\ntitle: X\ndate: 2024-01-01\nsummary: X.\nsources: [{id: s, title: S}]\n---\n")
    try:
        built = build(ordinary, "never", 'PLUGINS=["briefing"]')
    finally:
        briefing.unlink()
        briefing.parent.rmdir()
    assert built.returncode == 1
    assert "\npelicanconf.py: error[bad-setting]: the theme 'notmyidea' has no templates for briefings" in (
        built.stdout + built.stderr
    )
    assert 'write THEME = "briefing"' in built.stdout + built.stderr
    assert not (ordinary / "never").exists()


def test_two_articles_at_one_address_are_told_in_words_of_the_site_not_of_pelicans_code(tmp_path: Path) -> None:
    error = FileOverwriteFailedError(
        f'Failed to overwrite "{tmp_path}/output/x.html" as Pelican has already '
        "written to it previously (set `override=True` if intended)"
    )
    said = explained(error, tmp_path)
    assert (said.code, said.span.path) == (Code.URL_COLLISION, "output/x.html")
    assert "override" not in said.message + said.help
