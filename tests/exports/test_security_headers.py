import re

from briefing.exports.security_headers import HEADERS, POLICY, render_headers


def test_the_file_names_every_header_for_every_address() -> None:
    first, *lines = render_headers().splitlines()
    assert first == "/*"
    assert [re.fullmatch(r"  ([\w-]+): (.+)", line).groups() for line in lines] == list(HEADERS.items())  # type: ignore[union-attr]


def test_no_source_of_the_policy_is_unsafe_or_elsewhere() -> None:
    assert {POLICY[name] for name in POLICY if name != "script-src"} == {"'none'", "'self'"}
    assert POLICY["script-src"] == "'self' 'wasm-unsafe-eval'"  # WebAssembly alone, for search; no eval, nothing inline
    assert POLICY["frame-ancestors"] == "'none'"
