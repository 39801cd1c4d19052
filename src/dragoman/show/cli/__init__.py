"""The command line: one file for each command. Takes arguments, calls the pipeline, prints through `show`."""

from dragoman.show.cli.group import main

__all__ = ["main"]
