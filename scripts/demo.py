"""Set everything up and read one sample report: `python3 scripts/demo.py`."""

from __future__ import annotations

import subprocess
import sys

from environment import ROOT, prepare

SAMPLE = "samples/bombing-wire.txt"


def main() -> int:
    """Print what dragoman reads in the sample; the exit code is that of `dragoman read`."""
    python = prepare()
    print(f"$ dragoman read {SAMPLE}\n", flush=True)
    return subprocess.run([str(python), "-m", "dragoman", "read", SAMPLE], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
