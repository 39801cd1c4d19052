"""Origins: who relays whom, copies, informants, and what is only recalled."""

from __future__ import annotations

from dragoman.merge import find_origins, merge_records
from dragoman.merge.copies import are_copies, measure_copy, sketch_report
from dragoman.merge.incidents import Incident, Member
from dragoman.merge.origins import Origin
from dragoman.records import Record
from tests.make import event, record, report, statement
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
