"""Posts of Hugo and Jekyll become drafts of articles: nothing is overwritten, and what is not understood is told."""

from pathlib import Path

import pelican
import pytest
from briefing.cli import main
from briefing.drafting.post_body import plain_markdown
from briefing.drafting.posts import Post, read_post

YAML = """---
title: "The dam: a year on"
date: 2024-05-01T10:00:00+02:00
lastmod: 2024-05-03
tags: [dams, "sea, and shore"]
categories: [Water, News]
author: {name: Ada Quill}
description: What has changed.
draft: true
weight: 3
aliases: [/2024/dam/]
---
Text with a {{< figure src="dam.png" >}}.

<!--more-->

{{< highlight python >}}
print("{{ not a shortcode }}")
{{< /highlight >}}
"""
TOML = """+++
title = 'The flood'
date = 2024-06-01
tags = ["floods"]
[params]
  hero = "x.jpg"
+++

It came at night.
"""
JSON = '{\n "title": "The vote",\n "date": "2024-07-01",\n "Authors": ["Bo Brook"]\n}\n\nNineteen voted.\n'
JEKYLL = """---
layout: post
title: Old lock
categories: harbours
permalink: /:year/:title/
---
{% highlight sh %}
make lock
{% endhighlight %}
See {{ site.baseurl }}/about/ and {% post_url 2023-01-01-x %}.

`{% raw %}` is code.
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pelican.conf.py").write_text('PATH = "content"\nARTICLE_PATHS = ["articles"]\n')
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def old(project: Path) -> Path:
    """Another generator's folder of posts."""
    posts = {
        "posts/dam.md": YAML,
        "posts/flood/index.md": TOML,
        "posts/vote.md": JSON,
        "posts/_index.md": "---\ntitle: Posts\n---\n",
        "posts/2020-02-03-old-lock.markdown": JEKYLL,
        "posts/note.md": "Just words.\n",
    }
    for name, text in posts.items():
        (project / "old" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "old" / name).write_text(text, "utf-8")
    return project / "old"


def _settings(project: Path, root: Path) -> None:
    (project / "pelican.conf.py").write_text(
        f"from runpy import run_path\nglobals().update(run_path({str(root / 'pelican.conf.py')!r}))\n"
        f'BRIEFING_PATHS = ["briefings"]\nPAGE_PATHS = []\nTHEME = {str(root / "theme")!r}\n'
        f"PLUGIN_PATHS = [{str(root / 'plugins')!r}]\n"
    )


def post(text: str, path: str = "x.md") -> Post:
    found = read_post(path, text)
    assert isinstance(found, Post), found
    return found


def test_a_post_with_yaml_keeps_what_an_article_has_a_place_for() -> None:
    found = post(YAML)
    assert found.name == "2024-05-01-x"
    assert found.fields == {
        "title": "The dam: a year on",
        "date": "2024-05-01T10:00:00+02:00",
        "modified": "2024-05-03",
        "category": "Water",
        "tags": ("dams", "sea, and shore"),
        "authors": ("Ada Quill",),
        "summary": "What has changed.",
        "slug": "x",
        "status": "draft",
    }
    assert found.body.startswith("Text with a ![](dam.png).")
    assert '```python\nprint("{{ not a shortcode }}")\n```' in found.body
    assert "more" not in found.body


def test_what_is_not_understood_is_told_with_its_line() -> None:
    assert [(r.line, r.words) for r in post(YAML).remarks] == [
        (0, "an article has one category; the others were News"),
        (0, "the field 'weight' has no place in an article"),
        (0, "its address was /2024/dam/: to keep it, write url: 2024/dam/ and save_as: 2024/dam/index.html"),
    ]


def test_toml_and_json_are_read_and_a_bundle_has_the_name_of_its_folder() -> None:
    toml, json = post(TOML, "posts/flood/index.md"), post(JSON, "posts/vote.md")
    assert (toml.name, toml.fields["tags"], toml.body) == ("2024-06-01-flood", ("floods",), "It came at night.\n")
    assert [r.words for r in toml.remarks] == ["the field 'params' has no place in an article"]
    assert (json.name, json.fields["authors"], json.body) == ("2024-07-01-vote", ("Bo Brook",), "Nineteen voted.\n")


def test_a_post_of_jekyll_has_its_date_in_its_name_and_liquid_is_said_in_markdown_or_told() -> None:
    found = post(JEKYLL, "_posts/2020-02-03-old-lock.markdown")
    assert (found.name, found.fields["date"], found.fields["category"]) == (
        "2020-02-03-old-lock",
        "2020-02-03",
        "harbours",
    )
    assert found.body.startswith("```sh\nmake lock\n```\nSee /about/ and ")
    assert (10, "this is no Markdown: {% post_url 2023-01-01-x %}") in found.remarks
    assert len(found.remarks) == 2


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Just words.", "it does not begin with fields"),
        ("---\ntitle: A\n---\n", "it has no date, neither in its fields nor in its name"),
        ("---\ntitle: A: b\n---\n", "its fields are no sound YAML: line 2"),
        ("+++\ntitle = A\n+++\n", "its fields are no TOML"),
        (
            '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">',
            "it is an export of WordPress: make Markdown of it first",
        ),
        ('{"title": }\n', "its fields are no JSON"),
        ("---\ntitle: A\ndate: yesterday\n---\n", "it has no date"),
    ],
)
def test_what_is_no_post_is_told_in_words(text: str, why: str) -> None:
    found = read_post("x.md", text)
    assert isinstance(found, str)
    assert found.startswith(why)


def test_code_is_left_alone() -> None:
    text = "```liquid\n{% include x %}\n```\n`{{ y }}`\n"
    assert plain_markdown(text, 1) == (text, ())


@pytest.mark.parametrize(
    ("written", "picture"),
    [
        ('{{< figure src="a.png" alt="A dam" caption="In *May*" >}}', "![A dam](a.png)\n*In May*\n"),
        ('{{% figure src=a.png title="A dam" /%}}', "![A dam](a.png)\n*A dam*\n"),
        ('{% include figure.html image_path="{{ site.baseurl }}/a.png" alt="A dam" %}', "![A dam](/a.png)\n"),
        ('{{< figure caption="No address" >}}', '`{{< figure caption="No address" >}}`\n'),
        ('```\n{{< figure src="a.png" >}}\n```', '```\n{{< figure src="a.png" >}}\n```\n'),
    ],
)
def test_a_figure_becomes_a_picture_with_its_caption(written: str, picture: str) -> None:
    body, remarks = plain_markdown(written, 1)
    assert body == picture
    assert bool(remarks) is body.startswith("`{{")


@pytest.mark.parametrize(
    ("field", "head"),
    [
        ("cover: {image: a.png, alt: A dam, caption: In May}", "![A dam](a.png)\n*In May*"),
        ("image: /img/a.png", "![](/img/a.png)"),
        ("header: {overlay_image: /img/a.png, alt: A dam}", "![A dam](/img/a.png)"),
        ("images: [a.png, b.png]", "![](a.png)"),
        ('coverImage: "a.png"', "![](a.png)"),
    ],
)
def test_the_picture_at_the_head_of_a_post_stands_before_its_text(field: str, head: str) -> None:
    found = post(f"---\ntitle: A\ndate: 2024-01-01\n{field}\n---\nText.\n")
    assert found.body == f"{head}\n\nText.\n"
    assert ["described nowhere" in r.words for r in found.remarks] == [True] * head.startswith("![]")


def test_pictures_come_with_their_post_and_one_that_is_nowhere_breaks_no_link(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, shared = project / "old/content/posts/dam", project / "old/static/img/dam.png"
    bundle.mkdir(parents=True)
    (project / "here").mkdir()
    shared.parent.mkdir(parents=True)
    (bundle / "dam.png").write_bytes(b"one")
    shared.write_bytes(b"two")
    (project / "secret.png").write_bytes(b"not of the old site")
    monkeypatch.chdir(project / "here")
    (bundle / "index.md").write_text(
        "---\ntitle: A\ndate: 2024-01-01\n---\n![One](dam.png) ![Two](/img/dam.png 'x')\n![Two](/img/dam.png)\n"
        "<img src='/img/dam.png'> ![Far](https://example.org/a.png) `![code](dam.png)`\n![Gone](gone.png)\n"
    )
    assert main(["import", "../old/content/posts", "--settings=../pelican.conf.py"]) == 0
    images = project / "content/images/2024-01-01-dam"
    assert {file.name: file.read_bytes() for file in images.iterdir()} == {"dam.png": b"one", "dam-2.png": b"two"}
    text = (project / "content/articles/2024-01-01-dam.md").read_text("utf-8").partition("---\n\n")[2]
    at = "{static}/images/2024-01-01-dam"
    assert f"![One]({at}/dam.png)" in text
    assert f"![Two]({at}/dam-2.png)\n<img src='{at}/dam-2.png'>" in text
    assert "![Far](https://example.org/a.png) `![code](dam.png)`\n`![Gone](gone.png)`\n" in text


def test_pictures_of_one_name_get_numbers_that_no_other_has_and_their_words_stay(project: Path) -> None:
    for name in ("old/posts/dam.png", "old/posts/dam-3.png", "old/static/img/dam.png"):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(name.encode())
    pictures = "![dam-3.png](dam-3.png) ![dam.png](dam.png) ![](/img/dam.png)"
    (project / "old/posts/a.md").write_text(f"---\ntitle: A\ndate: 2024-01-01\n---\n{pictures}\n")
    assert main(["import", "old/posts"]) == 0
    text = (project / "content/articles/2024-01-01-a.md").read_text("utf-8")
    at = "{static}/images/2024-01-01-a"
    assert f"![dam-3.png]({at}/dam-3.png) ![dam.png]({at}/dam.png) ![]({at}/dam-2.png)\n" in text


def test_import_writes_drafts_that_pelican_builds_as_drafts(
    project: Path, old: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(old)]) == 1
    said = capsys.readouterr().out
    assert "old/posts/note.md: not taken over: it does not begin with fields, as a post" in said
    assert (
        "4 posts written as drafts; 1 not taken over; 7 things not understood, in comments of the drafts too.\n"
    ) in said
    written = sorted(path.name for path in (project / "content/articles").iterdir())
    assert written == ["2020-02-03-old-lock.md", "2024-05-01-dam.md", "2024-06-01-flood.md", "2024-07-01-vote.md"]
    _settings(project, root)
    pelican.main(["-s", "pelican.conf.py"])
    page = (project / "output/drafts/articles/dam/index.html").read_text("utf-8")
    assert "<h1>The dam: a year on</h1>" in page
    assert not (project / "output/articles").exists()


def test_import_overwrites_nothing_and_says_so(project: Path, old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = project / "content/articles/2024-07-01-vote.md"
    mine.parent.mkdir()
    mine.write_text("mine")
    assert main(["import", str(old / "posts/vote.md")]) == 1
    assert mine.read_text() == "mine"
    assert "content/articles/2024-07-01-vote.md is there already, and is left as it is" in capsys.readouterr().out


def test_all_is_well_where_every_post_was_taken_over(project: Path, old: Path) -> None:
    assert main(["import", str(old / "posts/vote.md"), str(old / "posts/dam.md")]) == 0
    assert len(list((project / "content/articles").iterdir())) == 2


@pytest.mark.usefixtures("project")
def test_a_folder_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "nowhere"]) == 2
    assert capsys.readouterr().err == "briefing: there is no nowhere\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('To [the school]({{< ref "night.md" >}}).\n', 'To the school (`{{< ref "night.md" >}}`).\n'),
        ("To [it]({% post_url 2020-01-02-a %}#b).\n", "To it (`{% post_url 2020-01-02-a %}#b`).\n"),
        ("![A map]({{ site.map }})\n", "A map (`{{ site.map }}`)\n"),
        ("`[k]({{ x }})` and [a](/b/)\n", "`[k]({{ x }})` and a (`/b/`)\n"),
    ],
)
def test_a_link_that_another_generator_would_have_found_leaves_its_words_and_its_target_as_code(
    text: str, said: str
) -> None:
    assert plain_markdown(text, 1)[0] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[dam.md](dam.md)\n", "[dam.md](NEW)\n"),
        ("[{{ x }} dam](dam 'a dam')\n", "[`{{ x }}` dam](NEW 'a dam')\n"),
        ('<a title="dam" href="dam">dam</a>\n', '<a title="dam" href="NEW">dam</a>\n'),
        ("[dam]: dam\n", "[dam]: NEW\n"),
    ],
)
def test_of_a_link_to_another_post_the_address_is_another_and_the_words_are_not(text: str, said: str) -> None:
    assert plain_markdown(text, 1, lambda target: "NEW" if target.startswith("dam") else "")[0] == said


@pytest.mark.parametrize("field", ["categories", "tags"])
def test_jekyll_has_a_space_between_categories_and_between_tags(field: str) -> None:
    text = f"---\ntitle: A\n{field}: news updates\n---\n"
    found = post(text, "old/_posts/2024-01-02-a.md")
    words = [remark.words for remark in found.remarks]
    if field == "tags":
        assert (found.fields["tags"], words) == (("news", "updates"), [])
    else:
        assert (found.fields["category"], words) == ("news", ["an article has one category; the others were updates"])
    assert "news updates" in str(post(text.replace("---\nti", "---\ndate: 2024-01-02\nti"), "content/a.md").fields)


@pytest.mark.parametrize("path", ["posts/dam.de.md", "posts/dam/index.de.md"])
def test_a_translation_of_hugo_is_one_of_the_article_with_its_slug(path: str) -> None:
    text = "---\ntitle: Der Damm\ndate: 2024-01-02\n---\n"
    found, original = post(text, path), post(text, path.replace(".de", ""))
    assert (found.fields["lang"], found.fields["slug"], found.name) == ("de", "dam", "2024-01-02-dam.de")
    assert (original.fields["slug"], original.name, "lang" in original.fields) == ("dam", "2024-01-02-dam", False)
    assert post(text, path.replace(".de", ".old")).fields.keys() == original.fields.keys()


def test_what_the_other_site_would_fill_into_a_field_is_marked_and_told() -> None:
    found = post("---\ntitle: Hello {{ site.title }}\ndate: 2024-01-02\n---\n")
    assert found.fields["title"] == "Hello [check: {{ site.title }}]"
    assert [r.words for r in found.remarks] == ["the field 'title' has what only the other site can fill in"]


def test_what_jekyll_hangs_on_a_text_is_left_out_and_told() -> None:
    body, remarks = plain_markdown("A `code`{:.x} text.\n{: .note}\n\n`{:.y}`\n", 5)
    assert body == "A `code` text.\n\n`{:.y}`\n"
    left = "this is no Markdown, and left out: "
    assert remarks == ((5, f"{left}{{:.x}}"), (6, f"{left}{{: .note}}"))


def test_an_unfinished_post_needs_no_date_and_is_a_draft_that_asks_for_one(project: Path) -> None:
    (project / "old/_drafts").mkdir(parents=True)
    (project / "old/_drafts/later.md").write_text("---\ntitle: Later\n---\nText.\n")
    assert main(["import", "old/_drafts"]) == 0
    text = (project / "content/articles/later.md").read_text("utf-8")
    assert text == "---\ntitle: Later\nslug: later\nstatus: draft\n# [check: date]\n---\n\nText.\n"


@pytest.mark.parametrize(
    "opening",
    ["{{< ", "{% ", "{{< highlight go >}}\n", "{% highlight go %}\n", "[a]({{ ", "```a\n", "{{< x >}} `c` ", "{: a "],
)
def test_however_many_tags_have_no_end_a_post_is_read(opening: str) -> None:
    """As long as it is, a reader that looked for each end anew would be at it for minutes."""
    body, _ = plain_markdown(opening * (200_000 // len(opening)), 1)
    assert opening.split(maxsplit=1)[0] in body


def test_a_post_without_a_title_has_the_one_its_name_says_as_in_jekyll() -> None:
    found = post("---\nlayout: post\n---\n", "_posts/2024-01-02-the-old_lock.md")
    assert found.fields["title"] == "The old lock"
    assert [r.words for r in found.remarks] == ["it has no title: this one is read from its name"]


def test_what_wordpress_calls_no_category_is_none() -> None:
    assert "category" not in post("---\ntitle: A\ndate: 2024-01-02\ncategories: [Uncategorized]\n---\n").fields


def test_a_post_in_html_is_taken_over_and_a_template_or_a_theme_is_none(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("_posts/2024-01-02-a.html", "_layouts/post.html", "themes/x/content/b.md", ".git/c.md"):
        (project / "old" / name).parent.mkdir(parents=True)
        (project / "old" / name).write_text("---\ntitle: A\ndate: 2024-01-02\n---\n<p>Text.</p>\n")
    assert main(["import", "old"]) == 0
    assert "2024-01-02-a.html: it is HTML: look whether it is shown as it was" in capsys.readouterr().out
    assert [file.name for file in (project / "content/articles").iterdir()] == ["2024-01-02-a.md"]


def test_a_file_that_a_post_offers_comes_with_it(project: Path) -> None:
    (project / "old/static").mkdir(parents=True)
    (project / "old/static/report.pdf").write_bytes(b"%PDF")
    (project / "old/a.md").write_text("---\ntitle: A\ndate: 2024-01-02\n---\n[It](/report.pdf), [not](/gone.pdf).\n")
    assert main(["import", "old"]) == 0
    text = (project / "content/articles/2024-01-02-a.md").read_text("utf-8")
    assert "[It]({static}/images/2024-01-02-a/report.pdf), `[not](/gone.pdf)`." in text
    assert "# the file /gone.pdf was not found: put it into content/images/" in text
    assert (project / "content/images/2024-01-02-a/report.pdf").read_bytes() == b"%PDF"


def test_a_folder_of_posts_that_lead_to_each_other_builds(project: Path, root: Path) -> None:
    for name, other in (("2024-01-02-a", "2024-01-03-b"), ("2024-01-03-b", "2024-01-02-a")):
        (project / "old/_posts").mkdir(parents=True, exist_ok=True)
        (project / f"old/_posts/{name}.md").write_text(f"---\ntitle: A\n---\n[To]({{% post_url {other} %}}).\n")
    assert main(["import", "old"]) == 0
    for file in (project / "content/articles").iterdir():
        file.write_text(file.read_text("utf-8").replace("status: draft\n", ""), "utf-8")
    _settings(project, root)
    pelican.main(["-s", "pelican.conf.py"])
    assert '<a href="../../articles/b/index.html">To</a>' in (project / "output/articles/a/index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("permalink: /a/b.html", "to keep it, write url: a/b.html and save_as: a/b.html"),
        ("url: a/b", "to keep it, write url: a/b and save_as: a/b/index.html"),
        ("url: /caf%C3%A9/", "to keep it, write url: caf%C3%A9/ and save_as: café/index.html"),
        ("permalink: /:year/:title/", "lead readers from there to the new one"),
        ("aliases: [/a/, /b/]", "lead readers from there to the new one"),
    ],
)
def test_how_an_address_is_kept_is_told_where_there_is_one(field: str, said: str) -> None:
    (remark,) = post(f"---\ntitle: A\ndate: 2024-01-02\n{field}\n---\n").remarks
    assert remark.words.endswith(f": {said}")
