"""`dragoman dates`: what words of time mean, and against which day they were read."""

from __future__ import annotations

import click
from msgspec import Struct

from dragoman.grammar.moments import Clock, Moment
from dragoman.grammar.times import find_times
from dragoman.show.candidates import VIEWS, Candidate, print_answer, print_candidates, print_lines
from dragoman.show.cli.read import check_date


class ReadTime(Struct, frozen=True, kw_only=True):
    """One expression of time: its words, its date (None where it has none), and why."""

    words: str
    date: str | None
    why: str
    unit: str
    time: str
    length: str
    repeats: bool
    vague: str


class ReadTimes(Struct, frozen=True, kw_only=True):
    """All expressions of time in some words."""

    query: str
    published: str | None
    times: tuple[ReadTime, ...]


@click.command()
@click.argument("queries", metavar="QUERY...", nargs=-1, required=True)
@click.option("--published", metavar="DATE", help="The date of publication: 2020-01-12, 2020-01 or 2020.")
@click.option("--told", metavar="DATE", help="The day that the report told before: “the next day” counts from it.")
@click.option("--ahead", is_flag=True, help="Of what is planned: week days and months lie ahead.")
@click.option("--format", "form", type=click.Choice(VIEWS), default="table", show_default=True, help="What to write.")
def dates(queries: tuple[str, ...], published: str | None, told: str | None, ahead: bool, form: str) -> None:
    """Show what words of time mean: day, month, year or range, and what they were read against.

    The words are read as `dragoman read` reads the time of an event. A date stays empty where the words force none, or
    where they count from something that is not told: the day of publication, a day told before, another event.

    \b
    Examples:
      dragoman dates "two days after Tuesday" --published 2020-01-12
      dragoman dates "last November" "since 2014" "overnight" --published 2020-01-12
      dragoman dates "the next day" --told 2019-12-27
      dragoman dates "on Friday" --published 2020-01-12 --ahead
    """
    check_date(published)
    check_date(told, "--told")
    clock = Clock(published, told if told and len(told) == 10 else None, ahead, told)
    found = [
        ReadTimes(
            query=query, published=published, times=tuple(_read(query, m, clock) for m in find_times(query, clock))
        )
        for query in queries
    ]
    if form == "jsonl":
        print_lines(found)
        return
    for each in found:
        answers = [f"is {time.date}" for time in each.times if time.date]
        why = "; ".join(time.why for time in each.times) or "no expression of time is known in these words"
        print_answer(each.query, answers, why, [f"report of {published or 'an unknown day'}"])
        print_candidates(_show(time) for time in each.times if len(each.times) > 1)


def _show(time: ReadTime) -> Candidate:
    facts = (time.date or "no date", time.unit, time.time.removeprefix("T"), time.length)
    return Candidate(time.date is not None, "", time.words, facts, time.why)


def _read(query: str, moment: Moment, clock: Clock) -> ReadTime:
    return ReadTime(
        words=query[moment.start : moment.end],
        date=moment.value,
        why=_tell_why(moment, clock),
        unit=moment.unit,
        time=moment.time,
        length=moment.length,
        repeats=moment.repeats,
        vague=moment.vague,
    )


def _tell_why(moment: Moment, clock: Clock) -> str:
    """What the words were read against, or what is missing."""
    against = {
        "published": f"read against {clock.published}, the date of publication",
        "focus": f"read against {clock.focus or clock.told}, the day told before (--told)",
        "itself": "the words tell it in full",
    }
    if moment.value:
        return against.get(moment.against, "read against another event")
    if moment.event:
        side = "before" if moment.shift < 0 else "after"
        days = (
            f"{abs(moment.shift)} day{'' if abs(moment.shift) == 1 else 's'} {side}" if moment.shift else "the day of"
        )
        lasting = ", up to the publication" if moment.lasting else ""
        return f"{days} “{moment.event}”{lasting}: the date of that event in the report"
    if moment.repeats:
        return "what comes again and again has no date"
    if moment.vague:
        return f"the words say no more than “{moment.vague}”"
    if moment.length:
        return "a length of time has no date"
    missing = {"published": "--published", "focus": "--told"}.get(moment.against, "--published")
    return f"counted from a day that is not told ({missing})"
