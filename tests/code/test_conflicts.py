"""Which statements cannot both be true, and which differ without contradiction."""

from __future__ import annotations

from dragoman.code.conflicts import find_conflicts
from tests.make import event, report, span, statement


def test_denial_of_the_same_deed_by_another_is_a_conflict_with_a_reason():
    text = "The union said the factory in Brno will close in May. The owner denied that the Brno factory is to close."
    said = statement(text, "S1", "said", "the factory in Brno will close in May", source="The union")
    denied = statement(text, "S2", "denied", "that the Brno factory is to close", source="The owner", stance="deny")
    ((left, right, why),) = find_conflicts(report(text), [said, denied], [])
    assert (left, right) == ("S1", "S2")
    assert "The owner denies what The union says" in why
    assert "brno" in why


def test_departure_and_leaving_are_one_act():
    text = (
        "A memo confirmed the departure of troops from Malta. "
        "The envoy said no one decided on leaving Malta with troops."
    )
    memo = statement(text, "S1", "confirmed", "the departure of troops from Malta", source="A memo")
    denied = statement(
        text, "S2", "said", "no one decided on leaving Malta with troops", source="The envoy", stance="deny"
    )
    assert [row[:2] for row in find_conflicts(report(text), [memo, denied], [])] == [("S1", "S2")]


def test_denial_that_relays_the_claim_is_a_conflict_with_it():
    text = "The mayor denied reports that the dam broke."
    denied = statement(text, "S1", "denied", "reports that the dam broke", source="The mayor", stance="deny")
    relayed = statement(text, "S2", "reports", "that the dam broke", via="S1")
    assert [row[:2] for row in find_conflicts(report(text), [denied, relayed], [])] == [("S1", "S2")]


def test_denial_of_the_claims_answers_the_last_claim():
    text = "Fishermen claimed the harbour was mined. The navy denied the claims."
    claim = statement(text, "S1", "claimed", "the harbour was mined", source="Fishermen")
    denied = statement(text, "S2", "denied", "the claims", source="The navy", stance="deny")
    ((_, _, why),) = find_conflicts(report(text), [claim, denied], [])
    assert "answers Fishermen" in why


def test_own_denial_and_other_matters_are_no_conflict():
    text = (
        "The mayor said the dam broke. The mayor denied that the dam broke at night. The bishop denied he will resign."
    )
    said = statement(text, "S1", "said", "the dam broke", source="The mayor")
    own = statement(text, "S2", "denied", "that the dam broke at night", source="The mayor", stance="deny")
    other = statement(text, "S3", "denied", "he will resign", source="The bishop", stance="deny")
    assert find_conflicts(report(text), [said, own, other], []) == ()


TOLLS = "Police said {} people were killed in Gera. Medics said {} people were killed in Gera."


def tolls(first: str, second: str, second_source: str = "Medics") -> tuple[tuple[str, str, str], ...]:
    text = TOLLS.format(first, second).replace("Medics", second_source)
    one, two = f"{first} people were killed in Gera", f"{second} people were killed in Gera"
    rows = [
        statement(text, "S1", "said", one, source="Police"),
        statement(text, "S2", "said", two, source=second_source),
    ]
    events = [
        event(text, "killed", place="Gera", date="2021-03-04", said_by=("S1",)),
        event(text, [span(text, "killed", 1)], place="Gera", date="2021-03-04", said_by=("S2",)),
    ]
    return find_conflicts(report(text), rows, events)


def test_tolls_that_do_not_fit_are_a_conflict():
    ((left, right, why),) = tolls("five", "seven")
    assert (left, right) == ("S1", "S2")
    assert "five people were killed" in why
    assert "seven people were killed" in why


def test_tolls_that_fit_are_none():
    assert tolls("at least five", "seven") == ()


def test_updated_toll_of_the_same_source_is_none():
    assert tolls("five", "seven", second_source="The police") == ()


def test_tolls_of_other_days_are_none():
    text = "Police said five people were killed in Gera. Medics said two people were killed in Gera."
    rows = [
        statement(text, "S1", "said", "five people were killed in Gera", source="Police"),
        statement(text, "S2", "said", "two people were killed in Gera", source="Medics"),
    ]
    events = [
        event(text, "killed", place="Gera", date="2021-03-04", said_by=("S1",)),
        event(text, [span(text, "killed", 1)], place="Gera", date="2021-05-09", said_by=("S2",)),
    ]
    assert find_conflicts(report(text), rows, events) == ()


def test_two_doers_named_by_two_sources_are_a_conflict():
    text = (
        "The governor blamed smugglers for the attack on Vaduz. "
        "Opposition leaders blamed soldiers for the attack on Vaduz."
    )
    rows = [
        statement(text, "S1", "blamed", "smugglers for the attack on Vaduz", source="The governor"),
        statement(text, "S2", "blamed", "soldiers for the attack on Vaduz", source="Opposition leaders"),
    ]
    events = [
        event(text, "attack", actor="smugglers", place="Vaduz", date="2020-02-02", said_by=("S1",)),
        event(text, [span(text, "attack", 1)], actor="soldiers", place="Vaduz", date="2020-02-02", said_by=("S2",)),
    ]
    ((_, _, why),) = find_conflicts(report(text), rows, events)
    assert "smugglers" in why
    assert "soldiers" in why


def test_accused_who_denies_is_in_conflict_with_the_accuser():
    text = "The judge accused the Rovers of the arson. The Rovers denied any involvement."
    rows = [
        statement(text, "S1", "accused", "the Rovers of the arson", source="The judge"),
        statement(text, "S2", "denied", "any involvement", source="The Rovers", stance="deny"),
    ]
    assert [row[:2] for row in find_conflicts(report(text), rows, [])] == [("S1", "S2")]


def test_no_statements_give_no_conflicts():
    assert find_conflicts(report("Rain fell."), [], []) == ()


def test_a_plain_no_decision_answers_what_another_source_says_is_decided() -> None:
    text = (
        "A memo signed by Colonel Voss confirms the departure of the garrison from Kalo. "
        "Defence Minister Hale stated that no decision was made on leaving Kalo with the garrison."
    )
    memo = statement(text, "s1", "confirms", "the departure of the garrison from Kalo", source="Colonel Voss")
    hale = statement(
        text,
        "s2",
        "stated",
        "that no decision was made on leaving Kalo with the garrison",
        source="Defence Minister Hale",
    )
    found = find_conflicts(report(text), (memo, hale), ())
    assert [(left, right) for left, right, _ in found] == [("s1", "s2")]
