from __future__ import annotations

import pytest
from click.testing import CliRunner

from dragoman.errors import UsageError
from dragoman.show.cli.group import dragoman
from dragoman.show.cli.read import check_date


@pytest.mark.parametrize("published", [None, "2020", "2020-01", "2020-01-12", "2020-02-29"])
def test_date_may_be_a_day_a_month_or_a_year(published: str | None) -> None:
    check_date(published)


@pytest.mark.parametrize("published", ["", "yesterday", "2020-13", "2021-02-29", "12.1.2020", "20200112", "2020-W02-1"])
def test_date_is_refused_when_it_is_none(published: str) -> None:
    with pytest.raises(UsageError, match="2020-01-12"):
        check_date(published)


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--format", "xlsx"],
        ["read", "x.txt", "--format", "parquet"],
        ["read", "x.txt", "--published", "soon"],
        ["read", "x.txt", "--jobs", "0"],
        ["read", "x.txt", "--jobs", "many"],
        ["read", "x.txt", "--evidence", "--format", "jsonl"],
        ["read", "x.txt", "-o", "x.docx"],
        ["reed", "x.txt"],
    ],
    ids=" ".join,
)
def test_read_ends_with_2_when_the_call_cannot_be_carried_out(arguments: list[str]) -> None:
    ended = CliRunner().invoke(dragoman, arguments)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "Error: " in ended.stderr
