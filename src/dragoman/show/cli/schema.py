"""`dragoman schema`: the form of a record, for programs that read it."""

from __future__ import annotations

import json

import click

from dragoman.codec import json_schema
from dragoman.records import Record


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record: one line of `dragoman read --format jsonl`."""
    click.echo(json.dumps(json_schema(Record), indent=2))
