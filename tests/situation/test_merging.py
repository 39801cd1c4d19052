"""Reports added in any order and in any portions give the incidents that all of them at once give."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.incidents import Judgement
from dragoman.merge import merge_records
from dragoman.records import Record
from dragoman.situation import Situation
from tests.situation.worlds import Groups, groups_of, records_of

SMALL = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def merge(records: list[Record], judgements: list[Judgement] | None = None) -> Groups:
    made = merge_records(records, judgements or [])
    return {tuple((m.report, m.event) for m in incident.members): incident.joins for incident in made}


@SMALL
@given(st.integers(0, 5), st.randoms(use_true_random=False), st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_any_order_and_portions_give_what_all_at_once_gives(seed: int, dice: object, portions: list[int]) -> None:
    records = list(records_of(12, seed))
    dice.shuffle(records)  # type: ignore[attr-defined]
    with TemporaryDirectory() as folder, Situation.open(Path(folder) / "a.db", create=True) as situation:
        rest = list(records)
        while rest:
            portion = portions[len(rest) % len(portions)]
            situation.add_records(rest[:portion])
            rest = rest[portion:]
        assert groups_of(situation) == merge(records)


@SMALL
@given(st.integers(0, 5), st.randoms(use_true_random=False))
def test_judgements_and_corrections_come_to_the_same_too(seed: int, dice: object) -> None:
    records = list(records_of(8, seed))
    pick = dice.choice  # type: ignore[attr-defined]
    keys = [(record.id, event.id) for record in records for event in record.events]
    judgements: list[Judgement] = []
    with TemporaryDirectory() as folder, Situation.open(Path(folder) / "a.db", create=True) as situation:
        situation.add_records(records[::2])
        one, two = pick(keys[: len(keys) // 3]), pick(keys)
        situation.add_records(records[1::2])
        if one != two:
            judgements.append(Judgement(left=one, right=two, same=True, by="ada", why=("seen",)))
            situation.join([one, two], why="seen", by="ada")
        crowded = [row for row in situation.incidents() if row.n_events > 1]
        if crowded:
            told = situation.incident(pick(crowded).id).told
            out = (told[0].report, told[0].event.id)
            others = [(t.report, t.event.id) for t in told[1:]]
            situation.split([out], why="another one", by="ada")
            judgements += [Judgement(left=out, right=key, same=False, by="ada", why=("another one",)) for key in others]
        assert groups_of(situation) == merge(records, judgements)
        for ruling in situation.judgements():
            situation.undo(ruling.id, why="not so")
        assert groups_of(situation) == merge(records)
