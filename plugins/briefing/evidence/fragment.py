"""A link into the live article: a text fragment directive that is unique on the source.

Standard: WICG "Text Fragments", https://wicg.github.io/scroll-to-text-fragment/. A browser takes the first match, looks
at whole words, and does not mind capitals or white space; so does the search for a directive that finds one place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from .source_text import SourceText

_WORD = re.compile(r"\S+")
_LONGEST_WHOLE = 120
"""Characters named word for word; of a longer passage only the first and the last words are."""
_FEWEST, _MOST = 4, 12
"""Words at either end of a longer passage."""
_MOST_CONTEXT = 8
"""Words before or behind a passage that tell it from another."""


@dataclass(frozen=True, slots=True)
class _Directive:
    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        prefix = f"{_encoded(self.prefix)}-," if self.prefix else ""
        end = f",{_encoded(self.end)}" if self.end else ""
        suffix = f",-{_encoded(self.suffix)}" if self.suffix else ""
        return f"#:~:text={prefix}{_encoded(self.start)}{end}{suffix}"
