"""What the programs of stages that do not exist yet have in common."""

from __future__ import annotations

import sys
from typing import NoReturn

WAITS_FOR = {
    "ecb": "the stage merge",
    "wire": "the stage merge",
}


def stop(name: str) -> NoReturn:
    """Say what the program waits for and end with exit code 3."""
    print(f"bench.{name} is not written yet: it waits for {WAITS_FOR[name]}", file=sys.stderr)
    sys.exit(3)
