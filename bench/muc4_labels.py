"""What the templates of MUC-4's train part teach: tags of words, types of reports, and which candidates are right."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from bench.muc4_candidates import Candidates, trim
from bench.muc4_score import KIND, ROLES, normalise
from bench.muc4_sight import Sight
from bench.muc4_tagger import TYPES
from bench.spans import Json

_WORD = re.compile(r"\w+|[^\w\s]")  # as the product cuts words
Array = NDArray[np.float32]


def tag_words(sight: Sight, templates: list[Json]) -> NDArray[np.int64]:
    """The tag of each word: the templates' strings wherever they stand in the text, longer strings first."""
    tags = np.zeros(len(sight.words), dtype=np.int64)
    strings: dict[tuple[str, ...], int] = {}
    for template in templates:
        for role, name in enumerate(ROLES):
            for words in (trim(_WORD.findall(mention.lower())) for e in template[name] for mention, _ in e):
                if words:
                    strings.setdefault(words, role)
    for words, role in sorted(strings.items(), key=lambda item: -len(item[0])):
        for at in sight.find(words):
            end = at + len(words)
            if not tags[at:end].any():
                tags[at] = 1 + 2 * role
                tags[at + 1 : end] = 2 + 2 * role
    return tags


def mark_types(templates: list[Json]) -> Array:
    """1 for each of TYPES that a template has."""
    found = {template[KIND] for template in templates}
    return np.array([name in found for name in TYPES], dtype=np.float32)


def mark_right(candidates: Candidates, templates: list[Json]) -> Array:
    """(candidates, TYPES): 1 where the string fills its role in a template of the type."""
    right = np.zeros((len(candidates.words), len(TYPES)), dtype=np.float32)
    for template in templates:
        for role, name in enumerate(ROLES):
            strings = {normalise(mention) for entity in template[name] for mention, _ in entity}
            for at, words in enumerate(candidates.words):
                if candidates.roles[at] == role and normalise(" ".join(words)) in strings:
                    right[at, TYPES.index(template[KIND])] = 1
    return right
