"""The marker: a report in, its triggers and cues with their parts out. One pass of the encoder, several heads."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from tokenizers import Tokenizer

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
from dragoman.mark.encoder import Encoder
from dragoman.mark.heads import Heads, bucket_distances, bucket_stops, link_extras, sigmoid, softmax
from dragoman.mark.labels import Labels
from dragoman.mark.windows import Window, cut_windows, encode_words
from dragoman.mark.words import Words, split_words, stretch_starts
from dragoman.records import CueMark, Marks, Report, RoleMark, Span, TriggerMark
from dragoman.terms import EventType, Responsibility, Role, Stance, Status
from dragoman.text import span_of

Array = NDArray[np.float32]
_LINKED_BACK = 64  # triggers of one type: no gold report has more, and cost stays linear in long ones
_LINK_BATCH = 4096  # pairs scored at once: bounds memory
_WINDOW_BATCH = 64  # windows whose vectors are held at once: bounds memory


class Thresholds(Struct, frozen=True, kw_only=True):
    """Scores from which something counts as found, chosen on the part of gold train that was not trained on."""

    trigger: float
    cue: float
    junk: float
    role: float
    status: float
    mode: float
    link: float


class Scene(Struct, frozen=True):
    """One window of a report with its word rows (words, width + features) and the mentions among them."""

    window: Window
    rows: Array
    stops: NDArray[np.int32]
    mentions: list[tuple[str, Run]]


class Marker:
    """Holds the opened model; one per process. Pure: the same report always gives the same marks."""

    def __init__(
        self, *, encoder: Encoder, heads: Heads, tokenizer: Tokenizer, labels: Labels, thresholds: Thresholds, name: str
    ) -> None:
        self._encoder, self._heads, self._tokenizer = encoder, heads, tokenizer
        self._labels, self._thresholds, self._name = labels, thresholds, name

    def mark(self, report: Report) -> Marks:
        """The marks of a report, in text order. Nothing is found in words that are junk."""
        words = split_words(report.text)
        scenes = self._read_scenes(words)
        if not scenes:
            return Marks(triggers=(), cues=(), junk=(), made_by=self._name)
        found, is_junk = self._find_junk(report, words, scenes)
        return Marks(
            triggers=tuple(self._mark_triggers(report.text, words, scenes, is_junk)),
            cues=tuple(self._mark_cues(report.text, words, scenes, is_junk)),
            junk=found,
            made_by=self._name,
        )

    def _read_scenes(self, words: Words) -> list[Scene]:
        pieces = encode_words(words, self._tokenizer)
        if not len(pieces.ids):  # nothing but characters that the tokenizer drops
            return []
        windows = cut_windows(pieces, self._encoder.max_pieces)
        edges = np.append(pieces.firsts, len(pieces.ids))
        scenes = []
        for first in range(0, len(windows), _WINDOW_BATCH):
            batch = windows[first : first + _WINDOW_BATCH]
            vectors = self._encoder.encode([pieces.ids[edges[w.start] : edges[w.end]] for w in batch])
            for window, found in zip(batch, vectors, strict=True):
                firsts = pieces.firsts[window.start : window.end] - edges[window.start]
                scenes.append(self._scene(words, window, found[firsts]))
        return scenes

    def _scene(self, words: Words, window: Window, vectors: Array) -> Scene:
        rows = np.concatenate([vectors, words.features[window.start : window.end]], axis=1)
        tags = self._heads.smooth("mention_smooth", self._heads.linear("mention", rows))
        return Scene(window, rows, words.stops[window.start : window.end], find_mentions(softmax(tags)))

    def _decide(self, scenes: list[Scene], head: str) -> Array:
        """Probabilities of a head for every word of the report, each from the window that decides it."""
        cores = [s.rows[s.window.core_start - s.window.start : s.window.core_end - s.window.start] for s in scenes]
        return softmax(self._heads.linear(head, np.concatenate(cores)))

    def _find_junk(
        self, report: Report, words: Words, scenes: list[Scene]
    ) -> tuple[tuple[Span, ...], NDArray[np.bool_]]:
        """Junk that **read** did not know, and which words are junk of either kind."""
        edges = [(item.start, item.end) for item in report.junk]
        is_junk = np.array([any(a <= at < b for a, b in edges) for at in words.starts], dtype=bool)
        found = []
        for run in find_stretches(self._decide(scenes, "junk")[:, 1], stretch_starts(words), self._thresholds.junk):
            if not is_junk[run.start : run.end].any():
                found.append(_span(report.text, words, 0, run))
                is_junk[run.start : run.end] = True
        return tuple(found), is_junk

    def _find(
        self, scenes: list[Scene], head: str, threshold: float, is_junk: NDArray[np.bool_]
    ) -> list[tuple[Scene, list[Run]]]:
        """Anchors of a head by the scene that decides them, as words of that scene."""
        probabilities = self._decide(scenes, head)
        probabilities[is_junk] = np.eye(1, probabilities.shape[1])
        found = find_anchors(probabilities, threshold)
        placed = []
        for scene in scenes:
            window = scene.window
            own = [run for run in found if window.core_start <= run.start < window.core_end]
            shifted = [
                Run(run.start - window.start, min(run.end, window.end) - window.start, run.label, run.score)
                for run in own
            ]
            placed.append((scene, shifted))
        return placed

    def _pair_scores(self, scene: Scene, runs: list[Run], types: NDArray[np.int64], head: str) -> tuple[Array, Array]:
        """(anchors' vectors, scores (anchors, words, tags) of a head) of one scene's anchors."""
        spans = [(run.start, run.end) for run in runs]
        anchors = self._heads.anchors(scene.rows, spans, types)
        distances = bucket_distances(spans, len(scene.rows))
        hidden = self._heads.pairs(anchors, scene.rows, distances, bucket_stops(spans, scene.stops))
        return anchors, self._heads.linear(head, hidden)

    def _mark_triggers(
        self, text: str, words: Words, scenes: list[Scene], is_junk: NDArray[np.bool_]
    ) -> list[TriggerMark]:
        drafts: list[TriggerMark] = []
        vectors: list[Array] = []
        places: list[tuple[int, int]] = []
        for scene, runs in self._find(scenes, "trigger", self._thresholds.trigger, is_junk):
            if not runs:
                continue
            types = np.array([run.label - 1 for run in runs])
            anchors, scores = self._pair_scores(scene, runs, types, "role")
            vectors.append(anchors)
            start = scene.window.start
            places += [(run.start + start, run.end + start) for run in runs]
            state = self._heads.attributes(anchors)
            for run, chosen, row in zip(runs, softmax(scores), state, strict=True):
                roles = tuple(
                    RoleMark(role=Role(name), span=_span(text, words, start, found), score=round(found.score, 3))
                    for name, found in find_roles(chosen, scene.mentions, self._thresholds.role)
                )
                drafts.append(self._trigger(_span(text, words, start, run), run, roles, row))
        groups = self._group(drafts, np.concatenate(vectors), places, words) if drafts else []
        return [replace(draft, event=group) for draft, group in zip(drafts, groups, strict=True)]

    def _trigger(self, span: Span, run: Run, roles: tuple[RoleMark, ...], state: Array) -> TriggerMark:
        modes = sigmoid(self._heads.linear("mode", state))
        statuses = find_anchors(softmax(self._heads.linear("status", state[None])), self._thresholds.status)
        status = self._labels.statuses[statuses[0].label if statuses else 0]
        doer = self._labels.responsibilities[int(self._heads.linear("responsibility", state).argmax())]
        return TriggerMark(
            span=span,
            type=EventType(self._labels.types[run.label - 1]),
            modes=tuple(name for name, p in zip(self._labels.modes, modes, strict=True) if p >= self._thresholds.mode),
            status=Status(status),
            responsibility=None if doer == "none" else Responsibility(doer),
            roles=roles,
            event=-1,
            score=round(run.score, 3),
        )

    def _group(
        self, drafts: list[TriggerMark], vectors: Array, places: list[tuple[int, int]], words: Words
    ) -> list[int]:
        """Which triggers tell of one event: only those of one type are ever joined."""
        pairs = list(_candidate_pairs([draft.type for draft in drafts]))
        links: dict[tuple[int, int], float] = {}
        for first in range(0, len(pairs), _LINK_BATCH):
            batch = pairs[first : first + _LINK_BATCH]
            extras = [_extras(words, places[left], places[right]) for left, right in batch]
            sides = np.array(batch)
            scores = self._heads.links(vectors, sides[:, 0], sides[:, 1], np.array(extras, dtype=np.float32))
            links.update(zip(batch, map(float, scores), strict=True))
        return cluster_links(len(drafts), links, self._thresholds.link)

    def _mark_cues(self, text: str, words: Words, scenes: list[Scene], is_junk: NDArray[np.bool_]) -> list[CueMark]:
        cues = []
        for scene, runs in self._find(scenes, "cue", self._thresholds.cue, is_junk):
            if not runs:
                continue
            types = np.full(len(runs), len(self._labels.types))
            anchors, scores = self._pair_scores(scene, runs, types, "part")
            likely = softmax(self._heads.smooth("part_smooth", scores))
            stances = self._heads.linear("stance", self._heads.attributes(anchors)).argmax(axis=1)
            for run, chosen, stance in zip(runs, likely, stances, strict=True):
                cue = self._cue(text, words, scene.window.start, run, chosen, self._labels.stances[stance])
                if cue.content:
                    cues.append(cue)
        return cues

    def _cue(self, text: str, words: Words, start: int, run: Run, scores: Array, stance: str) -> CueMark:
        source, medium = find_part(scores, "source"), find_part(scores, "medium")
        return CueMark(
            span=_span(text, words, start, run),
            source=_span(text, words, start, source) if source else None,
            content=tuple(_span(text, words, start, found) for found in find_content(scores)),
            medium=_span(text, words, start, medium) if medium else None,
            stance=Stance(stance),
            score=round(run.score, 3),
        )


def _candidate_pairs(types: list[EventType]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of one type; each trigger is compared with the last `_LINKED_BACK` of its type."""
    seen: dict[EventType, deque[int]] = defaultdict(lambda: deque(maxlen=_LINKED_BACK))
    for right, kind in enumerate(types):
        for left in seen[kind]:
            yield left, right
        seen[kind].append(right)


def _extras(words: Words, left: tuple[int, int], right: tuple[int, int]) -> list[float]:
    stops = abs(int(words.stops[right[0]] - words.stops[left[0]]))
    return link_extras(words.texts[slice(*left)], words.texts[slice(*right)], abs(right[0] - left[0]), stops)


def _span(text: str, words: Words, start: int, run: Run) -> Span:
    return span_of(text, words.starts[start + run.start], words.ends[start + run.end - 1])
