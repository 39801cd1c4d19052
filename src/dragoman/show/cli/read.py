"""`dragoman read`: the main job."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

import click

from dragoman.errors import UsageError
from dragoman.show.cli.lists import make_settings, take_actors, take_places
from dragoman.show.run import Request, View, choose_view, run_read

_MONTH_OR_YEAR = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("-o", "--output", "out", metavar="OUT", help="Write to this file; it is replaced only when all is done.")
@click.option(
    "--format",
    "form",
    type=click.Choice([view.value for view in View]),
    help="What to write. Without it: what the ending of OUT says, else table.",
)
@click.option(
    "--published", metavar="DATE", help="Date of publication (2020-01-12, 2020-01 or 2020), whatever the reports say."
)
@take_actors
@take_places
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes that share the work.")
@click.option("--evidence", is_flag=True, help="Table only: show the sentences with the words lit up.")
@click.option(
    "--progress/--no-progress",
    default=None,
    help="Show or hide the progress line. Without it: shown for several inputs on a terminal.",
)
def read(  # noqa: PLR0913 - one parameter for each option
    paths: tuple[str, ...],
    out: str | None,
    form: str | None,
    published: str | None,
    actors: tuple[Path, ...],
    places: tuple[Path, ...],
    place_index: Path | None,
    jobs: int,
    evidence: bool,
    progress: bool | None,
) -> None:
    """Read reports and tell their events, and who says so.

    PATH is a file (text, HTML, JSON lines), a folder, or - for standard input. A report that cannot be read is listed
    at the end and does not stop the others; the exit code is then 1.

    \b
    Examples:
      dragoman read article.txt --published 2020-01-12
      dragoman read article.txt --evidence
      dragoman read reports.jsonl -o records.jsonl
      dragoman read reports/ -o events.parquet --jobs 4
      dragoman read reports/ --actors militias.csv --places quarters.csv

    \b
    Formats:
      table    for people: events, who says so, conflicts, what was set aside (also for an OUT ending in .txt)
      jsonl    one record for each report, in the form of `dragoman schema`
      csv      one line for each event (docs/export.md lists the columns)
      parquet  the same table; needs the extra dragoman[frames]

    With -o OUT, failures are also written to OUT with the ending .failures.jsonl. When the run is cut short, OUT stays
    as it was, and the finished part is kept in OUT.partial.
    """
    check_date(published)
    request = Request(
        out=Path(out) if out and out != "-" else None,
        view=choose_view(form, None if out == "-" else out),
        jobs=jobs,
        evidence=evidence,
        progress=progress,
    )
    from dragoman.pipeline import open_coder  # noqa: PLC0415 - --help must not wait for the model's libraries
    from dragoman.read import list_inputs  # noqa: PLC0415 - the same

    settings = make_settings(actors, places, place_index)
    if run_read(list_inputs(paths), partial(open_coder, published, settings), request).failures:
        raise SystemExit(1)


def check_date(published: str | None, option: str = "--published") -> None:
    """UsageError where the date of an option is no day, month or year."""
    if published is None or _MONTH_OR_YEAR.fullmatch(published):
        return
    with suppress(ValueError):
        if date.fromisoformat(published).isoformat() == published:
            return
    raise UsageError(f"{option} {published!r} is no date. Write 2020-01-12, 2020-01 or 2020")
