"""What an audit finds, in the words of the one who mends it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong on one page."""

    page: str
    rule: str
    what: str
    where: str = ""
    """A selector, a line of the page or an address."""
    mend: str = ""

    def __str__(self) -> str:
        """On one line: ``page: rule: what, where; how to mend it``."""
        where = f", {self.where}" if self.where else ""
        mend = f"; {self.mend}" if self.mend else ""
        return f"{self.page}: {self.rule}: {self.what}{where}{mend}"
