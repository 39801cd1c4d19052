"""`dragoman add`: reports into a situation file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from dragoman.show.cli.lists import make_settings, take_actors, take_places
from dragoman.show.cli.read import check_date
from dragoman.show.screen import open_console, safe_words
from dragoman.show.tally import failure_line

_FAILURES_SHOWN = 20  # all are in the situation


@click.command()
@click.argument("situation", type=click.Path(path_type=Path))
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--published", metavar="DATE", help="Date of publication (2020-01-12, 2020-01 or 2020), whatever the reports say."
)
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes that share the work.")
@take_actors
@take_places
@click.option(
    "--progress/--no-progress", default=None, help="Show or hide the progress bar. Without it: shown on a terminal."
)
def add(  # noqa: PLR0913 - one parameter for each option
    situation: Path,
    paths: tuple[str, ...],
    published: str | None,
    jobs: int,
    actors: tuple[Path, ...],
    places: tuple[Path, ...],
    place_index: Path | None,
    progress: bool | None,
) -> None:
    """Add reports to a situation, and join their events to the incidents that they tell of.

    SITUATION is a file; it is made where there is none. PATH is what `dragoman read` takes. A report that is there
    already changes nothing; one with the same id and other words is kept as its new version. What is cut short (Ctrl-C
    too) is kept: run it again to go on. Two processes may add to one file at once.

    \b
    Examples:
      dragoman add harbour.db reports/
      dragoman add harbour.db wire.jsonl --jobs 4
    """
    check_date(published)
    from dragoman.situation import Situation  # noqa: PLC0415 - --help must not wait for the libraries

    settings = make_settings(actors, places, place_index)
    with Situation.open(situation, create=True) as opened:
        try:
            with _count_inputs(paths, progress) as advance:
                tally = opened.add(paths, published=published, jobs=jobs, settings=settings, on_progress=advance)
        except KeyboardInterrupt:
            click.echo(f"What was done is kept in {safe_words(str(situation))}. Run it again to go on", err=True)
            raise
    for failure in tally.failed[:_FAILURES_SHOWN]:
        click.echo(f"Failed: {failure_line(failure)}", err=True)
    click.echo(tally.tell(), err=True)
    if tally.failed:
        raise SystemExit(1)


@contextmanager
def _count_inputs(paths: tuple[str, ...], wanted: bool | None) -> Iterator[Callable[[int], None] | None]:
    """What is told how many inputs are done: a bar on standard error where it is wanted or that is a terminal."""
    console = open_console(stderr=True)
    if wanted is False or (wanted is None and not console.is_terminal):
        yield None
        return
    from dragoman.read import list_inputs  # noqa: PLC0415 - --help must not wait for the readers' libraries

    total = None if "-" in paths else sum(1 for _ in list_inputs(paths))
    columns = (TextColumn("reports"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda done: progress.update(task, completed=done)
