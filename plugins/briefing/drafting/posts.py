"""Posts of Hugo and Jekyll as ordinary articles: what is understood is taken over, and what is not is told.

Front matter is YAML between ``---``, TOML between ``+++`` or a JSON object (Hugo); dates may stand in names (Jekyll).
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from babel import localedata

from ..parsing.front_matter import split
from ..parsing.located_text import LocatedText
from ..parsing.located_yaml import read_yaml
from ..view.markup import slug_of
from .post_body import NOT_UNDERSTOOD, Remark, plain_markdown
from .post_links import FindPost, Place, addresses_by_custom
from .post_pictures import picture_at_head

TOML = re.compile(r"\+\+\+[ \t]*\n(?P<fields>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
DATED = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>.+)")
TRANSLATED = re.compile(r"(?P<stem>.+)\.(?P<lang>[a-z]{2,3}(?:-[A-Za-z]{2,4})?)")
DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("date", "publishdate"),
    "modified": ("lastmod", "last_modified_at", "modified", "updated"),
    "slug": ("slug",),
    "category": ("category", "categories"),
    "tags": ("tags", "tag", "keywords"),
    "authors": ("authors", "author"),
    "lang": ("lang", "language", "locale"),
    "summary": ("summary", "description", "excerpt"),
}
"""Our fields, and what each is called elsewhere, the best first."""
ADDRESSES = ("url", "permalink", "aliases", "redirect_from")
SAYS_NOTHING = ("layout", "draft", "published", "type", "comments", "toc", "math")
"""What concerns the theme of the other site, or its status: here everything is a draft."""
LISTS = ("tags", "authors")
PLAIN_ADDRESS = re.compile(r"/?\w[\w./%-]*")
NO_CATEGORY = "uncategorized"
"""What WordPress calls having none."""
HTML = (".html", ".htm")
WORDPRESS = re.compile(r"\s*<\?xml\b.{0,4000}?<rss\b", re.DOTALL)
Fields = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Post:
    """A post as an article: its fields in order, its text, and what was not understood of it."""

    name: str
    """The name of its file, without its ending: ``2024-05-01-a-title``, ``2024-05-01-a-title.de``."""
    fields: Fields
    body: str
    remarks: tuple[Remark, ...]
    place: Place


def read_post(path: str, text: str, find_post: FindPost = lambda _: "") -> Post | str:
    """Return a post of a file, or in words why it is none; `path` is that of the file in the other site."""
    file = LocatedText(path, text.replace("\r\n", "\n"))
    found = _front_matter(file)
    if isinstance(found, str):
        return found
    given = _as_lists({str(name).lower(): value for name, value in found[0].items()}, path)
    fields = _fields(given, path)
    if not DAY.match(str(fields.get("date", ""))) and not ("date" not in fields and _is_unfinished(path, given)):
        return "it has no date, neither in its fields nor in its name"
    body, remarks = plain_markdown(file.text[found[1] :], file.place(found[1])[0], find_post)
    picture, its_field = picture_at_head(given)
    body = f"{picture}\n\n{body}" if picture else body
    if picture.startswith("![]"):
        remarks = (Remark(0, "the picture at its head is described nowhere: write what it shows"), *remarks)
    if not _taken("title", NAMES["title"], given):
        remarks = (Remark(0, "it has no title: this one is read from its name"), *remarks)
    if PurePosixPath(path).suffix in HTML:
        remarks = (Remark(0, "it is HTML: look whether it is shown as it was"), *remarks)
    marked, unsure = _marked(fields)
    told = (*unsure, *_left(given, its_field), *remarks)
    return Post(_name(fields, path), marked, body, told, _place(fields, given, path))


def _place(fields: Fields, given: Mapping[str, Any], path: str) -> Place:
    """Return where a post stood in its own site."""
    stem, lang = _stem(path)
    file, slug = PurePosixPath(path), str(fields["slug"])
    above = file.parent.parent if _is_index(file) else file.parent
    said = (_text(each) for name in ADDRESSES for each in _all(given.get(name, ())))
    sections = [_text(each) for each in _all(given.get("categories", given.get("category", ())))]
    custom = addresses_by_custom(str(fields.get("date", "")), slug, sections)
    addresses = (*said, (above / slug).as_posix(), *custom)
    return Place((above / stem).as_posix(), file.parent.as_posix(), lang, _name(fields, path), addresses)


def _how_to_keep(address: str) -> str:
    """Return how an article keeps the address that its post had; "" for several, and for the pattern of one."""
    if not PLAIN_ADDRESS.fullmatch(address):
        return ""
    path = address.strip("/")
    is_file = PurePosixPath(path).suffix in HTML
    url = path if is_file or not address.endswith("/") else f"{path}/"
    return f"to keep it, write url: {url} and save_as: {unquote(path if is_file else f'{path}/index.html')}"


def _all(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _fields(given: Mapping[str, Any], path: str) -> Fields:
    """Return our fields of what is given; what is not may stand in the name of the post."""
    stem, lang = _stem(path)
    dated = DATED.fullmatch(stem)
    named = {"date": dated["date"] if dated else "", "lang": lang}
    taken = {ours: _taken(ours, theirs, given) or named.get(ours, "") for ours, theirs in NAMES.items()}
    words = dated["slug"] if dated else stem
    taken["title"] = taken["title"] or re.sub("[-_]+", " ", words).strip().capitalize()
    taken["category"] = "" if str(taken["category"]).lower() == NO_CATEGORY else taken["category"]
    slug = slug_of(str(taken["slug"])) or slug_of(words) or slug_of(str(taken["title"]))
    return {name: value for name, value in taken.items() if value and name != "slug"} | {
        "slug": slug,
        "status": "draft",
    }


def _name(fields: Fields, path: str) -> str:
    """Return the name of the article's file: a translation has its language behind the name of its original."""
    words = "-".join(filter(None, (str(fields.get("date", ""))[:10], str(fields["slug"]))))
    return ".".join(filter(None, (words, _stem(path)[1])))


def _stem(path: str) -> tuple[str, str]:
    """Return the name of a post, that of its folder where the file is the index of a bundle, and the language in it.

    Hugo has a translation beside its original: ``dam.md``, ``dam.de.md``.
    """
    pure = PurePosixPath(path)
    found = TRANSLATED.fullmatch(pure.stem)
    is_language = found is not None and localedata.exists(found["lang"].partition("-")[0])
    stem, lang = (found["stem"], found["lang"]) if found and is_language else (pure.stem, "")
    return pure.parent.name if stem == "index" and pure.parent.name else stem, lang


def _is_index(file: PurePosixPath) -> bool:
    """Tell whether a file is the post of its folder, whatever its language: ``dam/index.md``, ``dam/index.de.md``."""
    return bool(file.parent.name) and file.name.partition(".")[0] == "index"


def _is_unfinished(path: str, given: Mapping[str, Any]) -> bool:
    """Tell whether a post is a draft in its own site, where it needs no date."""
    return "_drafts" in PurePosixPath(path).parts or given.get("draft") is True or given.get("published") is False


def _as_lists(given: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return the fields with categories and tags as lists: in Jekyll, a space stands between them."""
    pure = PurePosixPath(path)
    is_jekylls = "layout" in given or bool({"_posts", "_drafts"} & {*pure.parts}) or bool(DATED.fullmatch(pure.stem))
    names = [name for name in ("categories", "tags") if is_jekylls and isinstance(given.get(name), str)]
    return {**given, **{name: given[name].split() for name in names if "," not in given[name]}}


def _marked(fields: Fields) -> tuple[Fields, list[Remark]]:
    """Return the fields with a mark at each place that another generator would have filled in, and what is said."""
    marked = {name: _mark(v) if isinstance(v, str) else tuple(map(_mark, v)) for name, v in fields.items()}
    unsure = [name for name in fields if marked[name] != fields[name]]
    return marked, [Remark(0, f"the field '{name}' has what only the other site can fill in") for name in unsure]


def _mark(text: str) -> str:
    return NOT_UNDERSTOOD.sub(lambda found: f"[check: {found[0]}]", text)


def _front_matter(file: LocatedText) -> tuple[dict[str, Any], int] | str:
    """Return the fields and where the text begins, or why there are none."""
    if toml := TOML.match(file.text):
        try:
            return tomllib.loads(toml["fields"]), toml.end()
        except tomllib.TOMLDecodeError as error:
            return f"its fields are no TOML: {error}"
    if file.text.startswith("{"):
        try:
            fields, end = json.JSONDecoder().raw_decode(file.text)
        except ValueError as error:
            return f"its fields are no JSON: {error}"
        return fields, end
    parts, _ = split(file)
    if WORDPRESS.match(file.text):
        return "it is an export of WordPress: make Markdown of it first (npx wordpress-export-to-markdown)"
    if parts is None:
        return "it does not begin with fields, as a post of Hugo or Jekyll does: --- or +++, title and date"
    located, problems = read_yaml(file, parts.yaml_start, parts.yaml_end)
    if located is None or problems or not isinstance(located.value, dict):
        why = f"{problems[0].span.line}: {problems[0].message}" if problems else "there are no fields"
        return f"its fields are no sound YAML: line {why}"
    return located.value, parts.body_start


def _taken(ours: str, theirs: tuple[str, ...], given: Mapping[str, Any]) -> str | tuple[str, ...]:
    """Return what a field of ours has, from the first of its names that is given; of several categories the first."""
    value = next((given[name] for name in theirs if given.get(name)), "")
    texts = tuple(filter(None, map(_text, value if isinstance(value, list) else [value])))
    if ours in LISTS:
        return texts if isinstance(value, list) else tuple(each.strip() for text in texts for each in text.split(","))
    return texts[0] if texts else ""


def _text(value: Any) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):  # an author with a name and an address
        return _text(value.get("name", ""))
    return " ".join(str(value).split())


def _left(given: Mapping[str, Any], picture: str) -> Iterator[Remark]:
    """Yield what the fields say that an article has no place for."""
    known = {name for names in NAMES.values() for name in names}
    for name, value in given.items():
        if name in ADDRESSES:
            told = ", ".join(map(_text, _all(value)))
            yield Remark(0, f"its address was {told}: {_how_to_keep(told) or 'lead readers from there to the new one'}")
        elif name in ("categories", "category") and isinstance(value, list) and len(value) > 1:
            yield Remark(0, f"an article has one category; the others were {', '.join(map(_text, value[1:]))}")
        elif name not in known and name != picture and name not in SAYS_NOTHING:
            yield Remark(0, f"the field '{name}' has no place in an article")
