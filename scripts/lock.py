"""Write the lock anew from pyproject.toml: `.venv/bin/python scripts/lock.py [--upgrade]`.

`constraints.txt` pins the core and the extras `frames`, `desk` and `dev` with the hashes of all their files, and holds
no address of any registry. `constraints-train.txt` pins `train` and `places` without hashes: builds of torch differ
from place to place.
"""

from __future__ import annotations

import os
import subprocess
import sys

from environment import ROOT

COMPILE = [sys.executable, "-m", "piptools", "compile", "--quiet", "--strip-extras", "--allow-unsafe"]
NO_ADDRESSES = ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host", "--no-emit-options"]
LOCKS = {
    "constraints.txt": ["--extra", "frames", "--extra", "desk", "--extra", "dev", "--generate-hashes"],
    "constraints-train.txt": ["--extra", "train", "--extra", "places", "--constraint", "constraints.txt"],
}


def main() -> int:
    """Run pip-compile for each lock; what is pinned stays as it is unless --upgrade is given."""
    told = {**os.environ, "CUSTOM_COMPILE_COMMAND": "python scripts/lock.py"}
    for name, options in LOCKS.items():
        command = [*COMPILE, *NO_ADDRESSES, *options, *sys.argv[1:], "--output-file", name, "pyproject.toml"]
        code = subprocess.run(command, cwd=ROOT, env=told, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
