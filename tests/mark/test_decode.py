from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.mark.decode import (
    Run,
    cluster_links,
    find_anchors,
    find_content,
    find_mentions,
    find_part,
    find_roles,
    find_stretches,
)
from dragoman.mark.labels import MENTION_TAGS, PART_TAGS, ROLE_TAGS


def scores(tags: list[str], names: tuple[str, ...], sure: float = 0.9) -> NDArray[np.float32]:
    rows = np.full((len(tags), len(names)), (1 - sure) / (len(names) - 1), dtype=np.float32)
    for at, tag in enumerate(tags):
        rows[at, names.index(tag)] = sure
    return rows


def test_neighbouring_words_of_one_label_are_one_anchor() -> None:
    rows = scores(["O", "A", "A", "O", "B"], ("O", "A", "B"))
    assert [(run.start, run.end, run.label) for run in find_anchors(rows, 0.5)] == [(1, 3, 1), (4, 5, 2)]


def test_an_anchor_needs_the_threshold_and_then_takes_its_likeliest_label() -> None:
    row = np.array([[0.45, 0.2, 0.35]], dtype=np.float32)
    assert [run.label for run in find_anchors(row, 0.5)] == [2]
    assert find_anchors(row, 0.6) == []


def test_no_words_give_no_anchors() -> None:
    assert find_anchors(np.zeros((0, 3), dtype=np.float32), 0.5) == []


def test_a_long_run_keeps_its_first_eight_words() -> None:
    assert [run.end for run in find_anchors(scores(["A"] * 12, ("O", "A")), 0.5)] == [8]


def test_a_stretch_is_taken_whole_or_not_at_all() -> None:
    probabilities = np.array([0.1, 0.9, 0.9, 0.2, 0.9, 0.4], dtype=np.float32)
    starts = np.array([0, 1, 4])
    assert [(run.start, run.end) for run in find_stretches(probabilities, starts, 0.6)] == [(1, 6)]
    assert [(run.start, run.end) for run in find_stretches(probabilities, starts, 0.66)] == [(1, 4)]


def test_a_begin_tag_inside_a_run_opens_a_second_mention() -> None:
    rows = scores(["B-participant", "I-participant", "B-participant", "O", "B-place"], MENTION_TAGS)
    found = [(kind, run.start, run.end) for kind, run in find_mentions(rows)]
    assert found == [("participant", 0, 2), ("participant", 2, 3), ("place", 4, 5)]


def test_a_mention_plays_its_likeliest_role_as_a_whole() -> None:
    mentions = [("participant", Run(0, 2, 0, 1.0)), ("time", Run(3, 4, 0, 1.0))]
    found = find_roles(scores(["B-recipient", "O", "O", "B-time"], ROLE_TAGS), mentions, 0.4)
    assert [(role, run.start, run.end) for role, run in found] == [("recipient", 0, 2), ("time", 3, 4)]


def test_a_mention_without_a_likely_role_plays_none() -> None:
    assert find_roles(scores(["O"], ROLE_TAGS), [("participant", Run(0, 1, 0, 1.0))], 0.4) == []


def test_a_time_is_never_a_participant() -> None:
    assert find_roles(scores(["B-actor"], ROLE_TAGS), [("time", Run(0, 1, 0, 1.0))], 0.4) == []


def test_the_surest_of_two_sources_is_taken() -> None:
    rows = scores(["B-source", "O", "B-source"], PART_TAGS)
    rows[2, PART_TAGS.index("B-source")] = 0.99
    found = find_part(rows, "source")
    assert found is not None and found.start == 2
    assert find_part(rows, "medium") is None


def test_content_is_read_over_a_small_gap_and_split_at_a_large_one() -> None:
    tags = ["I-content", "O", "I-content", "O", "O", "O", "I-content"]
    assert [(run.start, run.end) for run in find_content(scores(tags, PART_TAGS))] == [(0, 3), (6, 7)]


def test_triggers_join_the_group_they_are_linked_to_on_average() -> None:
    links = {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.2, (0, 3): 0.1, (1, 3): 0.1, (2, 3): 0.1}
    assert cluster_links(4, links, 0.5) == [0, 0, 0, 1]
    assert cluster_links(4, links, 0.6) == [0, 0, 1, 2]
