"""The address that a site will have."""

from urllib.parse import urlsplit

from .programs import PublishError

MISSING = "the address of the site is not known; say it: SITEURL=https://news.example.org invoke publish"


def read_address(given: str) -> str:
    """Return the address without a slash at its end; raises PublishError for what is none."""
    if not given:
        raise PublishError(MISSING)
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment or " " in given:
        raise PublishError(f"'{given}' is no address of a site; write it like https://news.example.org or with a path")
    if parts.username or parts.password:
        raise PublishError("the address of a site has no user and no password")
    return given.rstrip("/")
