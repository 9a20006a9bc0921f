"""A link from one imported post to another leads to its article; where it leads to none, its words and address stay."""

import pytest
from briefing.drafting.post_body import plain_markdown
from briefing.drafting.post_links import Places
from briefing.drafting.posts import Post, read_post

FIELDS = "---\ntitle: A\n{}---\n{}\n"
DATED = "date: 2024-01-02\n"
POSTS = {
    "old/_posts/2021-02-03-lock.md": "categories: [Water, news]\n",
    "old/_posts/2021-03-05-gate.md": "",
    "old/content/posts/dam.md": DATED + "aliases: [/2009/the-dam.html]\n",
    "old/content/posts/dam.de.md": DATED,
    "old/content/posts/flood/index.md": DATED + "slug: high-water\n",
    "old/content/posts/one/twin.md": "date: 2024-05-01\n",
    "old/content/posts/two/twin.md": "date: 2024-05-02\n",
}


def read(path: str, body: str = "", places: Places | None = None, lang: str = "") -> Post:
    text = FIELDS.format(POSTS.get(path, DATED + lang), body)
    first = read_post(path, text)
    assert isinstance(first, Post), first
    second = read_post(path, text, places.finder(first.place)) if places else first
    assert isinstance(second, Post)
    return second


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(read(path).place for path in POSTS)


LOCK, GATE = "{filename}2021-02-03-lock.md", "{filename}2021-03-05-gate.md"
DAM, FLOOD = "{filename}2024-01-02-dam.md", "{filename}2024-01-02-high-water.md"


@pytest.mark.parametrize(
    ("target", "here"),
    [
        ("{% post_url 2021-02-03-lock %}", LOCK),
        ("{{ site.baseurl }}{% post_url 2021-02-03-lock %}#who", f"{LOCK}#who"),
        ("{% link _posts/2021-03-05-gate.md %}", GATE),
        ('{{ "/2021/03/05/gate.html" | relative_url }}', GATE),
        ("/2021/03/05/gate.html", GATE),
        ("/2021/03/gate/", GATE),
        ("/water/news/2021/02/03/lock.html", LOCK),
        ('{{< ref "dam" >}}', DAM),
        ('{{< relref path="/posts/dam.md" >}}', DAM),
        ('{{% ref "posts/dam.md#cost" %}}', f"{DAM}#cost"),
        ("/posts/dam/", DAM),
        ("/2009/the-dam.html", DAM),
        ("../dam/", DAM),
        ("dam.md#cost", f"{DAM}#cost"),
        ("flood/index.md", FLOOD),
        ("/posts/flood/?from=here", FLOOD),
        ("/posts/one/twin/", "{filename}2024-05-01-twin.md"),
    ],
)
def test_a_link_to_another_post_leads_to_its_article(target: str, here: str, places: Places) -> None:
    found = read("old/content/posts/x.md", f"To [it]({target}) and on.", places)
    assert found.body == f"To [it]({here}) and on.\n"
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("/posts/gone/", "it (`/posts/gone/`)"),
        ("../gone.md", "it (`../gone.md`)"),
        ('{{< ref "twin" >}}', 'it (`{{< ref "twin" >}}`)'),
        ("https://example.org/posts/dam/", "[it](https://example.org/posts/dam/)"),
        ("#cost", "[it](#cost)"),
        ("/", "[it](/)"),
        ("mailto:desk@example.org", "[it](mailto:desk@example.org)"),
    ],
)
def test_a_link_that_leads_to_no_post_or_to_several_is_not_guessed(target: str, said: str, places: Places) -> None:
    found = read("old/content/posts/x.md", f"To [it]({target}).", places)
    assert found.body == f"To {said}.\n"
    assert [remark.line for remark in found.remarks] == [5] * said.startswith("it")


def test_a_translation_leads_to_translations(places: Places) -> None:
    assert "2024-01-02-dam.de.md" in read("old/content/posts/x.de.md", "[x](/posts/dam/)", places).body
    assert (
        "2024-01-02-dam.md"
        in read("old/content/posts/x.fr.md", "[x](/posts/dam/)", Places([read("old/content/posts/dam.md").place])).body
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a href='/posts/dam/'>it</a>", f"<a href='{DAM}'>it</a>"),
        ('<a class="x" href="/gone/">it</a>', '<a class="x" >it</a>'),
        ("See [it][1].\n\n[1]: /posts/dam/", f"See [it][1].\n\n[1]: {DAM}"),
        ('[it](/posts/dam/ "A dam")', f'[it]({DAM} "A dam")'),
        ("`[it](/posts/dam/)`", "`[it](/posts/dam/)`"),
        ("```\n[it](/posts/dam/)\n```", "```\n[it](/posts/dam/)\n```"),
        ("[{{ page.title }}](/posts/dam/)", f"[`{{{{ page.title }}}}`]({DAM})"),
    ],
)
def test_links_are_found_however_they_are_written_and_code_is_left_alone(text: str, said: str, places: Places) -> None:
    assert read("old/content/posts/x.md", text, places).body == f"{said}\n"


def test_what_is_lost_in_the_words_of_a_link_is_told_once(places: Places) -> None:
    found = read("old/content/posts/x.md", "\n[{{ page.title }}](/posts/dam/)", places)
    assert found.remarks == ((6, "this is no Markdown: {{ page.title }}"),)


@pytest.mark.parametrize(
    ("figure", "picture"),
    [
        (
            "<figure>\n\n![A dam](a.png)\n\n<figcaption>\n\nIn May\n\n</figcaption>\n\n</figure>",
            "![A dam](a.png)\n*In May*",
        ),
        ("<figure>\n\n[![](a.png)](a.png)\n\n</figure>", "![](a.png)"),
        ('[caption id="x" width="300"]<img src="a.png" alt="A dam" /> In May[/caption]', "![A dam](a.png)\n*In May*"),
        ("<figure><video></video></figure>", "<figure><video></video></figure>"),
    ],
)
def test_a_figure_of_wordpress_becomes_a_picture_with_its_caption(figure: str, picture: str) -> None:
    assert plain_markdown(figure, 1) == (f"{picture}\n", ())
