"""`dragoman import-geonames`: all of GeoNames as an index of places."""

from __future__ import annotations

from pathlib import Path

import click
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from dragoman.config import Settings
from dragoman.export.output import replace_file
from dragoman.show.screen import open_console, safe_words


@click.command("import-geonames")
@click.argument("dump", metavar="DUMP", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "out", metavar="OUT", type=click.Path(path_type=Path), default="geonames.bin", show_default=True,
    help="Write the index to this file; it is replaced only when all is done.",
)  # fmt: skip
@click.option(
    "--progress/--no-progress", default=None, help="Show or hide the progress line. Else: shown on a terminal."
)
def import_geonames(dump: Path, out: Path, progress: bool | None) -> None:
    """Make an index of places from DUMP, a file of GeoNames: allCountries.zip, or that of one country.

    dragoman brings 235,000 towns. The dump has every hamlet, quarter, hospital and brook; get it from
    https://download.geonames.org/export/dump/ and name the index with --place-index afterwards. What dragoman brings
    stays as it is in the index. All of GeoNames takes some ten minutes and 3 GB of memory; the index takes 1 GB.

    \b
    Example:
      dragoman import-geonames allCountries.zip -o geonames.bin
      dragoman places Qaryat --place-index geonames.bin
      dragoman read reports/ --place-index geonames.bin -o records.jsonl
    """
    from dragoman.resolve.gazetteer import open_gazetteer  # noqa: PLC0415 - --help must not wait for the lists
    from dragoman.resolve.geonames import import_dump, open_dump  # noqa: PLC0415 - the same
    from dragoman.resolve.places_index import open_places  # noqa: PLC0415 - the same

    two = {state.two: state.iso for state in open_gazetteer().states if state.two}
    with open_dump(dump) as (_, size):
        pass
    screen = open_console(stderr=True)
    shown = screen.is_terminal if progress is None else progress
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), console=screen,
        transient=True, disable=not shown,
    )  # fmt: skip
    with bar, replace_file(out) as target:
        task = bar.add_task("reading", total=size)
        made = import_dump(
            dump, target, open_places(Settings().place_index), two,
            lambda lines, done: bar.update(task, completed=done, description=f"{lines:,} lines"),
        )  # fmt: skip
    told = f"{made.lines:,} lines of {dump}: {made.added:,} places added, {made.places:,} in all, in {out}"
    click.echo(safe_words(f"{told}. Use it with --place-index {out}"), err=True)
