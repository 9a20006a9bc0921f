"""Every internal link leads to a page, and every fragment to an element of it."""

from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from .finding import Finding
from .site import Page, Site

LINKING = ("href", "src", "cite", "poster", "data", "action")
RULE = "links"


def check_links(site: Site) -> Iterator[Finding]:
    """Yield what leads nowhere, or out of the folder the site is served from."""
    for page in site.pages:
        if page.path == "404.html" and site.relative:
            continue  # it is shown at any address, so that only a site that knows its own can link from it
        for element in page.tree.select(", ".join(f"[{name}]" for name in LINKING)):
            for name in LINKING:
                if element.get(name) is not None:
                    yield from _check(site, page, str(element[name]))


def _check(site: Site, page: Page, link: str) -> Iterator[Finding]:
    url, fragment = urldefrag(urljoin(page.address, link))
    if not url.startswith(site.address):
        if urlsplit(url).netloc == urlsplit(site.address).netloc:
            yield Finding(page.name, RULE, "a link out of the site's own folder", link, "begin it at {{ SITEURL }}")
        return
    path = unquote(urlsplit(url).path).removeprefix(unquote(urlsplit(site.address).path))
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if file not in site.files:
        yield Finding(page.name, RULE, "there is nothing at the end of a link", link)
    elif fragment and not fragment.startswith(":~:") and not _has(site, file, unquote(fragment)):
        yield Finding(page.name, RULE, f"no element has the id '{unquote(fragment)}'", link)


def _has(site: Site, file: str, id: str) -> bool:
    return file in site.by_path and id.partition(":~:")[0] in site.by_path[file].ids
