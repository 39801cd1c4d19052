"""The losses of one window, added up with fixed weights."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from dragoman.mark.labels import Labels
from train.examples import Batchable
from train.model import Heads
from train.places import Places

# Weights that bring the terms to one order of magnitude; role and part were doubled after a first run, whose joint
# scorer was far from having learnt even the reports it was trained on (docs/log.md).
WEIGHTS = {
    "trigger": 4.0,
    "cue": 4.0,
    "junk": 1.0,
    "mention": 3.0,
    "role": 4.0,
    "play": 2.0,  # the second teacher of roles: each trigger with each mention (docs/decisions/009-second-reader.md)
    "part": 6.0,
    "mode": 0.3,
    "status": 0.4,
    "responsibility": 0.3,
    "stance": 0.3,
    "link": 0.5,
    "other": 2.0,
}


def window_losses(heads: Heads, vectors: Tensor, window: Batchable, labels: Labels) -> dict[str, Tensor]:
    """The terms of the loss for one window; `vectors` are its pieces' (pieces, width)."""
    features = torch.from_numpy(window.features)
    rows = heads.dropout(torch.cat([vectors[torch.from_numpy(window.firsts)], features], dim=1))
    if window.kind != "gold":
        return _OTHERS[window.kind](heads, rows, window, labels)
    terms = {
        "trigger": functional.cross_entropy(heads.trigger(rows), torch.from_numpy(window.trigger_tags)),
        "cue": functional.cross_entropy(heads.cue(rows), torch.from_numpy(window.cue_tags)),
        "junk": functional.cross_entropy(heads.junk(rows), torch.from_numpy(window.junk_tags)),
        "mention": _tag_loss(heads.mention_smooth(heads.mention(rows).unsqueeze(0)), window.mention_tags),
    }
    if window.triggers:
        terms |= _trigger_losses(heads, rows, window, labels)
    if window.cues:
        hidden, anchors = _cue_pairs(heads, rows, window, labels)
        terms["part"] = _tag_loss(heads.part_smooth(heads.part(hidden)), window.part_tags)
        stances = torch.tensor([labels.stances.index(item.stance) for item in window.cues])
        terms["stance"] = functional.cross_entropy(heads.stance(heads.attributes(anchors)), stances)
    return terms


def _polnear_losses(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> dict[str, Tensor]:
    terms = {"cue": functional.cross_entropy(heads.polnear_cue(rows), torch.from_numpy(window.cue_tags))}
    if window.cues:
        hidden, _ = _cue_pairs(heads, rows, window, labels)
        terms["part"] = _tag_loss(heads.polnear_smooth(heads.polnear_part(hidden)), window.part_tags)
    return terms


def _cue_pairs(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> tuple[Tensor, Tensor]:
    spans = torch.tensor([(item.start, item.end) for item in window.cues])
    types = torch.full((len(window.cues),), len(labels.types))
    anchors = heads.anchors(rows, spans, types)
    n = len(window.triggers)
    distances, stops = torch.from_numpy(window.distances[n:]), torch.from_numpy(window.stops[n:])
    return heads.pairs(anchors, rows, distances, stops), anchors


def _trigger_losses(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> dict[str, Tensor]:
    items = window.triggers
    n = len(items)
    anchors = _anchors(heads, rows, window, labels)
    hidden = _role_pairs(heads, anchors, rows, window)
    state = heads.attributes(anchors)
    modes = torch.zeros(n, len(labels.modes))
    for at, item in enumerate(items):
        for mode in item.modes:
            modes[at, labels.modes.index(mode)] = 1.0
    statuses = torch.tensor([labels.statuses.index(item.status) for item in items])
    doers = torch.tensor([labels.responsibilities.index(item.responsibility) for item in items])
    mode_loss = functional.binary_cross_entropy_with_logits(heads.mode(state), modes, reduction="sum") / n
    terms = {
        "role": _tag_loss(heads.role(hidden), window.role_tags),
        "mode": mode_loss,
        "status": functional.cross_entropy(heads.status(state), statuses),
        "responsibility": functional.cross_entropy(heads.responsibility(state), doers),
    }
    if window.places:
        terms["play"] = _play_loss(heads, heads.play, anchors, rows, window, window.places)
    if window.links:
        terms["link"] = _link_loss(heads, anchors, window)
    return terms


def _play_loss(  # noqa: PLR0913 a head and what it reads
    heads: Heads, last: nn.Linear, anchors: Tensor, rows: Tensor, window: Batchable, places: Places
) -> Tensor:
    mentions = heads.mentions(rows, torch.tensor(window.mentions), torch.from_numpy(window.kinds))
    where = [torch.from_numpy(item) for item in (places.distances, places.stops, places.ranks)]
    return _tag_loss(last(heads.plays(anchors, mentions, *where)), window.plays)


def _link_loss(heads: Heads, anchors: Tensor, window: Batchable) -> Tensor:
    left = torch.tensor([link[0] for link in window.links])
    right = torch.tensor([link[1] for link in window.links])
    same = torch.tensor([float(link[2]) for link in window.links])
    extras = torch.tensor([link[3] for link in window.links])
    return functional.binary_cross_entropy_with_logits(heads.links(anchors, left, right, extras), same)


def _anchors(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> Tensor:
    """Vectors of a window's triggers; those of another guideline have the type "cue", the one after the last."""
    known = (*labels.types, "cue")
    spans = torch.tensor([(item.start, item.end) for item in window.triggers])
    return heads.anchors(rows, spans, torch.tensor([known.index(item.type) for item in window.triggers]))


def _role_pairs(heads: Heads, anchors: Tensor, rows: Tensor, window: Batchable) -> Tensor:
    n = len(window.triggers)
    distances, stops = torch.from_numpy(window.distances[:n]), torch.from_numpy(window.stops[:n])
    return heads.pairs(anchors, rows, distances, stops)


def _propbank_losses(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> dict[str, Tensor]:
    if not window.triggers:
        return {}
    anchors = _anchors(heads, rows, window, labels)
    hidden = _role_pairs(heads, anchors, rows, window)
    terms = {"role": _tag_loss(heads.propbank_role(hidden), window.role_tags)}
    if window.places:
        terms["play"] = _play_loss(heads, heads.propbank_play, anchors, rows, window, window.places)
    return terms


def _ecb_losses(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> dict[str, Tensor]:
    terms = _other_losses(heads, rows, window, labels)
    if window.links:
        terms["link"] = _link_loss(heads, _anchors(heads, rows, window, labels), window)
    return terms


def _other_losses(heads: Heads, rows: Tensor, window: Batchable, _: Labels) -> dict[str, Tensor]:
    """The tags of another guideline, where any were annotated in the window."""
    if (window.other_tags < 0).all():
        return {}
    return {"other": _tag_loss(heads.other[window.other](rows).unsqueeze(0), window.other_tags)}


def _typed_losses(heads: Heads, rows: Tensor, window: Batchable, labels: Labels) -> dict[str, Tensor]:
    """At least one word tells of an event of the known type; which one is for the model to say."""
    absent = 1 - torch.softmax(heads.trigger(rows), dim=1)[:, window.type + 1]
    missed = absent.clamp(1e-4, 1).log().sum().exp()
    return {"trigger": -(1 - missed).clamp(min=1e-4).log() / 10}  # a sentence weighs as much as its one word in ten


_OTHERS = {
    "polnear": _polnear_losses,
    "roles": _propbank_losses,
    "links": _ecb_losses,
    "typed": _typed_losses,
    "names": _other_losses,
    "muc": _other_losses,
}


def _tag_loss(logits: Tensor, tags: object) -> Tensor:
    return functional.cross_entropy(logits.flatten(0, 1), torch.as_tensor(tags).flatten())
