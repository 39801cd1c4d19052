"""The words of time as pieces of patterns, for any letter case: names of days and months, units, numbers."""

from __future__ import annotations

from dragoman.grammar.dates import MONTH_WORDS, MONTHS

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month; the north's, by the month
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
LETTERS = {"second": "S", "minute": "M", "hour": "H", "day": "D", "night": "D", "week": "W", "fortnight": "W",
           "month": "M", "quarter": "Q", "year": "Y", "decade": "Y", "century": "Y"}  # fmt: skip
TIMES = {"fortnight": 2, "decade": 10, "century": 100}  # units that ISO 8601 writes as many of a smaller one

YEAR = r"(?:1[5-9]|20)\d\d"
MONTH = rf"{MONTH_WORDS}(?![a-z])"
_ASKING = ("in", "of", "since", "until", "till", "from", "last", "next", "early", "late")
# "may" and "march" are verbs and "jan" is a name too: alone they name a month with a capital (a dot), or after a word
# that asks for one
_ASKS = r"(?:\A(?=[a-z]+\.?\Z)|" + "|".join(rf"(?<=\b{word} )" for word in _ASKING) + ")"
MONTH_ALONE = (
    r"(?:(?-i:May|March)\b|(?!may\b|march\b)(?:" + "|".join(MONTHS) + r")\b|(?!may\b|march\b)" + MONTH + r"(?<=\.)|"
    rf"{_ASKS}{MONTH})"
)
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|(?-i:(?:Mon|Tues?|Wed|Thurs?|Fri)\.))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
WHICH = r"(?:last|this|next|past|coming)"
SEASON = rf"(?:{'|'.join(SEASONS)})"
PART_OF_DAY = r"(?:morning|afternoon|evening|night|lunchtime|noon|midnight)"
UNIT = (
    r"(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds|decades?|centur(?:y|ies)|fortnights?"
    r"|(?<!-)quarters)"
)

_ONES = (
    r"(?:one|two|three|four(?:teen)?|five|six(?:teen)?|seven(?:teen)?|eight(?:een)?|nine(?:teen)?|ten|eleven|twelve"
    r"|thirteen|fifteen)"
)
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
COUNT = (
    rf"(?:(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s+1/2)?|{_TENS}(?:[\s-]{_ONES})?|{_ONES}|an?)"
    r"(?:[\s-](?:hundred|thousand|million|dozen)\b)*(?:\s+and\s+a\s+half)?|half\s+an?)"
)
VAGUE_COUNT = (
    r"(?:(?:dozens|scores|hundreds|thousands)\s+of|an?\s+(?:few|couple(?:\s+of)?|handful\s+of|number\s+of)|several"
    r"|couple\s+of|few|many|some)"
)
NUMBER = rf"(?:{VAGUE_COUNT}|{COUNT})"
ABOUT = (
    r"(?:(?:nearly|almost|about|around|roughly|approximately|some|over|under|up\s+to|at\s+least|at\s+most|exactly"
    r"|more\s+than|less\s+than|fewer\s+than|no\s+more\s+than|no\s+less\s+than|just\s+over|just\s+under)\s+)"
)
EARLY = r"(?:(?:early|late|later|earlier|mid)(?:\s+(?:on|in))?(?:\s+the)?[\s-]+)"
SPELT_YEAR = (
    rf"(?:(?:eighteen|nineteen|twenty)\s+{_TENS}(?:[\s-]{_ONES})?|(?:eighteen|nineteen)\s+(?:hundred|{_ONES})"
    rf"|two\s+thousand(?:\s+(?:and\s+)?{_ONES})?)"
)
HOLIDAY = (
    r"(?<!orthodox )(?<!coptic )(?:christmas(?:\s+(?:eve|day))?|boxing\s+day"
    r"|new\s+year['’]?s\s+(?:eve|day)|good\s+friday|easter(?:\s+monday)?"
    r"(?:\s+sunday)?|palm\s+sunday|thanksgiving(?:\s+day)?|halloween|bastille\s+day"
    r"|(?:the\s+)?fourth\s+of\s+july|may\s+day|martin\s+luther\s+king\s+day|veterans\s+day"
    r"|valentine['’]?s\s+day)"
)

# A form is tried only on sentences that hold a word of each kind it needs, which saves most of the time.
HINTS: dict[str, tuple[str, ...]] = {
    "ago": ("ago", "earlier"),
    "century": ("century", "decade"),
    "count": ("ago", "after", "before", "earlier", "following", "from", "hence", "later", "previously", "prior",
              "since", "wake"),
    "decade": ("0s", "0's", "0’s", "ties"),
    "digit": tuple("0123456789"),
    "each": ("every", "each"),
    "far": ("far",),
    "from": ("from", "between"),
    "holiday": ("christmas", "boxing", "new", "friday", "easter", "palm", "thanksg", "hallow", "bastille", "fourth",
                "may", "luther", "veterans", "valentine"),
    "month": tuple(month[:3] for month in MONTHS),
    "named": ("9/11", "world"),
    "part": ("noon", "midnight", "morning", "evening", "night"),
    "quarter": ("quarter", "half", "period"),
    "same": ("same", "next", "following", "preceding", "previous", "that", "earlier", "later", "before", "after"),
    "season": ("spring", "summer", "autumn", "fall", "winter"),
    "since": ("since",),
    "today": ("day", "morrow", "night", "evening", "morning", "afternoon", "lunchtime", "hours", "this", "as"),
    "unit": ("year", "month", "week", "day", "night", "hour", "minute", "moment", "while", "second", "decade", "centur",
             "quarter"),
    "vague": ("now", "current", "these", "present", "recent", "past", "future", "soon", "ly"),
    "weekday": ("day", "mon.", "tue", "wed.", "thu", "fri."),
    "which": ("past", "last", "latest", "next", "coming", "following", "recent", "first", "this", "previous",
              "current"),
    "year": (*"0123456789", "thousand", "teen", "twenty"),
}  # fmt: skip
