"""How a date is written in an article: one pattern for each way, the parts as named groups."""

import re

from .words import MONTHS, WEEKDAYS

NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
"""Numbers in words; of others, such as "a few", no date can be made."""

_SHORT_MONTHS = [f"{name[:3]}\\." for name in MONTHS if len(name) > 4]
_MONTH = rf"(?:{'|'.join([*MONTHS, *_SHORT_MONTHS])}|Sept?\.?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec)(?!\w)"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.)(?!\w)"
_NO_DAY = r"(?![\d,]*\d|:\d|\s?%|\s+(?:percent|points|million|billion)\b)"
_DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?{_NO_DAY}"
_YEAR = r"(?:1[0-9]|20)\d\d(?![\d,.]*\d|\w|\s?%)"
_DASH = r"(?:\s*[-–—]\s*|\s+(?:to|through|until)\s+)"
_HEDGE = r"(?:(?:about|around|circa|approximately|roughly)\s+)?"
_PART = r"early|late|mid|later in|earlier in|the (?:beginning|start|middle|end) of"
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_DAYTIME = r"(?:\s+(?:morning|afternoon|evening|night|at noon|at midnight))?"
_ZONE = r"(?:\s+[A-Z]{2,4})?,?\s+(?:\([^)\n]{1,20}\)\s+)?"
_CLOCK = rf"(?:\d{{1,2}}(?:[:.]\d\d)?\s*[ap]\.?m\.?{_ZONE}(?:on\s+|of\s+)?)?"
_SEASON = "spring|summer|autumn|fall|winter"
_S = r"\s+"


def _day_of_month(prefix: str) -> str:
    """A day and its month in either order, with the year or without, as groups whose names begin alike."""
    day_first = rf"(?:the{_S})?(?P<{prefix}_day1>{_DAY}){_S}(?:of{_S})?(?P<{prefix}_month1>{_MONTH})"
    month_first = rf"(?P<{prefix}_month2>{_MONTH}){_S}(?P<{prefix}_day2>{_DAY})"
    return rf"(?:{day_first}|{month_first})(?:,?{_S}(?P<{prefix}_year>{_YEAR}))?"


_WAYS = {
    "iso": r"(?P<iso>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)",
    "numeric": r"(?P<first>[0-3]?\d)[/.](?P<second>[0-3]?\d)[/.](?P<nyear>(?:19|20)\d\d)(?!\d)",
    "relative_with_day": rf"(?:[Yy]esterday|[Tt]oday|[Tt]omorrow|{_WEEKDAY})\s*\({_day_of_month('r')}\)",
    "month_day_span": rf"(?:(?:[Ff]rom|[Bb]etween){_S})?(?P<s_month>{_MONTH}){_S}(?P<s_day>{_DAY}){_DASH}"
    rf"(?:(?P<t_month>{_MONTH}){_S})?(?P<t_day>{_DAY})(?:,?{_S}(?P<s_year>{_YEAR}))?",
    "month_span": rf"(?:(?:[Ff]rom|[Bb]etween){_S})?(?P<v_month>{_MONTH})(?:{_S}(?P<v_year>{_YEAR}))?"
    rf"(?:{_DASH}|{_S}and{_S})(?P<w_month>{_MONTH}){_S}(?:of{_S})?(?P<w_year>{_YEAR})",
    "full": rf"{_CLOCK}(?:(?P<f_which>(?i:last|next|this)){_S})?(?:{_WEEKDAY},?{_S})?{_day_of_month('f')}",
    "years": rf"(?:[Ff]rom{_S})?(?:(?P<between>[Bb]etween){_S})?(?P<y_first>{_YEAR})"
    rf"(?:\s*[–—-]\s*|{_S}(?:to|until|through){_S}|(?(between){_S}and{_S}|(?!)))"
    r"(?P<y_last>" + _YEAR + r"|\d\d(?![\d,.]*\d|\w))",
    "month_year": rf"{_HEDGE}(?:(?:{_PART})[\s-]+)?(?P<m_month>{_MONTH})(?:,?{_S}|{_S}of{_S})"
    rf"(?P<m_year>{_YEAR}|(?:last|this|next){_S}year)",
    "season_year": rf"(?:(?:the{_S})?(?P<season>{_SEASON}){_S}(?:of{_S})?(?P<se_year>{_YEAR})"
    rf"|(?P<which_season>(?i:last|this|next)){_S}(?P<season2>{_SEASON}))",
    "holiday_way": rf"(?:(?P<which_holiday>(?i:last|this|next)){_S})?(?P<holiday>HOLIDAYS)\b"
    rf"(?:,?{_S}(?P<h_year>{_YEAR}))?",
    "decade": rf"(?:the{_S})?(?:(?:early|late|mid)[\s-]+)?(?P<decade>(?:1[0-9]|20)\d)0['’]?s\b",
    "century": rf"(?:the{_S})?(?P<century>1[0-9]|2[01])(?:st|th){_S}century",
    "month": rf"(?:(?P<which_month>(?i:last|next|this|this past|this coming|{_PART}))[\s-]+)?"
    rf"(?P<month>{_MONTH})(?!\.?{_S}\d)",
    "weekday": rf"{_CLOCK}(?:(?P<which_day>(?i:last|next|this|this past|this coming|a week ago|the previous"
    rf"|the following)){_S})?(?P<weekday>{_WEEKDAY})(?:['’]s\b)?{_DAYTIME}",
    "day_word": rf"(?P<day_word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his{_S}(?:morning|afternoon|evening)"
    rf"|[Ll]ast{_S}night){_DAYTIME}",
    "day_around": rf"(?P<around>[Tt]he{_S}day{_S}(?:before{_S}yesterday|after{_S}tomorrow))",
    "unit": rf"(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly|[Oo]nly|[Jj]ust){_S})?"
    rf"(?P<which_unit>[Ll]ast|[Nn]ext|[Tt]his|[Ll]ate{_S}last){_S}(?P<unit>year|month|week|weekend)(?!{_S}(?:of|long)\b)",
    "ago": rf"(?P<almost>(?:almost|nearly|more{_S}than|over|about|around|some|just{_S}over|at{_S}least){_S})?"
    rf"(?i:{_COUNT})[\s-]+(?P<ago_unit>day|week|month|year|decade)s?{_S}(?:ago|back\b)",
    "same_day": rf"(?:(?:[Oo]n{_S})?[Tt]h(?:e|at){_S}same{_S}day(?!,{_S}{_MONTH})"
    rf"|(?:[Ll]ater|[Ee]arlier){_S}(?:that|the{_S}same){_S}day)\b",
    "same_year": rf"(?:[Ll]ater|[Ee]arlier){_S}(?:in{_S})?(?:that|the{_S}same){_S}(?P<same_unit>year|month)\b",
    "day_after": rf"[Tt]he{_S}(?P<day_after>(?:next|following){_S}(?:day|morning|afternoon|evening)|day{_S}after"
    rf"|previous{_S}day|day{_S}before)\b(?!{_S}(?:yesterday|tomorrow))",
    "year": rf"{_HEDGE}(?<![\d$£€#.,:/-])(?:(?:early|late|mid|post|pre)[\s-]+)?(?P<year>{_YEAR})(?!\s*[-–]\s*\d)",
}
"""The ways of writing a date; where two fit at one place, the earlier one is taken."""


def date_pattern(holidays: list[str]) -> re.Pattern[str]:
    """One pattern for all ways of writing a date; the way that matched is the last named group to close."""
    names = "|".join(re.escape(name).replace("'", "['’]?") for name in sorted(holidays, key=len, reverse=True))
    ways = {way: written.replace("HOLIDAYS", f"(?i:{names})") for way, written in _WAYS.items()}
    either = "|".join(rf"(?P<way_{way}>{written})" for way, written in ways.items())
    return re.compile(rf"(?<!\w)(?=\w)(?:{either})")  # once for all, so that the inside of words is passed over
