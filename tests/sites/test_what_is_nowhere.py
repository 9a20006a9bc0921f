"""What must not be published is nowhere in the output: not in a page, a list, a link, a feed or a file's name."""

from collections.abc import Callable

Built = Callable[[str], dict[str, str]]


def mentions(pages: dict[str, str], word: str) -> set[str]:
    return {name for name, text in pages.items() if word in name.lower() or word in text.lower()}


def test_a_briefing_under_embargo_is_nowhere(built: Built) -> None:
    pages = built("embargo")
    assert mentions(pages, "today")
    assert mentions(pages, "secret") == set()
    assert mentions(pages, "later") == set()


def test_a_draft_is_on_its_own_page_and_that_of_a_draft_that_links_to_it(built: Built) -> None:
    pages = built("unlisted")
    assert mentions(pages, "unfinished") == {
        "drafts/briefings/unfinished/index.html",
        "drafts/briefings/unfinished-too/index.html",
    }


def test_a_hidden_briefing_is_on_its_own_page_alone(built: Built) -> None:
    assert mentions(built("unlisted"), "aside") == {"briefings/aside/index.html"}
