"""A situation from hand-made reports: three of one bombing (two of one agency), two of others, and a hostile one.

No model is needed: the records are made by hand, the rest is the product.
"""

from __future__ import annotations

from pathlib import Path

from dragoman.records import Record
from dragoman.situation import Situation
from tests.make import actor, event, record, span, statement
from tests.merge.wires import NAKURU, far, first, later, place, second

TOWN = (
    "Eighteen people were killed by the bomb that the Black Hand set off at the grain market in Nakuru on Monday, the "
    "mayor said."
)
# Everything that a page or a terminal must not take at its word.
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='x' \u202egnp\x1b[31m &lt;b&gt;"
EVIL = f"{HOSTILE} bombed {HOSTILE} in Lamu on Tuesday, {HOSTILE} said."


def town() -> Record:
    """A third paper with another figure, a doer and a source of its own."""
    told = event(
        TOWN,
        "set off",
        modes=("explosives",),
        actor="the Black Hand",
        recipient="Eighteen people",
        place="Nakuru",
        time="on Monday",
        date="2015-03-02",
        killed=(18, 18),
        count_words={"killed": span(TOWN, "Eighteen people")},
        responsibility="stated",
        said_by=("s1",),
    )
    return record(
        TOWN,
        events=[told],
        places=[place(TOWN, "Nakuru", NAKURU)],
        actors=[actor("Black Hand", "the Black Hand")],
        statements=[statement(TOWN, "s1", "said", TOWN[:110], source="the mayor")],
        id="town",
        title="Mayor counts the dead",
        publisher="Town Crier",
        published="2015-03-04",
        url="https://crier.example/mayor",
    )


def evil() -> Record:
    """A report that tries to break out of whatever it is put into, in every field that is free text."""
    told = event(
        EVIL,
        span(EVIL, "bombed"),
        actor=span(EVIL, HOSTILE),
        recipient=span(EVIL, HOSTILE, 1),
        place="Lamu",
        date="2015-03-10",
        said_by=("s1",),
    )
    return record(
        EVIL,
        events=[told],
        actors=[actor(HOSTILE)],
        statements=[statement(EVIL, "s1", "said", EVIL[:40], source=span(EVIL, HOSTILE, 2))],
        id=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        published="2015-03-10",
        url="javascript:alert(3)",
    )


def build_situation(path: Path) -> Path:
    """The situation in a file."""
    with Situation.open(path, create=True) as made:
        made.add_records([first(), second(), town(), later(), far(), evil()])
    return path
