"""Examples cut into windows with the numbers that the losses are computed from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from dragoman.mark.heads import bucket_distances, bucket_stops, link_extras
from dragoman.mark.labels import MENTION_TAGS, MENTIONS, PART_TAGS, ROLE_TAGS, ROLES, Labels
from dragoman.mark.windows import Pieces, encode_words
from train.corpora import Anchor, Example
from train.places import Places, place_mentions

FIRST_WINS = ("participant", "actor", "recipient", "place", "time", "weapon")  # where two roles name one word


@dataclass
class Batchable:
    """One window for training: pieces, words' first pieces, features, labels of words, and anchors."""

    kind: str
    ids: np.ndarray
    firsts: np.ndarray
    features: np.ndarray
    trigger_tags: np.ndarray
    cue_tags: np.ndarray
    junk_tags: np.ndarray
    mention_tags: np.ndarray
    triggers: list[Anchor]
    cues: list[Anchor]
    role_tags: np.ndarray
    part_tags: np.ndarray
    distances: np.ndarray
    stops: np.ndarray
    links: list[tuple[int, int, int, list[float]]]
    mentions: list[tuple[int, int]]
    kinds: np.ndarray
    places: Places | None
    plays: np.ndarray
    type: int
    other: str
    other_tags: np.ndarray


def encode_examples(examples: list[Example], tokenizer: Tokenizer) -> list[tuple[Example, Pieces]]:
    """Each example with its word pieces."""
    return [(example, encode_words(example.words, tokenizer)) for example in examples]


def cut_example(example: Example, pieces: Pieces, max_pieces: int, offset: int, labels: Labels) -> list[Batchable]:
    """Windows one after another from word `offset` on (and one for what stands before it)."""
    edges = np.append(pieces.firsts, len(pieces.ids))
    cuts, at, n_words = [], 0, len(pieces.firsts)
    limit = max_pieces - 2
    first = True
    while at < n_words:
        room = max(20, min(limit, offset)) if first else limit
        stop = int(np.searchsorted(edges, edges[at] + room, side="right")) - 1
        stop = min(n_words, max(at + 1, stop))
        cuts.append((at, stop))
        at, first = stop, False
    return [_window(example, pieces, start, end, labels) for start, end in cuts]


def _window(example: Example, pieces: Pieces, start: int, end: int, labels: Labels) -> Batchable:
    edges = np.append(pieces.firsts, len(pieces.ids))
    words = example.words
    triggers = [_shift(item, start) for item in example.triggers if start <= item.start and item.end <= end]
    cues = [_shift(item, start) for item in example.cues if start <= item.start and item.end <= end]
    n = end - start
    trigger_tags = np.zeros(n, dtype=np.int64)
    for item in triggers if example.kind == "gold" else ():
        trigger_tags[item.start : item.end] = 1 + labels.types.index(item.type)
    cue_tags = np.zeros(n, dtype=np.int64)
    for item in cues:
        cue_tags[item.start : item.end] = 1
    spans = [(item.start, item.end) for item in triggers + cues]
    mentions = _mentions_within(example, start, end)
    kinds = np.array([MENTIONS.index(kind) for kind, _, _ in mentions], dtype=np.int64)
    held = [(first, last) for _, first, last in mentions]
    near = [(item.start, item.end) for item in triggers]
    stops = words.stops[start:end]
    return Batchable(
        kind=example.kind,
        ids=pieces.ids[edges[start] : edges[end]],
        firsts=pieces.firsts[start:end] - edges[start],
        features=words.features[start:end],
        trigger_tags=trigger_tags,
        cue_tags=cue_tags,
        junk_tags=_junk_tags(example, start, end),
        mention_tags=_mention_tags(example, start, end),
        triggers=triggers,
        cues=cues,
        role_tags=np.stack([_tags(item, n, ROLE_TAGS) for item in triggers] or [np.zeros(n, dtype=np.int64)]),
        part_tags=np.stack([_tags(item, n, PART_TAGS) for item in cues] or [np.zeros(n, dtype=np.int64)]),
        distances=bucket_distances(spans, n) if spans else np.zeros((0, n), dtype=np.int64),
        stops=bucket_stops(spans, stops) if spans else np.zeros((0, n), dtype=np.int64),
        links=_links(triggers, words.texts[start:end], stops),
        mentions=held,
        kinds=kinds,
        places=place_mentions(near, held, kinds, stops) if near and held else None,
        plays=_plays(triggers, held),
        type=labels.types.index(example.type) if example.type else -1,
        other=example.other,
        other_tags=_other_tags(example, start, end),
    )


def _mentions_within(example: Example, start: int, end: int) -> list[tuple[str, int, int]]:
    """The mentions that stand whole in a window, each span once, by its first kind."""
    found: dict[tuple[int, int], str] = {}
    for kind, first, last in example.mentions:
        if start <= first and last <= end:
            found.setdefault((first - start, last - start), kind)
    return sorted((kind, *span) for span, kind in found.items())


def _plays(triggers: list[Anchor], mentions: list[tuple[int, int]]) -> np.ndarray:
    """The role (1 + index in ROLES, 0 none) that each mention plays for each trigger."""
    plays = np.zeros((len(triggers), len(mentions)), dtype=np.int64)
    numbers = {span: at for at, span in enumerate(mentions)}
    for row, item in enumerate(triggers):
        for role, first, last in sorted(item.parts, key=lambda part: -FIRST_WINS.index(part[0])):
            if (first, last) in numbers:
                plays[row, numbers[first, last]] = 1 + ROLES.index(role)
    return plays


def _other_tags(example: Example, start: int, end: int) -> np.ndarray:
    """Begin and inside tags after another guideline; -100 (not learnt from) outside what was annotated."""
    n = end - start
    if not example.other:
        return np.zeros(0, dtype=np.int64)
    names = example.other_labels
    tags = np.full(n, 0 if example.annotated is None else -100, dtype=np.int64)
    for first, last in example.annotated or ():
        tags[max(0, first - start) : max(0, last - start)] = 0
    for label, first, last in example.other_spans:
        if start <= first and last <= end:
            tags[first - start : last - start] = 2 + 2 * names.index(label)
            tags[first - start] = 1 + 2 * names.index(label)
    return tags


def _junk_tags(example: Example, start: int, end: int) -> np.ndarray:
    tags = np.zeros(end - start, dtype=np.int64)
    for first, last in example.junk:
        tags[max(0, first - start) : max(0, last - start)] = 1
    return tags


def _mention_tags(example: Example, start: int, end: int) -> np.ndarray:
    parts = [(label, first - start, last - start) for label, first, last in example.mentions]
    return _tags(Anchor(0, 0, "", parts), end - start, MENTION_TAGS)


def _shift(item: Anchor, by: int) -> Anchor:
    parts = [(label, start - by, end - by) for label, start, end in item.parts]
    return Anchor(
        item.start - by,
        item.end - by,
        item.type,
        parts,
        item.modes,
        item.status,
        item.responsibility,
        item.stance,
        item.event,
    )


def _tags(item: Anchor, n_words: int, names: tuple[str, ...]) -> np.ndarray:
    """Begin and inside tags of an anchor's parts; what stands outside the window is left out."""
    tags = np.zeros(n_words, dtype=np.int64)
    order = {label: rank for rank, label in enumerate(FIRST_WINS)}
    for label, start, end in sorted(item.parts, key=lambda part: -order.get(part[0], 0)):
        if end <= 0 or start >= n_words:
            continue
        tags[max(0, start) : end] = names.index(f"I-{label}")
        if start >= 0 and f"B-{label}" in names:
            tags[start] = names.index(f"B-{label}")
    return tags


def _links(triggers: list[Anchor], texts: list[str], stops: np.ndarray) -> list[tuple[int, int, int, list[float]]]:
    """Pairs of triggers of one type: (left, right, same event or not, extras)."""
    pairs = []
    for right, item in enumerate(triggers):
        for left in range(right):
            other = triggers[left]
            if other.type == item.type and (other.start, other.end) != (item.start, item.end):
                extras = link_extras(
                    texts[other.start : other.end],
                    texts[item.start : item.end],
                    abs(item.start - other.start),
                    abs(int(stops[item.start] - stops[other.start])),
                )
                pairs.append((left, right, int(other.event == item.event), extras))
    return pairs
