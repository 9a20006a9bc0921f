"""Markdown in, sanitised HTML out: nothing an editor writes can run in a reader's browser."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape, unescape
from itertools import count
from typing import Any
from unicodedata import category, normalize

import markdown
import nh3

from ..parsing.addresses import content_path
from ..parsing.prose import INTERNAL_LINK
from ..parsing.unseen import CONTROL
from .allowed_html import Additions, allowed
from .later import hole
from .values import Html

EXTENSIONS = ("tables", "def_list", "sane_lists")
"""Only what a page needs: each one costs every briefing of a cold build."""
SIGNS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    **dict.fromkeys(("reference", "link", "image_link", "image_reference"), ("[",)),
    **dict.fromkeys(("short_reference", "short_image_ref"), ("[",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "entity": ("&",),
    **dict.fromkeys(("em_strong", "em_strong2"), ("*", "_")),
}
"""What Python-Markdown looks for in every line, and the signs of it: without one of them a text has none of it."""
RULES = (
    *(f"{sign}{gap}{sign}" for sign in "-*_" for gap in (" ", "  ")),
    *("---", "***", "___", "-\t", "*\t", "_\t"),
)
"""What is in every line across a page."""
BLOCK_SIGNS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("table", "hr", "reference"), ("|", "]:", *RULES)),
    **dict.fromkeys(("deflist", "defindent"), (": ", ":\t")),
}
"""The same of what it looks for in every block: few have these, and few converters are made."""
TEXT_SIGNS: Mapping[str, tuple[str, ...]] = {"html_block": ("<", "&")}
"""The same of what it does to a whole text before that."""
ALL_SIGNS = (SIGNS, BLOCK_SIGNS, TEXT_SIGNS)
SCHEMES = {"http", "https", "mailto"}
HEADING = re.compile(r"<h([1-6])((?: [^>]*)?)>(.*?)</h\1>", re.DOTALL)
OPENS = r"(?<![\w\"'’”.,;:!?)\]…]{mark})(?=\S)"  # looked at only where there is a mark: that is fast
OPENING_DOUBLE = re.compile('"' + OPENS.format(mark='"'))
OPENING_SINGLE = re.compile("'" + OPENS.format(mark="'") + r"(?!\d\ds?\b)")
RANGE = re.compile(r"(?<=\d)–(?=\d)")
UNSPACED = "\u3000-\u30ff\u3400-\u9fff\uff00-\uffef"  # letters and signs of Japanese and Chinese
FOLD = re.compile(rf"(?<=[、。」』）！？]) (?=[{UNSPACED}])|(?<=[{UNSPACED}])\n(?=[{UNSPACED}])")
SMART = re.compile(r"(<pre>.*?</pre>|<code>.*?</code>|<[^>]*>)", re.DOTALL)
KEPT = "/%?#=&+:,;@~!$'()*"  # what an address may have that is one already
FIRST_LEVEL = 3  # the story itself is the h2

Resolve = Callable[[str], str]
"""From an address as written, ``{filename}x.md``, to an address of the site."""


@lru_cache(maxsize=64)
def _converter(absent: tuple[str, ...]) -> markdown.Markdown:
    """Return a converter that does not look for what is absent."""
    made = markdown.Markdown(extensions=list(EXTENSIONS), output_format="html")
    registries: tuple[Any, ...] = (made.inlinePatterns, made.parser.blockprocessors, made.preprocessors)
    for registry, signs in zip(registries, ALL_SIGNS, strict=True):
        for name in signs.keys() & set(absent):
            registry.deregister(name, strict=False)
    return made


def markdown_to_html(text: str) -> str:
    """Convert Markdown by Python-Markdown; a converter is made once in a process, and looks for what can be there."""
    absent = [name for each in ALL_SIGNS for name, signs in each.items() if not any(sign in text for sign in signs)]
    return _converter(tuple(absent)).reset().convert(text)


def cmark_to_html(text: str) -> str:
    """Convert Markdown by comrak, which reads CommonMark and much faster; docs/markdown.md says where it differs."""
    import comrak

    extensions, rendering = comrak.ExtensionOptions(), comrak.RenderOptions()
    extensions.table = extensions.description_lists = rendering.unsafe_ = True  # nothing stays unsafe: see `sanitise`
    html: str = comrak.render_markdown(text, extension_options=extensions, render_options=rendering)
    return html


def sanitise(html: str, resolve: Resolve, more: Additions = ()) -> Html:
    """Keep what a text may have; links and images are resolved, everything that could run is dropped."""
    tags, attributes = allowed(more)

    def attribute(_tag: str, name: str, value: str) -> str | None:
        return resolve(value) if name in ("href", "src") else value

    clean = nh3.clean(
        html,
        tags=tags,
        clean_content_tags={"script", "style"},
        attributes=attributes,
        attribute_filter=attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return Html(CONTROL.sub("", clean) if "&#" in html else clean)  # as they are written they do not come so far


def with_anchors(html: str) -> str:
    """Bring headings below the story's own and give each an id that follows its words."""
    names = (slug_of(unescape(re.sub(r"<[^>]+>|[\ue000-\ue001]\d*", "", m[3]))) for m in HEADING.finditer(html))
    ids = anchors(f"story-{name or 'section'}" for name in names)

    def heading(m: re.Match[str]) -> str:
        level = max(FIRST_LEVEL, min(6, int(m[1]) + 1))
        return f'<h{level} id="{escape(next(ids))}"{m[2]}>{m[3]}</h{level}>'

    return HEADING.sub(heading, html)


def slug_of(text: str, longest: int = 48) -> str:
    """Return the words of a text as an anchor or an address can have them: lower case, joined by hyphens."""
    if not text.isascii():  # a mark above or below a letter parts no word
        text = "".join(letter for letter in normalize("NFC", text) if category(letter) != "Mn")
    return "-".join(re.findall(r"[^\W_]+", text.lower()))[:longest].rstrip("-")


def smarten(text: str) -> str:
    """Set straight quotation marks and apostrophes of English text as a printer would; `text` has no markup."""
    text = OPENING_DOUBLE.sub("“", text).replace('"', "”")
    return OPENING_SINGLE.sub("‘", text).replace("'", "’")


def typeset(text: str) -> str:
    """Do the same for what a page shows, and fit it."""
    return smarten(fit(text))


def fit(text: str) -> str:
    """Fit a text of any language to lines of any length.

    A range of numbers does not break: behind its dash is a word joiner. Japanese and Chinese, which put no space
    between sentences or words, have none where an editor's line ended.
    """
    if text.isascii():
        return text
    text = RANGE.sub("–\u2060", text) if "–" in text else text
    return FOLD.sub("", text) if max(text) >= "\u3000" else text


def typeset_html(html: str, setting: Callable[[str], str] = typeset) -> str:
    """Do the same between the tags of sanitised HTML, leaving code alone."""
    return "".join(part if i % 2 else setting(part) for i, part in enumerate(SMART.split(html)))


def link_resolver(folder: str, token: str, numbers: Mapping[str, int]) -> Resolve:
    """Return the function that turns ``{filename}../pages/about.md`` into a hole; other addresses stay.

    `folder` is the briefing's folder below the content folder; `numbers` counts the files its prose links to.
    """

    def resolve(address: str) -> str:
        match = INTERNAL_LINK.match(address.replace("%7B", "{", 1).replace("%7D", "}", 1))
        if not match:
            return address
        number = numbers.get(content_path(folder, match["path"]))
        return hole(token, number) + match.string[match.end() :] if number is not None else ""

    return resolve


def anchors(names: Iterable[str]) -> Iterator[str]:
    """Yield each name as an anchor, numbered where it is taken."""
    taken: set[str] = set()
    for name in names:
        free = name
        if name in taken:
            free = next(n for number in count(2) if (n := f"{name}-{number}") not in taken)
        taken.add(free)
        yield free
