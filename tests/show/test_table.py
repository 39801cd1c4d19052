from __future__ import annotations

import io

import pytest
from rich.console import Console

from dragoman.export.quads import Quad
from dragoman.records import Record
from dragoman.show.style import QUAD_SIGN, QUAD_STYLE
from dragoman.show.table import PlainTableExporter, TableExporter, show_record
from tests.make import actor, event, junk, record, statement
from tests.show.story import story


def shown(made: Record, width: int = 80, *, evidence: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    TableExporter(console, evidence=evidence).write(made)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def test_table_tells_each_field_of_an_event_under_its_label() -> None:
    expected = """\
 1  ▲ ASSAULT explosives  material conflict
    who       the Red Front (NOR)
    to whom   at least six people
    where     the old mill; Torvik (NOR)
    when      2021-03-02  “on Tuesday”
    harm      at least 6 killed
    status    actual, responsibility accused
    said by   The harbour union, by Ada Moen, in «Kysten», by this report
"""
    assert expected in shown(story())


def test_table_heads_a_report_with_its_title_id_date_and_language() -> None:
    top = shown(story(publisher="The Gazette", author="Ada Moen")).splitlines()[:2]
    assert top[0].startswith("Mill bombing leaves six dead ─")
    assert top[1] == "mill · by Ada Moen · The Gazette · published 2021-03 (inferred) · language en"


def test_table_says_that_the_date_of_publication_is_unknown() -> None:
    assert "date of publication unknown" in shown(record("Nothing."))


def test_table_shows_both_sides_of_a_conflict_and_why() -> None:
    view = shown(story(), width=200)
    after = view[view.index("Statements that cannot both be true") :]
    assert "at least six people”  says The harbour union, by Ada Moen, in «Kysten», by this report" in after
    assert "“Nobody was hurt”  denies the mayor, by this report" in after
    assert "why       one tells of at least six killed, the other of no one hurt" in after


def test_table_counts_junk_by_kind_with_a_shortened_sample() -> None:
    text = "7" * 200 + "\nShare"
    view = shown(record(text, junk=[junk(text, "7" * 200), junk(text, "Share", "share")]))
    assert "Set aside as junk: 2 lines" in view
    assert f"      1 embed  “{'7' * 59}…”" in view


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("evidence", [False, True])
def test_table_stays_within_the_width(width: int, evidence: bool) -> None:
    assert max(map(len, shown(story(), width, evidence=evidence).splitlines())) <= width


def test_table_says_plainly_that_nothing_was_found() -> None:
    text = "The mayor said it rained."
    made = record(text, statements=[statement(text, "S1", "said", "it rained", source="The mayor")])
    assert "No events were found in this report" in shown(made)
    assert "It holds 1 statement." in shown(made)


def test_table_says_that_the_doer_is_not_told() -> None:
    made = record("A bomb exploded.", events=[event("A bomb exploded.", "exploded")])
    assert "who       not told" in shown(made)


def test_table_adds_the_best_known_name_where_the_words_differ() -> None:
    text = "The Fox surrendered."
    made = record(text, events=[event(text, "surrendered", actor="The Fox")], actors=[actor("Olav Rev", "The Fox")])
    assert "who       The Fox = Olav Rev" in shown(made)


@pytest.mark.parametrize(
    ("hostile", "harmless"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "<U+001B>[31mred<U+001B>]0;title<U+0007>"),
        ("\u202egnihton", "<U+202E>gnihton"),
        ("\u2066x\u2069", "<U+2066>x<U+2069>"),
        ("\x9b31m\x7f\x00", "<U+009B>31m<U+007F><U+0000>"),
        ("[bold red]not markup[/]", "[bold red]not markup[/]"),
        (":bomb:", ":bomb:"),
        ("a\u2028b", "a b"),
    ],
)
@pytest.mark.parametrize("evidence", [False, True])
def test_table_never_lets_a_text_speak_to_the_terminal(hostile: str, harmless: str, evidence: bool) -> None:
    text = f"{hostile} was shelled, {hostile} said."
    made = record(
        text,
        id=hostile,
        title=hostile,
        author=hostile,
        publisher=hostile,
        events=[event(text, "shelled", recipient=hostile, said_by=("S1",))],
        statements=[statement(text, "S1", "said", "was shelled", source=hostile)],
        actors=[actor(hostile)],
    )
    view = shown(made, width=300, evidence=evidence)
    assert harmless in view
    assert not set("\x1b\x07\x00\x7f\x9b\u202e\u2066\u2069\u2028") & set(view)


def test_quads_differ_in_colour_and_in_sign() -> None:
    assert len(set(QUAD_STYLE.values())) == len(set(QUAD_SIGN.values())) == len(Quad)


def test_table_colours_a_terminal_and_nothing_else() -> None:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="truecolor", width=80, no_color=False)
    for part in show_record(story()):
        console.print(part)
    assert "\x1b[" in stream.getvalue()
    plain = io.BytesIO()
    PlainTableExporter(plain, evidence=True, to_file=True).write(story())
    assert b"\x1b" not in plain.getvalue()


def test_plain_table_has_no_spaces_at_the_ends_of_lines() -> None:
    plain = io.BytesIO()
    PlainTableExporter(plain, evidence=True, to_file=True).write(story())
    assert b" \n" not in plain.getvalue()
