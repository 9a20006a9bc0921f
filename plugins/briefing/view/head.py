"""What is looked at of every briefing at every build."""

from typing import NamedTuple


class Head(NamedTuple):
    """What lists, links and checks between briefings need; plain values, so that ten thousand load in no time."""

    path: str
    """Below the content folder."""
    file: str
    """As messages name it."""
    slug: str
    lang: str
    url: str
    status: str
    opens: float
    """The moment of publication, in seconds since 1970: until then it is under embargo."""
    year: int
    is_translation: bool
    title: str
    category: str
    tags: tuple[str, ...]
    watch: tuple[tuple[int, float, str], ...]
    """The sort keys of what is open to watch."""
    shown_sources: tuple[str, ...]
    """The sources it cites whose whole text may be shown."""
    related: tuple[str, ...]
    """The slugs it names as related."""
    links: tuple[str, ...]
    """The files its prose links to, by their path below the content folder."""
    events: tuple[int, ...] = ()
    """The days its events are sorted by, in the order of its record."""
    anniversaries: tuple[int, ...] = ()
    """Month and day of each of them that happened on a known day (``508`` for 8 May), else 0."""
    addresses: tuple[str, ...] = ()
    """Where plain links of its prose lead in the site, in the order of its record."""
    beside: tuple[str, ...] = ()
    """The files beside its page: the briefing in other forms."""
    aliases: tuple[str, ...] = ()
    """Addresses that it had before, from the site's root, without the first slash."""
    overdue: tuple[int, ...] = ()
    """The first day on which each of `watch` is overdue, as `datetime.date.toordinal` counts; 0 where it never is."""
    reviewed: int = 0
    """The day up to which its facts are known to hold, counted so: that of as_of, or else of its last change."""
