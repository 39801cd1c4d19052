"""Make schemas/record.schema.json from dragoman.records: `python scripts/build_schema.py`; `--check` only compares."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from dragoman.codec import json_schema
from dragoman.records import Record

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "schemas" / "record.schema.json"


def main() -> int:
    """Write the schema, or compare it: 1 where it is not what the types give."""
    text = json.dumps(json_schema(Record), indent=1) + "\n"
    if "--check" in sys.argv[1:]:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == text:
            return 0
        print(f"{TARGET.relative_to(ROOT)} is not what the types give: run scripts/build_schema.py")
        return 1
    TARGET.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
