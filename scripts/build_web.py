"""Put the libraries that the desk's pages load beside them: taken from npm, locked, with their licences.

usage: python scripts/build_web.py [--check]
`resources/web/lock.json` names each package, its version, the integrity that the registry gives for it (sha512, as in
npm's own locks), its licence, and for each file that we take: where from, where to, and its sha256. It holds no
address. Without --check every package is fetched with `npm pack` and held against the lock, so that a changed package
stops the build; with it only the files here are held against the lock, without a network.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "resources" / "web" / "lock.json"
SOURCE_MAP = b"//# sourceMappingURL="  # a browser with its tools open would ask for a file that is not there


def read_lock() -> list[dict[str, Any]]:
    """The packages of the lock."""
    packages: list[dict[str, Any]] = json.loads(LOCK.read_bytes())["packages"]
    return packages


def check_files(packages: list[dict[str, Any]]) -> list[str]:
    """What is missing here or differs from the lock."""
    wrong = []
    for package in packages:
        for file in package["files"]:
            path = ROOT / file["to"]
            if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
                wrong.append(f"{file['to']} is not what the lock says; run python scripts/build_web.py")
    return wrong


def fetch_package(package: dict[str, Any], folder: Path) -> Path:
    """The package's archive, fetched by npm and held against the lock. Ends the program where it differs."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("npm is missing; it fetches the packages (Debian: apt install npm)")
    name = f"{package['name']}@{package['version']}"
    command = [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", str(folder), name]
    packed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1]
    archive = folder / packed
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package["integrity"]:
        sys.exit(f"{name}: {found} came, the lock says {package['integrity']}; nothing was written")
    return archive


def take_files(package: dict[str, Any], archive: Path) -> None:
    """Write the files that the lock names, without the line that names a source map."""
    with tarfile.open(archive) as opened:
        for file in package["files"]:
            member = opened.extractfile(f"package/{file['from']}")
            if member is None:
                sys.exit(f"{package['name']} has no file {file['from']}")
            content = b"".join(line for line in member.read().splitlines(keepends=True) if SOURCE_MAP not in line)
            path = ROOT / file["to"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def main() -> int:
    """Fetch and write, or with --check only compare; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="change nothing; fail where a file differs from the lock")
    packages = read_lock()
    if not options.parse_args().check:
        with tempfile.TemporaryDirectory() as folder:
            for package in packages:
                take_files(package, fetch_package(package, Path(folder)))
    wrong = check_files(packages)
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
