"""Each sample report gives the record that a person reviewed. `pytest tests/golden --update-golden` rewrites them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import read_reports
from dragoman.records import Record
from tests.conftest import ROOT
from tests.golden.readable import to_text

SAMPLES = ROOT / "samples"
EXPECTED = Path(__file__).parent / "expected"


def list_ids() -> Iterator[str]:
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix == ".jsonl":
            yield from (json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines())
        elif path.name != "README.md":
            yield path.stem


IDS = sorted(list_ids())


@pytest.fixture(scope="session")
def read_samples() -> dict[str, Record]:
    paths = [str(path) for path in sorted(SAMPLES.iterdir()) if path.name != "README.md"]
    found = list(read_reports(paths))
    assert all(isinstance(each, Record) for each in found), found
    return {each.id: each for each in found if isinstance(each, Record)}


@pytest.mark.parametrize("id", IDS)
def test_sample_gives_its_reviewed_record(
    id: str, read_samples: dict[str, Record], request: pytest.FixtureRequest
) -> None:
    path = EXPECTED / f"{id}.txt"
    text = to_text(read_samples[id])
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no expected record: run pytest tests/golden --update-golden and review {path.name}"
    assert text == path.read_text(encoding="utf-8")


def test_every_expected_record_belongs_to_a_sample() -> None:
    assert {path.stem for path in EXPECTED.glob("*.txt")} <= set(IDS)
