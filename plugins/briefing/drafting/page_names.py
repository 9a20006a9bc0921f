"""What the class, id and role of an element of a page tell of it: the article, its opening, or something beside it."""

import re
from itertools import pairwise

from lxml.html import HtmlElement

from ..evidence.word_list import listed

_ASIDE = listed(
    """
    comment comments disqus share sharing sharebar shares social related promo newsletter sidebar footer nav
    navbar navigation menu breadcrumb breadcrumbs advert advertisement advertisements ad ads sponsor sponsored
    cookie cookies popup modal recommend recommended recommendations trending popular tags taglist bio byline
    caption credit credits subscribe subscription signup toolbar outbrain taboola widget hidden pagination pager
    metadata timestamp teaser teasers carousel disclaimer copyright follow login rating ratings infobox factbox
    respond prev next jp sharedaddy ssba jetpack mostread crosslink crosslinks recirc recirculation inlineimage
    commentaires comentarios kommentare commenti reacties reactions replies flyout tooltip transcript toc rail
    piano offer regwall
    """
)
"""Words in the class or id of an element that show it to stand beside the article."""
COMMENTS = listed(
    """
    comment comments disqus respond replies commentaires comentarios kommentare commenti reacties
    """
)
"""Those of them that are true however much is in the element: there may be more comments than article."""
_ASIDE_PAIRS = listed(
    """
    more-on more-from more-stories more-news read-more read-next most-read most-popular also-like screen-reader
    sr-only print-only about-author author-bio top-stories top-story up-next post-nav post-meta entry-meta
    article-meta author-box author-card author-info author-profile
    """
)
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_BODY = re.compile(
    r"article-?_?(?:body|content|text|copy)|story-?_?(?:body|content|text)|(?:entry|post|body)-?_?content|body-?copy"
    r"|articlebody|content-?body|post-?body|main-?content|article__body|field-name-body",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?i)(?:^|[\W_])(?:summary|lead|lede|intro|introduction|chapo|preamble)(?:$|[\W_])")
_LONGEST_NAMES = 400


def names_aside(element: HtmlElement) -> frozenset[str]:
    """The words in an element's class, id and role that show it to stand beside the article."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    if len(names) < 4 or _BODY.search(names) or "embed" in names:
        return frozenset()
    words = [word.lower() for word in _NAME_WORD.findall(names[:_LONGEST_NAMES])]
    return _ASIDE.intersection(words) | _ASIDE_PAIRS.intersection(f"{a}-{b}" for a, b in pairwise(words))


def names_lead(element: HtmlElement) -> bool:
    """Whether an element is named as the opening paragraph of an article."""
    return bool(_LEAD.search(element.get("class", "")))


def names_body(element: HtmlElement) -> bool:
    """Whether an element is named as the one that holds the article."""
    return element.get("itemprop") == "articleBody" or bool(
        _BODY.search(f"{element.get('class', '')} {element.get('id', '')}")
    )
