"""The page at ``/admin/`` on which editors fill in a form, and what it alone may do: W3C Content Security Policy 3.

The form is an application: it styles itself, and speaks to the host of the repository. So its policy is its own, and
that of the site's pages stays as strict as it is.
"""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlsplit

from .security_headers import HEADERS, POLICY, render_headers, written

FOLDER = "admin"
SCRIPT = "sveltia-cms.js"
ICONS = "material-symbols.woff2"
LICENSE = "LICENSES.txt"
CONFIG = "config.json"
HOSTS: Mapping[str, tuple[str, ...]] = {
    "github": ("https://api.github.com", "https://*.githubusercontent.com", "https://www.githubstatus.com"),
    "gitlab": ("https://gitlab.com", "https://status-api.hostedstatus.com"),
}
"""Whom the form speaks to, by the name of its backend; other addresses stand in the backend's own settings."""
EVERYWHERE = ("Content-Security-Policy", "Cross-Origin-Opener-Policy")
"""Headers of the site's pages that the form has otherwise."""


def policy_of(backend: Mapping[str, Any]) -> str:
    """Return the policy of the form with a backend, as a header has it."""
    return written(_directives(backend))


def _directives(backend: Mapping[str, Any]) -> dict[str, str]:
    given = [str(value) for value in backend.values() if str(value).startswith("https://")]
    own = [f"https://{urlsplit(url).netloc}" for url in given]
    hosts = " ".join(dict.fromkeys([*HOSTS.get(str(backend.get("name")), ()), *own]))
    return {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": f"'self' blob: data: {hosts}".strip(),
        "media-src": "'self' blob:",
        "connect-src": f"'self' blob: data: {hosts}".strip(),
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def headers_with_form(backend: Mapping[str, Any]) -> dict[str, str]:
    """Return what a host should send with every address of a site that has the form.

    Hosts join what several rules say of an address, and a browser holds a page to all of it; so one rule allows what
    the form needs or any other page, and each page's own policy is stricter. The form may open a window to sign in.
    """
    form = _directives(backend)
    names = dict.fromkeys((*POLICY, *form))
    policy = written({name: _either(POLICY.get(name, ""), form.get(name, "")) for name in names})
    return {**HEADERS, "Content-Security-Policy": policy, "Cross-Origin-Opener-Policy": "same-origin-allow-popups"}


def _either(one: str, other: str) -> str:
    """Return what either of two directives allows; "" is one that is not there."""
    allowed = dict.fromkeys(f"{one} {other}".split())
    return " ".join(source for source in allowed if source != "'none'" or len(allowed) == 1)


def headers_at(path: str) -> Mapping[str, str]:
    """Return what this machine's own server sends with an address: the form's page carries its policy itself."""
    return {n: v for n, v in HEADERS.items() if n not in EVERYWHERE} if path.startswith(f"/{FOLDER}/") else HEADERS


def render_headers_with_form(backend: Mapping[str, Any]) -> str:
    """Return the file ``_headers`` of a site that has the form, which search engines are to leave alone."""
    return f"{render_headers(headers_with_form(backend))}/{FOLDER}/*\n  X-Robots-Tag: noindex\n"


def render_form_page(site_name: str, backend: Mapping[str, Any]) -> str:
    """Return the page that starts the form."""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy_of(backend))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{escape(site_name)}: for its editors</title>
<link rel="cms-config-url" type="application/json" href="{CONFIG}">
</head>
<body>
<noscript>The form for editors needs JavaScript; the site itself does not.</noscript>
<script src="{SCRIPT}"></script>
</body>
</html>
"""
