"""`dragoman debug`: one stage alone, for those who look for where a reading went wrong."""

from __future__ import annotations

from collections.abc import Callable

import click
import msgspec

from dragoman.errors import InputError
from dragoman.records import Failure, Report
from dragoman.show.tally import failure_line


@click.group()
def debug() -> None:
    """Run one stage alone and print what it gives as JSON lines.

    PATH is what `dragoman read` takes. A report that cannot be read is told on standard error; the exit code is then 1.

    \b
    Example:
      dragoman debug mark article.txt | python -m json.tool
    """


@debug.command()
@click.argument("path")
def mark(path: str) -> None:
    """What the model saw: {"id", "marks"} with triggers, their roles, and cues."""
    from dragoman.pipeline import open_tools  # noqa: PLC0415 - --help must not wait for the model's libraries

    tools = open_tools()
    _print_stage(path, lambda report: {"id": report.id, "marks": tools.marker.mark(report)})


@debug.command()
@click.argument("path")
def code(path: str) -> None:
    """{"id", "statements", "events"} before dates, actors and places are resolved."""
    from dragoman.code.events import code_events  # noqa: PLC0415 - --help must not wait for the model's libraries
    from dragoman.code.statements import code_statements  # noqa: PLC0415
    from dragoman.pipeline import open_tools  # noqa: PLC0415

    tools = open_tools()

    def code_alone(report: Report) -> object:
        marks = tools.marker.mark(report)
        statements = code_statements(report, marks)
        events = code_events(report, marks, statements, tools.codebook)
        return {"id": report.id, "statements": statements, "events": events}

    _print_stage(path, code_alone)


@debug.command()
@click.argument("path")
def resolve(path: str) -> None:
    """The final record, as `dragoman read --format jsonl` gives it."""
    from dragoman.pipeline import code_report, open_tools  # noqa: PLC0415 - --help must not wait for the model's libraries

    tools = open_tools()
    _print_stage(path, lambda report: code_report(report, tools))


def _print_stage(path: str, run_stage: Callable[[Report], object]) -> None:
    """Read every report of the path and print one line for each."""
    from dragoman.read import Input, list_inputs, read_input  # noqa: PLC0415 - --help must not wait for the readers' libraries

    failures = 0
    for item in list_inputs([path]):
        failure = item if isinstance(item, Failure) else None
        if isinstance(item, Input):
            try:
                click.echo(msgspec.json.encode(run_stage(read_input(item))))
            except InputError as error:
                failure = Failure(
                    source=error.source, stage="read", error=error.what, place=error.place, mend=error.mend
                )
        if failure is not None:
            failures += 1
            click.echo(f"Failed: {failure_line(failure)}", err=True)
    if failures:
        raise SystemExit(1)
