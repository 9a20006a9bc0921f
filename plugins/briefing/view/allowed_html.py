"""Which HTML a text may have: what a text needs, what a site's settings add to that, and nothing that could run."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

Additions = tuple[tuple[str, tuple[str, ...]], ...]
"""Tags, each with the attributes it may have, in alphabetical order; ``*`` stands for every tag."""

TEXT_TAGS = """
a abbr b blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li
mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var
"""
ATTRIBUTES: Mapping[str, set[str]] = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
}
MORE_TAGS = """
address article aside bdi bdo col colgroup data details div footer header main meter nav progress rp rt ruby
section summary tt wbr
"""
"""What settings may add: nothing that fetches, frames, embeds or asks for input."""
TAGS, CAN_BE_ADDED = frozenset(TEXT_TAGS.split()), frozenset(MORE_TAGS.split())
COULD_RUN = re.compile(
    r"on.*|style|srcdoc|srcset|src|href|xlink:.*|(?:form)?action|ping|data|background|poster", re.IGNORECASE
)
"""Attributes that run, load or lead somewhere: those that a text needs are there, on the tags that need them."""
ORDINARY: Additions = (
    ("*", ("class", "id", "role")),
    *((tag, ()) for tag in sorted(CAN_BE_ADDED - {"col", "data", "details", "meter", "progress"})),
    ("col", ("span", "width")),
    ("details", ("open",)),
)
"""What Pelican's readers of Markdown and reStructuredText make of an ordinary article or page, beside the above."""


@lru_cache(maxsize=8)
def allowed(additions: Additions = ()) -> tuple[set[str], dict[str, set[str]]]:
    """Return the tags a text may have, and the attributes of each."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    for tag, names in additions:
        attributes.setdefault(tag, set()).update(names)
    return set(TAGS) | {tag for tag, _ in additions if tag != "*"}, attributes


def additions(wanted: Mapping[str, Sequence[str]]) -> Additions:
    """Return what settings add to the HTML of texts, ``{"details": ["open"]}``; raises ValueError on what could run."""
    for tag, names in wanted.items():
        if tag not in TAGS | CAN_BE_ADDED | {"*"}:
            raise ValueError(f"<{tag}>")
        for name in [names] if isinstance(names, str) else names:
            if COULD_RUN.fullmatch(name):
                raise ValueError(f"{name} of <{tag}>")
    return tuple((tag, (n,) if isinstance(n, str) else tuple(sorted(n))) for tag, n in sorted(wanted.items()))
