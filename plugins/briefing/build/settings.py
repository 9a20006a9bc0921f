"""The plugin's settings, read from Pelican's and checked: a wrong one is a diagnostic, not a surprise."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from ..parsing.likeness import near
from ..parsing.load import Shelf
from ..view.allowed_html import additions
from ..view.site import ABOUT, CONVERTERS, Site
from .executors import Workers, cores
from .extras import get_extra
from .house import read_policy

SETTINGS_FILES = ("pelican.conf.py", "pelicanconf.py")
"""Our name for a site's settings, and the one that Pelican gives to its own."""
PREFIX = "BRIEFING_"
DEFAULTS: Mapping[str, Any] = {
    "BRIEFING_PATHS": ["briefings"],
    "BRIEFING_ACTOR_PATH": "actors",
    "BRIEFING_SOURCE_PATH": "sources",
    "BRIEFING_STRICT": False,
    "BRIEFING_EVIDENCE_REPORT": "",
    "BRIEFING_MARKDOWN": "markdown",
    "BRIEFING_HTML": {},
    "BRIEFING_FILE_LINKS": False,
    "BRIEFING_ARTICLES": "",
    "BRIEFING_WORKERS": 0,
    "BRIEFING_EXECUTOR": "",
    "BRIEFING_PATTERNS": "",
    "BRIEFING_ELSEWHERE": [],
    "BRIEFING_TRUSTED_FILES": [],
    "BRIEFING_ABOUT": {},
    "BRIEFING_SECURITY_CONTACT": "",
    "BRIEFING_CARDS": False,
    "BRIEFING_SEARCH": False,
    "BRIEFING_ADMIN": {},
    "BRIEFING_RULES": {},
    "BRIEFING_OWN_RULES": [],
    "BRIEFING_SUMMARY_WORDS": 60,
    "BRIEFING_REVIEW_DAYS": 0,
}
"""Every setting of the plugin with its default; folders are below ``PATH``."""
EXECUTOR = re.compile(r"|dask:[^\s:]+(?:://[^\s:]+)?:\d+")
"""This machine, or the address of a Dask scheduler: ``dask:HOST:PORT``, ``dask:tls://HOST:PORT``."""
MAIL = re.compile(r"[^\s<>@:/]+@[^\s<>@:/]+\.[^\s<>@:/]+")
CONTACT = re.compile(r"(?:https://|mailto:|tel:)[^\s<>]+")


def read_settings(settings: Mapping[str, Any]) -> tuple[dict[str, Any], Diagnostics]:
    """Return the plugin's settings, each as given or by default, and what is wrong with them."""
    values = {name: settings.get(name, default) for name, default in DEFAULTS.items()}
    unknown = [n for n in settings if n.startswith(PREFIX) and n not in DEFAULTS]
    problems = [_no_setting(name) for name in sorted(unknown)]
    for name, default in DEFAULTS.items():
        if not isinstance(values[name], type(default)):
            problems.append(_problem(f"{name} cannot be {values[name]!r}", f"write for example {name} = {default!r}"))
            values[name] = default
        elif type(default) is int and values[name] < 0:
            problems.append(_problem(f"{name} cannot be {values[name]!r}", "write a number that is not below 0"))
            values[name] = default
    if not EXECUTOR.fullmatch(values["BRIEFING_EXECUTOR"]):
        message = f"BRIEFING_EXECUTOR cannot be {values['BRIEFING_EXECUTOR']!r}"
        problems.append(_problem(message, "write for example BRIEFING_EXECUTOR = 'dask:tcp://10.0.0.1:8786'"))
        values["BRIEFING_EXECUTOR"] = ""
    problems += _unfit_texts(values)
    lost = [name for name in ("PIL", "budoux", "uniseg") if values["BRIEFING_CARDS"] and find_spec(name) is None]
    if lost:
        problems.append(_problem("BRIEFING_CARDS needs Pillow, budoux and uniseg", get_extra("cards")))
        values["BRIEFING_CARDS"] = False
    if unfit := _unfit_converter(values["BRIEFING_MARKDOWN"]):
        problems += unfit
        values["BRIEFING_MARKDOWN"] = DEFAULTS["BRIEFING_MARKDOWN"]
    try:
        additions(values["BRIEFING_HTML"])
    except ValueError as error:
        help = "texts may have more tags and attributes, but none that load, lead or run: docs/promises.md has the list"
        problems.append(_problem(f"BRIEFING_HTML cannot allow {error}", help))
        values["BRIEFING_HTML"] = {}
    return values, (*problems, *read_policy(values)[1])


def _no_setting(name: str) -> Diagnostic:
    meant = near(name.removeprefix(PREFIX), (each.removeprefix(PREFIX).lower() for each in DEFAULTS))
    question = f"; did you mean {PREFIX}{meant.upper()}?" if meant else ""
    return _problem(f"there is no setting {name}{question}", f"there are: {', '.join(DEFAULTS)}")


def _unfit_texts(values: dict[str, Any]) -> Iterator[Diagnostic]:
    """Yield what is wrong with what the site says of itself, and leave it out."""
    about = values["BRIEFING_ABOUT"]
    for name in [n for n in about if n not in ABOUT or not isinstance(about[n], str)]:
        yield _problem(f"BRIEFING_ABOUT cannot have {name!r}: {about[name]!r}", f"its texts are: {', '.join(ABOUT)}")
    values["BRIEFING_ABOUT"] = {n: text for n, text in about.items() if n in ABOUT and isinstance(text, str)}
    contact = values["BRIEFING_SECURITY_CONTACT"] = as_address(values["BRIEFING_SECURITY_CONTACT"].strip())
    if contact and not CONTACT.fullmatch(contact):
        help = "write for example BRIEFING_SECURITY_CONTACT = 'mailto:security@example.org'"
        yield _problem(f"BRIEFING_SECURITY_CONTACT cannot be {contact!r}", help)
        values["BRIEFING_SECURITY_CONTACT"] = ""


def as_address(contact: str) -> str:
    """Return how to reach somebody as an address: one of mail may be given plainly."""
    return f"mailto:{contact}" if MAIL.fullmatch(contact) else contact


def _unfit_converter(name: str) -> list[Diagnostic]:
    """Return what keeps Markdown from being converted so."""
    if name not in CONVERTERS:
        help = "write for example BRIEFING_MARKDOWN = 'cmark'"
        return [_problem(f"BRIEFING_MARKDOWN cannot be {name!r}", help)]
    library = CONVERTERS[name][1]
    if find_spec(library) is None:
        message = f"BRIEFING_MARKDOWN = {name!r} needs {library}, which is not installed"
        return [_problem(message, get_extra("fast"))]
    return []


def workers_of(values: Mapping[str, Any]) -> Workers:
    """Return who does the work: the cluster where one is named, else so many processes of this machine."""
    return values["BRIEFING_EXECUTOR"].removeprefix("dask:") or values["BRIEFING_WORKERS"] or cores()


def shelf_of(settings: Mapping[str, Any], values: Mapping[str, Any]) -> Shelf:
    """Return where the project keeps its texts; its root is the folder that holds the content folder."""
    content = Path(settings["PATH"]).absolute()
    return Shelf(
        root=content.parent,
        content=content,
        briefings=tuple(values["BRIEFING_PATHS"]),
        actors=values["BRIEFING_ACTOR_PATH"],
        sources=values["BRIEFING_SOURCE_PATH"],
    )


def site_of(settings: Mapping[str, Any]) -> Site:
    """Return what pages say of the site; addresses of files come later, when every generator has read its own."""
    values, _ = read_settings(settings)
    url, is_relative = settings["SITEURL"].rstrip("/"), bool(settings["RELATIVE_URLS"])
    return Site(
        name=settings["SITENAME"],
        url=url,
        lang=settings["DEFAULT_LANG"],
        relative_urls=is_relative,
        convert=CONVERTERS[values["BRIEFING_MARKDOWN"]][0],
        cards=values["BRIEFING_CARDS"],
        search=values["BRIEFING_SEARCH"],
        contact=values["BRIEFING_SECURITY_CONTACT"],
        about=tuple(sorted(values["BRIEFING_ABOUT"].items())),
        html=additions(values["BRIEFING_HTML"]),
        file_links=values["BRIEFING_FILE_LINKS"] and is_relative and not url,
    )


def now_of(settings: Mapping[str, Any], environment: Mapping[str, str], clock: datetime) -> datetime:
    """Return the moment of the build in the site's time zone: SOURCE_DATE_EPOCH where it is set, else the clock's."""
    epoch = environment.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else clock
    return moment.astimezone(ZoneInfo(settings.get("TIMEZONE") or "UTC"))


def _problem(message: str, help: str) -> Diagnostic:
    return Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), help)
