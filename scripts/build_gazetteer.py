"""Build src/dragoman/data/gazetteer.json from resources/actors/*.yaml; `--check` fails where the two differ.

usage: python scripts/build_gazetteer.py [--check]

The first line of the file names the sources with their sha256, so that a stale file is seen. Rows of one name, kind
and country are one entry. A spelling that entries of several countries have is kept for each of them; one that two
entries of the same country claim stops the build, and so does a country code that no state has.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dragoman.resolve.words import fold_name, shape_of

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "resources" / "actors"
TARGET = ROOT / "src" / "dragoman" / "data" / "gazetteer.json"
FORMAT = 3
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C is ten times as quick
FIELDS = ("name", "kind", "country", "sector", "source", "role", "terms", "id")  # of an entry, in its class's order
# Lists with one row an actor: file, kind and sector unless the row has its own.
LISTS = (
    ("bodies", "igo", ["IGO"]),
    ("groups", "group", ["REB"]),
    ("outlets", "media", ["JRN"]),
    ("forces", "government", ["GOV"]),
    ("persons", "person", ["GOV"]),
)
# Lists with lines of names by country, and by sector where it differs: file, kind, sector of lists without one.
TABLES = (
    ("movements", "group", None),
    ("services", "government", None),
    ("parties", "party", ["PTY"]),
    ("press", "media", ["JRN"]),
    ("companies", "other", None),
    ("figures", "person", None),
)
OFFICES = ("offices_europe", "offices_americas", "offices_asia", "offices_africa", "offices_bodies")
_COUNTRY = re.compile(r" \(([A-Z]{3})\)$")


def read_source(name: str) -> Any:
    """The content of one source file."""
    return yaml.load((SOURCES / f"{name}.yaml").read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 (a safe one)


def list_states(states: dict[str, dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, list[str]]]:
    """The states as actors, and every country word with its code and what it is; words of two states are left out."""
    entries: list[dict[str, Any]] = []
    words: dict[str, list[str]] = {}
    shared: set[str] = set()
    codes = read_source("codes")["states"]
    for iso, state in states.items():
        article = "the " if state.get("the") else ""
        adjective = (state.get("people") or [state["name"]])[0]
        two, item = codes[iso]
        entries.append({"name": state["name"], "iso": iso, "adjective": adjective, "called": article + state["name"],
                        "two": two, "id": f"wikidata:{item}"})  # fmt: skip
        told = [("name", state["name"])]
        told += [(what, word) for what in ("also", "seat", "people", "within") for word in state.get(what, [])]
        told += [("capital", state["capital"])] if "capital" in state else []
        for what, word in told:
            key = fold_name(word)
            if key in words and words[key][0] != iso:
                shared.add(key)
            words.setdefault(key, [iso, what, shape_of(word)])
    return entries, {key: row for key, row in words.items() if key not in shared or row[1] == "name"}


def read_rows() -> Iterator[dict[str, Any]]:
    """The rows of all lists in one form: name, as, kind, country, sector, source, role, terms."""
    roles = {row["role"]: row for row in read_source("kinds")["institutions"]}
    for source, kind, own in LISTS:
        for row in read_source(source):
            role = roles.get(row.get("role", "").split("+")[0], {})
            yield {
                "name": row["name"],
                "as": row["as"],
                "kind": row.get("kind", role.get("kind", kind)),
                "country": row.get("country"),
                "sector": row.get("sector", [*own, "GOV"] if row.get("state") else role.get("sector", own)),
                "source": source,
                "role": row.get("role"),
                "terms": [],
            }
    for source, kind, plain in TABLES:
        for country, content in read_source(source).items():
            for sector, lines in ({"+".join(plain): content} if plain else content).items():
                for line in lines.splitlines():
                    yield read_line(line, source, kind, country, sector)
    yield from read_offices()


def read_line(line: str, source: str, kind: str, country: str, sector: str) -> dict[str, Any]:
    """One line of a table: "Name = alias, alias @role"."""
    named, _, role = line.partition(" @")
    name, _, others = named.partition(" = ")
    if kind == "government" and sector == "MIL":
        kind = "military"
    elif kind == "group" and sector in {"PTY", "GOV"}:
        kind = "party" if sector == "PTY" else "government"
    aliases = [each.strip() for each in others.split(", ") if each.strip()]
    return {"name": name.strip(), "as": aliases, "kind": kind, "country": country, "sector": sector.split("+"),
            "source": source, "role": role or None, "terms": []}  # fmt: skip


def read_offices() -> Iterator[dict[str, Any]]:
    """The holders of offices, one row a term, the latest last. A term: [office, of whom, first day, last day]."""
    offices = {row["office"]: row for row in read_source("kinds")["offices"]}
    for source in OFFICES:
        content = read_source(source)
        for of, held in content["offices"].items():
            for office, lines in held.items():
                starts = [line.split(" ", 1) for line in lines.splitlines()]
                ends = [start for start, _ in starts[1:]] + [content["as_of"]]
                for (start, named), end in zip(starts, ends, strict=True):
                    if start >= end and start[: len(end)] != end:
                        raise SystemExit(f"{source}.yaml: {of}, {office}: {start} is not before {end}")
                    if named == "-":
                        continue
                    name, _, others = named.partition(" = ")
                    home = _COUNTRY.search(name)
                    yield {
                        "name": _COUNTRY.sub("", name),
                        "as": others.split(", ") if others else [],
                        "kind": "person",
                        "country": home.group(1) if home else of,
                        "sector": offices[office if office in offices else office.split(" of ")[0]]["sector"],
                        "source": "offices",
                        "role": None,
                        "terms": [[office, of, start, end]],
                    }


def list_entries(known: set[str]) -> tuple[list[dict[str, Any]], dict[str, list[Any]]]:
    """All listed actors but states, and each spelling with the numbers of its entries. Raises SystemExit on a clash."""
    entries: list[dict[str, Any]] = []
    numbers: dict[tuple[str, str], int] = {}
    spellings: dict[str, list[Any]] = {}
    for row in read_rows():
        if row["country"] is not None and row["country"] not in known:
            raise SystemExit(f"{row['source']}: {row['name']}: no state has the code {row['country']}")
        key = (fold_name(row["name"]), row["kind"] == "person")
        number = numbers.setdefault(key, len(entries))
        if number == len(entries):
            entries.append({k: v for k, v in row.items() if k != "as"} | {"terms": []})
        entry = entries[number]
        entry["terms"] += row["terms"]
        entry["role"] = entry["role"] or row["role"]
        if entry["source"] == "offices" and row["source"] == "offices":
            entry["sector"] = row["sector"]  # the latest office is the one that reports speak of longest
        for spelling in (row["name"], *row["as"]):
            claim(spellings, spelling, number, entries)
    add_ids(entries)
    return entries, spellings


def pack_entry(entry: dict[str, Any]) -> list[Any]:
    """The fields of an entry in order, without the empty ones at the end."""
    fields = [entry[key] for key in FIELDS]
    while not fields[-1] and len(fields) > FIELDS.index("terms"):
        fields.pop()
    return fields


def add_ids(entries: list[dict[str, Any]]) -> None:
    """Give the entries the items of Wikidata that codes.yaml has. Raises SystemExit for a name that no entry has."""
    items = read_source("codes")["actors"]
    for entry in entries:
        item = items.pop(entry["name"], None)
        entry["id"] = f"wikidata:{item}" if item else None
    if items:
        raise SystemExit(f"codes.yaml: no list has the names {', '.join(items)}")


def claim(spellings: dict[str, list[Any]], spelling: str, number: int, entries: list[dict[str, Any]]) -> None:
    """Give a spelling to an entry. Raises SystemExit where another entry of the same country has it."""
    owners, shape = spellings.setdefault(fold_name(spelling), [[], shape_of(spelling)])
    if number in owners:
        return
    for owner in owners:
        if entries[owner]["country"] == entries[number]["country"] and entries[owner]["kind"] != "person":
            raise SystemExit(f"'{spelling}' is claimed by {entries[owner]['name']} and {entries[number]['name']}")
    owners.append(number)


def fold_kinds(kinds: dict[str, Any]) -> dict[str, Any]:
    """The word patterns with the words of each row as keys."""
    folded: dict[str, Any] = {}
    for name, rows in kinds.items():
        if rows and isinstance(rows[0], dict):
            folded[name] = [
                row | {"words": [fold_name(word) for word in row["words"]]} if "words" in row else row for row in rows
            ]
        else:
            folded[name] = sorted({fold_name(str(word)) or str(word) for word in rows})
    return folded


def build_gazetteer() -> str:
    """The whole file as text: one line each for the manifest, states, country words, entries, spellings, kinds."""
    digests = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(SOURCES.glob("*.yaml"))}
    states, countries = list_states(read_source("states"))
    entries, spellings = list_entries({state["iso"] for state in states})
    parts = {
        "manifest": {"format": FORMAT, "sources": digests},
        "states": states,
        "countries": countries,
        "entries": [pack_entry(entry) for entry in entries],
        "spellings": spellings,
        "kinds": fold_kinds(read_source("kinds")),
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
