"""From scores to spans of words: runs of tags, and which of them are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dragoman.mark.labels import MENTION_TAGS, PART_TAGS, ROLE_TAGS

Array = NDArray[np.float32]
_MAX_TRIGGER = 8  # words: no trigger of the gold is longer
_ROLES_OF = {
    "participant": ("actor", "recipient", "place"),
    "place": ("place", "actor", "recipient"),
    "time": ("time",),
    "weapon": ("weapon",),
}
_GAP = 2  # words between two stretches of content that are read over: a comma, a quotation mark


class Run(Struct, frozen=True):
    """Words [start, end) with one label and its mean probability."""

    start: int
    end: int
    label: int
    score: float


def find_anchors(probabilities: Array, threshold: float) -> list[Run]:
    """Runs of words whose chance of being nothing (column 0) is at most 1 - threshold, by their likeliest label.

    A run keeps its first eight words.
    """
    labels = np.where(1.0 - probabilities[:, 0] >= threshold, probabilities[:, 1:].argmax(axis=1) + 1, 0)
    edges = np.flatnonzero(np.diff(labels)) + 1
    runs = []
    for start, end in zip([0, *edges], [*edges, len(labels)], strict=True):
        stop = min(end, start + _MAX_TRIGGER)
        if stop > start and labels[start]:
            label = int(labels[start])
            runs.append(Run(int(start), int(stop), label, float(probabilities[start:stop, label].mean())))
    return runs


def find_stretches(probabilities: Array, starts: NDArray[np.int64], threshold: float) -> list[Run]:
    """Whole stretches (lines or sentences, by the words they start with) with a mean probability over the threshold.

    Neighbouring stretches come as one run: a menu is one piece of junk.
    """
    runs: list[Run] = []
    for start, end in zip(starts, [*starts[1:], len(probabilities)], strict=True):
        score = float(probabilities[start:end].mean())
        if score < threshold:
            continue
        if runs and runs[-1].end == start:
            runs[-1] = Run(runs[-1].start, int(end), 1, max(score, runs[-1].score))
        else:
            runs.append(Run(int(start), int(end), 1, score))
    return runs


def find_mentions(probabilities: Array) -> list[tuple[str, Run]]:
    """Participants, places, times and weapons of a window, from the probabilities (words, MENTION_TAGS)."""
    found: list[tuple[str, Run]] = []
    for index in range(1, len(MENTION_TAGS), 2):
        found += [(MENTION_TAGS[index][2:], run) for run in _tagged(probabilities, index, index + 1)]
    return found


def find_roles(probabilities: Array, mentions: list[tuple[str, Run]], threshold: float) -> list[tuple[str, Run]]:
    """Which mentions play a role for one trigger, from the probabilities (words, ROLE_TAGS) of its window.

    A mention plays the role whose tags have the highest mean probability over its words, if that reaches the threshold.
    Where the mentions begin and end is decided once for all triggers, so that a role is never half a name.
    """
    spans: list[tuple[str, Run]] = []
    for kind, mention in mentions:
        means = probabilities[mention.start : mention.end].mean(axis=0)
        role, score = max(((role, _role_score(means, role)) for role in _ROLES_OF[kind]), key=lambda pair: pair[1])
        if score >= threshold:
            spans.append((role, Run(mention.start, mention.end, 0, score)))
    return spans


def _role_score(means: Array, role: str) -> float:
    begin = ROLE_TAGS.index(f"B-{role}")
    return float(means[begin] + means[begin + 1])


def find_part(probabilities: Array, name: str) -> Run | None:
    """The likeliest source or medium of one cue, None where there is none."""
    begin, inside = PART_TAGS.index(f"B-{name}"), PART_TAGS.index(f"I-{name}")
    return max(_tagged(probabilities, begin, inside), key=lambda run: run.score, default=None)


def find_content(probabilities: Array) -> list[Run]:
    """The stretches of content of one cue, small gaps read over, in text order."""
    inside = PART_TAGS.index("I-content")
    chosen = probabilities.argmax(axis=1) == inside
    runs: list[tuple[int, int]] = []
    for at in np.flatnonzero(chosen):
        if runs and at - runs[-1][1] <= _GAP:
            runs[-1] = (runs[-1][0], int(at) + 1)
        else:
            runs.append((int(at), int(at) + 1))
    return [Run(start, end, inside, float(probabilities[start:end, inside].mean())) for start, end in runs]


def _tagged(probabilities: Array, begin: int, inside: int) -> Iterator[Run]:
    """Runs of one begin-inside pair of tags; a begin tag inside a run opens a new one."""
    best = probabilities.argmax(axis=1)
    start = None
    for at in range(len(best) + 1):
        tag = best[at] if at < len(best) else -1
        if start is not None and tag != inside:
            yield Run(start, at, inside, float(probabilities[start:at, [begin, inside]].sum(axis=1).mean()))
            start = None
        if start is None and tag in (begin, inside):
            start = at


def cluster_links(n: int, links: dict[tuple[int, int], float], threshold: float) -> list[int]:
    """The group number of each of n triggers: each joins the group it is linked to best on average, or opens one.

    `links` holds scores of (earlier, later) pairs; a pair that was not scored says nothing.
    """
    before: dict[int, list[int]] = defaultdict(list)
    for left, right in links:
        before[right].append(left)
    numbers: list[int] = []
    count = 0
    for item in range(n):
        scores: dict[int, list[float]] = defaultdict(list)
        for other in before[item]:
            scores[numbers[other]].append(links[other, item])
        means = {group: sum(values) / len(values) for group, values in scores.items()}
        best = max(means, key=lambda group: means[group], default=-1)
        if best >= 0 and means[best] >= threshold:
            numbers.append(best)
        else:
            numbers.append(count)
            count += 1
    return numbers
