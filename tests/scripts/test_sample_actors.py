"""The sample of the gazetteer is half terms, half bodies, and the same for the same seed."""

from __future__ import annotations

from tests.house.tree import run_python


def test_sample_is_the_same_for_the_same_seed_and_another_for_another():
    first, again, other = (run_python("scripts/sample_actors.py", "10", seed).stdout for seed in ("1", "1", "2"))
    assert first == again != other
    lines = first.splitlines()
    assert len(lines) == 10
    assert all(" to " in line for line in lines[:5])
