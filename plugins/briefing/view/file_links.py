"""Links to files instead of folders, so that a site can be read from a disk as well as from a host.

A host answers for a folder with the ``index.html`` in it; a browser that opens ``file://`` shows the folder itself.
"""

import re

FOLDER = re.compile(r'(\shref="\.{1,2}/(?:[^"?#:]*/)?)(?=["?#])')
INDEX = "index.html"


def to_files(html: str) -> str:
    """Have every relative link of a page that leads to a folder lead to the page in it."""
    return FOLDER.sub(rf"\1{INDEX}", html)


def to_file(url: str) -> str:
    """Return the address of the page in a folder; other addresses stay as they are."""
    path = re.split("[?#]", url, maxsplit=1)[0]
    return f"{path}{INDEX}{url[len(path) :]}" if path.endswith("/") else url
