"""The marker with the bundle that the package brings: what must hold whatever the model has learnt."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.assets import open_bundle
from dragoman.config import Settings
from dragoman.mark import Marker, open_marker
from dragoman.records import Marks, Span
from tests.make import junk, report

PLAIN = "Gunmen attacked a bus near Tolby on Monday, killing two people, the police said. "
WORDS = st.sampled_from(
    ["police", "said", "killed", "two", "men", "in", "Tolby", ".", "\n\n", "“", "”", "\u200b", "🚌", "على"]
)


@cache
def marker() -> Marker:
    return open_marker(open_bundle(Settings().bundle))


def spans_of(marks: Marks) -> list[Span]:
    spans = [*marks.junk]
    for trigger in marks.triggers:
        spans += [trigger.span, *(role.span for role in trigger.roles)]
    for cue in marks.cues:
        spans += [cue.span, *cue.content, *(part for part in (cue.source, cue.medium) if part)]
    return spans


@given(st.lists(WORDS, max_size=60))
@settings(max_examples=25, deadline=None)
def test_every_mark_points_at_its_words(words: list[str]) -> None:
    text = " ".join(words)
    marks = marker().mark(report(text))
    assert all(text[span.start : span.end] == span.text for span in spans_of(marks))


def test_the_same_report_gives_the_same_marks() -> None:
    assert marker().mark(report(PLAIN * 20)) == marker().mark(report(PLAIN * 20))


@pytest.mark.parametrize("text", [" \n ", "\u200b", "\u202e \u200b"])
def test_a_text_without_words_has_no_marks(text: str) -> None:
    marks = marker().mark(report(text))
    assert (marks.triggers, marks.cues, marks.junk) == ((), (), ())


def test_a_plain_attack_is_found_with_who_says_so() -> None:
    marks = marker().mark(report(PLAIN))
    assert "ASSAULT" in [trigger.type for trigger in marks.triggers]
    assert ["the police"] == [cue.source.text for cue in marks.cues if cue.source]


def test_nothing_is_found_in_words_that_were_set_aside() -> None:
    marks = marker().mark(report(PLAIN, junk=[junk(PLAIN, PLAIN.strip())]))
    assert (marks.triggers, marks.cues) == ((), ())


def test_a_long_report_is_read_to_its_end() -> None:
    text = PLAIN * 40
    found = [trigger.span.start for trigger in marker().mark(report(text)).triggers]
    assert max(found) > len(text) - 2 * len(PLAIN)


def test_marks_stand_in_text_order() -> None:
    marks = marker().mark(report(PLAIN * 20))
    assert list(marks.triggers) == sorted(marks.triggers, key=lambda mark: mark.span)
    assert list(marks.cues) == sorted(marks.cues, key=lambda mark: mark.span)
