"""Notes become offsets of the very words that they quote, or a fault that names the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from train.notes import Notes, read_notes, show_report

TEXT = "Rebels shelled Orvel on Friday, the mayor said.\nHe said that the shelling\nkilled two men, and that he saw it."
NOTES = """## a
E ASSAULT heavy-weapons | actual | accused
t: 1 shelled || 2 shelling
a: 1 rebels
r: 2 two men
S assert
c: 2 said
s: 1 the mayor
x: 2 that the shelling ... two men || 2 that he saw it
"""


def read(tmp_path: Path, notes: str) -> Notes:
    path = tmp_path / "notes.txt"
    path.write_text(notes, encoding="utf-8")
    [found] = read_notes(path, {"a": TEXT})
    return found


def words(places: list[tuple[int, int]]) -> list[str]:
    return [" ".join(TEXT[start:end].split()) for start, end in places]


def test_quoted_words_become_their_offsets(tmp_path: Path) -> None:
    found = read(tmp_path, NOTES)
    [event], [statement] = found.events, found.statements
    assert (event["type"], event["modes"], event["responsibility"]) == ("ASSAULT", ["heavy-weapons"], "accused")
    assert words(event["triggers"]) == ["shelled", "shelling"]
    assert words(event["actor"]) == ["Rebels"]
    assert words(statement["content"]) == ["that the shelling killed two men", "that he saw it"]
    assert not found.faults


def test_the_second_time_of_a_word_can_be_named(tmp_path: Path) -> None:
    found = read(tmp_path, "## a\nE ASSAULT | actual | -\nt: 2 that #2")
    assert found.events[0]["triggers"] == [(TEXT.rindex("that"), TEXT.rindex("that") + 4)]


def test_a_whole_sentence_can_be_named(tmp_path: Path) -> None:
    assert words(read(tmp_path, "## a\nJ: 1 *").junk) == ["Rebels shelled Orvel on Friday, the mayor said."]


@pytest.mark.parametrize(
    "notes, told",
    [
        pytest.param("E ASSAULT | actual | -\nt: 1 bombed", "notes.txt:3: t: 1 bombed", id="words that are not there"),
        pytest.param("E ATTACK | actual | -", "'ATTACK' is not a valid EventType", id="an unknown type"),
        pytest.param("E ASSAULT | actual | -", "has no trigger", id="an event without a trigger"),
        pytest.param("S deny\nc: 1 said", "no content", id="a statement without content"),
        pytest.param("E ASSAULT | actual | -\nt: shelled", "is not a sentence number", id="no sentence number"),
    ],
)
def test_what_cannot_be_read_is_a_fault_with_its_place(tmp_path: Path, notes: str, told: str) -> None:
    assert any(told in fault for fault in read(tmp_path, f"## a\n{notes}").faults)


def test_a_report_is_shown_with_numbered_sentences() -> None:
    shown = show_report({"id": "a", "text": TEXT, "published": None})
    assert "[1] Rebels shelled Orvel" in shown and "[2] He said that the shelling killed" in shown
