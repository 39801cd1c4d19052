"""Build src/dragoman/data/gazetteer.json from resources/actors/*.yaml; `--check` fails where the two differ.

usage: python scripts/build_gazetteer.py [--check]

The first line of the file names the sources with their sha256, so that a stale file is seen. Two entries that
claim the same spelling stop the build, and so does a country code that no state has.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import yaml

from dragoman.resolve.words import fold_name

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "resources" / "actors"
TARGET = ROOT / "src" / "dragoman" / "data" / "gazetteer.json"
FORMAT = 1
# File, kind and sector unless the row has its own. Order decides nothing: a spelling has one owner.
LISTS = (
    ("bodies", "igo", ["IGO"]),
    ("groups", "group", ["REB"]),
    ("outlets", "media", ["JRN"]),
    ("forces", "government", ["GOV"]),
    ("persons", "person", ["GOV"]),
)


def read_source(name: str) -> Any:
    """The content of one source file."""
    return yaml.safe_load((SOURCES / f"{name}.yaml").read_text(encoding="utf-8"))


def shape_of(name: str) -> str:
    """U for one word in capitals ("WHO"), C for one capitalised word ("Dawn"), empty where case need not tell."""
    words = name.removeprefix("The ").split()
    if len(words) != 1:
        return ""
    letters = [c for c in words[0] if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return "U"
    return "C" if words[0][:1].isupper() else ""


def list_states(states: dict[str, dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The states as actors, and every country word with its code and what it is; words of two states are left out."""
    entries: list[dict[str, Any]] = []
    words: dict[str, list[str]] = {}
    shared: set[str] = set()
    for iso, state in states.items():
        article = "the " if state.get("the") else ""
        adjective = (state.get("people") or [state["name"]])[0]
        entries.append({"name": state["name"], "iso": iso, "adjective": adjective, "called": article + state["name"]})
        told = [("name", state["name"])]
        told += [(what, word) for what in ("also", "seat", "people", "within") for word in state.get(what, [])]
        told += [("capital", state["capital"])] if "capital" in state else []
        for what, word in told:
            key = fold_name(word)
            if key in words and words[key][0] != iso:
                shared.add(key)
            words.setdefault(key, [iso, what, shape_of(word)])
    return entries, {key: row for key, row in words.items() if key not in shared or row[1] == "name"}


def list_entries(kinds: dict[str, Any], known: set[str]) -> tuple[list[dict[str, Any]], dict[str, list[Any]]]:
    """All listed actors but states, and each spelling with the number of its entry. Raises SystemExit on a clash."""
    institutions = {row["role"]: row for row in kinds["institutions"]}
    entries: list[dict[str, Any]] = []
    spellings: dict[str, list[Any]] = {}
    for source, kind, sector in LISTS:
        for row in read_source(source):
            role = institutions.get(row.get("role", ""), {})
            if row.get("country") is not None and row["country"] not in known:
                raise SystemExit(f"{source}.yaml: {row['name']}: no state has the code {row['country']}")
            entry = {
                "name": row["name"],
                "kind": row.get("kind", role.get("kind", kind)),
                "country": row.get("country"),
                "sector": row.get("sector", [*sector, "GOV"] if row.get("state") else role.get("sector", sector)),
                "source": source,
                "role": row.get("role"),
            }
            entries.append(entry)
            for spelling in (row["name"], *row["as"]):
                claim(spellings, spelling, len(entries) - 1, entries)
    return entries, spellings


def claim(spellings: dict[str, list[Any]], spelling: str, number: int, entries: list[dict[str, Any]]) -> None:
    """Give a spelling to an entry. Raises SystemExit where another entry has it."""
    key = fold_name(spelling)
    owner = spellings.setdefault(key, [number, shape_of(spelling)])
    if owner[0] != number:
        raise SystemExit(f"'{spelling}' is claimed by {entries[owner[0]]['name']} and {entries[number]['name']}")


def fold_kinds(kinds: dict[str, Any]) -> dict[str, Any]:
    """The word patterns with the words of each row as keys."""
    folded: dict[str, Any] = {}
    for name, rows in kinds.items():
        if rows and isinstance(rows[0], dict):
            folded[name] = [row | {"words": [fold_name(word) for word in row["words"]]} for row in rows]
        else:
            folded[name] = sorted({fold_name(str(word)) or str(word) for word in rows})
    return folded


def build_gazetteer() -> str:
    """The whole file as text: one line each for the manifest, states, country words, entries, spellings, kinds."""
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(SOURCES.glob("*.yaml"))}
    kinds = read_source("kinds")
    states, countries = list_states(read_source("states"))
    entries, spellings = list_entries(kinds, {state["iso"] for state in states})
    parts = {
        "manifest": {"format": FORMAT, "sources": digests},
        "states": states,
        "countries": countries,
        "entries": entries,
        "spellings": spellings,
        "kinds": fold_kinds(kinds),
    }
    lines = [f'"{name}":{json.dumps(part, ensure_ascii=False, separators=(",", ":"))}' for name, part in parts.items()]
    return "{" + ",\n".join(lines) + "}\n"


def main() -> int:
    """Write the file, or with --check compare it; returns the exit code."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="change nothing; fail where the file is stale")
    built = build_gazetteer()
    if options.parse_args().check:
        if TARGET.exists() and TARGET.read_text(encoding="utf-8") == built:
            return 0
        sys.stderr.write(f"{TARGET.relative_to(ROOT)} is stale; run python scripts/build_gazetteer.py\n")
        return 1
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(built, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
