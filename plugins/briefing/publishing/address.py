"""The address that a site will have."""

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from .programs import PublishError

MISSING = "the address of the site is not known; say it by --siteurl=https://news.example.org, or by SITEURL="
EXAMPLE = "write it like https://news.example.org or https://example.org/news"
HOST = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\.?|[0-9a-f]*:[0-9a-f:.]+")
PATH = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")
SAFE = "/!$&'()*+,;=:@"
SCHEMES = ("http", "https")


def read_address(given: str) -> str:
    """Return the address without a slash at its end; raises PublishError for what is none, never with a password."""
    address = given.strip()
    if not address:
        raise PublishError(MISSING)
    if "@" in address.rpartition("://")[2].partition("/")[0]:
        raise PublishError("the address of a site has no user and no password; leave out what stands before the @")
    for what in _wrong(address):
        raise PublishError(f"'{address}' is no address of a site: {what}; {EXAMPLE}")
    return address.rstrip("/")


def _wrong(address: str) -> Iterator[str]:
    """Yield what is wrong with an address, the plainest first."""
    scheme, mark, rest = address.partition("://")
    if not mark:
        yield "it does not begin with https://"
    elif scheme.lower() not in SCHEMES:
        yield f"pages are read by https:// or http://, not by {scheme}://"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        yield "its port is no number up to 65535" if "[" not in rest else "its host cannot be read"
        return
    if re.search(r"[\t\r\n]", address):  # which urlsplit leaves out
        yield "it has a tab or the end of a line in it"
    if parts.query or parts.fragment or address.endswith(("?", "#")):
        yield "an address has nothing after ? or #"
    if port == 0:
        yield "its port is no number from 1 to 65535"
    yield from _wrong_host(parts.hostname or "")
    yield from _wrong_path(parts.path.rstrip("/"))


def _wrong_host(host: str) -> Iterator[str]:
    if not host:
        yield "it names no host"
    elif not host.isascii():
        yield f"a host is written in its letters for machines, {_for_machines(host)}"
    elif not HOST.fullmatch(host):
        yield f"'{host}' cannot be a host"


def _wrong_path(path: str) -> Iterator[str]:
    if not path.isascii() or not PATH.fullmatch(path):
        yield f"its path is written {quote(unquote(path), safe=SAFE)}"
    elif "//" in path or {".", ".."}.intersection(map(unquote, path.split("/"))):
        yield "its path has a step that leads nowhere (//, . or ..)"


def _for_machines(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "which begin with xn--"
