"""A page on paper, as PDF: the print style sheet, laid out by WeasyPrint (the extra ``pdf``)."""

import re
from collections.abc import Callable
from mimetypes import guess_type
from typing import TYPE_CHECKING
from unicodedata import bidirectional
from urllib.parse import unquote, urljoin, urlsplit

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

from ..frozen import frozen

NOWHERE = "https://site.invalid"  # reserved by RFC 2606: the address of a site that does not know its own
STYLES, OWN_RULES, PICTURE_RULES = "main.css", "pdf.css", "pdf_pictures.css"
STYLE_LINK = re.compile(rf'<link rel="stylesheet" href="([^"]*/){re.escape(STYLES)}"')
MEDIA = re.compile(r"@media([^{;]*)\{")

Read = Callable[[str], bytes]
"""What reads a file of the site by its path below it; raises OSError where there is none."""


@frozen
class Paper:
    """A page as PDF."""

    pdf: bytes
    pages: int


class NoStyleError(Exception):
    """The page asks for a style sheet that the site does not have."""


class NoLayoutError(Exception):
    """WeasyPrint failed at something in the page or its styles."""


def render_paper(html: str, url: str, site_url: str, read: Read) -> Paper:
    """Return the page at an address of a site on paper; nothing is read but the site's own files, by ``read``.

    Raises NoStyleError where a style sheet is not among them: without it, it would be another page; NoLayoutError
    where WeasyPrint cannot draw it.
    """
    from weasyprint import HTML, urls  # noqa: PLC0415  # only where a PDF is wanted, and only with the extra

    class SiteFiles(urls.URLFetcher):  # type: ignore[misc]  # WeasyPrint ships no types
        """Fetches what belongs to the site from its files, and nothing else."""

        def fetch(self, url: str, *_: object) -> urls.URLFetcherResponse:
            """Return a file of the site; a style sheet as paper needs it."""
            path = unquote(urlsplit(url.removeprefix(f"{root}/")).path)
            try:
                if not url.startswith(f"{root}/"):
                    raise PermissionError(url)
                return urls.URLFetcherResponse(url, paper_file(path, read), {"Content-Type": guess_type(path)[0] or ""})
            except OSError as error:
                if url.endswith(".css"):
                    raise urls.FatalURLFetchingError(url) from error
                raise

    root = site_url or NOWHERE
    page = as_on_paper(html, picture_rules(html, f"{root}/{url}", root, read), linked=bool(site_url))
    try:
        document = HTML(string=page, base_url=f"{root}/{url}", url_fetcher=SiteFiles()).render(pdf_tags=True)
        return Paper(document.write_pdf(pdf_tags=True), len(document.pages))
    except urls.FatalURLFetchingError as error:
        raise NoStyleError(str(error).removeprefix(f"{NOWHERE}/")) from error
    except Exception as error:  # what styles may ask of a library has no bounds, and one page is not all
        raise NoLayoutError(f"{type(error).__name__}: {error}") from error


def paper_file(path: str, read: Read) -> bytes:
    """Return a file of the site; to the style sheet of all pages the rules for WeasyPrint are added."""
    data = read(path)
    folder, _, name = path.rpartition("/")
    if name != STYLES:
        return data
    return f"{paper_rules(data.decode())}\n{read(f'{folder}/{OWN_RULES}').decode()}".encode()


def paper_rules(css: str) -> str:
    """Return a style sheet whose rules "on wide screens and on paper" are for paper: WeasyPrint knows no widths."""

    def narrowed(found: re.Match[str]) -> str:
        media = {medium.strip() for medium in found[1].split(",")}
        return "@media print {" if "print" in media else found[0]

    return MEDIA.sub(narrowed, css)


def picture_rules(html: str, address: str, root: str, read: Read) -> str:
    """Return the rules for inline pictures, which lie beside the page's style sheet; "" where it has none."""
    sheet = STYLE_LINK.search(html)
    if not sheet:
        return ""
    path = unquote(urljoin(address, sheet[1] + PICTURE_RULES).removeprefix(f"{root}/"))
    try:
        return read(path).decode()
    except OSError as error:
        raise NoStyleError(path) from error


def as_on_paper(html: str, rules: str, *, linked: bool) -> str:
    """Return a page as WeasyPrint can show it: pictures by the rules given, links to the site only if `linked`."""
    from bs4 import BeautifulSoup  # noqa: PLC0415  # likewise

    tree = BeautifulSoup(html, "lxml")
    if not linked:
        unlink(tree)
    resolve_directions(tree)
    draw_pictures(tree, rules)
    return str(tree)


def unlink(tree: "BeautifulSoup") -> None:
    """Make words of links to the site's pages: on paper a site without an address has none."""
    for link in tree.select("a[href]"):
        target = str(link["href"])
        if not target.startswith("#") and not urlsplit(target).scheme:
            del link["href"]


def resolve_directions(tree: "BeautifulSoup") -> None:
    """Write down each direction left to the browser, that of the first strong letter; WeasyPrint finds none itself."""
    for each in tree.select('[dir="auto"]'):
        strong = (kind for letter in each.get_text() if (kind := bidirectional(letter)) in ("L", "R", "AL"))
        each["dir"] = "ltr" if next(strong, "L") == "L" else "rtl"


def draw_pictures(tree: "BeautifulSoup", rules: str) -> None:
    """Give inline pictures their styles: WeasyPrint knows only those within them, and no direction but the Latin one.

    It sets their words letter by letter, so those whose letters join are left out: the page has them in writing.
    """
    for picture in tree.select("svg"):
        style = tree.new_tag("style")
        style.string = rules
        picture.insert(0, style)
        for words in picture.select("text"):
            if any(bidirectional(letter) in ("R", "AL") for letter in words.get_text()):
                words.decompose()
            elif tree.select_one(':root[dir="rtl"]'):
                anchor = str(words.get("text-anchor", ""))
                words["text-anchor"] = {"start": "end", "end": "start"}.get(anchor, anchor)
