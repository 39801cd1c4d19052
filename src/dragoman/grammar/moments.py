"""The values of the grammar of time: what words are read against, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

Part = Mapping[str, str | None]  # the named groups of a match


class Clock(Struct, frozen=True):
    """What words of time are read against.

    `published` is the date of the report (day, month or year), `focus` the day that the text speaks of, `told`
    the last date told in it (of any grain), `period` the quarter it speaks of (as a range); `ahead` is true of what
    lies ahead.
    """

    published: str | None
    focus: str | None = None
    ahead: bool = False
    told: str | None = None
    period: str | None = None


class Reading(Struct, frozen=True):
    """What an expression of time means.

    `value` is an ISO day, month or year, or a range of two with a slash; None where it cannot be told.
    `against` is what it was read against: "itself", "published", "focus" or "event".
    `unit` is what the words count in, where the value alone does not show it: "week", "weekend", "quarter", "half",
    "season", "year" (of its first or last month), "decade", "century".
    `time` is the time of day: "T22:30", or "TMO", "TAF", "TEV", "TNI" (TimeML 1.2.1, section 2.2.1); `bare` is true
    where the words tell a time of day and no day.
    `length` is an ISO 8601 duration, with X for a number that is not told ("PXD": "several days").
    `repeats` is true of what comes again and again ("every day"); `vague` is "now", "past" or "future" where the
    words tell no more than that.
    `event` holds the words of the event that is counted from ("the raid" of "two days after the raid"), and
    `shift` the days to add; `lasting` is true where it goes on to the publication ("since the raid").
    """

    value: str | None
    against: str = "published"
    unit: str = ""
    time: str = ""
    bare: bool = False
    length: str = ""
    repeats: bool = False
    vague: str = ""
    event: str | None = None
    shift: int = 0
    lasting: bool = False


class Moment(Reading, frozen=True):
    """A reading with its place: the expression stands at [start, end) of the text, in code points."""

    start: int = 0
    end: int = 0
