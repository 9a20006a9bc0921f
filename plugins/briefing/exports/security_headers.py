"""What a host should send with every page, as Netlify, Cloudflare Pages and others read it from a file ``_headers``.

The policy is the one that each page carries itself, but for what only a header can say: who may frame the page. A
browser holds a page to both, so the one here allows what any page of the site needs, and each page's own is stricter.
W3C Content Security Policy 3.
"""

from collections.abc import Mapping

NAME = "_headers"
POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",  # through the page, Lighthouse and others fetch the site's own robots.txt
    "manifest-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the page to search from runs WebAssembly
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": "'none'",
}


def written(policy: Mapping[str, str]) -> str:
    """Return a policy as a header has it."""
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": written(POLICY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Every header by its name; the server of `invoke serve` sends them too."""


def render_headers(headers: Mapping[str, str] = HEADERS) -> str:
    """Return the file: the headers of every address."""
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in headers.items()), ""])
