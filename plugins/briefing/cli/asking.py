"""Outside links asked for, politely: one at a time of a host, with a pause, by name, and once a day."""

import http.client
import ipaddress
import json
import socket
import time
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from ..checks.outside import Answer

HOSTS_AT_ONCE = 4
MOST_REDIRECTS = 5
PERMANENT = {301, 308}
OUTSIDE_LINKS = "cache/outside-links.json"
"""Where the answers are kept, below the project's folder."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How hosts are asked."""

    agent: str
    pause: float = 1.0
    """Seconds between two questions to one host."""
    patience: float = 10.0
    """Seconds to wait for an answer."""
    may_ask_near: bool = False
    """Whether addresses of this machine and of private networks may be asked: no editor's link should lead there."""


class _Stay(HTTPRedirectHandler):
    """Redirections are followed by hand, each hop looked at."""

    def redirect_request(self, *_: object) -> None:
        """Follow none."""


def ask_all(urls: Iterable[str], manners: Manners) -> dict[str, Answer]:
    """Ask for every address, each host in its own turn."""
    by_host: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        by_host.setdefault(urlsplit(url).netloc, []).append(url)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        answers = pool.map(lambda asked: _ask_host(asked, manners), by_host.values())
        return {url: answer for each in answers for url, answer in each.items()}


def _ask_host(urls: list[str], manners: Manners) -> dict[str, Answer]:
    answers = {}
    for number, url in enumerate(urls):
        time.sleep(manners.pause if number else 0)
        answers[url] = ask(url, manners)
    return answers


def ask(url: str, manners: Manners) -> Answer:
    """Ask for one address, and where it leads; never raises."""
    opener, at, is_permanent = build_opener(_Stay), url, True
    for _ in range(MOST_REDIRECTS + 1):
        if problem := _unfit(at, manners):
            return Answer(said=problem)
        status, location, said = _once(opener, at, manners)
        if status not in {301, 302, 303, 307, 308} or not location:
            return Answer(status, at if at != url and is_permanent else "", said)
        is_permanent = is_permanent and status in PERMANENT
        at = urljoin(at, location)
    return Answer(said=f"it redirects more than {MOST_REDIRECTS} times")


def _unfit(url: str, manners: Manners) -> str:
    """Return why an address is not asked for; "" where it may be."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return "it is no address of the web"
    try:
        found = {info[4][0] for info in socket.getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)}
    except (OSError, ValueError, UnicodeError):
        return "there is no such host"
    if not manners.may_ask_near and not all(ipaddress.ip_address(str(each)).is_global for each in found):
        return "it leads to this machine or a private network, which no reader can reach"
    return ""


def _once(opener: OpenerDirector, url: str, manners: Manners) -> tuple[int, str, str]:
    """Return the status, the place it redirects to, and what went wrong; a host that minds HEAD is asked in full."""
    status, location, said = 0, "", ""
    for method in ("HEAD", "GET"):
        try:
            request = Request(url, method=method, headers={"User-Agent": manners.agent})  # noqa: S310 - checked
            with opener.open(request, timeout=manners.patience) as answer:
                return answer.status, "", ""
        except HTTPError as error:
            status, location, said = error.code, error.headers.get("Location", ""), ""
            error.close()
        except (URLError, OSError, http.client.HTTPException, ValueError) as error:
            status, location, said = 0, "", str(getattr(error, "reason", error))
        if location or (200 <= status < 400):
            break
    return status, location, said


def heard(path: Path) -> dict[str, tuple[Answer, str]]:
    """Return what was last heard of each address, with the day, as it was kept."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return {url: (Answer(**answer), date.fromisoformat(day).isoformat()) for url, (day, answer) in kept.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def remember(path: Path, today: str, answers: Mapping[str, Answer], links: Collection[str]) -> None:
    """Keep the answers of a day beside older ones, for the links that there are; raises OSError."""
    known = heard(path) | {url: (answer, today) for url, answer in answers.items()}
    kept = {url: (day, asdict(answer)) for url, (answer, day) in sorted(known.items()) if url in links}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1), "utf-8")
