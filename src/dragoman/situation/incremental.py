"""From reports that wait to incidents that are up to date, in portions: each portion is one transaction.

A crash between two portions loses nothing: what is not merged yet is merged the next time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from dragoman.config import VERSION
from dragoman.merge.conflicts import find_conflicts
from dragoman.merge.figures_rule import list_figures, pick_figures
from dragoman.merge.model import Model
from dragoman.merge.origins import find_origins
from dragoman.records import Record
from dragoman.situation.describe import describe
from dragoman.situation.edits import apply_edits
from dragoman.situation.merging import Group, Merger
from dragoman.situation.summary import Counts, list_parts, summarise
from dragoman.store import Store, blocks, incidents, log, reports
from dragoman.store.incidents import Membership, Worked
from dragoman.store.reports import Descent, serial_of

_RECORDS = 200  # that are held in memory
_WEIGHTS = "weights"  # the note in the store that says by which table pairs were scored
REPORTS_AT_ONCE = 50  # merged in one transaction: others wait for it, and a crash has it done again


class Desk:
    """Where reports are described, merged and worked up into incidents. One for each open situation."""

    def __init__(self, store: Store, model: Model) -> None:
        self.store, self.model = store, model
        self._merger = Merger(store, model)
        self._read = lru_cache(_RECORDS)(self._read_edited)
        self._seen: int | None = None

    def forget(self) -> None:
        """Forget what was read: another process, or an edit, has changed it."""
        self._merger.forget()
        self._read.cache_clear()

    def describe(self, serial: int, record: Record, descents: dict[str, Descent]) -> None:
        """Write what the events of a report version are found and compared by."""
        described = describe(apply_edits(record, log.list_edits(self.store, record.id)), descents, self.model.rarity)
        reports.write_events(self.store, serial, record.id, described.lines)
        reports.write_tellings(self.store, serial, described.tellings)

    def merge_some(self, visit: int) -> bool:
        """Merge a portion of the reports that wait, in one transaction; False where none waits."""
        with self.store.transaction():
            self._look_round()
            touched: set[int] = set()
            for serial in blocks.list_outdated(self.store):
                touched |= self.take_out(serial)
            waiting = blocks.list_waiting(self.store, REPORTS_AT_ONCE)
            for serial in waiting:
                for node in blocks.list_nodes(self.store, serial):
                    touched |= self._merger.put_in(node)
                blocks.mark_merged(self.store, serial, True)
            self.regroup(touched, visit)
        return bool(waiting)

    def take_out(self, serial: int) -> set[int]:
        """Take the events of a report version out of the incidents; the nodes that have to be grouped anew."""
        nodes = blocks.list_nodes(self.store, serial)
        firsts = {m.incident for m in incidents.list_memberships(self.store, nodes) if m.incident is not None}
        touched = {node for first in firsts for node in incidents.list_members(self.store, first)}
        for node in nodes:
            touched |= self._merger.take_out(node)
        incidents.free_nodes(self.store, nodes)
        incidents.drop_empty(self.store, sorted(firsts))
        blocks.mark_merged(self.store, serial, False)
        self.forget()
        return touched - set(nodes)

    def regroup(self, touched: set[int], visit: int) -> None:
        """Group what was touched, and work up the incidents that have changed."""
        for group in self._merger.regroup(touched, self._read_judgements()):
            self._write_group(group, visit)

    def change(self, serial: int, record: Record, visit: int) -> None:
        """Describe a merged report version again (a correction was made or withdrawn), and merge its events again."""
        touched = self.take_out(serial)
        self.describe(serial, record, {})
        self.forget()
        for node in blocks.list_nodes(self.store, serial):
            touched |= self._merger.put_in(node)
        blocks.mark_merged(self.store, serial, True)
        self.regroup(touched, visit)

    def _look_round(self) -> None:
        """Notice what others wrote since, and that the weights are others than those of the stored pairs."""
        version = self.store.value("PRAGMA data_version")
        if version != self._seen:
            self.forget()
            self._seen = version
        weights, known = name_weights(self.model), blocks.read_meta(self.store, _WEIGHTS)
        if known is not None and known != weights:
            self._begin_anew()
        if known != weights:
            blocks.write_meta(self.store, _WEIGHTS, weights)

    def _begin_anew(self) -> None:
        """Other weights: describe all reports again, and let them wait to be merged."""
        blocks.clear_blocks(self.store)
        self.forget()
        for serial in reports.list_serials(self.store):
            self.describe(serial, reports.read_record(self.store, serial), {})

    def _read_judgements(self) -> dict[tuple[int, int], bool]:
        """The pairs of nodes that persons hold to be one incident, or not; the latest judgement of each."""
        rulings = log.list_rulings(self.store)
        keys = [key for ruling in rulings for pair in ruling.pairs for key in pair]
        found = log.resolve_pairs(rulings, log.find_events(self.store, keys))
        return {(min(a, b), max(a, b)): ruling.same for ruling, a, b in found}

    def _write_group(self, group: Group, visit: int) -> None:
        standing = incidents.list_memberships(self.store, group.nodes)
        founder = min(standing, key=lambda each: each.first)
        before = {each.incident for each in standing if each.incident is not None}
        if self._is_unchanged(group, founder, standing):
            return
        worked = self._work_up(group, founder)
        incidents.write_incident(self.store, founder.first, group.nodes, worked, visit)
        incidents.drop_empty(self.store, sorted(before - {founder.first}))

    def _is_unchanged(self, group: Group, founder: Membership, standing: Sequence[Membership]) -> bool:
        if any(each.incident != founder.first for each in standing):
            return False
        if len(incidents.list_members(self.store, founder.first)) != len(standing):
            return False
        return incidents.read_incident(self.store, founder.first).joins == group.incident.joins

    def _work_up(self, group: Group, founder: Membership) -> Worked:
        """The row, origins, figures and conflicts of an incident from its reports."""
        incident = msgspec.structs.replace(group.incident, id=founder.founding)
        records = {record.id: record for record in map(self._read, sorted(set(map(serial_of, group.nodes))))}
        tellings = {self._merger.telling(node).key: self._merger.telling(node) for node in group.nodes}
        origins = find_origins(incident, records)
        conflicts = find_conflicts(incident, records, tellings)
        figures = list_figures(incident, records, origins)
        counts = Counts(len(conflicts), origins, pick_figures(figures))
        row = summarise(incident, list_parts(incident, records), counts)
        return Worked(
            row=row,
            day_from=row.date_from or row.first_published,
            day_to=row.date_to or row.first_published,
            figures=figures,
            origins=origins,
            joins=incident.joins,
            conflicts=conflicts,
        )

    def _read_edited(self, serial: int) -> Record:
        record = reports.read_record(self.store, serial)
        return apply_edits(record, log.list_edits(self.store, record.id))

    def read_record(self, serial: int) -> Record:
        """A report version with the corrections that hold."""
        return self._read(serial)


def name_weights(model: Model) -> str:
    """A name for the table of weights and for the version that describes events for it."""
    table = msgspec.json.encode(model.table, order="sorted")
    return f"{VERSION} {hashlib.blake2b(table, digest_size=8).hexdigest()}"
