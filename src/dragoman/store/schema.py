"""The tables of a situation file (docs/store.md tells what each is for), and the steps from one version to the next.

A file says in its header that it is a situation (`application_id`) and of which version (`user_version`). Versions only
go forward: a step that was ever released is never changed, and a file of a newer version is refused.
"""

from __future__ import annotations

APPLICATION_ID = 0x6472676D  # "drgm"

# What is told (reports, logs) is never deleted. What is worked out of it (events down to conflicts) can be made again.
_FIRST = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE visits (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, at TEXT NOT NULL, made_by TEXT NOT NULL);

CREATE TABLE reports (
    serial INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    current INTEGER NOT NULL,
    merged INTEGER NOT NULL DEFAULT 0,
    digest TEXT NOT NULL,
    visit INTEGER NOT NULL REFERENCES visits (id),
    added_at TEXT NOT NULL,
    title TEXT, publisher TEXT, published TEXT, url TEXT,
    n_events INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (id, version)
);
CREATE UNIQUE INDEX reports_current ON reports (id) WHERE current;
CREATE INDEX reports_pending ON reports (serial) WHERE current <> merged;
CREATE INDEX reports_visit ON reports (visit);

CREATE TABLE inputs (digest TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (report, digest)) WITHOUT ROWID;

CREATE TABLE failures (
    source TEXT NOT NULL, place TEXT NOT NULL, stage TEXT NOT NULL, error TEXT NOT NULL, mend TEXT NOT NULL,
    visit INTEGER NOT NULL REFERENCES visits (id),
    PRIMARY KEY (source, place)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (title, text, content='', tokenize='porter unicode61 remove_diacritics 2');

CREATE TABLE incidents (
    first INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    day_from TEXT, day_to TEXT,
    n_origins INTEGER NOT NULL,
    n_conflicts INTEGER NOT NULL,
    recalled INTEGER NOT NULL,
    row TEXT NOT NULL,
    figures TEXT NOT NULL,
    origins TEXT NOT NULL,
    joins TEXT NOT NULL
);
CREATE INDEX incidents_days ON incidents (day_from, first);

CREATE TABLE events (
    node INTEGER PRIMARY KEY,
    serial INTEGER NOT NULL REFERENCES reports (serial),
    report TEXT NOT NULL,
    event TEXT NOT NULL,
    first INTEGER NOT NULL,
    founding TEXT NOT NULL,
    incident INTEGER REFERENCES incidents (first),
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    responsibility TEXT,
    date TEXT,
    recalled TEXT
);
CREATE INDEX events_serial ON events (serial);
CREATE INDEX events_key ON events (report, event);
CREATE INDEX events_first ON events (first);
CREATE INDEX events_founding ON events (founding);
CREATE INDEX events_incident ON events (incident);

CREATE TABLE event_names (
    node INTEGER NOT NULL REFERENCES events (node),
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (node, role, name, kind, country)
) WITHOUT ROWID;
CREATE INDEX event_names_role ON event_names (role, name);

CREATE TABLE tellings (serial INTEGER PRIMARY KEY REFERENCES reports (serial), body BLOB NOT NULL);

CREATE TABLE blocks (
    key INTEGER NOT NULL, day INTEGER NOT NULL, tie INTEGER NOT NULL, node INTEGER NOT NULL,
    PRIMARY KEY (key, day, tie, node)
) WITHOUT ROWID;

CREATE TABLE pairs (
    left INTEGER NOT NULL, right INTEGER NOT NULL, p REAL NOT NULL, PRIMARY KEY (left, right)
) WITHOUT ROWID;
CREATE INDEX pairs_right ON pairs (right);

CREATE TABLE conflicts (
    id TEXT PRIMARY KEY,
    incident INTEGER NOT NULL REFERENCES incidents (first) ON DELETE CASCADE,
    field TEXT NOT NULL,
    visit INTEGER NOT NULL REFERENCES visits (id),
    body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX conflicts_incident ON conflicts (incident);
CREATE INDEX conflicts_visit ON conflicts (visit);

CREATE TABLE judgements (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, same INTEGER NOT NULL, "by" TEXT NOT NULL, why TEXT NOT NULL,
    at TEXT NOT NULL, withdrawn_at TEXT, withdrawn_why TEXT
) WITHOUT ROWID;
CREATE TABLE judgement_pairs (
    judgement TEXT NOT NULL REFERENCES judgements (id),
    left_report TEXT NOT NULL, left_event TEXT NOT NULL, right_report TEXT NOT NULL, right_event TEXT NOT NULL,
    PRIMARY KEY (judgement, left_report, left_event, right_report, right_event)
) WITHOUT ROWID;
CREATE INDEX judgement_pairs_left ON judgement_pairs (left_report, left_event);
CREATE INDEX judgement_pairs_right ON judgement_pairs (right_report, right_event);

CREATE TABLE edits (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, report TEXT NOT NULL, event TEXT NOT NULL, field TEXT NOT NULL,
    was TEXT, value TEXT, "by" TEXT NOT NULL, why TEXT NOT NULL, at TEXT NOT NULL,
    withdrawn_at TEXT, withdrawn_why TEXT
) WITHOUT ROWID;
CREATE INDEX edits_report ON edits (report);
"""

STEPS: tuple[str, ...] = (_FIRST,)  # the nth brings a file from version n to n + 1
VERSION = len(STEPS)
