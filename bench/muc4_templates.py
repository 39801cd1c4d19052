"""The second look: which candidates fill a role in an incident of which type, and the templates that come of it."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from bench.muc4_candidates import Candidates, find_candidates
from bench.muc4_score import KIND, ROLES
from bench.muc4_sight import Sight
from bench.muc4_tagger import TYPES, Tagger
from bench.spans import Json

Array = NDArray[np.float32]


class Thresholds(Struct, frozen=True):
    """Probabilities from which a template and a filler are kept, chosen on the train part by `bench.fit_muc4`."""

    template: float
    filler: float


class Ranker(Struct, frozen=True):
    """The weights by name, fitted in `bench.fit_muc4`, where the same computation stands in PyTorch."""

    weights: dict[str, Array]

    def rank(self, candidates: Candidates) -> Array:
        """Probabilities (candidates, TYPES) that the string fills its role in an incident of the type."""
        w = self.weights
        facts = (candidates.facts - w["facts_mean"]) / w["facts_spread"]
        vectors = np.maximum(candidates.vectors @ w["vectors"] + w["vectors_bias"], 0)
        known = w["strings"][candidates.known].reshape(len(facts), -1)
        hidden = np.maximum(np.concatenate([facts, vectors, known], axis=1) @ w["second"] + w["second_bias"], 0)
        scores = np.clip(hidden @ w["fill"] + w["fill_bias"], -30, 30)  # beyond, exp overflows and nothing changes
        chances: Array = 1 / (1 + np.exp(-scores))
        return chances


class Adapter(Struct, frozen=True):
    """From what the product sees of a report to the templates of MUC-4."""

    tagger: Tagger
    ranker: Ranker
    thresholds: Thresholds

    def fill(self, sight: Sight) -> list[Json]:
        """The templates of one report in GTT's form, at most one for each type of incident."""
        tags = self.tagger.tag(sight)
        candidates = find_candidates(sight, tags)
        chances = self.ranker.rank(candidates) if candidates else None
        return build_templates(sight, tags.types, candidates, chances, self.thresholds)


def build_templates(
    sight: Sight, types: Array, candidates: Candidates | None, chances: Array | None, thresholds: Thresholds
) -> list[Json]:
    """A template for each type that is likely enough, with the fillers that are."""
    templates = []
    for number in np.flatnonzero(types >= thresholds.template):
        template: Json = {KIND: TYPES[number], **{role: [] for role in ROLES}}
        if candidates and chances is not None:
            for at in _choose(candidates, chances[:, number], thresholds.filler):
                start, words = candidates.places[at], candidates.words[at]
                template[ROLES[candidates.roles[at]]].append([sight.quote(start, start + len(words))])
        templates.append(template)
    return templates


def _choose(candidates: Candidates, chances: Array, least: float) -> list[int]:
    """The candidates in falling order of chance, without strings of a role that hold, or are held by, a better one."""
    chosen: list[int] = []
    texts = [f" {' '.join(words)} " for words in candidates.words]
    for at in np.argsort(-chances, kind="stable").tolist():
        if chances[at] < least:
            break
        if not any(
            texts[at] == texts[other]
            or (
                candidates.roles[at] == candidates.roles[other]
                and (texts[at] in texts[other] or texts[other] in texts[at])
            )
            for other in chosen
        ):
            chosen.append(at)
    return chosen
