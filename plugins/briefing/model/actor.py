"""Who matters: the people and bodies a briefing is about."""

from typing import Annotated, Literal

from .shape import Looks, record

ActorKind = Literal["person", "organization", "government", "group"]


@record
class Actor:
    """A person or body (schema.org Person, Organization); a register entry, or a briefing's own."""

    id: str
    """The name by which events, views and quotations refer to it."""
    name: str = ""
    """The house spelling; required unless the id is in the register."""
    kind: ActorKind = "person"
    """person, organization, government or group."""
    role: str = ""
    """What they are, in a few words."""
    affiliation: str = ""
    """The body they belong to, as the source prints it."""
    country: Annotated[str, Looks("[A-Z]{2}", "JP")] = ""
    """The side they stand on, as an ISO 3166-1 alpha-2 code."""
    note: str = ""
    """What they do in this story, in one sentence."""
    as_written: tuple[str, ...] = ()
    """Other forms of the name that sources use."""
    same_as: tuple[str, ...] = ()
    """Addresses that identify them elsewhere (schema.org sameAs)."""
    image: str = ""
    """A picture, as a file under content/images."""
    fiction: bool = False
    """Whether they are invented; only fiction may name them."""
