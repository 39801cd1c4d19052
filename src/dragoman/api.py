"""What Python users call: reports in, records out.

The pipeline is imported at the first call, not with the package: numpy and onnxruntime take longer to import
than all else together, and `import dragoman` has to be quick.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from dragoman.config import Settings
from dragoman.read import list_inputs, report_from_text
from dragoman.records import Failure, Record


def read_report(
    text: str, *, published: str | None = None, id: str = "report", settings: Settings | None = None
) -> Record:
    """The record of one report given as text.

    `published` is its date of publication (ISO: a day, a month or a year), against which words such as
    "yesterday" are read. `settings` name tables of your own, among other things. Raises InputError where the text is
    no report in English, AssetError where the model is missing or damaged, UsageError where a table is not in order.
    """
    from dragoman import pipeline  # noqa: PLC0415 - see above

    return pipeline.code_report(report_from_text(text, id=id, published=published), _tools(settings))


def read_reports(
    paths: Sequence[str], *, published: str | None = None, settings: Settings | None = None
) -> Iterator[Record | Failure]:
    """The records of files and folders, in order; a report that cannot be read comes as a Failure."""
    from dragoman import pipeline  # noqa: PLC0415 - see above

    for item in list_inputs(paths):
        yield item if isinstance(item, Failure) else pipeline.code_input(item, _tools(settings), published)


@cache
def _tools(settings: Settings | None) -> Any:
    """Opened once for each settings and kept for the life of the process."""
    from dragoman import pipeline  # noqa: PLC0415 - see above

    return pipeline.open_tools(settings)
