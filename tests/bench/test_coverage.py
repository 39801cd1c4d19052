"""Coverage counts names that the gazetteer holds, by kind and region."""

from __future__ import annotations

from bench.coverage import Named, count, is_held, list_wire
from dragoman.resolve.gazetteer import open_gazetteer


def test_name_of_a_row_or_a_state_is_held_and_others_are_not():
    book = open_gazetteer()
    assert is_held("The United Nations", book)
    assert is_held("Côte d'Ivoire", book)
    assert not is_held("Torvik Harbour Guard", book)
    assert not is_held("Kenyans", book)


def test_shares_are_told_for_all_by_kind_and_by_region():
    actors = [Named("NATO", "igo", None), Named("Torvik Harbour Guard", "group", "KEN"), Named("Mau Mau", None, "KEN")]
    table = count(actors, open_gazetteer())
    assert table["all"]["n"] == 3
    assert table["kind igo"] == {"n": 1, "held": 1.0}
    assert table["kind group"] == {"n": 1, "held": 0.0}
    assert table["region africa"]["n"] == 2
    assert table["region no country"]["n"] == 1


def test_events_of_the_wire_give_names_alone(tmp_path):
    path = tmp_path / "events.jsonl"
    path.write_text('{"country": "Kenya", "actors": ["Red Hills Front"], "recipients": ["civilians"]}\n')
    assert list(list_wire(path, open_gazetteer())) == [Named("Red Hills Front", None, "KEN")]
