"""Counts by quad, in the order of the four quads."""

from __future__ import annotations

from collections import Counter

from dragoman.export.quads import Quad

QuadCounts = tuple[int, int, int, int]


def count_quads(counts: Counter[Quad]) -> QuadCounts:
    """Verbal cooperation, material cooperation, verbal conflict, material conflict."""
    first, second, third, fourth = (counts[quad] for quad in Quad)
    return first, second, third, fourth
