"""What reports of one incident say that cannot all be true."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.incidents import Conflict, Incident, Member
from dragoman.merge import find_conflicts
from dragoman.merge.claims import list_claims
from dragoman.merge.model import open_model
from dragoman.merge.tellings import describe_record
from dragoman.merge.tolls import find_toll
from dragoman.records import Count, Record
from dragoman.terms import CountKind
from tests.make import actor, event, record, statement
from tests.merge.wires import first, second


def conflicts_of(*records: Record) -> list[Conflict]:
    members = tuple(Member(report=r.id, event=r.events[0].id) for r in records)
    tellings = {t.key: t for r in records for t in describe_record(r, open_model().rarity)}
    return list(find_conflicts(Incident(id="i", members=members), {r.id: r for r in records}, tellings))


def blamed(id: str, text: str, *groups: str) -> Record:
    return record(text, events=[event(text, "attack")], actors=[actor(name) for name in groups], id=id)


def test_figures_that_share_no_number_are_shown_with_their_words() -> None:
    [conflict] = conflicts_of(first(), second(killed=(17, None), count_words={"killed": "Fourteen"}))
    assert (conflict.field, conflict.left.value, conflict.right.value) == ("killed", "14", "at least 17")
    assert conflict.right.words.text == "Fourteen"
    assert conflict.why == "14 and at least 17 killed share no number"


@pytest.mark.parametrize("killed", [(14, 14), (10, None), (None, 20)])
def test_figures_that_share_a_number_are_no_conflict(killed: tuple[int | None, int | None]) -> None:
    assert conflicts_of(first(), second(killed=killed)) == []


def test_claim_against_denial_of_the_same_group() -> None:
    one = blamed("a", "The Owl Front claimed responsibility for the attack.", "Owl Front")
    two = blamed("b", "After the attack the Owl Front denied any involvement.", "Owl Front")
    [conflict] = conflicts_of(one, two)
    assert conflict.field == "responsibility"
    assert conflict.why == "Owl Front denies what another report gives to it (claimed)"


def test_two_groups_for_one_deed() -> None:
    one = blamed("a", "The Owl Front claimed the attack.", "Owl Front")
    two = blamed("b", "After the attack ministers blamed the Reed Party.", "Reed Party")
    assert [c.why for c in conflicts_of(one, two)] == ["Owl Front (claimed) and Reed Party (accused) for one deed"]


def test_one_group_named_twice_is_no_conflict() -> None:
    one = blamed("a", "The Owl Front claimed the attack.", "Owl Front")
    two = blamed("b", "After the attack ministers blamed the Owl Front.", "Owl Front")
    assert conflicts_of(one, two) == []


def test_report_does_not_contradict_itself_across_reports() -> None:
    text = "The Owl Front claimed the attack, but ministers blamed the Reed Party."
    assert conflicts_of(blamed("a", text, "Owl Front", "Reed Party")) == []


def test_claims_are_read_from_the_sentences_about_the_event() -> None:
    text = "The attack was at noon. The Owl Front said it was behind it; police suspect the Reed Party."
    found = list(list_claims(event(text, "attack"), blamed("a", text, "Owl Front", "Reed Party")))
    assert not found  # another event of another record: nothing in this one is about it
    own = blamed("a", text, "Owl Front", "Reed Party")
    assert {(c.kind.value, c.who) for c in list_claims(own.events[0], own)} == {
        ("claimed", "Owl Front"),
        ("accused", "Reed Party"),
    }


def test_done_against_not_done() -> None:
    [conflict] = conflicts_of(first(), done_not("second"))
    assert (conflict.field, conflict.left.value, conflict.right.value) == ("status", "actual", "negated")


def done_not(id: str) -> Record:
    text = "No bomb exploded at the market, the mayor insists."
    return record(text, events=[event(text, "exploded", status="negated")], id=id, published="2015-03-03")


def denied(text: str, **fields: Any) -> Record:
    said = statement(text, "s1", "denied", text[text.index("denied") + 7 : -1], source="The army", stance="deny")
    events = [event(text, "exploded", said_by=("s1",), **fields)]
    return record(text, events=events, statements=[said], id="second", published="2015-03-03")


def test_done_against_denied_shows_the_denial_and_its_chain() -> None:
    [conflict] = conflicts_of(first(), denied("The army denied that its bomb exploded at the market."))
    assert (conflict.field, conflict.left.value, conflict.right.value) == ("status", "actual", "denied")
    assert (conflict.right.words.text, conflict.right.said_by) == ("denied", ("s1",))


def test_who_denies_only_its_own_part_does_not_deny_the_deed() -> None:
    text = "The army denied any part in the bomb that exploded at the market."
    assert [c.field for c in conflicts_of(first(), denied(text, responsibility="denied"))] == []


def test_part_of_a_toll_is_no_conflict_with_the_whole() -> None:
    text = "The bomb that exploded killed many, including two children."
    part = event(text, "exploded", killed=(2, 2), count_words={"killed": "two children"})
    assert conflicts_of(first(), record(text, events=[part], id="second", published="2015-03-03")) == []


def test_days_that_do_not_fit() -> None:
    found = conflicts_of(first(), second(date="2015-02-28"))
    assert [(c.field, c.left.value, c.right.value) for c in found] == [("date", "2015-03-02", "2015-02-28")]


def test_figure_that_stands_apart_belongs_to_the_nearest_act_of_force() -> None:
    text = "A bomb exploded in the yard. The guards ran. Nine people were killed and four taken to hospital."
    one = record(text, events=[event(text, "exploded")])
    killed = find_toll(one.events[0], one, CountKind.KILLED)
    assert killed is not None and killed.count == Count(9, 9)
    assert text[killed.words.start : killed.words.end] == killed.words.text


@pytest.mark.parametrize("status", ["future", "hypothetical", "negated", "unclear"])
def test_what_did_not_surely_happen_has_no_figure(status: str) -> None:
    text = "A bomb will explode. Nine people were killed elsewhere."
    one = record(text, events=[event(text, "explode", status=status, killed=(9, 9))])
    assert find_toll(one.events[0], one, CountKind.KILLED) is None
