"""Names of those who publish, as articles print them: papers, institutes, agencies."""

import re

from .places import load_places

_PAPER = re.compile(
    r"(?:The )?(?:[A-Z][\w.'’&-]* ){0,4}(?:Times|Post|Herald|Courier|Gazette|News|Tribune|Journal|Chronicle|Daily|Press"
    r"|Observer|Standard|Guardian|Star|Mail|Telegraph|Independent|Register|Echo|Express|Globe|Review|Weekly|Bulletin"
    r"|Newspaper|Magazine|Examiner|Inquirer|Dispatch|Mirror|Argus|Sentinel|Newswire|Ledger|Record|Recorder|Advertiser|Advocate|Beacon"
    r"|Messenger|Reporter|Citizen|Monitor|Mercury|Voice|Democrat|Republican|Enterprise|Agency|Wire)(?: Online)?$"
)
_BODY = re.compile(
    r"(?P<name>(?:The )?(?:[A-Z][\w.'’&-]* ){0,4}"
    r"(?:Institut(?:e|ion)|Cent(?:re|er)|Foundation|Council|Forum|Observatory|Society|Fund)"
    r"(?: (?:for|of|on)(?: the)?(?: (?:and |for |of )?[A-Z][\w'’&-]*)+)?)"
    r"(?:, (?:[A-Z]\w* ){1,3}(?:No\.? ?)?[\w/.-]*\d)?$"
)
"""An institute, and perhaps the number of what it has published: Institute for Tides, Policy Brief No. 14."""
_AGENCY = re.compile(r"\((?P<name>[\w/ ]{2,30})\)$")


def is_paper(line: str) -> bool:
    """Whether a line is the name of a paper, as papers are named."""
    return bool(_PAPER.match(line))


def publisher_in(line: str) -> str:
    """The paper, or the institute, that a line is the name of; "" where it is none."""
    if is_paper(line):
        return line
    body = _BODY.match(line)
    return body["name"] if body and " " in body["name"].removeprefix("The ") else ""


def agency_in(dateline: str) -> str:
    """The agency that a dateline names, which is the publisher where no paper is: TIDEWICK, May 8 (Coast Wire) -."""
    named = _AGENCY.search(dateline.rstrip(" :—–-_"))
    return named["name"] if named and named["name"].lower() not in load_places() else ""
