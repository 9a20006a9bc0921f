"""What Pelican's own articles, pages and lists say of themselves to search engines, as functions for the theme."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from pelican.contents import Article

from ..view.site import Site

if TYPE_CHECKING:  # an unchanged site does without
    from ..exports.json_ld import OrdinaryText
    from ..view.values import SharedAs


def describing(site: Site) -> Mapping[str, Callable[..., Any]]:
    """Return what templates say of an article or page, and of a list.

    ``described(article)`` and ``described_list(title)`` are JSON-LD, safe to stand in its script element;
    ``shared(article, description)`` and ``shared_list(title, description)`` are lines of OpenGraph; ``whole_address()``
    is the address of the page at hand, "" where the site has none.
    """

    def described(content: Any) -> Markup:
        from ..exports.json_ld import text_json_ld

        return Markup(text_json_ld(_text(content), site))  # noqa: S704 - JSON that cannot end its element

    def shared(content: Any, description: str) -> tuple["SharedAs", ...]:
        from ..exports.shared_as import share_text

        return share_text(_text(content), _plain(description), site)

    @pass_context
    def described_list(context: Context, title: str) -> Markup:
        from ..exports.json_ld import page_json_ld

        return Markup(page_json_ld(_plain(title), _url(context), site))  # noqa: S704 - likewise

    @pass_context
    def shared_list(context: Context, title: str, description: str) -> tuple["SharedAs", ...]:
        from ..exports.shared_as import share_page

        return share_page(_plain(title), _plain(description), _url(context), site.lang, site)

    @pass_context
    def whole_address(context: Context) -> str:
        from ..exports.addresses import absolute

        return absolute(site, _url(context))

    return {
        "described": described,
        "described_list": described_list,
        "shared": shared,
        "shared_list": shared_list,
        "whole_address": whole_address,
    }


def _text(content: Any) -> "OrdinaryText":
    from ..exports.json_ld import OrdinaryText

    return OrdinaryText(
        "Article" if isinstance(content, Article) else "WebPage",
        _plain(content.title),
        content.url,
        content.lang,
        _moment(content, "date"),
        _moment(content, "modified"),
        tuple(author.name for author in getattr(content, "authors", ())),
    )


def _plain(markup: str) -> str:
    return Markup(markup).striptags()  # noqa: S704 - only to be stripped


def _url(context: Context) -> str:
    return str(context["output_file"]).removesuffix("index.html")


def _moment(content: Any, name: str) -> str:
    moment = getattr(content, name, None)
    return moment.isoformat() if moment else ""
