"""Stories: reports of one collection grouped by what they are about, where nothing but their words is known.

A collection on one subject (two earthquakes, two trials) shares most words. So a word weighs here by how few reports of
the collection itself have it, besides how rare it is anywhere. So stories depend on what was collected: they serve
bare mentions (`bench.ecb`); incidents are scored without them, so that adding reports later changes no earlier score.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from dragoman.merge.cluster import cluster
from dragoman.merge.pages import Page
from dragoman.merge.words import cosine

_ALIKE = 0.08  # mean cosine of one story; best of 0.02 to 0.2 on the subtopics of ECB+ train (B-cubed 0.92)


class Story(Struct, frozen=True):
    """Which story a report is of, and its words as a vector weighed within the collection."""

    number: int
    topic: Mapping[str, float]


def find_stories(pages: Sequence[Page]) -> dict[str, Story]:
    """The story of each report by its id. The order of the reports changes nothing but the numbers."""
    ordered = sorted(pages, key=lambda page: page.report.id)
    spread = Counter(stem for page in ordered for stem in page.topic)
    topics = [_weigh(page, spread, len(ordered)) for page in ordered]
    pairs = list(combinations(range(len(ordered)), 2))
    groups = cluster(len(ordered), pairs, lambda a, b: cosine(topics[a], topics[b]), threshold=_ALIKE)
    number_of = {at: number for number, members in groups.members.items() for at in members}
    return {page.report.id: Story(number_of[at], topics[at]) for at, page in enumerate(ordered)}


def _weigh(page: Page, spread: Mapping[str, int], total: int) -> dict[str, float]:
    """The stems that another report of the collection has too; those that few have weigh most."""
    shared = [stem for stem in page.topic if spread[stem] > 1]
    weights = {stem: page.rarity.of(stem) * math.log((total + 1) / spread[stem]) for stem in shared}
    length = math.sqrt(sum(value * value for value in weights.values()))
    return {stem: value / length for stem, value in weights.items()} if length else {}
