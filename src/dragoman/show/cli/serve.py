"""`dragoman serve`: the desk, a local web app over a situation."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.errors import AssetError
from dragoman.show.cli.judging import find_person
from dragoman.show.screen import safe_words
from dragoman.situation import Situation

DEFAULT_PORT = 8417


@click.command()
@click.argument("situation", type=click.Path(path_type=Path))
@click.option("--port", default=DEFAULT_PORT, show_default=True, metavar="N", help="The port; 0 for any that is free.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address of this machine to serve on."
)
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
def serve(situation: Path, port: int, host: str, show: bool) -> None:
    """Open the desk: look at a situation and judge it in the browser.

    It serves on this machine alone unless --host says otherwise, and asks nothing of the network. End it with Ctrl-C.

    \b
    Examples:
      dragoman serve iraq.db --open
      dragoman serve iraq.db --port 9000
    """
    try:
        from dragoman.show.web.serve import Place, serve_desk  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise AssetError(
            f"the desk needs {error.name}, which is not installed. Install the extra: pip install 'dragoman[desk]'"
        ) from error
    Situation.open(situation).close()  # what is wrong with the file is told before a port is taken
    serve_desk(situation, Place(host, port, show), find_person(), lambda words: click.echo(safe_words(words)))
