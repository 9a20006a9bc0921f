"""What fields are called elsewhere: in other generators and content systems, in newsrooms, in plain words."""

from collections.abc import Collection, Mapping

OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("headline", "heading", "name"),
    "date": ("published", "publishdate", "pubdate", "datepublished", "publishedat", "created", "when", "day"),
    "modified": ("updated", "updatedat", "lastmod", "lastmodified", "datemodified"),
    "slug": ("permalink",),
    "aliases": ("redirects", "redirectfrom", "oldurls"),
    "category": ("categories", "section", "topic", "desk", "rubric"),
    "tags": ("tag", "keyword", "keywords", "topics", "subjects"),
    "authors": ("author", "byline", "writer", "writtenby"),
    "lang": ("language", "locale"),
    "summary": ("description", "abstract", "excerpt", "lede", "lead", "deck", "standfirst", "teaser", "intro", "dek"),
    "as_of": ("lastreviewed", "reviewed", "validuntil"),
    "why_it_matters": ("why", "significance", "relevance", "sowhat"),
    "key_points": ("takeaways", "keytakeaways", "highlights", "points", "bullets", "tldr"),
    "actors": ("actor", "people", "persons", "keyactors", "who", "players", "entities", "participants"),
    "timeline": ("events", "chronology", "history", "dates"),
    "views": ("view", "experts", "opinions", "expertviews", "perspectives", "analysis"),
    "missing_voices": ("missing", "unheard"),
    "quotations": ("quotes", "quote", "citations"),
    "sources": ("source", "references", "reference", "bibliography", "links"),
    "watch": ("whatsnext", "next", "towatch", "outlook", "lookahead"),
    "updates": ("corrections", "correction", "changelog", "changes"),
    "glossary": ("terms", "definitions", "vocabulary"),
    "related": ("seealso", "readmore", "more"),
    "backstory": ("methodology", "method", "howmade", "about"),
    "limits": ("limitations", "caveats", "unknowns"),
    "name": ("fullname",),
    "role": ("title", "job", "position", "function", "occupation"),
    "affiliation": ("organization", "organisation", "employer", "worksfor", "party", "institution"),
    "text": ("point", "claim", "description", "what", "title"),
    "passage": ("evidence", "excerpt", "source", "citation", "basis", "words"),
    "expert": ("name", "person", "speaker", "who", "actor"),
    "speaker": ("name", "person", "who", "by", "actor", "author", "saidby"),
    "quote": ("text", "words", "quotation"),
    "told_to": ("interview", "outlet"),
    "publisher": ("outlet", "newspaper", "paper", "site", "containertitle"),
    "author": ("authors", "byline"),
    "url": ("link", "href", "address", "uri"),
    "archive_url": ("archive", "archived", "wayback"),
    "accessed": ("retrieved", "visited"),
    "file": ("path", "saved", "copy"),
    "exact": ("text", "quote", "words"),
    "location": ("place", "where"),
    "definition": ("means", "meaning", "text", "explanation"),
    "was": ("before", "old"),
    "now": ("after", "new"),
}
"""Of each field the other names, in small letters and without the signs between words."""
FLAGS = ("true", "false", "yes", "no")
PICTURE = "a picture stands in the text: ![what it shows]({static}/images/NAME.jpg)"
THEME = "how a page looks is the theme's; there is nothing to write for it"
HELPS: Mapping[str, str] = {
    "draft": "write status: draft; without it a briefing is published",
    "hidden": "write status: hidden",
    "image": PICTURE, "cover": PICTURE, "picture": PICTURE, "thumbnail": PICTURE, "featured_image": PICTURE,
    "layout": THEME, "theme": THEME, "type": THEME, "weight": THEME,
}  # fmt: skip
"""Of names for which no field stands, what does the same here."""
PLAINER = str.maketrans("", "", "_- ’'")


def instead_of(name: str, value: object) -> str:
    """Return how a briefing says what a field says elsewhere, where it has no field for it; or ""."""
    if name == "published" and str(value).lower() in FLAGS:
        return "write status: published, or status: draft"
    return HELPS.get(name, "")


def field_meant(name: str, fields: Collection[str]) -> str:
    """Return the one of the fields that somewhere else has this name, or ""."""
    plain = name.lower().translate(PLAINER)
    return next((f for f in fields if plain in (f.translate(PLAINER), *OTHER_NAMES.get(f, ()))), "")


OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("planned", "upcoming", "expected", "future"), ("scheduled", "open")),
    **dict.fromkeys(("past", "done", "completed"), ("occurred", "happened")),
    **dict.fromkeys(("politician", "expert", "official", "individual"), ("person",)),
    **dict.fromkeys(("company", "institution", "agency", "ngo"), ("organization",)),
    **dict.fromkeys(("state", "ministry", "cabinet"), ("government",)),
    **dict.fromkeys(("fix", "error", "erratum"), ("correction",)),
    **dict.fromkeys(("change", "addition", "edit"), ("update",)),
    **dict.fromkeys(("live", "public", "final"), ("published",)),
    **dict.fromkeys(("private", "unlisted"), ("hidden",)),
}
"""What editors write where there is another word for it, and what may be meant."""


def value_meant(value: str, options: Collection[str]) -> str:
    """Return the one of the values a field can have that is meant by another word; "" where nobody knows."""
    return next((word for word in OTHER_WORDS.get(value.lower(), ()) if word in options), "")
