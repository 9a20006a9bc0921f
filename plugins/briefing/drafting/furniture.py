"""Lines that stand around an article and are no part of it: buttons, labels, invitations."""

import re

FURNITURE = re.compile(
    r"(?i)^\W*(?:read (?:more|next|also|the full)|more:|related|also read|see also|advertisement|advert$|sponsored|"
    r"sign up|subscribe|like this (?:story|article)|(?:last )?(?:updated|posted|published)\b|share (?:this|on)|"
    r"follow (?:us|\S+ on)|photos?:|image:|click here|copyright|©|\(c\)|all rights reserved|loading|watch:?|video:?$|"
    r"recommended|trending|most popular|get (?:the|our) |download|comments?$|have a (?:tip|story)|"
    r"(?:staff|senior|chief|political|court|crime|sports?|business|science|education) (?:writers?|reporters?|"
    r"correspondents?|editors?)$|"
    r"this article (?:was|originally|first)|"
    r"story continues|continue reading|skip to|show more|view (?:comments|more|all)|posted (?:on|in|by)|filed under|"
    r"tags?:|topics?:|share$|tweet$|email$|print$|facebook$|twitter$|by clicking|by signing|"
    r"terms (?:of|and)|privacy policy|editor['’]s picks|top stories|up next|next article|previous article|"
    r"contact (?:us|the (?:author|writer|reporter|editor))|reach \w+ at|"
    r"send (?:us )?(?:tips|an email)|getty ?(?:images)?\b)"
)
_LONGEST = 30


def is_furniture(text: str) -> bool:
    """Whether a line is one of those that publishing systems put around an article."""
    return bool(FURNITURE.match(text)) and text.count(" ") < _LONGEST
