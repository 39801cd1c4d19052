"""Score templates as GTT does (Du, Rush & Cardie 2021): micro F1 over the incident type and five string roles.

Predicted templates are mapped one-to-one to gold ones of the same type so that the document's micro F1 is highest. An
entity is right where each of its mentions is, but for articles and punctuation, a mention of one gold entity of that
role in the mapped template. A test holds the numbers equal to those of the project's scorer of MUC-4.
"""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Iterator, Sequence

from bench.spans import Json

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
KIND = "incident_type"
Row = dict[str, float]
Hits = Counter[tuple[str, str]]  # (role, "found" or "right") -> entities
_PUNCTUATION = str.maketrans("", "", string.punctuation)
_MANY = 100_000  # mappings; above, only those between templates of one type are tried


def normalise(words: str) -> str:
    """Small letters, no punctuation, no articles, single blanks."""
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", words.lower().translate(_PUNCTUATION)).split())


def score_templates(gold: Sequence[Json], predicted: Sequence[Json]) -> dict[str, Row]:
    """A row for the type, for each role and for `micro_avg`, over all gold documents (`docid`, `templates`)."""
    made = {row["docid"]: [_read(each) for each in row["templates"]] for row in predicted}
    counts: Hits = Counter()
    for row in gold:
        truth: list[Json] = []
        for template in map(_read, row["templates"]):
            if template not in truth:
                truth.append(template)
        counts.update(_score_document(made.get(row["docid"], []), truth))
    table = {role: _row(counts, [role]) for role in (KIND, *ROLES)}
    return table | {"micro_avg": _row(counts, [KIND, *ROLES])}


def _read(template: Json) -> Json:
    """A template with its mentions normalised; a mention is a string or a pair of string and offset."""
    return {KIND: template[KIND].lower()} | {role: [_entity(e) for e in template.get(role) or []] for role in ROLES}


def _entity(mentions: Sequence[str | Sequence[str]]) -> list[str]:
    return [normalise(each if isinstance(each, str) else each[0]) for each in mentions]


def _score_document(predicted: list[Json], gold: list[Json]) -> Hits:
    counts: Hits = Counter()
    for templates, total in ((predicted, "predicted"), (gold, "gold")):
        for template in templates:
            counts[KIND, total] += 1
            counts.update({(role, total): len(template[role]) for role in ROLES})
    sizes = (_total(counts, "predicted"), _total(counts, "gold"))
    pairs = {
        (i, j): _compare(ours, theirs)
        for i, ours in enumerate(predicted)
        for j, theirs in enumerate(gold)
        if ours[KIND] in (theirs[KIND], *theirs[KIND].split(" / "))  # a "bombing" fits an "attack / bombing"
    }
    best: Hits = Counter()
    highest = -1.0
    for mapping in _list_mappings(pairs, len(predicted), len(gold)):
        found: Hits = Counter()
        for pair in mapping:
            found.update(pairs.get(pair, {}))
        value = _f1(_total(found, "right"), sizes[0], _total(found, "found"), sizes[1])
        if value > highest:
            highest, best = value, found
    return counts + best


def _compare(predicted: Json, gold: Json) -> Hits:
    """How many predicted entities are right, and how many gold ones are found, between two templates."""
    hits: Hits = Counter({(KIND, "right"): 1, (KIND, "found"): 1})
    for role in ROLES:
        ours, theirs = predicted[role], gold[role]
        hits[role, "right"] = sum(any(set(p) <= set(g) for g in theirs) for p in ours)
        hits[role, "found"] = sum(any(set(p) <= set(g) for p in ours) for g in theirs)
    return hits


def _list_mappings(pairs: dict[tuple[int, int], Hits], n_ours: int, n_theirs: int) -> Iterator[list[tuple[int, int]]]:
    """One-to-one mappings as lists of pairs, in the order of the project's scorer: of equals the first is kept."""
    every = list(range(n_theirs))
    wide = (n_theirs + 1) ** n_ours <= _MANY
    options = [every if wide else [j for j in every if (i, j) in pairs] for i in range(n_ours)]

    def extend(i: int, taken: list[tuple[int, int]], used: frozenset[int]) -> Iterator[list[tuple[int, int]]]:
        if i == n_ours:
            yield taken
            return
        for j in options[i]:
            if j not in used:
                yield from extend(i + 1, [*taken, (i, j)], used | {j})
        yield from extend(i + 1, taken, used)

    yield from extend(0, [], frozenset())


def _total(counts: Hits, name: str) -> int:
    return sum(value for (_, each), value in counts.items() if each == name)


def _f1(right: int, predicted: int, found: int, gold: int) -> float:
    p = right / predicted if predicted else 0.0
    r = found / gold if gold else 0.0
    return 2 * p * r / (p + r) if p + r else 0.0


def _row(counts: Hits, roles: Sequence[str]) -> Row:
    sums = {name: sum(counts[role, name] for role in roles) for name in ("right", "predicted", "found", "gold")}
    p = sums["right"] / sums["predicted"] if sums["predicted"] else 0.0
    r = sums["found"] / sums["gold"] if sums["gold"] else 0.0
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(_f1(**sums), 4)}
