"""Stock Pelican with pelican-yaml-metadata: the same files as ordinary articles, the same pages, nothing more."""

from pathlib import Path

import yaml

SITENAME = "Briefings"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]
RELATIVE_URLS = True
THEME = "theme"
PLUGINS = ["yaml_metadata"]

ARTICLE_PATHS = ["briefings"]
ARTICLE_URL = "briefings/{slug}/"
ARTICLE_SAVE_AS = "briefings/{slug}/index.html"
CATEGORY_URL = "category/{slug}/"
CATEGORY_SAVE_AS = "category/{slug}/index.html"
TAG_URL = "tag/{slug}/"
TAG_SAVE_AS = "tag/{slug}/index.html"
PAGINATION_PATTERNS = [
    (1, "{base_name}/", "{base_name}/index.html"),
    (2, "{base_name}/pages/{number}/", "{base_name}/pages/{number}/index.html"),
]
DEFAULT_PAGINATION = 30
PAGINATED_TEMPLATES = {"index": None, "category": None, "tag": None}
# None of the peers makes these.
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

REGISTER = sorted(Path("../corpus/content/actors").glob("*.yaml"))
JINJA_GLOBALS = {"ACTORS": {path.stem: yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in REGISTER}}


def person(actor):
    name = JINJA_GLOBALS["ACTORS"][actor["id"]]["name"]
    affiliation = {"@type": "Organization", "name": actor["affiliation"]}
    return {
        "@type": "Person",
        "@id": f"#actor-{actor['id']}",
        "name": name,
        "description": actor["role"],
        "affiliation": affiliation,
    }


def event(each):
    return {
        "@type": "Event",
        "name": each["title"],
        "description": each["text"],
        "startDate": each["date"],
        "location": each["location"],
    }


def quotation(each):
    return {"@type": "Quotation", "text": each["quote"], "spokenByCharacter": {"@id": f"#actor-{each['speaker']}"}}


JINJA_FILTERS = {"person": person, "event": event, "quotation": quotation}
