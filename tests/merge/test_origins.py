"""Origins: who relays whom, copies, informants, and what is only recalled."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dragoman.incidents import Incident, Member, Origin
from dragoman.merge import find_origins, merge_records
from dragoman.merge.copies import are_copies, measure_copy, sketch_report
from dragoman.records import Record
from tests.make import event, record, report, sentences, statement
from tests.merge.wires import first, later, second

LONG = (
    "The ferry left the old pier shortly after nine with some forty passengers and a load of cement for the new "
    "school. Fishermen saw smoke over the stern before they heard the bang that broke her in two."
)
OTHER = "A minister opened the bridge over the river in front of a small crowd, and nobody spoke of the costs at all."


def origins_of(*records: Record) -> tuple[Origin, ...]:
    members = [Member(report=r.id, event=r.events[0].id) for r in records]
    return find_origins(Incident(id="i", members=tuple(members)), {r.id: r for r in records})


def told(id: str, text: str, trigger: str, source: str, cue: str, publisher: str) -> Record:
    content = text[: text.index(",")]
    return record(
        text,
        events=[event(text, trigger, said_by=("s1",), killed=(9, 9))],
        statements=[statement(text, "s1", cue, content, source=source)],
        id=id,
        publisher=publisher,
        published="2016-01-05",
    )


def test_paper_that_relays_the_agency_shares_its_origin() -> None:
    [origin] = origins_of(first(), second())
    assert len(origin.members) == 2
    assert origin.why == ("The Morning Lamp relays Globe Press",)


def test_same_informant_with_the_same_figure_is_one_origin() -> None:
    one = told("a", "A mine killed 9 men, the roads ministry said.", "killed", "the roads ministry", "said", "Dagens")
    two = told("b", "Nine died on a mine, says the roads ministry.", "died", "the roads ministry", "says", "Le Phare")
    [origin] = origins_of(one, two)
    assert "the roads ministry" in origin.why[0]
    assert origin.name.startswith("roads ministry")


def test_two_informants_are_two_origins() -> None:
    one = told("a", "A mine killed 9 men, the roads ministry said.", "killed", "the roads ministry", "said", "Dagens")
    two = told("b", "Nine died on a mine, says the lorry union.", "died", "the lorry union", "says", "Le Phare")
    assert len(origins_of(one, two)) == 2


def test_recalled_events_are_no_origin_of_their_own() -> None:
    records = [first(), second(), later()]
    incident = next(i for i in merge_records(records) if len(i.members) == 3)
    origins = find_origins(incident, {r.id: r for r in records})
    assert [origin.recalled for origin in origins] == [False, True]


def test_copy_with_cuts_is_a_copy_and_another_text_is_not() -> None:
    whole, cut = sketch_report(report(LONG)), sketch_report(report(LONG[LONG.index("Fishermen") :] + " " + OTHER))
    assert are_copies(whole, cut)
    assert not are_copies(whole, sketch_report(report(OTHER)))
    assert measure_copy(whole, whole) == 1.0


def test_text_too_short_for_a_run_of_words_is_nobodys_copy() -> None:
    assert measure_copy(sketch_report(report("Rain.")), sketch_report(report("Rain."))) == 0.0


PRESS = "Globe Press"


def news(id: str, text: str, trigger: str, quoted: Sequence[tuple[str, str]], **fields: Any) -> Record:
    """A report whose statements are (source, cue): each tells the sentence that it stands in."""
    said = []
    for number, (source, cue) in enumerate(quoted):
        around = next(s for s in sentences(text) if text.find(cue) in range(s.start, s.end))
        said.append(statement(text, f"s{number}", cue, text[around.start : around.end], source=source))
    given: dict[str, Any] = {"publisher": id.title() + " Mail", "published": "2016-01-05", **fields}
    return record(text, events=[event(text, trigger, said_by=("s0",) if said else ())], statements=said, id=id, **given)


BASE = news("a", "A barge sank at Oro. A docker told Globe Press that it took 12 hours.", "sank", (), publisher=PRESS)


@pytest.mark.parametrize(
    ("text", "quoted", "why"),
    [
        ("A barge sank at Oro, according to Globe Press.", (), "B Mail relays Globe Press"),
        ("(Globe Press) A barge sank at Oro.", (), "B Mail relays Globe Press"),
        ("A barge sank at Oro, Globe Press reported.", (), "B Mail relays Globe Press"),
        ("A barge sank at Oro, news agencies reported.", (), "B Mail credits agencies, and Globe Press is one"),
        (
            "A barge sank at Oro. The harbour office of Globe Press is closed, a bailiff said.",
            (("a bailiff", "said"),),
            None,
        ),
        ("Our reporter saw how a barge sank at Oro. Globe Press said so too.", (), None),
        ("A barge sank at Oro, Globe Press reported. Ines Caro said she saw it.", (("Ines Caro", "said"),), None),
    ],
)
def test_relay_is_told_by_words_of_credit(text: str, quoted: Sequence[tuple[str, str]], why: str | None) -> None:
    origins = origins_of(BASE, news("b", text, "sank", quoted))
    assert [origin.why for origin in origins if origin.why] == ([(why,)] if why else [])


def test_nobody_relays_what_was_published_later() -> None:
    early = news("b", "A barge sank at Oro, according to Globe Press.", "sank", (), published="2016-01-02")
    assert len(origins_of(BASE, early)) == 2


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        ("{Jan Orsov} said the barge sank with 40 tons.", "The barge sank with 40 tons, {mayor Orsov} said.", True),
        ("{Jan Orsov} said the barge sank with 40 tons.", "{Ines Orsov} said the barge sank with 40 tons.", False),
        ("{Jan Orsov} said it sank.", "Sad that it sank, {Jan Orsov} said, wanting cranes, pilots, money.", False),
        ("{The river ministry} said the barge sank, rusty.", "The rusty barge sank, {ministry of rivers} said.", True),
        (
            "The barge sank with 40 tons, {the port ministry} said.",
            "It sank (40 t), {the tax ministry} said.",
            False,
        ),
        ("It sank with 40 tons, {Ruritanian dockers} said.", "40 tons sank, {Ruritanian pilots} said.", False),
        ("The rusty barge sank, {a witness} said.", "Rusty, the barge sank, {a resident} said.", False),
    ],
)
def test_informant_behind_both_must_be_the_same_and_say_the_same(one: str, two: str, shared: bool) -> None:
    told = []
    for id, text in (("a", one), ("b", two)):
        source = text[text.index("{") + 1 : text.index("}")]
        told.append(news(id, text.replace("{", "").replace("}", ""), "sank", ((source, "said"),)))
    assert (len(origins_of(*told)) == 1) is shared


def test_same_court_papers_are_one_origin() -> None:
    origins = origins_of(
        news("a", "The captain sank the barge, according to court papers.", "sank", ()),
        news("b", "Court documents show who sank the barge.", "sank", ()),
    )
    assert [origin.why for origin in origins] == [("both go by the same court documents or pictures",)]


def test_third_report_does_not_bridge_two_that_are_told_apart() -> None:
    one = news("a", "The barge sank with 40 tons, Jan Orsov said.", "sank", (("Jan Orsov", "said"),))
    two = news("b", "The barge sank with 40 tons, Ines Caro said.", "sank", (("Ines Caro", "said"),))
    both = news(
        "c",
        "The barge sank with 40 tons, Jan Orsov and Ines Caro said.",
        "sank",
        (("Jan Orsov and Ines Caro", "said"),),
    )
    assert sorted(len(origin.members) for origin in origins_of(one, two, both)) == [1, 2]


def test_order_of_the_members_changes_nothing() -> None:
    records = [BASE, news("b", "A barge sank at Oro, according to Globe Press.", "sank", ()), first()]
    told = [{o.members for o in origins_of(*order)} for order in (records, records[::-1])]
    assert told[0] == told[1]
