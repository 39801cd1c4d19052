"""A situation: repeat-safe, versioned, asked in many ways, and corrected by people without losing anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.records import Record
from dragoman.situation import Situation
from dragoman.terms import EventType, Status
from dragoman.views import IncidentFilter
from tests.merge.wires import far, first, later, second

WIRE = [first(), second(), later(), far()]


@pytest.fixture
def situation(tmp_path: Path) -> Iterator[Situation]:
    with Situation.open(tmp_path / "a.db", create=True) as opened:
        opened.add_records(WIRE)
        yield opened


def members(situation: Situation, id: str) -> set[str]:
    return {told.report for told in situation.incident(id).told}


def test_tally_tells_what_came_of_it(tmp_path: Path) -> None:
    with Situation.open(tmp_path / "a.db", create=True) as situation:
        assert situation.add_records(WIRE[:1]).tell() == (
            "1 report: 1 new incident, 0 events joined to known ones, 0 new conflicts, 0 failures"
        )
        tally = situation.add_records(WIRE)
        assert (tally.unchanged, tally.incidents_new, tally.events_joined) == (1, 2, 2)


def test_same_reports_again_change_nothing(situation: Situation) -> None:
    before = [situation.incident(row.id) for row in situation.incidents()]
    tally = situation.add_records(WIRE)
    assert (tally.reports, tally.unchanged, tally.incidents_new, tally.conflicts_new) == (4, 4, 0, 0)
    assert [situation.incident(row.id) for row in situation.incidents()] == before


def test_corrected_report_is_a_new_version_and_the_old_one_is_kept(situation: Situation) -> None:
    id = situation.incidents()[0].id
    new = replace(WIRE[0], text=WIRE[0].text + " The dead were traders.")
    tally = situation.add_records([new])
    assert (tally.corrected, tally.incidents_new, tally.events_joined) == (1, 0, 0)
    assert situation.report("first", 1) == WIRE[0]
    assert situation.report("first") == situation.report("first", 2) == new
    assert members(situation, id) == {"first", "second", "later"}
    assert situation.add_records([WIRE[0]]).unchanged == 1
    assert situation.report("first") == new


def test_event_that_a_correction_takes_back_leaves_its_incident(situation: Situation) -> None:
    id = next(row.id for row in situation.incidents() if row.place == "Lamu")
    situation.add_records([replace(WIRE[3], events=(), text=WIRE[3].text + " This was false.")])
    with pytest.raises(UsageError, match="no incident"):
        situation.incident(id)
    assert situation.check() == []


@pytest.mark.parametrize(
    "asked, found",
    [
        (IncidentFilter(place="lamu"), 1),
        (IncidentFilter(place="naku"), 2),
        (IncidentFilter(country="ken"), 3),
        (IncidentFilter(type=EventType.ASSAULT), 3),
        (IncidentFilter(type=EventType.AID), 0),
        (IncidentFilter(status=Status.ACTUAL), 3),
        (IncidentFilter(mode="explosives"), 3),
        (IncidentFilter(outlet="globe"), 1),
        (IncidentFilter(since="2015-03-06"), 1),
        (IncidentFilter(until="2015-03-02"), 2),
        (IncidentFilter(since="2015-03", until="2015-03"), 3),
        (IncidentFilter(text="fishermen"), 1),
        (IncidentFilter(text='"bus park" nakuru'), 2),
        (IncidentFilter(text="submarine"), 0),
        (IncidentFilter(min_origins=2), 0),
        (IncidentFilter(conflict=True), 0),
        (IncidentFilter(conflict=False, limit=2), 2),
        (IncidentFilter(limit=5, offset=2), 1),
        (IncidentFilter(place="100%"), 0),
    ],
)
def test_filters_find_what_they_ask_for(situation: Situation, asked: IncidentFilter, found: int) -> None:
    assert len(situation.incidents(asked)) == found


@pytest.mark.parametrize("asked", [IncidentFilter(text='"'), IncidentFilter(since="yesterday")])
def test_question_without_sense_is_refused(situation: Situation, asked: IncidentFilter) -> None:
    with pytest.raises(UsageError):
        situation.incidents(asked)


def test_view_tells_who_says_what_in_which_words(situation: Situation) -> None:
    view = situation.incident(situation.incidents()[0].id)
    assert [told.report for told in view.told] == ["first", "second", "later"]
    assert view.told[0].sentence.text == "A bomb exploded at the grain market of Nakuru on Monday."
    assert view.told[2].recalled and not view.told[0].recalled
    assert (view.row.n_reports, view.row.n_origins) == (3, 1)
    assert {key for origin in view.origins for key in origin.members} == {(t.report, t.event.id) for t in view.told}
    assert view.row.killed and (view.row.killed.low, view.row.killed.high) == (14, 14)


def test_conflict_of_two_reports_is_found_when_the_second_comes(tmp_path: Path) -> None:
    with Situation.open(tmp_path / "a.db", create=True) as situation:
        situation.add_records([first()])
        assert situation.add_records([second(killed=(20, 20))]).conflicts_new == 1
        conflict = situation.conflicts()[0]
        assert {conflict.left.value, conflict.right.value} == {"14", "20"}
        assert conflict.incident == situation.incidents()[0].id


def test_persons_join_holds_and_can_be_taken_back(situation: Situation) -> None:
    nakuru, lamu = (next(r.id for r in situation.incidents() if r.place == name) for name in ("Nakuru", "Lamu"))
    ruling = situation.join([nakuru, lamu], why="one campaign", by="ada")
    assert members(situation, nakuru) == members(situation, lamu) == {"first", "second", "later", "far"}
    assert situation.incident(nakuru).judgements == (ruling,)
    situation.undo(ruling.id, why="they are two")
    assert members(situation, lamu) == {"far"}
    kept = situation.judgements()[0]
    assert (kept.why, kept.withdrawn_why) == ("one campaign", "they are two")
    with pytest.raises(UsageError, match="still holds"):
        situation.undo(ruling.id, why="again")


def test_persons_split_holds_for_what_comes_later_too(tmp_path: Path) -> None:
    with Situation.open(tmp_path / "a.db", create=True) as situation:
        situation.add_records(WIRE[:2])
        told = situation.incident(situation.incidents()[0].id).told
        situation.split([(told[1].report, told[1].event.id)], why="another market", by="ada")
        situation.add_records(WIRE[2:])
        ids = {told.report: row.id for row in situation.incidents() for told in situation.incident(row.id).told[:1]}
        assert "second" in ids and ids["second"] != ids["first"]


def test_judgement_holds_for_the_new_version_of_a_report(situation: Situation) -> None:
    nakuru, lamu = (next(r.id for r in situation.incidents() if r.place == name) for name in ("Nakuru", "Lamu"))
    situation.join([nakuru, lamu], why="one campaign", by="ada")
    changed = replace(WIRE[3].events[0], id="Enew")
    situation.add_records([replace(WIRE[3], text=WIRE[3].text + " More soon.", events=(changed,))])
    assert members(situation, nakuru) == {"first", "second", "later", "far"}


@pytest.mark.parametrize("things", [["nobody"], [("first", "nothing")]])
def test_judgement_of_what_is_not_there_is_refused(situation: Situation, things: list[str | tuple[str, str]]) -> None:
    with pytest.raises(UsageError, match="there is no"):
        situation.join(things, why="x", by="ada")


def test_judgement_without_a_reason_is_refused(situation: Situation) -> None:
    with pytest.raises(UsageError, match="reason"):
        situation.join([row.id for row in situation.incidents()], why=" ", by="ada")


def test_correction_changes_the_incident_and_never_the_report(situation: Situation) -> None:
    row = next(row for row in situation.incidents() if row.place == "Lamu")
    key = ("far", WIRE[3].events[0].id)
    edit = situation.edit(key, "killed", "9-12", why="the ministry's list", by="ada")
    found = situation.incident(row.id)
    assert found.row.killed and (found.row.killed.low, found.row.killed.high) == (9, 12)
    assert (found.edits, edit.was) == ((edit,), "14")
    assert situation.report("far") == WIRE[3]
    situation.undo(edit.id, why="a slip")
    assert situation.incident(row.id).row == row


@pytest.mark.parametrize("field, value", [("place", "Lamu"), ("killed", "many"), ("type", None), ("status", "maybe")])
def test_correction_that_fits_no_field_is_refused(situation: Situation, field: str, value: str | None) -> None:
    with pytest.raises(UsageError):
        situation.edit(("far", WIRE[3].events[0].id), field, value, why="x", by="ada")


def test_id_of_an_incident_stays_when_reports_join_it(tmp_path: Path) -> None:
    with Situation.open(tmp_path / "a.db", create=True) as situation:
        situation.add_records([second()])
        id = situation.incidents()[0].id
        situation.add_records([first(), later()])
        assert members(situation, id) == {"first", "second", "later"}
        assert id in [row.id for row in situation.incidents()]


def test_sources_are_counted_by_what_is_news(situation: Situation) -> None:
    counted = {row.name: row for row in situation.sources()}
    assert counted["Globe Press"].n_first == 1
    assert counted["The Morning Lamp"].n_first == 0
    assert all(row.n_alone <= row.n_incidents for row in counted.values())


@pytest.mark.parametrize("by, period", [("day", "2015-03-02"), ("week", "2015-03-02"), ("month", "2015-03-01")])
def test_timeline_begins_each_period_on_its_first_day(situation: Situation, by: str, period: str) -> None:
    assert situation.timeline(by=by)[0].period == period
    assert sum(row.n_incidents for row in situation.timeline(by=by)) == 3


def test_event_report_table_has_a_row_for_each_event_and_report(situation: Situation) -> None:
    pytest.importorskip("pyarrow")
    table = situation.event_table()
    assert table.num_rows == sum(len(record.events) for record in WIRE)
    assert situation.incident_table().num_rows == 3


def test_since_tells_what_a_later_visit_brought_as_news(tmp_path: Path) -> None:
    with Situation.open(tmp_path / "a.db", create=True) as situation:
        situation.add_records([first()])
        visit = situation.visits()[-1][0]
        assert situation.since(visit) == []
        situation.add_records([later()])
        assert [row.date_from for row in situation.since(visit)] == ["2015-03-06"]


def test_reports_are_found_by_their_words(situation: Situation) -> None:
    assert [row.id for row in situation.reports("fishermen")] == ["far"]
    assert len(situation.reports()) == len(WIRE)


def test_report_without_events_is_kept(tmp_path: Path) -> None:
    empty: Record = replace(first(), events=())
    with Situation.open(tmp_path / "a.db", create=True) as situation:
        situation.add_records([empty])
        assert situation.report("first") == empty
        assert situation.incidents() == []
