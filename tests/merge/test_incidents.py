"""Which events are one incident: joined with reasons, told apart, the same whatever the order."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.made.stories import read_stories
from dragoman.incidents import Incident, Judgement
from dragoman.merge import merge_records
from dragoman.records import Record
from tests.make import event, record
from tests.merge.wires import far, first, later, second

WIRE = [first(), second(), later(), far()]


def groups(incidents: tuple[Incident, ...]) -> set[frozenset[tuple[str, str]]]:
    return {frozenset((m.report, m.event) for m in incident.members) for incident in incidents}


def incident_of(report: Record, incidents: tuple[Incident, ...], nth: int = 0) -> Incident:
    key = (report.id, report.events[nth].id)
    return next(i for i in incidents if key in {(m.report, m.event) for m in i.members})


def test_two_reports_of_one_bombing_are_one_incident_and_say_why() -> None:
    incidents = merge_records(WIRE)
    found = incident_of(WIRE[0], incidents)
    assert found is incident_of(WIRE[1], incidents)
    told = " ".join(why for join in found.joins for why in join.why)
    assert "both on 2015-03-02" in told or "both in Nakuru" in told or "14 killed in both" in told


def test_two_bombings_of_one_city_stay_apart_though_one_report_tells_both() -> None:
    incidents = merge_records(WIRE)
    assert incident_of(WIRE[2], incidents) is not incident_of(WIRE[0], incidents)
    assert incident_of(WIRE[2], incidents, 1) is incident_of(WIRE[0], incidents)


def test_same_day_and_toll_do_not_join_what_lies_far_apart() -> None:
    assert len(incident_of(WIRE[3], merge_records(WIRE)).members) == 1


def test_what_a_report_only_recalls_is_a_member_that_says_so() -> None:
    found = incident_of(WIRE[2], merge_records(WIRE), 1)
    recalled = {member.report: member.recalled for member in found.members}
    assert recalled["first"] is None
    assert recalled["later"] is not None and "before" in recalled["later"]


@settings(max_examples=20, deadline=None)
@given(st.permutations(WIRE))
def test_order_of_reports_changes_nothing(records: list[Record]) -> None:
    assert merge_records(records) == merge_records(WIRE)


def test_every_event_stands_in_one_incident() -> None:
    keys = [(m.report, m.event) for incident in merge_records(WIRE) for m in incident.members]
    assert sorted(keys) == sorted((r.id, e.id) for r in WIRE for e in r.events)


def judge(left: Record, right: Record, *, same: bool) -> Judgement:
    keys = [(each.id, each.events[0].id) for each in (left, right)]
    return Judgement(left=keys[0], right=keys[1], same=same, by="ada", why=("read both",))


def test_a_persons_judgement_holds_against_the_score() -> None:
    apart = merge_records(WIRE, [judge(WIRE[0], WIRE[1], same=False)])
    assert incident_of(WIRE[0], apart) is not incident_of(WIRE[1], apart)
    joined = merge_records(WIRE, [judge(WIRE[0], WIRE[3], same=True)])
    assert incident_of(WIRE[0], joined) is incident_of(WIRE[3], joined)


def test_judgement_about_an_event_that_is_not_there_changes_nothing() -> None:
    stray = Judgement(left=("gone", "e"), right=("first", WIRE[0].events[0].id), same=True, by="ada", why=())
    assert merge_records(WIRE, [stray]) == merge_records(WIRE)


def test_reports_about_nothing_in_common_are_not_compared_into_one() -> None:
    text = "The parliaments of Peru and Chile signed a treaty on fishing in Lima."
    treaty = record(text, events=[event(text, "signed", "SUPPORT")], id="treaty", published="2015-03-02")
    assert len(groups(merge_records([WIRE[0], treaty]))) == 2


def test_no_records_give_no_incidents() -> None:
    assert merge_records([]) == ()


def test_stories_mark_words_that_stand_in_their_text() -> None:
    stories = read_stories()
    marked = [story.text[m.start : m.end] for story in stories for m in story.mentions]
    assert len({story.id for story in stories}) == len(stories) > 50
    assert marked and all(words.strip() and "[" not in words for words in marked)
