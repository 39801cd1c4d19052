"""Borders that neighbours share stay shared."""

from __future__ import annotations

from topology import chain_arcs, cut_ring, find_junctions, find_middle, measure_area, simplify_line, turn_arc

LEFT = [(0, 0), (2, 0), (2, 1), (2, 2), (0, 2), (0, 0)]
RIGHT = [(2, 0), (4, 0), (4, 2), (2, 2), (2, 1), (2, 0)]


def test_border_of_two_neighbours_is_one_arc() -> None:
    junctions = find_junctions([LEFT, RIGHT])
    left, right = ({turn_arc(arc) for arc in cut_ring(ring, junctions)} for ring in (LEFT, RIGHT))
    assert junctions == {(2, 0), (2, 2)}
    assert left & right == {((2, 0), (2, 1), (2, 2))}


def test_island_is_one_closed_arc() -> None:
    (arc,) = cut_ring(LEFT, set())
    assert arc[0] == arc[-1] == (0, 0)
    assert set(arc) == set(LEFT)


def test_point_that_hardly_bends_the_line_is_left_out() -> None:
    assert simplify_line(((0, 0), (5, 1), (10, 0)), 2) == ((0, 0), (10, 0))
    assert simplify_line(((0, 0), (5, 3), (10, 0)), 2) == ((0, 0), (5, 3), (10, 0))


def test_coast_of_two_neighbours_is_one_ring_around_both() -> None:
    junctions = find_junctions([LEFT, RIGHT])
    arcs = [arc for ring in (LEFT, RIGHT) for arc in cut_ring(ring, junctions)]
    coast = [arc for arc in arcs if arc[::-1] not in arcs]
    (ring,) = chain_arcs(coast)
    assert ring[0] == ring[-1]
    assert abs(measure_area(ring)) == 8


def test_middle_of_a_rectangle_is_where_its_diagonals_meet() -> None:
    assert find_middle(RIGHT) == (3, 1)
