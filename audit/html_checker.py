"""Every page through the Nu HTML checker, in one run of Java."""

import json
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .finding import Finding
from .site import Page

RULE = "html"
# The pages are served on this machine, which the checker otherwise takes for a trap.
JAVA = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar"]


def check_html(jar: Path, pages: Sequence[Page]) -> Iterator[Finding]:
    """Yield every error and warning the checker has for some pages, fetched from where they are served."""
    command = [*JAVA, str(jar), "--stdout", "--format", "json", "--exit-zero-always"]
    names = {quote(page.address, safe=":/%"): page.name for page in pages}  # as a browser asks for them
    checked = subprocess.run([*command, *names], capture_output=True, text=True, check=True)
    yield from findings_of(json.loads(checked.stdout)["messages"], names)


def findings_of(messages: Iterable[dict[str, Any]], names: dict[str, str]) -> Iterator[Finding]:
    """Yield the checker's messages, those of the least kind as well; an address has the name of its page."""
    for message in messages:
        if is_mistaken(message):
            continue
        where = f"line {message.get('lastLine', 1)}: {' '.join(message.get('extract', '').split())}"
        kind = message.get("subType", message["type"])
        yield Finding(names[message["url"]], RULE, f"{kind}: {message['message']}", where)


def is_mistaken(message: dict[str, Any]) -> bool:
    """Whether the checker takes a block of data for a script.

    A policy does not concern what is not run (HTML, "prepare the script element", before its step on the policy);
    tests/browser/test_json_ld.py shows that a browser lets it stand.
    """
    policy = "Inline script violates Content Security Policy" in message["message"]
    return policy and '<script type="application/ld+json">' in message.get("extract", "")
