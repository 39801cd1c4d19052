"""The set-up that both commands share: `.venv` with exactly what `constraints.txt` locks. Standard library only."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
LOCK = ROOT / "constraints.txt"
STAMP = FOLDER / "made-from"
OLDEST = (3, 11)


def prepare() -> Path:
    """The Python of a ready `.venv`; makes it where it is missing or was made from another lock.

    Ends the program with a message that names the mend where it cannot.
    """
    check_python()
    python = FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = stamp_of_lock()
    if python.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == stamp:
        return python
    print("Setting up .venv from constraints.txt (once; a minute or two, needs the network) ...", flush=True)
    call([sys.executable, "-m", "venv", "--clear", str(FOLDER)], "making .venv")
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    call([*pip, "--require-hashes", "-r", str(LOCK)], "installing the locked packages")
    call([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)], "installing dragoman")
    STAMP.write_text(stamp, encoding="utf-8")
    return python


def check_python() -> None:
    """End the program where this Python cannot carry dragoman."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"dragoman needs Python 3.11 or newer; this is {found}. Run the same command with python3.11.")
    for module in ("venv", "ensurepip"):
        if importlib.util.find_spec(module) is None:
            sys.exit(f"This Python lacks its module {module}. On Debian and Ubuntu: sudo apt install python3-venv")


def stamp_of_lock() -> str:
    """A digest of all that decides what `.venv` holds: the lock, the package's own needs, the Python."""
    digest = hashlib.sha256(sys.version.encode())
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def call(command: list[str], doing: str) -> None:
    """Run one step of the set-up; on failure show the end of what it said and what to look at."""
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode:
        said = "\n".join((result.stdout + result.stderr).strip().splitlines()[-15:])
        sys.exit(
            f"{said}\n\nThe set-up stopped while {doing} (exit code {result.returncode}). Is there a network, and room "
            "on the disk? Then run the same command again; it starts afresh."
        )
