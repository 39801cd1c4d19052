"""The forms of single expressions of time, each with its reader.

Where an expression begins and ends follows TimeML's guidelines (TimeML Annotation Guidelines 1.2.1, section 2.2.1):
an article and words such as "early", "about" or "the end of" belong to it, prepositions ("in", "since") do not.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.grammar import counted, holidays, readings
from dragoman.grammar.moments import Clock, Part, Reading
from dragoman.grammar.timewords import (
    ABOUT,
    COUNT,
    DAY,
    EARLY,
    HOLIDAY,
    MONTH,
    MONTH_ALONE,
    NUMBER,
    PART_OF_DAY,
    SPELT_YEAR,
    UNIT,
    WEEKDAY,
    WHICH,
    YEAR,
)

Reader = Callable[[Part, Clock], Reading]
Form = tuple[str, str, Reader]  # the kinds of words that it needs (timewords.HINTS), its pattern, its reader

_OF_YEAR = r"(?P<v>(?:of\s+)?(?:last|this|next)\s+year)"
_YEAR_BEHIND = rf"(?:,?\s+(?:(?:of\s+)?(?P<y>{YEAR})|{_OF_YEAR}))?"
_ON_DAY = rf"(?:(?:{WEEKDAY}),?\s+)?"
_TOD = rf"(?:\s+(?P<tod>{PART_OF_DAY}))?"
_THE = r"(?:the\s+)?"
_ZONE = r"(?:\s*(?:gmt|utc|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|ist|local(?:\s+time)?)\b)"
_SEASON_TOLD = (
    r"(?:summer|autumn|winter|(?:(?<=the )|(?<=last )|(?<=this )|(?<=next )|(?<=past )|(?<=coming )|(?<=in )|(?<=of )"
    r"|(?<=by )|\A)(?:spring|fall)|(?:spring|fall)(?=\s+(?:of\s+)?(?:19|20)\d\d))\b"
)
_AGO = r"(?P<year_ago>(?:comparable\s+)?year[\s-](?:ago|earlier))"
_ORDINAL = r"(?:first|second|third|fourth|1st|2nd|3rd|4th|last|final)"
_MONEY = r"(?:people|persons|troops|soldiers|men|women|others|dollars|points)"

DATES: tuple[Form, ...] = (
    (
        "digit",
        rf"(?P<iso_y>{YEAR})-(?P<iso_m>[01]\d)(?:-(?P<iso_d>[0-3]\d))?(?:T[\d:.Z+-]+)?(?!\d)",
        readings.read_iso,
    ),
    (
        "digit",
        r"(?P<figures>(?<![\d.,:/-])\d{1,2}(?P<by>[./])\d{1,2}(?P=by)(?:19|20)\d\d)(?!\.?\d)",
        readings.read_figures,
    ),
    (
        "digit month",
        rf"{_ON_DAY}{_THE}{EARLY}?(?P<d>{DAY})(?:\s+of)?[\s-]+(?:(?P<w>{WHICH})\s+)?(?P<m>{MONTH})"
        rf"(?:,?[\s-]+(?:(?:of\s+)?(?P<y>{YEAR}|\d\d(?![\d:]|\s+[a-z]))|{_OF_YEAR}))?",
        readings.read_day,
    ),
    (
        "digit month",
        rf"{_ON_DAY}{EARLY}?(?:(?P<w>{WHICH})\s+)?(?P<m>{MONTH})\s*(?:the\s+)?(?P<d>{DAY})(?!:?\d)"
        rf"(?:\s*,?\s*(?:(?P<y>{YEAR})\b|{_OF_YEAR}))?",
        readings.read_day,
    ),
    (
        "month",
        rf"(?:(?P<w>{WHICH})\s+)?(?P<m>{MONTH}),?\s+(?:(?:of\s+)?(?:(?P<y>{YEAR})|(?P<spelt>{SPELT_YEAR}))|{_OF_YEAR})",
        readings.read_month,
    ),
    ("month", rf"(?:(?P<w>{WHICH})\s+)?(?P<m>{MONTH_ALONE})", readings.read_month),
    ("weekday", rf"{EARLY}?(?:(?P<wd_w>{WHICH})\s+)?(?P<wd>{WEEKDAY}){_TOD}", readings.read_weekday),
    (
        "today",
        r"(?P<today>the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)"
        rf"|{EARLY}?(?:yesterday|today|tomorrow)(?:\s+{PART_OF_DAY})?|tonight"
        rf"|{EARLY}?(?:last|yester)\s?(?:night|evening)|(?:earlier|later)\s+in\s+the\s+day"
        rf"|{EARLY}?this\s+(?:morning|afternoon|evening|lunchtime)"
        r"|(?:in\s+)?the\s+last\s+few\s+hours|at\s+this\s+(?:time|moment)|as\s+of\s+(?:now|today))",
        readings.read_today,
    ),
    (
        "same",
        r"(?P<same>(?:the|that)\s+(?:very\s+)?(?:same|next|following|previous)\s+(?:day|morning|night"
        r"|evening|afternoon)|that\s+(?:same\s+)?(?:day|night|morning|afternoon|evening)|(?:a|one|the)\s+day"
        r"\s+(?:earlier|later|(?:before|after)(?=\s*(?:[.,;)]|\Z)))|(?:(?:an?|one|two|three|several|a\s+few)\s+)?(?:hours?|minutes?"
        r"|moments|while)\s+(?:later|earlier|(?:before|after)(?=\s*(?:[.,;)]|\Z))))",
        counted.read_same,
    ),
    (
        "same unit",
        r"(?:(?:earlier|later)\s+)?(?:the\s+same|that(?:\s+same)?|the\s+(?P<as_w>following|preceding|previous))\s+"
        r"(?P<as_unit>week|month|year)",
        counted.read_same_unit,
    ),
    ("season", rf"{_THE}(?:(?P<w>{WHICH})\s+)?(?P<season>{_SEASON_TOLD}){_YEAR_BEHIND}", readings.read_season),
    (
        "quarter",
        rf"{_THE}(?:(?:fiscal|{_AGO})\s+)?(?P<nth>{_ORDINAL})\s+(?P<part>quarter|half)(?!-){_YEAR_BEHIND}",
        readings.read_quarter,
    ),
    ("quarter", rf"(?:fiscal\s+)?(?P<nth>{_ORDINAL})-(?P<part>quarter|half)(?!-){_YEAR_BEHIND}", readings.read_quarter),
    (
        "digit quarter",
        rf"{_THE}(?P<y>{YEAR})(?:['’]s)?\s+(?P<nth>{_ORDINAL})[\s-](?P<part>quarter|half)",
        readings.read_quarter,
    ),
    ("ago", rf"(?:the\s+)?{_AGO}\s+(?:quarter|period)", counted.read_year_before),
    ("ago", _AGO, counted.read_year_before),
    (
        "quarter",
        rf"(?P<v>(?:last|this|next)\s+year)['’]s\s+(?P<nth>{_ORDINAL})[\s-](?P<part>quarter|half)",
        readings.read_quarter,
    ),
    ("holiday", rf"(?:(?P<w>{WHICH})\s+)?(?P<holiday>{HOLIDAY}){_YEAR_BEHIND}", holidays.read_holiday),
    (
        "decade",
        r"(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?:(?P<decade>(?:1[5-9]|20)\d0)['’]?s"
        r"|['’‘](?P<short>[2-9]0)s|(?<=the )(?P<named>(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies))",
        readings.read_decade,
    ),
    (
        "digit century",
        r"(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]century",
        readings.read_century,
    ),
    (
        "year",
        rf"(?:fiscal\s+)?(?:(?:the\s+year\s+)?(?P<spelt>{SPELT_YEAR})|(?<!at )(?P<year>(?:18[5-9]|19\d|20\d)\d)"
        rf"(?![,.:/]?\d|\s+{_MONEY}|%))",
        readings.read_year,
    ),
)

COUNTED: tuple[Form, ...] = (
    (
        "which century",
        r"(?:the\s+)?(?P<past_w>past|coming)\s+(?P<past_n>)(?P<past_unit>decade|century)",
        counted.read_past,
    ),
    ("which quarter", r"the\s+(?P<unit_w>latest)\s+(?P<unit>quarter|period)", counted.read_unit),
    ("unit", r"(?:the\s+)?(?P<year_end>year[\s-]end|year['’]s\s+end)", counted.read_year_end),
    (
        "count unit",
        rf"{ABOUT}?(?P<ago_n>{NUMBER})[\s-]+(?P<ago_unit>{UNIT})\s+(?P<ago_how>ago|earlier|later|before(?=[.,;)\s]*\Z|[.,;)])"
        r"|previously|from\s+now|hence)",
        counted.read_ago,
    ),
    (
        "which unit",
        rf"(?:the\s+|these\s+)?(?P<past_w>past|last|next|coming|following|recent|first)\s+"
        rf"(?P<past_n>{NUMBER})\s+(?P<past_unit>{UNIT})",
        counted.read_past,
    ),
    (
        "which unit",
        r"(?:the\s+|these\s+)?(?P<recent_w>recent|coming|past|next)\s+(?P<recent_unit>days|weeks|months|years|decades)",
        counted.read_recent,
    ),
    (
        "which unit",
        r"(?:(?:early|earlier|later?)\s+)?(?:the\s+)?(?P<unit_w>last|this|next|past|previous|coming"
        r"|following|current)\s+(?:calendar\s+|fiscal\s+)?(?P<unit>year|month|week|weekend|quarter|decade|century)",
        counted.read_unit,
    ),
    (
        "unit",
        r"(?:(?:earlier|later)\s+in\s+)?the\s+(?P<unit>year|month|week|weekend|quarter)(?!-)",
        counted.read_unit,
    ),
    ("each unit", rf"(?:every|each)\s+(?:(?P<each_n>{COUNT})\s+)?(?P<each_unit>{UNIT})", counted.read_each),
    ("vague", r"(?P<adverb>daily|weekly|monthly|yearly|hourly|nightly)", counted.read_each),
    (
        "unit",
        rf"{ABOUT}?(?:the\s+(?:(?:first|full|entire)\s+)?)?(?:{NUMBER}\s+(?:to|or)\s+)?(?P<len_n>{NUMBER})(?:\s+(?:more"
        rf"|full|consecutive|straight|additional|whole|long))?\s+(?P<len_unit>{UNIT})(?P<half>\s+and\s+a\s+half)?"
        r"(?!(?:\s+|-)old\b)",
        counted.read_length,
    ),
    ("unit", rf"(?P<len_n>{NUMBER})-(?P<len_unit>{UNIT})(?:-long)?(?!(?:\s+|-)old\b)", counted.read_length),
    (
        "unit",
        r"(?P<len_n>)(?P<len_unit>decades|years|months|weeks|days|centuries|(?<=for )hours)(?!(?:\s+|-)old\b)",
        counted.read_length,
    ),
    (
        "vague",
        r"(?P<now>(?:right\s+)?now|currently|current(?!\s+account)|nowadays|these\s+days|at\s+present)"
        r"|(?P<past>recently|recent|lately|the\s+(?:recent\s+)?past(?!\s+\w+\s+(?:of|\w+s)\b))"
        r"|(?P<future>the\s+(?:near\s+|foreseeable\s+)?future|(?<!as )soon(?!\s+as\b|er))",
        counted.read_vague,
    ),
)

TIMES: tuple[Form, ...] = (
    (
        "digit",
        rf"(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m(?:\.|(?!\w)){_ZONE}?",
        readings.read_clock,
    ),
    ("digit", rf"(?P<hour24>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![:\d]){_ZONE}?", readings.read_clock),
    (
        "digit",
        rf"(?P<hour24>[01]\d|2[0-4])[.]?(?P<minute>[0-5]\d)(?:(?:\s+hours|\s*hrs){_ZONE}?|{_ZONE}|\Z)",
        readings.read_clock,
    ),
    (
        "digit",
        r"(?:(?<=at )|(?<=around )|(?<=about )|(?<=before )|(?<=until )|(?<=by ))(?P<hour24>[01]\d|2[0-4])"
        r"(?P<minute>[0-5]\d)(?!\d|\s+[a-z]+s\b)",
        readings.read_clock,
    ),
    ("part", r"(?P<named>noon|midnight)", readings.read_clock),
    (
        "part",
        r"(?:(?:(?:early|late)\s+(?:in\s+)?)?the\s+|mid[\s-]|(?:early|late)\s+)(?P<named>morning|afternoon|evening)"
        r"|the\s+(?P<night>night)(?=\s+of\s)|\A(?:in\s+the\s+)?(?P<alone>morning|afternoon|evening)",
        readings.read_clock,
    ),
    ("part", r"overnight|(?:during|in|throughout)\s+the\s+night", readings.read_overnight),
)
