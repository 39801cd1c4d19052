"""Which statements cannot both be true, and which differ without contradiction."""

from __future__ import annotations

from dragoman.code.conflicts import find_conflicts
from dragoman.records import Statement
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


def pairs(text: str, *rows: Statement) -> list[tuple[str, str]]:
    return [row[:2] for row in find_conflicts(report(text), rows, [])]


LETTER = (
    "The weekly Lantern printed a letter in which Colonel Voss confirms the departure of the garrison from Kalo. "
    "Defence Minister Hale {}."
)


def letter(reply: str, cue: str, content: str, stance: str = "assert", via: str | None = "S1") -> list[tuple[str, str]]:
    text = LETTER.format(reply)
    printed = "a letter in which Colonel Voss confirms the departure of the garrison from Kalo"
    left = "the departure of the garrison from Kalo"
    return pairs(
        text,
        statement(text, "S1", "printed", printed, source="The weekly Lantern"),
        statement(text, "S2", "confirms", left, source="Colonel Voss", via=via),
        statement(text, "S3", cue, content, source="Defence Minister Hale", stance=stance),
    )


def test_no_decision_was_taken_answers_the_letter_and_not_its_printer():
    assert letter("said that no decision was taken", "said", "that no decision was taken", "deny") == [("S2", "S3")]


def test_no_decision_answers_the_letter_when_stance_and_via_are_missing():
    assert letter("said that no decision was taken", "said", "that no decision was taken", via=None) == [("S2", "S3")]


def test_a_letter_called_a_forgery_is_denied_in_what_it_says():
    assert letter("called the letter a forgery", "called", "the letter a forgery") == [("S2", "S3")]


def test_the_word_denied_tells_a_denial_whatever_the_stance():
    assert letter("flatly denied it", "denied", "it") == [("S2", "S3")]


def test_neither_confirmed_nor_denied_is_no_denial():
    assert letter("neither confirmed nor denied it", "denied", "it") == []


def test_a_claim_taken_back_conflicts_with_the_claim_of_the_same_source():
    text = "The Reed Front announced that it had burned the mill. On Sunday it withdrew its claim about the mill."
    claim = statement(text, "S1", "announced", "that it had burned the mill", source="The Reed Front")
    back = statement(text, "S2", "withdrew", "its claim about the mill", source="The Reed Front", stance="deny")
    assert pairs(text, claim, back) == [("S1", "S2")]


def test_a_withdrawal_of_troops_takes_no_claim_back():
    text = "The Reed Front said that it held the mill. It said that it withdrew its men from the mill."
    held = statement(text, "S1", "said", "that it held the mill", source="The Reed Front")
    left = statement(text, "S2", span(text, "said", 1), "that it withdrew its men from the mill",
                     source="The Reed Front")  # fmt: skip
    assert pairs(text, held, left) == []


def test_the_opposite_contradicts_the_last_of_another_source():
    text = "The harbour master said that the crane was safe. Two dockers told the Gazette the opposite."
    safe = statement(text, "S1", "said", "that the crane was safe", source="The harbour master")
    other = statement(text, "S2", "told", "the opposite", source="Two dockers")
    assert pairs(text, safe, other) == [("S1", "S2")]


def test_bare_numbers_count_the_toll_before_them():
    text = "The council put the dead of the fire at 12. The clinic speaks of 20. The paper Morgen counts 31."
    rows = [
        statement(text, "S1", "put", "the dead of the fire at 12", source="The council"),
        statement(text, "S2", "speaks of", "20", source="The clinic"),
        statement(text, "S3", "counts", "31", source="The paper Morgen"),
    ]
    assert pairs(text, *rows) == [("S1", "S2"), ("S1", "S3"), ("S2", "S3")]


def test_a_number_of_other_things_is_no_toll():
    text = "The council said 12 people died. The mayor expects 40 lorries. The clinic spoke of 20 percent."
    rows = [
        statement(text, "S1", "said", "12 people died", source="The council"),
        statement(text, "S2", "expects", "40 lorries", source="The mayor"),
        statement(text, "S3", "spoke of", "20 percent", source="The clinic"),
    ]
    assert pairs(text, *rows) == []


def test_fewer_soldiers_than_people_can_both_be_true_but_not_more():
    text = "The council said 12 people died. The army said {} soldiers died."
    for soldiers, clash in (("three", []), ("fifty", [("S1", "S2")])):
        told = text.format(soldiers)
        one = statement(told, "S1", "said", "12 people died", source="The council")
        two = statement(told, "S2", span(told, "said", 1), f"{soldiers} soldiers died", source="The army")
        assert pairs(told, one, two) == clash


def test_tolls_of_a_day_and_of_a_year_are_no_conflict():
    text = "The council said 12 people died. The clinic said 80 people died since January."
    one = statement(text, "S1", "said", "12 people died", source="The council")
    two = statement(text, "S2", span(text, "said", 1), "80 people died since January", source="The clinic")
    assert pairs(text, one, two) == []


def test_two_who_blame_different_ones_for_it_are_in_conflict():
    text = "The envoy blamed the Reed Front for it. The rebels blamed the coast guard for the massacre."
    one = statement(text, "S1", "blamed", "the Reed Front for it", source="The envoy")
    two = statement(text, "S2", span(text, "blamed", 1), "the coast guard for the massacre", source="The rebels")
    assert pairs(text, one, two) == [("S1", "S2")]


def test_two_ministries_are_two_sources_but_a_spokesman_of_one_name_is_one():
    text = "The interior ministry said the bridge was mined. {} denied that the bridge was mined."
    for who, clash in (("The transport ministry", [("S1", "S2")]), ("A spokesman for the interior ministry", [])):
        told = text.format(who)
        one = statement(told, "S1", "said", "the bridge was mined", source="The interior ministry")
        two = statement(told, "S2", "denied", "that the bridge was mined", source=who, stance="deny")
        assert pairs(told, one, two) == clash


def test_a_hidden_he_is_the_one_named_before():
    text = "Mayor Lund said the dam broke at noon. He denied that the dam broke at noon by neglect."
    said = statement(text, "S1", "said", "the dam broke at noon", source="Mayor Lund")
    own = statement(text, "S2", "denied", "that the dam broke at noon by neglect", stance="deny")
    assert pairs(text, said, own) == []


def test_a_denial_far_from_all_others_words_stays_alone():
    text = "The bishop said the bells were cast in Ulm. The fisherman denied that he sold eels abroad."
    one = statement(text, "S1", "said", "the bells were cast in Ulm", source="The bishop")
    two = statement(text, "S2", "denied", "that he sold eels abroad", source="The fisherman", stance="deny")
    assert pairs(text, one, two) == []


def test_a_short_did_not_answers_without_a_stance_but_a_long_one_does_not():
    text = "Fishermen alleged that the navy burned the boats. The navy said {}."
    short = "it did not burn the boats"
    long = "that those who burned the boats did so in a winter in which the crews were not at sea"
    for content, clash in ((short, [("S1", "S2")]), (long, [])):
        told = text.format(content)
        one = statement(told, "S1", "alleged", "that the navy burned the boats", source="Fishermen")
        two = statement(told, "S2", "said", content, source="The navy")
        assert pairs(told, one, two) == clash


def test_who_refuses_a_demand_denies_nothing():
    text = "The strikers asked for the withdrawal of the guards. The owner said it would not withdraw."
    asked = statement(text, "S1", "asked", "for the withdrawal of the guards", source="The strikers")
    refused = statement(text, "S2", "said", "it would not withdraw", source="The owner", stance="deny")
    assert pairs(text, asked, refused) == []
