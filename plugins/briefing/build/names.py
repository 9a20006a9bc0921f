"""The files of addresses."""

HOME = "index.html"
MISSING = "404.html"


def save_as(url: str) -> str:
    """Return the file of an address, which is a folder's."""
    return f"{url}index.html" if url.endswith("/") or not url else url
