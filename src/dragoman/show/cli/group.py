"""The command `dragoman` and the one place where an error becomes an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any, NoReturn

import click

from dragoman.config import VERSION
from dragoman.errors import DragomanError, InternalError
from dragoman.show.cli.actors import actors
from dragoman.show.cli.add import add
from dragoman.show.cli.conflicts import conflicts
from dragoman.show.cli.dates import dates
from dragoman.show.cli.debug import debug
from dragoman.show.cli.doctor import doctor
from dragoman.show.cli.dossier import dossier
from dragoman.show.cli.import_geonames import import_geonames
from dragoman.show.cli.incidents import incidents
from dragoman.show.cli.join import join
from dragoman.show.cli.judgements import judgements
from dragoman.show.cli.places import places
from dragoman.show.cli.read import read
from dragoman.show.cli.recode import recode
from dragoman.show.cli.schema import schema
from dragoman.show.cli.serve import serve
from dragoman.show.cli.show import show
from dragoman.show.cli.sources import sources
from dragoman.show.cli.split import split
from dragoman.show.cli.timeline import timeline
from dragoman.show.cli.undo import undo
from dragoman.show.screen import safe_words

INTERRUPTED = 130  # 128 + SIGINT, as shells report it
# `--jobs` is how dragoman uses more cores. With the threads that numpy's libraries take by themselves, one process kept
# two cores busy and was no quicker, and two processes took as long as one (docs/log.md, 2026-11-22).
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
BROKEN_PIPE = 141  # 128 + SIGPIPE, as other filters end when their reader is gone


class GuardedGroup(click.Group):
    """A group that ends with the documented exit code and one message, whatever its commands raise."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:
            _end_on_broken_pipe()
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            raise SystemExit(INTERRUPTED) from None
        except DragomanError as error:
            _end_with(error)
        except Exception as error:  # noqa: BLE001 - the last resort: a bug ends with a message that says what to do
            _end_with(_explain_bug(error))


def _end_with(error: DragomanError) -> NoReturn:
    click.echo(f"Error: {safe_words(str(error))}", err=True)
    raise SystemExit(error.exit_code)


def _explain_bug(error: Exception) -> InternalError:
    if os.environ.get("DRAGOMAN_DEBUG"):
        click.echo("".join(traceback.format_exception(error)), err=True)
    return InternalError(
        f"dragoman met a bug of its own ({type(error).__name__}: {error}). Run it again with DRAGOMAN_DEBUG=1 set and "
        "report what it prints, with the output of `dragoman doctor` and, if you may share it, the report"
    )


def _end_on_broken_pipe() -> NoReturn:
    """Nobody reads on: end without a word, and keep Python from flushing into the pipe as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(BROKEN_PIPE)


@click.group(
    cls=GuardedGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(VERSION, prog_name="dragoman")
def dragoman() -> None:
    """Turn news reports into event data that keep track of who said so.

    \b
    Examples:
      dragoman read article.txt                       what a report tells, in the terminal
      dragoman read article.html --evidence           the same, with the words behind it
      dragoman read reports/ -o events.csv --jobs 4   a folder, as a table for R or Excel
      cat reports.jsonl | dragoman read - --format jsonl | head

    \b
    Many reports of one situation, in one file:
      dragoman add iraq.db reports/                   read them, and join what they tell to incidents
      dragoman incidents iraq.db                      what happened, and how many independent origins tell it
      dragoman show iraq.db INCIDENT                  who says what of one incident
      dragoman dossier iraq.db -o iraq.html           a page to read, print and send

    \b
    Exit codes:
      0   everything was read
      1   some inputs failed; they are listed on standard error
      2   the call cannot be carried out: an option or a path is wrong
      3   the model, the codebook or an optional package is missing or damaged
      4   a situation file is newer, damaged, busy or none
      70  a bug of dragoman
      130 interrupted with Ctrl-C
      141 the reader of the output went away (as with `| head`)
    """


ABOUT_REPORTS = (read, actors, places, dates, import_geonames)
ABOUT_SITUATIONS = (
    add, incidents, show, conflicts, sources, timeline, dossier, serve, join, split, judgements, undo, recode,
)  # fmt: skip
for command in (*ABOUT_REPORTS, *ABOUT_SITUATIONS, debug, doctor, schema):
    dragoman.add_command(command)


def main() -> None:
    """The entry point of the command. Sets one thread a process, before numpy is imported and reads it."""
    for name in ONE_THREAD:
        os.environ.setdefault(name, "1")
    dragoman(prog_name="dragoman")
