"""Sources, actors and the timeline: counted by the store over all incidents."""

from __future__ import annotations

from dragoman.store.ask import ask_incidents
from dragoman.store.connect import Store
from dragoman.terms import ActorKind, EventType
from dragoman.views import ActorRow, IncidentFilter, Period, SourceRow, TimelineRow

# Who tells which incident as news, with the day of the telling report.
_SOURCES = """
WITH told AS (
    SELECT n.name, n.role, e.incident, e.serial, r.id AS report, r.published, e.event
    FROM event_names n JOIN events e USING (node) JOIN reports r USING (serial)
    WHERE n.role IN ('outlet', 'informant') AND e.incident IS NOT NULL AND e.recalled IS NULL
), begun AS (
    SELECT e.incident, min(r.published) AS day, count(DISTINCT r.id) AS n_reports
    FROM events e JOIN reports r USING (serial) WHERE e.incident IS NOT NULL AND e.recalled IS NULL GROUP BY e.incident
), voices AS (
    SELECT role, incident, count(DISTINCT name) AS n FROM told GROUP BY role, incident
), sides AS (
    SELECT json_extract(body, '$.left.report') AS report, json_extract(body, '$.left.event') AS event, incident
    FROM conflicts
    UNION SELECT json_extract(body, '$.right.report'), json_extract(body, '$.right.event'), incident FROM conflicts
), firsts AS (
    SELECT t.role, t.name, count(DISTINCT t.incident) AS n FROM told t JOIN begun b USING (incident)
    WHERE b.n_reports > 1 AND t.published = b.day GROUP BY t.role, t.name
), alone AS (
    SELECT t.role, t.name, count(DISTINCT t.incident) AS n FROM told t JOIN voices v USING (role, incident)
    WHERE v.n = 1 GROUP BY t.role, t.name
), against AS (
    SELECT t.role, t.name, count(DISTINCT t.incident) AS n FROM told t JOIN sides s USING (report, event, incident)
    GROUP BY t.role, t.name
)
SELECT t.name, t.role, count(DISTINCT t.report), count(DISTINCT t.incident), coalesce(f.n, 0), coalesce(a.n, 0),
    coalesce(g.n, 0), min(t.published), max(t.published)
FROM told t LEFT JOIN firsts f USING (role, name) LEFT JOIN alone a USING (role, name)
    LEFT JOIN against g USING (role, name)
GROUP BY t.role, t.name ORDER BY 4 DESC, 3 DESC, t.role, t.name
"""
_ACTORS = """
SELECT n.name, max(n.kind), nullif(max(n.country), ''), count(DISTINCT e.incident), count(DISTINCT e.node),
    count(DISTINCT CASE n.role WHEN 'actor' THEN e.node END),
    count(DISTINCT CASE n.role WHEN 'recipient' THEN e.node END),
    count(DISTINCT CASE WHEN n.role = 'actor' AND e.responsibility = 'claimed' THEN e.node END),
    count(DISTINCT CASE WHEN n.role = 'actor' AND e.responsibility = 'denied' THEN e.node END),
    min(i.day_from), max(i.day_to)
FROM event_names n JOIN events e USING (node) JOIN incidents i ON i.first = e.incident
WHERE n.role IN ('actor', 'recipient') AND n.kind <> ''
GROUP BY n.name, n.country ORDER BY 4 DESC, 5 DESC, n.name
"""
_NODES = "SELECT node FROM events JOIN reports USING (serial) WHERE visit = ?"
_STEPS = {
    Period.DAY: "i.day_from",
    Period.WEEK: "date(i.day_from, '-6 days', 'weekday 1')",
    Period.MONTH: "substr(i.day_from, 1, 7) || '-01'",
}


def count_founded(store: Store, visit: int) -> int:
    """How many incidents began with an event of a visit's reports."""
    count: int = store.value(f"SELECT count(*) FROM incidents WHERE first IN ({_NODES})", (visit,))
    return count


def count_joined(store: Store, visit: int) -> int:
    """How many events that were new in a visit stand in incidents that began before it."""
    count: int = store.value(
        f"SELECT count(*) FROM events WHERE node IN ({_NODES}) AND first = node AND incident IS NOT NULL"
        f" AND incident NOT IN ({_NODES})",
        (visit, visit),
    )
    return count


def count_conflicts(store: Store, visit: int) -> int:
    """How many conflicts that still stand were found in a visit."""
    count: int = store.value("SELECT count(*) FROM conflicts WHERE visit = ?", (visit,))
    return count


def list_sources(store: Store) -> list[SourceRow]:
    """Outlets and informants, those with most incidents first."""
    names = SourceRow.__struct_fields__
    return [SourceRow(**dict(zip(names, row, strict=True))) for row in store.rows(_SOURCES)]


def list_actors(store: Store) -> list[ActorRow]:
    """Those who take part and are known by name, those with most incidents first."""
    names = ActorRow.__struct_fields__
    rows = ((row[0], ActorKind(row[1]), *row[2:]) for row in store.rows(_ACTORS))
    return [ActorRow(**dict(zip(names, row, strict=True))) for row in rows]


def list_periods(store: Store, asked: IncidentFilter, by: Period) -> list[TimelineRow]:
    """The incidents that a filter asks for, by the period in which they began and by type; those of no day left out."""
    question = ask_incidents(asked)
    rows = store.rows(
        f"SELECT {_STEPS[by]}, i.type, count(*), sum(coalesce(json_extract(i.row, '$.killed.low'), 0)),"
        " sum(coalesce(json_extract(i.row, '$.killed.high'), json_extract(i.row, '$.killed.low'), 0))"
        f" FROM incidents i WHERE i.day_from IS NOT NULL AND ({question.where}) GROUP BY 1, 2 ORDER BY 1, 2",
        question.values,
    )
    return [
        TimelineRow(period=period, type=EventType(kind), n_incidents=n, killed_low=low, killed_high=high)
        for period, kind, n, low, high in rows
    ]
