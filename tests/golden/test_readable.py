"""The text form of a record holds everything that a reviewer has to see."""

from __future__ import annotations

from dragoman.records import Record
from tests.golden.readable import to_text
from tests.make import event, record, statement

TEXT = "The envoy said rebels wounded two sailors near Poti."


def make_record() -> Record:
    said = statement(TEXT, "S-a", "said", "rebels wounded two sailors near Poti", source="The envoy")
    hurt = event(
        TEXT, "wounded", actor="rebels", recipient="two sailors", place="Poti", injured=(2, 2), said_by=("S-a",)
    )
    return record(TEXT, events=[hurt], statements=[said])


def test_text_shows_words_figures_and_links() -> None:
    text = to_text(make_record())
    for line in ('E1 ASSAULT, actual: "wounded"', '  recipient: "two sailors"', "  injured: 2", "  said by: S1"):
        assert line in text.splitlines()
    assert 'S1 "The envoy" [said] assert' in text


def test_text_says_so_when_there_is_nothing() -> None:
    assert "nothing to record" in to_text(record("The dough rests for an hour.")).splitlines()
