# ruff: noqa: E501  a layout is easier to see on one line
"""An invented article in the layouts in which news sites print theirs: what is no part of it says NOISE."""

from collections.abc import Iterable

PROSE = (
    "The bridge at Harwold was closed on Monday night after an inspector found a crack as long as a hand, it said.",
    "“You could put a finger into it,” said Bram Oster, who has looked after the bridge and seen two others go.",
    "Traffic is led over the old ford, which is passable only at low water, and lorries go round by way of Skerry.",
    "Nobody could say on Tuesday how long the work would take, or who would pay for it when it was done in the end.",
    "The council had put the repair off three times since the great flood, most recently in the spring of last year.",
    "Ilse Quant, who runs the bakery by the bridge, has begun to row her bread across the river before the sun is up.",
    "“It is good for the arms and bad for the rolls,” she said, and went on loading the boat with what was left.",
    "A meeting for everybody who lives on the north bank is to be held at the school on Friday evening at eight.",
)
BESIDE = "NOISE, a line that stands beside the article and is none of it, however much it reads as if it were one."


def paragraphs(texts: Iterable[str]) -> str:
    """Texts as paragraphs of a page."""
    return "".join(f"<p>{text}</p>\n" for text in texts)


FIRST, LAST, WHOLE = paragraphs(PROSE[:4]), paragraphs(PROSE[4:]), paragraphs(PROSE)
_THREE = paragraphs([BESIDE] * 3)
_LINKS = "".join(f'<li><a href="{n}">NOISE Another bridge falls {n}</a></li>' for n in range(6))
_BODIES = {
    "a bare page": WHOLE,
    "a cookie banner": f'<div id="onetrust-consent-sdk">{_THREE}</div><main><h1>A crack</h1>{WHOLE}</main>',
    "a dialog": f'<div class="gdpr" role="dialog">{_THREE}</div><main><h1>A crack</h1>{WHOLE}</main>',
    "an offer behind the text": f'<div class="story">{WHOLE}<div class="piano-offer"><p>{BESIDE}</p></div></div>',
    "related links inside": f"<article>{FIRST}<div><h3>NOISE Also here</h3><ul>{_LINKS}</ul></div>{LAST}</article>",
    "a linked paragraph inside": f'<article>{FIRST}<p><b>More: <a href="1">NOISE Another falls</a></b></p>{LAST}</article>',
    "a newsletter box": f'<article>{FIRST}<div class="newsletter-signup"><p>{BESIDE}</p></div>{LAST}</article>',
    "an unnamed newsletter box": f"<article>{FIRST}<div><p>Sign up to the NOISE letter, every Friday.</p></div>{LAST}</article>",
    "captions": f"<article>{FIRST}<figure><img><figcaption>NOISE The bridge.</figcaption></figure>"
    f'<div class="wp-caption"><p class="wp-caption-text">{BESIDE}</p></div>{LAST}</article>',
    "pieces between adverts": '<div id="story">'
    + "".join(
        f'<div class="chunk"><p>{PROSE[n]}</p><p>{PROSE[n + 1]}</p></div><div class="rail"><p>{BESIDE}</p></div>'
        for n in (0, 2, 4, 6)
    )
    + "</div>",
    "pieces in columns of a grid": '<div class="page"><div class="chunks">'
    + "".join(
        f'<div class="cell"><div class="body dropcap">{paragraphs(PROSE[n : n + 4])}</div></div><div>NOISE</div>'
        for n in (0, 4)
    )
    + f"</div></div><div><p>{BESIDE}</p></div>",
    "more comments than text": f'<div class="post-body">{WHOLE}</div><div id="comments">{_THREE * 9}</div>',
    "comments below a heading": f"<div>{WHOLE}<h3>12 comments</h3><div>{_THREE}</div></div>",
    "comments in French": f'<article>{WHOLE}<div class="bloc-commentaires">{_THREE}</div></article>',
    "teaser cards": f'<div><div class="text">{WHOLE}</div><div>'
    + f'<div class="tile"><h4><a href="1">NOISE Another thing that happened</a></h4><p>{BESIDE}</p></div>' * 4
    + "</div></div>",
    "teaser cards in the text's own element": f'<div class="text">{WHOLE}'
    + '<div class="tile"><h4><a href="1">NOISE Another thing happened</a></h4><p>NOISE What it was, nobody knew.</p></div>'
    * 4
    + "</div>",
    "an author's box": f'<article>{WHOLE}<div class="author-box"><p>{BESIDE}</p></div></article>',
    "the next article below": f'<div><article class="story"><h1>A crack</h1><div class="story-body">{WHOLE}</div></article>'
    f'<article class="story"><h1>NOISE</h1><div class="story-body">{_THREE}</div></article></div>',
    "double line breaks in a table": "<table><tr><td><a href=1>NOISE Home</a><br></td><td><font><b>A crack</b><br><br>"
    + "<br><br>".join(PROSE)
    + "</font></td><td>NOISE a boat</td></tr></table>",
    "a form around everything, without paragraphs": "<form><div><a href=1>NOISE</a></div><div>"
    + "<br /><br />".join(PROSE)
    + "</div></form>",
    "divisions without paragraphs": f'<div>{"".join(f"<div>{p}</div>" for p in PROSE)}</div><div><div>{BESIDE}</div></div>',
    "a list": f"<div><ul>{''.join(f'<li>{p}</li>' for p in PROSE)}</ul></div><div><ul>{_LINKS}</ul></div>",
    "a numbered list of things with a link to each": "<article>"
    + "".join(f'<h2>{n}. <a href="1">Thing</a></h2><p>{p}</p>' for n, p in enumerate(PROSE))
    + "</article>",
    "a live blog": '<main><div class="feed">'
    + "".join(f'<article class="live-post"><time>10:0{n}</time><h3>Post</h3><p>{p}</p></article>' for n, p in enumerate(PROSE))
    + "</div></main>",
    "an accelerated page": f"<amp-sidebar>{_THREE}</amp-sidebar><article>{FIRST}<amp-ad><div>NOISE</div></amp-ad>{LAST}</article>",
    "a lead in its own element": f'<div><h1>A crack</h1><div class="article__summary">{PROSE[0]}</div><div>NOISE 10:40</div>'
    f'<div class="article__text">{paragraphs(PROSE[1:])}</div></div>',
    "hidden copies": f'<div style="display: none">{_THREE}</div><div hidden>{_THREE}</div><article>{WHOLE}</article>'
    f"<template>{_THREE}</template><noscript>{_THREE}</noscript>",
    "sections of a document": f"<nav><ul>{_LINKS}</ul></nav><div role=main><section><h1>A crack</h1>{FIRST}"
    f"<section><h2>Then</h2>{LAST}</section></section></div>",
    "a deep nest": "<div>" * 40 + WHOLE + "</div>" * 40,
    "table of figures": f"<article>{FIRST}<table><tr><th>Bridge</th><th>Cracks</th></tr></table>{LAST}</article>",
}  # fmt: skip
LAYOUTS = {
    name: f"<!doctype html><html><body>{body}<footer>{BESIDE}</footer></body></html>" for name, body in _BODIES.items()
}
