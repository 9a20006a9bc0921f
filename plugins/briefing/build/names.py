"""The files of addresses."""

HOME = "index.html"
MISSING = "404.html"
HOST_FILES = frozenset(
    (
        *("_headers", "_redirects", "robots.txt", ".well-known/security.txt", ".nojekyll"),
        *("sitemap.xml", "manifest.webmanifest"),
    )
)
"""What hosts look for at the root; a site may have its own instead of ours."""


def save_as(url: str) -> str:
    """Return the file of an address, which is a folder's."""
    return f"{url}index.html" if url.endswith("/") or not url else url


def url_of(name: str) -> str:
    """Return the address of a page's file."""
    return name.removesuffix("index.html")
