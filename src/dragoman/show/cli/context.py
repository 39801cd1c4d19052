"""The report that words are looked up in: one of the user's, or the words alone."""

from __future__ import annotations

from msgspec import structs

from dragoman.errors import UsageError
from dragoman.records import Failure, Report, Span


def place_words(words: str, path: str | None, published: str | None) -> tuple[Span, Report]:
    """Words with the report that they stand in: where they first stand in the file, else at its end; without a file
    the words are the report.

    Raises UsageError where there are no words or the file holds no report, InputError where it cannot be read.
    """
    if not words.strip():
        raise UsageError("the words are empty. Name what is to be looked up")
    report = _read_first(path, published) if path else Report(id="query", text="", published=published)
    start = report.text.find(words)
    if start < 0:
        gap = "\n\n" if report.text else ""
        report = structs.replace(report, text=f"{report.text}{gap}{words}")
        start = len(report.text) - len(words)
    return Span(start, start + len(words), words), report


def _read_first(path: str, published: str | None) -> Report:
    from dragoman.read import list_inputs, read_input  # noqa: PLC0415 - --help must not wait for the readers' libraries

    for item in list_inputs([path]):
        if not isinstance(item, Failure):
            return read_input(item, published=published)
    raise UsageError(f"{path} holds no report. Name a file that `dragoman read` takes")
