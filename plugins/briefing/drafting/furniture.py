"""Lines that stand around an article and are no part of it: buttons, labels, invitations."""

import re

FURNITURE = re.compile(
    r"(?i)^\W*(?:read (?:more|next|also|the full)|more:|related|also read|see also|advertisement|advert$|sponsored|sign up|"
    r"subscribe|like this (?:story|article)|(?:last )?(?:updated|posted|published)\b|share (?:this|on)|follow (?:us|\S+ on)|"
    r"photos?:|image:|click here|copyright|©|\(c\)|all rights reserved|loading|watch:?|video:?$|recommended|trending|"
    r"most popular|get (?:the|our) |download|comments?$|have a (?:tip|story)|this article (?:was|originally|first)|"
    r"story continues|continue reading|skip to|show more|view (?:comments|more|all)|posted (?:on|in|by)|filed under|tags?:|"
    r"topics?:|share$|tweet$|email$|print$|facebook$|twitter$|by clicking|by signing|terms (?:of|and)|privacy policy|"
    r"editor['’]s picks|top stories|up next|next article|previous article|contact (?:us|the author)|reach \w+ at|"
    r"send (?:us )?(?:tips|an email)|getty ?(?:images)?\b)"
)
_LONGEST = 30


def is_furniture(text: str) -> bool:
    """Whether a line is one of those that publishing systems put around an article."""
    return bool(FURNITURE.match(text)) and text.count(" ") < _LONGEST
