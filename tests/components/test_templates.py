"""The templates as files: no logic, no script, no inline style, and complete by Pelican's conventions."""

import re
from pathlib import Path

import pytest

# What Pelican looks for in a theme; whatever is missing it would take from its bundled one.
CONVENTIONAL = (
    *("article", "page", "index", "archives", "period_archives", "category", "categories", "tag", "tags", "author"),
    *("authors", "base", "pagination", "translations"),
)
# Pelican's own blocks, and ours.
BLOCKS = (
    *("html_lang", "head", "title", "body", "header", "nav", "content", "footer"),
    *("html_dir", "description", "links", "script_source", "shared_as"),
)


def sources(theme: Path) -> dict[str, str]:
    folder = theme / "templates"
    return {str(p.relative_to(folder)): p.read_text(encoding="utf-8") for p in folder.rglob("*.html")}


@pytest.mark.parametrize("name", CONVENTIONAL)
def test_pelican_never_needs_its_bundled_theme(theme: Path, name: str) -> None:
    assert (theme / f"templates/{name}.html").is_file()


def test_no_template_extends_or_includes_another_theme(theme: Path) -> None:
    assert not [name for name, text in sources(theme).items() if re.search(r'"!(?:simple|theme)/', text)]


def test_no_template_has_an_inline_script_that_runs_or_an_inline_style(theme: Path) -> None:
    data, file = r" type=\"application/ld\+json\">", r" src=\"\{\{ SITEURL \}\}/theme/js/[a-z]+\.js\" defer></script>"
    forbidden = re.compile(rf"<script(?!{data}|{file})|<style|\sstyle=|\son[a-z]+=|javascript:")
    assert not [name for name, text in sources(theme).items() if forbidden.search(text)]


def test_no_template_prints_anything_unescaped(theme: Path) -> None:
    assert not [name for name, text in sources(theme).items() if re.search(r"\|\s*safe|autoescape|Markup", text)]


def test_every_template_says_what_it_is_for_or_extends_one_that_does(theme: Path) -> None:
    components = {n: t for n, t in sources(theme).items() if n.startswith("components/")}
    assert [name for name, text in components.items() if not text.startswith("{#-")] == []


def test_every_internal_address_starts_at_the_root(theme: Path) -> None:
    absolute = re.compile(r'(?:href|src)="/')
    assert not [name for name, text in sources(theme).items() if absolute.search(text)]


@pytest.mark.parametrize("block", BLOCKS)
def test_base_has_the_blocks_that_other_templates_fill(theme: Path, block: str) -> None:
    assert f"{{% block {block} %}}" in sources(theme)["base.html"]


def test_only_a_page_that_has_a_script_lets_scripts_of_its_own_site_run(theme: Path) -> None:
    found = sources(theme)
    allowed = {name for name, text in found.items() if "script-src 'self'" in text}
    scripted = {name for name, text in found.items() if "<script src=" in text}
    assert allowed == scripted == {"timeline.html", "search.html"}
    assert [name for name, text in found.items() if "wasm-unsafe-eval" in text] == ["search.html"]


def test_the_scripts_weigh_little(theme: Path) -> None:
    assert sum(path.stat().st_size for path in (theme / "static/js").iterdir()) <= 10_000


def test_the_content_security_policy_lets_nothing_in(theme: Path) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', sources(theme)["base.html"])
    assert policy
    assert {"default-src 'none'", "style-src 'self'", "img-src 'self'"} <= set(policy[1].split("; "))
    assert "unsafe" not in policy[1]
