"""No path of the machine on a page: what names a file is told by its last part."""

from __future__ import annotations

from pathlib import Path, PurePath, PureWindowsPath

from msgspec.structs import replace

from dragoman.records import Failure


def hide_folder(words: str, path: Path) -> str:
    """A message with the situation's path as its name only."""
    for told in {str(path), str(path.resolve()), str(path.absolute())}:
        words = words.replace(told, path.name)
    return words


def hide_source(failure: Failure) -> Failure:
    """A failure with the name of its file only, wherever its path stands."""
    name = _last_part(failure.source)
    told = {field: getattr(failure, field).replace(failure.source, name) for field in ("error", "mend")}
    return replace(failure, source=name, **told)


def _last_part(source: str) -> str:
    pure = PureWindowsPath(source) if "\\" in source else PurePath(source)
    return pure.name or source
