"""Set everything up and run every check: `python3 scripts/test.py`. `.ci/run` runs exactly this."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from environment import ROOT, prepare

CHECKS = {
    "style (ruff)": ["ruff", "check", "."],
    "format (ruff)": ["ruff", "format", "--check", "."],
    "types (mypy)": ["mypy"],
    "tests (pytest, with the import contracts and the house rules)": ["pytest"],
    "floors (bench.gate)": ["bench.gate"],
}


def main() -> int:
    """Run all checks even where one fails; 0 only when all pass."""
    python = prepare()
    failed = [name for name, module in CHECKS.items() if not passes(python, name, module)]
    print(f"\nfailed: {', '.join(failed)}" if failed else f"\nall {len(CHECKS)} checks passed")
    return 1 if failed else 0


def passes(python: Path, name: str, module: list[str]) -> bool:
    """True where the check ends with exit code 0; its output goes to the screen as it comes."""
    print(f"\n== {name}", flush=True)
    start = time.monotonic()
    code = subprocess.run([str(python), "-m", *module], cwd=ROOT, check=False).returncode
    print(f"== {name}: {'passed' if code == 0 else f'FAILED (exit code {code})'} in {time.monotonic() - start:.0f} s")
    return code == 0


if __name__ == "__main__":
    sys.exit(main())
