"""A page on paper, as PDF: the print style sheet, laid out by WeasyPrint (the extra ``pdf``)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from mimetypes import guess_type
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

NOWHERE = "https://site.invalid"  # reserved by RFC 2606: the address of a site that does not know its own
STYLES, OWN_RULES = "main.css", "pdf.css"
MEDIA = re.compile(r"@media([^{;]*)\{")

Read = Callable[[str], bytes]
"""What reads a file of the site by its path below it; raises OSError where there is none."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page as PDF."""

    pdf: bytes
    pages: int


class NoStyleError(Exception):
    """The page asks for a style sheet that the site does not have."""


def render_paper(html: str, url: str, site_url: str, read: Read) -> Paper:
    """Return the page at an address of a site on paper; nothing is read but the site's own files, by ``read``.

    Raises NoStyleError where a style sheet is not among them: without it, it would be another page.
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
    page = html if site_url else without_own_links(html)
    try:
        document = HTML(string=page, base_url=f"{root}/{url}", url_fetcher=SiteFiles()).render(pdf_tags=True)
    except urls.FatalURLFetchingError as error:
        raise NoStyleError(str(error).removeprefix(f"{NOWHERE}/")) from error
    return Paper(document.write_pdf(pdf_tags=True), len(document.pages))


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


def without_own_links(html: str) -> str:
    """Return a page whose links lead within it or out of the site: on paper a site without an address has no pages."""
    tree = BeautifulSoup(html, "lxml")
    for link in tree.select("a[href]"):
        target = str(link["href"])
        if not target.startswith("#") and not urlsplit(target).scheme:
            del link["href"]
    return str(tree)
