"""The parts of the pictures that can be wrong without being seen: projection, clipping, layout, labels, bars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.dossier.atlas import WIDTH, choose_frame, cut_ring, draw_outlines, open_world
from dragoman.show.dossier.chronicle import draw_timeline, name_step
from dragoman.show.dossier.layout import find_parts, lay_out
from dragoman.show.dossier.lit import light_up
from dragoman.show.dossier.map import draw_map
from dragoman.show.dossier.network import draw_network
from dragoman.show.dossier.placing import Labels
from dragoman.show.evidence import Mark
from tests.make import span
from tests.show.dossier.test_markup import Reader
from tests.show.incident_rows import actor_row, figure, row

degrees = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


@given(st.lists(degrees, min_size=1, max_size=30))
def test_frame_holds_every_point(points: list[tuple[float, float]]) -> None:
    frame = choose_frame(points)
    for x, y in (frame.place(*point) for point in points):
        assert -1 <= x <= WIDTH + 1 and -1 <= y <= frame.height + 1


def test_frame_of_one_point_shows_the_country_around_it() -> None:
    frame = choose_frame([(36.8, -1.3)])
    shown = {country.name for country in open_world() if draw_outlines(country, frame)}
    assert {"Kenya", "Tanzania"} <= shown and not {"France", "Brazil"} & shown
    assert frame.place(36.8, -1.3) == pytest.approx((WIDTH / 2, frame.height / 2))


def test_outlines_of_a_country_stand_where_it_is() -> None:
    kenya = next(country for country in open_world() if country.name == "Kenya")
    lons, lats = zip(*kenya.rings[0], strict=True)
    assert (min(lons), max(lons), min(lats), max(lats)) == pytest.approx((33.9, 41.9, -4.7, 5.5), abs=0.15)


def test_outlines_never_jump_across_the_world() -> None:
    steps = [abs(b[0] - a[0]) for c in open_world() for ring in c.rings for a, b in zip(ring, ring[1:], strict=False)]
    assert max(steps) < 30


@given(st.lists(st.tuples(st.floats(-500, 1500), st.floats(-500, 1500)), min_size=3, max_size=12))
def test_cut_ring_stays_in_the_picture(ring: list[tuple[float, float]]) -> None:
    assert all(-4.01 <= x <= 104.01 and -4.01 <= y <= 54.01 for x, y in cut_ring(ring, 100, 50))


def test_cut_ring_around_the_picture_fills_it() -> None:
    around = [(-50.0, -50.0), (150.0, -50.0), (150.0, 100.0), (-50.0, 100.0)]
    assert set(cut_ring(around, 100, 50)) == {(-4.0, -4.0), (104.0, -4.0), (104.0, 54.0), (-4.0, 54.0)}


def test_map_says_so_when_no_place_is_known() -> None:
    assert "No incident has a place whose point is known." in draw_map([row(lat=None, lon=None)])


def test_map_counts_what_it_leaves_out_and_links_to_what_it_shows() -> None:
    drawn = Reader(draw_map([row(id="i1"), row(id="i2", lat=None, lon=None)]))
    assert "1 incident without a known place left out" in drawn.text
    assert [attributes.get("href") for name, attributes in drawn.tags if name == "a"] == ["#i1"]


def test_parts_of_a_network_are_found_and_the_largest_stands_first() -> None:
    assert find_parts(6, [(0, 5), (1, 2), (2, 3)]) == [[1, 2, 3], [0, 5], [4]]


@given(st.integers(1, 12).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.tuples(*[st.integers(0, n - 1)] * 2)))))
def test_layout_is_the_same_each_time_and_stays_in_the_picture(network: tuple[int, list[tuple[int, int]]]) -> None:
    count, lines = network
    lines = [(one, two) for one, two in lines if one != two]
    places, height = lay_out(count, lines, 960.0)
    assert lay_out(count, lines, 960.0) == (places, height)
    assert all(0 <= x <= 960 and 0 <= y <= height for x, y in places)


def test_network_shows_who_acts_on_whom_and_leaves_out_what_did_not_happen() -> None:
    rows = [
        row(actors=("A", "unknown men"), recipients=("B",)),
        row(actors=("B",), recipients=("A",), status="negated"),
    ]
    text = Reader(draw_network(rows, [actor_row("A"), actor_row("B")])).text
    assert "A → B: 1 material conflict" in text
    assert "B → A" not in text and "unknown men" not in text


def test_labels_do_not_lie_over_one_another() -> None:
    labels = Labels(200, 100)
    given = [labels.write_beside("a name", (100, 50), 8, under=False) for _ in range(6)]
    assert [label is not None for label in given] == [True, True, True, False, False, False]
    assert len(set(given)) == 4


def test_timeline_adds_up_bars_and_the_dead() -> None:
    rows = [
        row(date_from="2016-04-12", killed=figure("killed", 3, 5)),
        row(date_from="2016-04-12"),
        row(date_from=None),
    ]
    text = Reader(draw_timeline(rows)).text
    assert "2016-04-12: 2 material conflict; killed: 3 to 5" in text
    assert "A bar is a day. 1 incident without a day left out." in text


@pytest.mark.parametrize(
    ("last", "step"), [("2016-05-01", "day"), ("2017-06-01", "week"), ("2024-01-01", "month"), ("2040-01-01", "year")]
)
def test_timeline_takes_wider_steps_where_it_is_long(last: str, step: str) -> None:
    drawn = Reader(draw_timeline([row(date_from="2016-04-12"), row(date_from=last)]))
    assert f"A bar is a {step}." in drawn.text


def test_step_is_named_as_short_as_it_can_be() -> None:
    assert [name_step(date(2016, 4, 1), step) for step in ("day", "month", "year")] == ["2016-04-01", "2016-04", "2016"]


def test_sentence_keeps_its_words_and_names_each_part() -> None:
    text = "Six men <b>died</b> in Torvik."
    marks = [Mark(0, 7, "to whom"), Mark(0, 3, "killed"), Mark(text.index("died"), text.index("died") + 4, "what")]
    lit = light_up(span(text, text), marks)
    read = Reader(lit)
    assert read.text == "Sixkilled mento whom <b>diedwhat</b> in Torvik."
    assert [(name, each.get("class")) for name, each in read.tags if name == "mark"] == [
        ("mark", "figure"),
        ("mark", "whom"),
        ("mark", "what"),
    ]
