"""Settings of the site: data only. Paths are relative to this file."""

from pathlib import Path

from jinja2 import StrictUndefined

AUTHOR = "The Briefing authors"
SITENAME = "Briefings"
SITEURL = ""
# Links lead from page to page, so that the site works at any address and below a path; and, as long as it has no
# address, to the files of a folder, so that it can be opened from a disk.
RELATIVE_URLS = True
BRIEFING_FILE_LINKS = True
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
# The first that the machine has; never the visitor's own, so that every machine builds the same pages.
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]

PATH = "content"
if not Path(__file__).with_name(PATH).is_dir():  # Pelican itself would say so in a traceback
    raise SystemExit(f"{PATH}/: error[empty-site]: the folder of the site's texts is not there; make it: mkdir {PATH}")
OUTPUT_PATH = "output"
DELETE_OUTPUT_DIRECTORY = False
ARTICLE_PATHS = ["articles"]
# The documentation is part of the site: docs/NAME.md at docs/NAME/. The navigation has its first page alone.
DOCUMENTS = {
    path.stem.lower().replace("index", ""): f"../{path.relative_to(Path(__file__).parent).as_posix()}"
    for pattern in ("docs/*.md", "CHANGELOG.md", "CONTRIBUTING.md")
    for path in sorted(Path(__file__).parent.glob(pattern))
}
PAGE_PATHS = ["pages", *DOCUMENTS.values()]
EXTRA_PATH_METADATA = {
    path: {"url": f"docs/{name}/", "save_as": f"docs/{name}/index.html", "menu": "no"}
    if name
    else {"url": "docs/", "save_as": "docs/index.html"}
    for name, path in DOCUMENTS.items()
}
STATIC_PATHS = ["images"]
# The second folder is fiction, for show: docs/demonstration.md tells how to leave it out.
BRIEFING_PATHS = ["briefings", "fiction"]

# The page /about/: who, how, corrections, funding, contact, each in Markdown; a section without a text is not there.
BRIEFING_ABOUT = {
    "who": "This is a demonstration. Its byline, Demonstration desk, stands for no person.",
    "how": "Every fact is taken from a saved source; every quotation is looked for there whenever the site is built. "
    "[How that is done](/pages/about/), and what is not claimed.",
    "corrections": "A mistake is put right on its page, which says what stood there before and what stands there now.",
}
# Whom to tell of a flaw of the site, for /.well-known/security.txt: "mailto:security@example.org"
BRIEFING_SECURITY_CONTACT = ""

THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["briefing"]

ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/articles/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/articles/{slug}/index.html"
DRAFT_URL = "drafts/articles/{slug}/"
DRAFT_SAVE_AS = "drafts/articles/{slug}/index.html"
PAGE_LANG_URL = "{lang}/pages/{slug}/"
PAGE_LANG_SAVE_AS = "{lang}/pages/{slug}/index.html"
DRAFT_PAGE_URL = "drafts/pages/{slug}/"
DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/index.html"
PAGE_URL = "pages/{slug}/"
PAGE_SAVE_AS = "pages/{slug}/index.html"

# The plugin writes the home page, the index pages and 404; Pelican's own would come from its bundled theme.
DIRECT_TEMPLATES: list[str] = []
# Ordinary articles are listed there, and the navigation leads there, as soon as there are any.
BRIEFING_ARTICLES = "articles/"
# Below articles/, so that they never meet the plugin's pages of the same names.
CATEGORY_URL = "articles/category/{slug}/"
CATEGORY_SAVE_AS = "articles/category/{slug}/index.html"
TAG_URL = "articles/tag/{slug}/"
TAG_SAVE_AS = "articles/tag/{slug}/index.html"
AUTHOR_URL = "articles/author/{slug}/"
AUTHOR_SAVE_AS = "articles/author/{slug}/index.html"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None

JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined}
# A page in reStructuredText may neither publish another file of this machine nor write raw HTML.
DOCUTILS_SETTINGS = {"file_insertion_enabled": False, "raw_enabled": False}
