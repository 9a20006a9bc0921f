"""Small sites with one fault each: every check of the audit is shown to see what it looks for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.browser import Tab
from audit.site import Site, load_site

POLICY = "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="main.css">
{head}
</head>
<body>
<main id="top">
<h1>A page</h1>
{body}
</main>
</body>
</html>
"""
ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>'
SOUND = "body { font: 1rem/1.5 sans-serif; color: #000; background: #fff } :focus-visible { outline: 2px solid #00f }"


@pytest.fixture
def make_site(tmp_path: Path, serve: Callable[[Path], str]) -> Callable[..., Site]:
    """Write a site in whose index.html nothing is wrong but what is given, and return it as the audit knows it."""

    def make(body: str = "", head: str = "", policy: str = POLICY, css: str = "", **files: str) -> Site:
        folder = tmp_path / "site"
        folder.mkdir(exist_ok=True)
        page = PAGE.format(body=body, head=head, policy=policy)
        for name, text in {"index_html": page, "icon_svg": ICON, "main_css": SOUND + css, **files}.items():
            (folder / ".".join(name.rsplit("_", 1))).write_text(text, encoding="utf-8")
        return load_site("site", folder, f"{serve(tmp_path)}/site/")

    return make


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab with a profile of its own."""
    with browser.new_context() as context:
        yield Tab(context)


@pytest.fixture
def bare(browser: Browser) -> Iterator[Tab]:
    """A tab in which no script runs."""
    with browser.new_context(java_script_enabled=False) as context:
        yield Tab(context)
