"""Score predicted records against gold ones, both as JSON objects in the form of the codebook.

The measures (what counts as found, as right, as the same span) are those of the project's scorer of reports; a test
holds the numbers equal. Headlines: `events.typed`, `args`, `statements`; a row `X|typed` is over typed pairs alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from bench.score_events import score_events
from bench.spans import Json, listed, overlaps, pair_best, same_span, share_of, words_in
from bench.tally import Row, Tally


def score_records(gold: Sequence[Json], predicted: Sequence[Json]) -> dict[str, Row]:
    """The table over all gold records; one without a prediction counts as missed.

    Raises ValueError where ids are doubled or unknown, or where a prediction carries another text than the gold.
    """
    by_id = {record["id"]: record for record in predicted}
    if len(by_id) < len(predicted) or by_id.keys() - {record["id"] for record in gold}:
        raise ValueError("the predictions hold an id twice, or one that the gold file lacks")
    tally = Tally()
    for record in gold:
        other = by_id.get(record["id"], {"text": record["text"]})
        if other["text"] != record["text"]:
            raise ValueError(f"record {record['id']}: the text is not the one that was given, offsets mean nothing")
        _score_one(tally, record, other)
    return tally.table()


def print_table(table: dict[str, Row]) -> None:
    """Print the table for people."""
    for name, row in table.items():
        if "f1" in row:
            counts = f"({row['right']}/{row['pred']}/{row['gold']})"
            print(f"{name:16s} P {row['p']:.3f}  R {row['r']:.3f}  F1 {row['f1']:.3f}   {counts}")
        else:
            print(f"{name:16s} acc {row['acc']:.3f}                  ({row['right']}/{row['n']})")


def _score_one(tally: Tally, gold: Json, predicted: Json) -> None:
    matched = _score_statements(tally, gold, predicted)
    score_events(tally, gold, predicted, matched)
    _score_actors(tally, gold, predicted)
    ours, theirs = (words_in(gold["text"], listed(record, "junk")) for record in (gold, predicted))
    if ours or theirs:
        tally.add("junk", len(ours & theirs), len(theirs), len(ours))


def _score_statements(tally: Tally, gold: Json, predicted: Json) -> set[tuple[str, str]]:
    """Fill the rows of statements; give the pairs of ids (gold, predicted) that tell the same."""
    text = gold["text"]
    ours, theirs = listed(gold, "statements"), listed(predicted, "statements")
    likeness = {(i, j): _likeness(text, g, p) for i, g in enumerate(ours) for j, p in enumerate(theirs)}
    pairs = [(ours[i], theirs[j]) for i, j in pair_best(likeness)]
    tally.add("statements", len(pairs), len(theirs), len(ours))
    for part in ("source", "cue", "content", "medium"):
        left, right = (words_in(text, [s for each in side for s in _spans(each, part)]) for side in (ours, theirs))
        tally.add(part, len(left & right), len(right), len(left))
    matched = {(g["id"], p["id"]) for g, p in pairs}
    nested = 0
    for g, p in pairs:
        tally.hit("stance", g.get("stance") == p.get("stance", "assert"))
        via = g.get("via"), p.get("via")
        same = via in matched if all(via) else not any(via)
        tally.hit("via", same)
        nested += bool(g.get("via")) and same
    right_others = sum(_stance(g) != "assert" and _stance(g) == p.get("stance") for g, p in pairs)
    tally.add("stance.other", right_others, _count(theirs, _is_other), _count(ours, _is_other))
    _score_conflicts(tally, gold, predicted, matched)
    tally.add("via.nested", nested, _count(theirs, _is_nested), _count(ours, _is_nested))
    return matched


def _likeness(text: str, gold: Json, predicted: Json) -> float:
    """0 unless source and content agree; then the shared content, and 1 more for the cue."""
    shared = share_of(words_in(text, gold["content"]), words_in(text, listed(predicted, "content")))
    ours, theirs = gold.get("source"), predicted.get("source")
    agree = same_span(text, ours, theirs) if ours and theirs else not ours and not theirs
    if shared < 0.5 or not agree:
        return 0.0
    cues = gold.get("cue"), predicted.get("cue")
    return shared + (1 if cues[0] and cues[1] and overlaps(cues[0], cues[1]) else 0)


def _score_conflicts(tally: Tally, gold: Json, predicted: Json, matched: set[tuple[str, str]]) -> None:
    gold_id_of = {theirs: ours for ours, theirs in matched}
    ours = {frozenset(pair) for pair in gold.get("conflicts") or []}
    theirs = {
        frozenset(gold_id_of.get(each, f"unmatched {each}") for each in pair)
        for pair in predicted.get("conflicts") or []
        if len(pair) == 2
    }
    tally.add("conflicts", len(ours & theirs), len(theirs), len(ours))


def _score_actors(tally: Tally, gold: Json, predicted: Json) -> None:
    ours, theirs = _named(gold), _named(predicted)
    right = [
        form
        for form, actor in ours.items()
        if form in theirs and _fold(theirs[form].get("name")) in map(_fold, [actor["name"], *listed(actor, "aliases")])
    ]
    tally.add("actors", len(right), len(theirs), len(ours))
    for form in right:
        actor, other = ours[form], theirs[form]
        if actor.get("country"):
            tally.hit("actors.country", actor["country"] == other.get("country"))
        if actor.get("sector"):
            tally.hit("actors.sector", next(iter(listed(other, "sector")), None) in actor["sector"])


def _named(record: Json) -> dict[str, Json]:
    return {_fold(form): actor for actor in listed(record, "actors") for form in actor.get("as") or []}


def _fold(name: str | None) -> str:
    """A name without case, accents, punctuation and leading article."""
    letters = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in letters if not unicodedata.combining(c)).lower()
    return " ".join(re.sub(r"^the\s+", "", re.sub(r"[^\w\s]", " ", plain)).split())


def _spans(statement: Json, part: str) -> list[Json | None]:
    return listed(statement, part) if part == "content" else [statement.get(part)]


def _stance(statement: Json) -> str:
    return str(statement.get("stance", "assert"))


def _is_other(statement: Json) -> bool:
    return _stance(statement) != "assert"


def _is_nested(statement: Json) -> bool:
    return bool(statement.get("via"))


def _count(statements: list[Json], holds: Callable[[Json], bool]) -> int:
    return sum(map(holds, statements))
