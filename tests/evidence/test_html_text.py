"""The visible text of a saved page."""

import pytest
from briefing.evidence.html_text import html_to_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>A</h1><p>One <b>bold</b>\n word</p>", "A\n\nOne bold word"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>One<br>line<br><br>Two", "One line\n\nTwo"),
        ("<title>T</title><p>One", "T\n\nOne"),
        ("<head><title>T</title></head><p>One", "One"),
        ("<p>a &amp; b &lt;c&gt; caf&eacute;&nbsp;d", "a & b <c> café\xa0d"),
        ("<p>He said <q>yes</q>.", "He said “yes”."),
        ("<p hidden>no<p>yes", "yes"),
        ("<div style='display : NONE'>no<div>no</div></div>yes", "yes"),
        ("<div title='hidden'>yes</div>", "yes"),
        ("<ul><li hidden>no<li>yes</ul>", "yes"),
        ("<script>if (a < b) '</p>'</script><style>p{}</style>yes", "yes"),
        ("<nav>no</nav><noscript>no</noscript><select><option>no</select>yes", "yes"),
        ("<p>a<!-- no --><!doctype html><?php no ?>b", "ab"),
        ("<p title='a>b'>yes", "yes"),
        ("3 < 4 and 5 > 4", "3 < 4 and 5 > 4"),
        ("<table><tr><td>a<td>b</table>", "a\n\nb"),
        ("<p>yes</p><a href='", "yes"),
        ("</p></div>yes", "yes"),
        ("", ""),
    ],
)
def test_a_page_gives_what_a_reader_sees(html: str, text: str) -> None:
    assert html_to_text(html) == text


@pytest.mark.parametrize(
    "piece", ["<div>", "<p>a", "<", "<a ", "<!--", "<script>", "</div>", '<a ="> ', "<title>a</title>", "&#x41;"]
)
def test_a_broken_page_of_any_depth_comes_to_an_end(piece: str) -> None:
    html_to_text(piece * 50_000)
