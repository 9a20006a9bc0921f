"""Stock Pelican with pelican-yaml-metadata: the same files as ordinary articles, the same pages, nothing more."""

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
# This project makes no such pages, so stock Pelican is spared them as well.
TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
