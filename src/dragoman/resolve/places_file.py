"""The form of an index of places as bytes: one line of JSON, then columns of numbers, each at a multiple of 8.

`places_index` tells what the columns mean. Why a form of our own and no SQLite: look-ups read the file in place,
without copy or query, several processes share one copy of it in memory, and one reader serves our file and the user's.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[Any]
BUCKETS = 1 << 16
_CODES = {"u4": "I", "i4": "i", "u2": "H", "u1": "B"}  # as `memoryview.cast` calls them
_HEAD_ROOM = 1000  # bytes for the table of columns in the first line


def pack_names(hashes: npt.NDArray[np.uint64], values: npt.NDArray[np.uint32]) -> dict[str, Column]:
    """The table of names: values by the hash of 48 bits of their name, in buckets of its first 16 bits."""
    order = np.lexsort((values, hashes))
    hashes, values = hashes[order], values[order]
    bucket = np.zeros(BUCKETS + 1, dtype=np.uint32)
    np.cumsum(np.bincount((hashes >> np.uint64(32)).astype(np.int64), minlength=BUCKETS), out=bucket[1:])
    return {"bucket": bucket, "key": (hashes & np.uint64(0xFFFFFFFF)).astype(np.uint32), "value": values}


def unpack_names(bucket: Column, key: Column) -> npt.NDArray[np.uint64]:
    """The hashes of a table of names, in its order."""
    sizes: npt.NDArray[np.int64] = bucket[1:].astype(np.int64) - bucket[:-1].astype(np.int64)
    high = np.repeat(np.arange(BUCKETS, dtype=np.uint64), sizes)
    return (high << np.uint64(32)) | key.astype(np.uint64)


def write_index(stream: BinaryIO, told: Mapping[str, Any], columns: Mapping[str, Column]) -> None:
    """Write an index: `told` is the manifest, the countries and the lists of words; the columns are little-endian."""
    at = len(json.dumps(told)) + _HEAD_ROOM
    table: dict[str, tuple[int, int, str]] = {}
    for name, column in columns.items():
        at += -at % 8
        table[name] = (at, column.nbytes, _CODES[column.dtype.str[1:]])
        at += column.nbytes
    head = json.dumps({**told, "columns": table}).encode() + b"\n"
    stream.write(head)
    done = len(head)
    for name, column in columns.items():
        stream.write(bytes(table[name][0] - done))
        stream.write(np.ascontiguousarray(column).data)
        done = table[name][0] + column.nbytes
