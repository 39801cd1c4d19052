"""The product's reader told where events stand: it still decides everything else about them itself.

Yardsticks of merging give the place of each mention and nothing more. The marker reads the report as always; where a
mention is told, its words are a trigger, with the type that the marker finds likeliest there. Each told mention is an
event of its own (one event for each occurrence in a report is the codebook's rule, and the yardstick's); other triggers
stay where the marker links them to a told one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.assets import open_bundle, open_codebook
from dragoman.config import Settings
from dragoman.grammar.moments import Clock
from dragoman.grammar.times import find_times
from dragoman.mark.decode import Run
from dragoman.mark.encoder import Encoder
from dragoman.mark.heads import Heads
from dragoman.mark.labels import Labels
from dragoman.mark.marker import Marker, Scene, Thresholds
from dragoman.mark.words import split_words
from dragoman.pipeline import Tools, code_marks
from dragoman.records import Event, Marks, Record, Report, RoleMark, Span, TriggerMark
from dragoman.terms import Role
from dragoman.text import contains, overlap, span_of

Told = Sequence[tuple[int, int]]


class ToldMarker(Marker):
    """A marker that takes given stretches as triggers, beside those that it finds itself."""

    _told: Sequence[Run] = ()

    def mark_told(self, report: Report, told: Told) -> Marks:
        """The marks of the report in which each told stretch [start, end) is a trigger of an event of its own."""
        words = split_words(report.text)
        starts, ends = np.array(words.starts), np.array(words.ends)
        firsts = [int(np.searchsorted(ends, start, side="right")) for start, _ in told]
        lasts = [int(np.searchsorted(starts, end, side="left")) for _, end in told]
        self._told = [Run(a, max(b, a + 1), 0, 1.0) for a, b in zip(firsts, lasts, strict=True) if a < len(starts)]
        marks = self.mark(report)
        self._told = ()
        stretches = [span_of(report.text, *each) for each in told]
        apart = _keep_apart(marks.triggers, stretches)
        clock = Clock(report.published)
        return replace(marks, triggers=tuple(_add_time(_drop_settings(mark, stretches), clock) for mark in apart))

    def _find(
        self, scenes: list[Scene], head: str, threshold: float, is_junk: NDArray[np.bool_]
    ) -> list[tuple[Scene, list[Run]]]:
        found = super()._find(scenes, head, threshold, is_junk)
        return [(scene, self._add_told(scene, runs)) for scene, runs in found] if head == "trigger" else found

    def _add_told(self, scene: Scene, runs: list[Run]) -> list[Run]:
        window = scene.window
        own = [run for run in self._told if window.core_start <= run.start < window.core_end]
        placed = [Run(run.start - window.start, min(run.end, window.end) - window.start, 0, 1.0) for run in own]
        scores = self._heads.linear("trigger", scene.rows)
        typed = [replace(r, label=int(scores[r.start : r.end, 1:].max(axis=0).argmax()) + 1) for r in placed]
        others = [run for run in runs if not any(run.start < told.end and told.start < run.end for told in typed)]
        return sorted([*others, *typed], key=lambda run: run.start)


def _keep_apart(triggers: Sequence[TriggerMark], told: Sequence[Span]) -> list[TriggerMark]:
    """Each told trigger as an event of its own, with those others that the marker links to it; the rest is left out.

    Another trigger that is linked to several told ones goes with the nearest.
    """
    is_told = [at for at, mark in enumerate(triggers) if any(overlap(mark.span, span) for span in told)]
    kept = []
    for at, mark in enumerate(triggers):
        near = [at] if at in is_told else [other for other in is_told if triggers[other].event == mark.event]
        best = min(near, key=lambda other: abs(triggers[other].span.start - mark.span.start), default=None)
        if best is not None:
            kept.append(replace(mark, event=best))
    return kept


def _drop_settings(mark: TriggerMark, told: Sequence[Span]) -> TriggerMark:
    """Without places and times that hold a told stretch whole: it would not count as a trigger then."""
    settings = (Role.PLACE, Role.TIME)
    kept = (r for r in mark.roles if r.role not in settings or not any(contains(r.span, span) for span in told))
    return replace(mark, roles=tuple(kept))


def _add_time(mark: TriggerMark, clock: Clock) -> TriggerMark:
    """A told stretch may hold its words of time ("Friday's raid"), which no trigger of the product's own does."""
    if any(role.role is Role.TIME for role in mark.roles):
        return mark
    start = mark.span.start
    times = [
        Span(start + m.start, start + m.end, mark.span.text[m.start : m.end]) for m in find_times(mark.span.text, clock)
    ]
    return replace(mark, roles=(*mark.roles, *(RoleMark(role=Role.TIME, span=span, score=1.0) for span in times)))


def open_told() -> Tools:
    """The product's tools with a marker that can be told."""
    bundle = open_bundle(Settings().bundle)
    manifest = bundle.manifest
    with np.load(bundle.folder / "heads.npz", allow_pickle=False) as archive:
        weights = {name: archive[name] for name in archive.files}
    marker = ToldMarker(
        encoder=Encoder(bundle.folder / "encoder.onnx", manifest.max_tokens),
        heads=Heads(weights),
        tokenizer=Tokenizer.from_file(str(bundle.folder / "tokenizer.json")),
        labels=Labels(modes=tuple(manifest.labels["modes"])),
        thresholds=Thresholds(**manifest.thresholds),
        name=bundle.made_by,
    )
    return Tools(marker, open_codebook())


def code_told(report: Report, told: Told, tools: Tools) -> tuple[Record, dict[tuple[int, int], str]]:
    """The record of a report whose events are told, and the id of the event of each told stretch that has one."""
    marker = tools.marker
    if not isinstance(marker, ToldMarker):
        raise TypeError("code_told wants the tools of open_told")
    record = code_marks(report, marker.mark_told(report, told), tools)
    return record, {each: event.id for each in told if (event := _find_event(record.events, *each)) is not None}


def _find_event(events: Sequence[Event], start: int, end: int) -> Event | None:
    return next((e for e in events if any(t.start < end and start < t.end for t in e.triggers)), None)
