"""The article is found in every layout, all of it, and nothing of what stands beside it."""

import pytest
from briefing.drafting.page import read_page

from .page_layouts import LAYOUTS, PROSE


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_of_the_article_is_found_and_nothing_else(layout: str) -> None:
    page = read_page(LAYOUTS[layout])
    assert page
    text = page.source.text
    assert [paragraph for paragraph in PROSE if paragraph not in text] == []
    assert [line for line in text.splitlines() if "NOISE" in line] == []


def test_short_sentences_at_either_end_are_of_the_article() -> None:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in PROSE)
    page = read_page(f"<div class='text'><p>Nobody was hurt.</p>{prose}<p>The school is cold.</p></div><p>Terms.</p>")
    assert page
    assert page.source.text.startswith("Nobody was hurt.")
    assert page.source.text.endswith("The school is cold.")


def test_words_in_a_script_without_spaces_are_counted() -> None:
    sentence = "月曜日の夜、検査員が手のひらほどの長さのひびを見つけたため、古い橋は閉鎖されたと町議会が発表した。"
    page = read_page(f"<div><p>{sentence}</p></div>" + f"<main>{f'<p>{sentence}</p>' * 4}</main>")
    assert page
    assert len(page.blocks) == 4
