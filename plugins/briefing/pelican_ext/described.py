"""What Pelican's own articles, pages and lists say of themselves to search engines, as functions for the theme."""

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ..view.site import Site


def describing(site: Site) -> Mapping[str, Callable[..., Markup]]:
    """Return ``described(article)`` and ``described_list(title)``: JSON-LD, safe to stand in its script element."""

    def described(content: Any) -> Markup:
        from ..exports.json_ld import OrdinaryText, text_json_ld

        text = OrdinaryText(
            "Article" if hasattr(content, "category") else "WebPage",
            Markup(content.title).striptags(),  # noqa: S704 - only to be stripped
            content.url,
            content.lang,
            _moment(content, "date"),
            _moment(content, "modified"),
            tuple(author.name for author in getattr(content, "authors", ())),
        )
        return Markup(text_json_ld(text, site))  # noqa: S704 - JSON that cannot end its element

    @pass_context
    def described_list(context: Context, title: str) -> Markup:
        from ..exports.json_ld import page_json_ld

        url = str(context["output_file"]).removesuffix("index.html")
        return Markup(page_json_ld(Markup(title).striptags(), url, site))  # noqa: S704 - likewise

    return {"described": described, "described_list": described_list}


def _moment(content: Any, name: str) -> str:
    moment = getattr(content, name, None)
    return moment.isoformat() if moment else ""
