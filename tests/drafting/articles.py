"""Invented articles, read as a draft reads them."""

from briefing.drafting.extract import extract
from briefing.drafting.known_actors import known_actors
from briefing.drafting.proposal import Proposals
from briefing.drafting.propose import propose
from briefing.drafting.reading import Reading
from briefing.drafting.structure import read_article
from briefing.model.actor import Actor
from briefing.model.dates import EdtfDate
from briefing.model.source import Source

PIER = """\
Pier closed after storm

March 14, 2024

Tidewick, March 14: The old pier was closed on Tuesday after a storm tore away eleven planks.

"Nobody should set foot on it before the divers have been down," said Orla Venn, the harbour master of Tidewick.

Dr. Satu Marn, a lecturer at the Harwold School of Engineering, told the Tidewick Courier on Wednesday that the piles \
had been rotting since 1998. "We warned the council twice," she said.

Mayor Bram Oster said that the town had no money for a new pier.

The council will meet on March 21. It is said to be divided.

Source: Tidewick Courier
"""
DIVERS = """\
Divers find rot under Tidewick pier

20 March 2024

Three of nine piles are hollow, divers found on Monday.

"Nobody should set foot on it before the divers have been down," Captain Venn had said last week.

According to Marn Satu, the pier could fall within a year.

Dr. Satu Marn leads the Harwold School of Engineering.

Source: Harwold Post
"""


def reading_of(text: str, source: str = "courier") -> Reading:
    """An article as a draft reads it."""
    article = read_article(text)
    return Reading(extract(article), source, article.source)


def proposals_of(text: str, source: str = "courier", *register: Actor) -> Proposals:
    """Everything proposed from an article."""
    reading = reading_of(text, source)
    told = reading.found.article.imprint.date
    entry = Source(id=source, title="A title", date=EdtfDate.parse(told) if told else None)
    return propose(reading, entry, known_actors({actor.id: actor for actor in register}))
