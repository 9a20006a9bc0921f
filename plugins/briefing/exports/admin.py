"""The page at ``/admin/`` on which editors fill in a form, and what it alone may do: W3C Content Security Policy 3.

The form is an application: it styles itself, and speaks to the host of the repository. So its policy is its own, and
that of the site's pages stays as strict as it is.
"""

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlsplit

from .security_headers import HEADERS

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
    given = [str(value) for value in backend.values() if str(value).startswith("https://")]
    own = [f"https://{urlsplit(url).netloc}" for url in given]
    hosts = " ".join(dict.fromkeys([*HOSTS.get(str(backend.get("name")), ()), *own]))
    directives = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self' 'unsafe-inline'",
        "font-src": "'self'",
        "img-src": f"'self' blob: data: {hosts}",
        "media-src": "'self' blob:",
        "connect-src": f"'self' blob: data: {hosts}",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value.strip()}" for name, value in directives.items())


def headers_of_form(backend: Mapping[str, Any]) -> dict[str, str]:
    """Return what a host should send with the form; it may open a window in which an editor signs in."""
    policy = f"{policy_of(backend)}; frame-ancestors 'none'"
    own = {"Content-Security-Policy": policy, "Cross-Origin-Opener-Policy": "same-origin-allow-popups"}
    return {**HEADERS, **own, "X-Robots-Tag": "noindex"}


def headers_at(path: str) -> Mapping[str, str]:
    """Return what this machine's own server sends with an address: the form's page carries its policy itself."""
    return {n: v for n, v in HEADERS.items() if n not in EVERYWHERE} if path.startswith(f"/{FOLDER}/") else HEADERS


def render_headers_with_form(backend: Mapping[str, Any]) -> str:
    """Return the file ``_headers``: hosts join what several rules say of an address, so no rule is for all of them.

    Every other page carries its policy itself.
    """
    everywhere = {name: value for name, value in HEADERS.items() if name not in EVERYWHERE}
    form = {name: value for name, value in headers_of_form(backend).items() if name not in everywhere}
    rules = (("/*", everywhere), (f"/{FOLDER}/*", form))
    return "".join(f"{place}\n" + "".join(f"  {n}: {v}\n" for n, v in each.items()) for place, each in rules)


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
