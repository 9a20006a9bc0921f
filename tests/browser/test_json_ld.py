"""A block of JSON-LD under the policy of every page: a browser lets it stand, and reads from it what was written."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from briefing.exports.characters import json_text
from playwright.sync_api import Page

HOSTILE = {"name": "</script><script>document.title = 'run'</script><!-- <script> \u2028 & ]]>"}
BLOCK = '<script type="application/ld+json">{}</script>'


@pytest.fixture
def policy(root: Path) -> str:
    """The policy of every page, as the theme writes it."""
    base = (root / "theme/templates/base.html").read_text(encoding="utf-8")
    found = re.search(r'<meta http-equiv="Content-Security-Policy"[^>]*>', base)
    assert found
    return re.sub(r"{%.*?%}", "", found[0])


@pytest.fixture
def shown(page: Page, policy: str, tmp_path: Path, serve: Callable[[Path], str]) -> Callable[[str], list[str]]:
    """Show a page with some markup in its head, and return what the browser has to say of it."""

    def show(markup: str) -> list[str]:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        head = f'<meta charset="utf-8">{policy}<title>kept</title>{markup}'
        (tmp_path / "page.html").write_text(f"<!DOCTYPE html><html><head>{head}</head></html>", encoding="utf-8")
        page.goto(f"{serve(tmp_path)}/page.html")
        return [words for words in said if "404" not in words]

    return show


def test_the_policy_lets_a_data_block_stand(page: Page, shown: Callable[[str], list[str]]) -> None:
    assert shown(BLOCK.format(json_text(HOSTILE))) == []
    blocks = page.locator("script").all_text_contents()
    assert [json.loads(text) for text in blocks] == [HOSTILE]
    assert page.title() == "kept"


def test_the_policy_stops_a_script_and_the_browser_says_so(page: Page, shown: Callable[[str], list[str]]) -> None:
    said = shown("<script>document.title = 'run'</script>")
    assert any("Content Security Policy" in words for words in said)
    assert page.title() == "kept"
