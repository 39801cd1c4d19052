"""Made-up reports with hand-made records, for the tests of merge: two bombings of one city, one far away."""

from __future__ import annotations

from typing import Any

from dragoman.records import Place, Record
from tests.make import actor, event, record, spans, statement

NAKURU = {"name": "Nakuru", "country": "KEN", "id": "geonames:1", "lat": -0.3, "lon": 36.07, "precision": 1}
LAMU = {"name": "Lamu", "country": "KEN", "id": "geonames:2", "lat": -2.27, "lon": 40.9, "precision": 1}


def place(text: str, words: str, known: dict[str, Any]) -> Place:
    """A place of the table above, at its words in the text."""
    return Place(**known, spellings=(words,), spans=spans(text, words))


FIRST = "A bomb exploded at the grain market of Nakuru on Monday. Fourteen people died, Globe Press said."
SECOND = "Fourteen died when a blast hit the grain market in Nakuru on Monday, the agency Globe Press reports."
LATER = "A bomb exploded at the bus park of Nakuru on Friday and killed 5. On Monday the grain market was bombed."
FAR = "A bomb exploded at the harbour of Lamu on Monday. Fourteen fishermen died."


def first(**fields: Any) -> Record:
    """The first report: a bombing on 2 March, by an agency."""
    told: dict[str, Any] = {"place": "Nakuru", "date": "2015-03-02", "killed": (14, 14), "modes": ("explosives",)}
    return record(
        FIRST,
        events=[event(FIRST, "exploded", **{**told, **fields})],
        places=[place(FIRST, "Nakuru", NAKURU)],
        id="first",
        publisher="Globe Press",
        published="2015-03-02",
    )


def second(**fields: Any) -> Record:
    """A paper that has the same from the agency."""
    told: dict[str, Any] = {"place": "Nakuru", "date": "2015-03-02", "killed": (14, 14), "modes": ("explosives",)}
    return record(
        SECOND,
        events=[event(SECOND, "blast", **{**told, **fields})],
        places=[place(SECOND, "Nakuru", NAKURU)],
        actors=[actor("Globe Press", kind="media")],
        statements=[statement(SECOND, "s1", "reports", SECOND[:68], source="Globe Press")],
        id="second",
        publisher="The Morning Lamp",
        published="2015-03-03",
    )


def later() -> Record:
    """Another bombing of the city four days after, which recalls the first."""
    told: dict[str, Any] = {"place": spans(LATER, "Nakuru"), "modes": ("explosives",)}
    return record(
        LATER,
        events=[
            event(LATER, "exploded", **told, date="2015-03-06", killed=(5, 5)),
            event(LATER, "bombed", **told, date="2015-03-02"),
        ],
        places=[place(LATER, "Nakuru", NAKURU)],
        id="later",
        publisher="Coast Radio",
        published="2015-03-06",
    )


def far() -> Record:
    """A bombing on the day of the first one, 600 km away."""
    told: dict[str, Any] = {"place": "Lamu", "date": "2015-03-02", "killed": (14, 14), "modes": ("explosives",)}
    return record(
        FAR,
        events=[event(FAR, "exploded", **told)],
        places=[place(FAR, "Lamu", LAMU)],
        id="far",
        publisher="Coast Radio",
        published="2015-03-03",
    )
