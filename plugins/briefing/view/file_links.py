"""Links to files instead of folders, so that a site can be read from a disk as well as from a host.

A host answers for a folder with the ``index.html`` in it; a browser that opens ``file://`` shows the folder itself.
"""

import re

BEGINS = 'href=".'
FOLDER = re.compile(r'(\.?/(?:[^"?#:]*/)?)(?=["?#])')
"""What follows where the link leads to a folder."""
INDEX = "index.html"


def to_files(html: str) -> str:
    """Have every relative link of a page that leads to a folder lead to the page in it."""
    before, *others = html.split(BEGINS)  # a page has many links, and few that are relative
    pieces = [before]
    for piece in others:
        leads = FOLDER.match(piece) if before[-1:].isspace() else None
        pieces.append(f"{leads[1]}{INDEX}{piece[leads.end() :]}" if leads else piece)
        before = piece
    return BEGINS.join(pieces)


def to_file(url: str) -> str:
    """Return the address of the page in a folder; other addresses stay as they are."""
    path = re.split("[?#]", url, maxsplit=1)[0]
    return f"{path}{INDEX}{url[len(path) :]}" if path.endswith("/") else url
