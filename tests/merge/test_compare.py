"""Clues of pairs, what blocking lets through, and words as they are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.merge.block import list_pairs
from dragoman.merge.compare import measure_km
from dragoman.merge.model import open_model
from dragoman.merge.pages import Days, read_days
from dragoman.merge.reasons import tell_apart, tell_count
from dragoman.merge.tellings import Spot, Telling, describe_record
from dragoman.merge.words import alike, cosine, stem_text, stem_word
from dragoman.records import Count
from tests.merge.wires import far, first, later, second

MODEL = open_model()


def tell(record: object, nth: int = 0) -> Telling:
    return describe_record(record, MODEL.rarity)[nth]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "left, right",
    [("explosion", "exploded"), ("shooting", "shot"), ("arrested", "arrests"), ("Mladić", "MLADIC"), ("Ben's", "ben")],
)
def test_words_of_one_stem_are_the_same(left: str, right: str) -> None:
    assert stem_word(left) == stem_word(right) != ""


def test_spellings_of_a_name_are_more_alike_than_other_words() -> None:
    assert alike("mursi", "morsi") > 0.4 > alike("mursi", "tahrir")


@given(st.text())
def test_stems_of_any_text_are_never_empty(text: str) -> None:
    assert all(stem_text(text))


@pytest.mark.parametrize(
    "value, days",
    [("2015-03-02", 1), ("2015-03", 31), ("2015", 365), ("2015-03-02/2015-03-04", 3), ("2015-03-02T10:00Z", 1)],
)
def test_dates_cover_their_days(value: str, days: int) -> None:
    found = read_days(value)
    assert found is not None and found.width == days


@pytest.mark.parametrize("value", [None, "", "soon"])
def test_what_is_no_date_has_no_days(value: str | None) -> None:
    assert read_days(value) is None


def test_gap_between_days_counts_those_between() -> None:
    assert Days(10, 12).gap(Days(15, 15)) == Days(15, 15).gap(Days(10, 12)) == 3
    assert Days(10, 12).gap(Days(12, 20)) == 0


def test_score_does_not_depend_on_the_side() -> None:
    left, right = tell(first()), tell(second())
    assert MODEL.score(left, right) == pytest.approx(MODEL.score(right, left))


def test_same_bombing_scores_above_another_one_of_the_city() -> None:
    one = tell(first())
    assert MODEL.score(one, tell(second())) > MODEL.score(one, tell(later()))
    assert MODEL.score(tell(later(), 1), one) > MODEL.score(tell(later()), tell(far()))


def test_days_and_places_far_apart_keep_events_apart_and_say_so() -> None:
    assert tell_apart(tell(first()), tell(later())) == "2015-03-02 and 2015-03-06 are 4 days apart"
    told = tell_apart(tell(first()), tell(far()))
    assert told is not None and told.startswith("Nakuru and Lamu are ") and told.endswith(" km apart")
    assert tell_apart(tell(first()), tell(second())) is None


def test_an_event_later_than_a_report_is_not_in_it() -> None:
    after = tell(second(date="2015-03-04"))
    assert tell_apart(tell(first(date=None)), after) == "2015-03-04 lies after one report was published"


def test_whole_country_tells_no_distance() -> None:
    kenya = Spot("Kenya", frozenset({"kenya"}), None, "KEN", 1.0, 38.0, 6)
    town = Spot("Lamu", frozenset({"lamu"}), None, "KEN", -2.27, 40.9, 1)
    assert measure_km(kenya, town) is None
    assert measure_km(town, town) == 0


def test_blocking_lets_through_what_shares_names_and_days_and_leaves_out_the_rest() -> None:
    near = [tell(first()), tell(second())]
    assert list_pairs(near, MODEL.rarity) == [(0, 1)]
    text_far = tell(far())
    assert (0, 1) not in list_pairs([tell(first()), replace_names(text_far)], MODEL.rarity)


def replace_names(telling: Telling) -> Telling:
    """The telling as if its report shared no word with any other."""
    return replace(
        telling, near_names=frozenset({"xyzzy"}), spots=(), about=("xyzzy",), lands=frozenset(), sentence={"xyzzy": 1.0}
    )


def test_number_of_pairs_grows_no_faster_than_the_reports_when_all_share_a_name() -> None:
    def count(size: int) -> int:
        base = tell(first())
        return len(list_pairs([replace(base, key=(f"r{i:04d}", "e")) for i in range(size)], MODEL.rarity))

    assert count(400) < 2.5 * count(200)


def test_cosine_of_a_text_with_itself_is_one() -> None:
    vector = MODEL.rarity.weigh(stem_text("the grain market of Nakuru"))
    assert cosine(vector, vector) == pytest.approx(1.0)


@pytest.mark.parametrize(
    "count, words", [((6, 6), "6"), ((6, None), "at least 6"), ((None, 9), "up to 9"), ((2, 4), "2 to 4")]
)
def test_figures_in_words(count: tuple[int | None, int | None], words: str) -> None:
    assert tell_count(Count(*count)) == words
