"""What an import does to a store: everything or nothing, once and again, and back."""

from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from bank.folders import write_folder
from bank.importing import bring
from small_branch import NOW
from sqlalchemy import Connection, Table, select

from advisor_app.domain.bank_import import (
    ImportBuiltUpon,
    ImportTooOld,
    NothingToUndo,
    NoUsableRow,
    RowsRefused,
    TableCount,
)
from advisor_app.domain.bank_records import AdvisorRecord, BranchRecord, ClientRecord
from advisor_app.domain.client_rights import CopyPurpose
from advisor_app.domain.trail import Deed
from advisor_app.services import import_undo
from advisor_app.services.client_rights import ClientRights
from advisor_app.services.daily_pass import begin_day
from advisor_app.services.desk import Desk
from advisor_app.services.importing import Importing, Stopped
from advisor_app.storage import trail
from advisor_app.storage.facts import Difference, differences
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import assignment, client, household, member
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.store import Store

CLIENTS = "ref,last_name,email,household\nC1,Durand,a@example.org,H1\nC2,Petit,,H1\n"
ADVISORS = "ref,last_name,branch\nA1,Martin,B1\nA2,Roux,B2\n"
BRANCHES = "ref,name\nB1,Lyon\nB2,Paris\n"


def rows(desk: Desk, table: Table, *names: str) -> list[tuple[Any, ...]]:
    """A table's rows, sorted."""
    with desk.reading() as transaction:
        found = transaction.execute(select(*(table.c[name] for name in names)))
        return sorted((tuple(row) for row in found), key=str)


def branches(desk: Desk, table: Table) -> list[str]:
    """The references of the branches of a table's rows."""
    statement = select(branch.c.ref).select_from(
        table.join(branch, branch.c.id == table.c.branch_id)
    )
    with desk.reading() as transaction:
        return sorted(transaction.execute(statement).scalars())


def test_the_same_files_twice_change_nothing(desk: Desk, tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "bank",
        branches=BRANCHES,
        rooms="ref,branch,name,step_free\nR1,B1,Blue,yes\n",
        advisors=ADVISORS,
        working_hours="advisor,weekday,from,until\nA1,1,09:00,12:00\n",
        closing_days="branch,advisor,from,until,reason\nB1,,2026-05-01,2026-05-01,holiday\n",
        clients=CLIENTS,
        members="household,client,first_name,link\nH1,C1,,self\nH1,,Zoé,child\n",
        assignments="client,advisor,from,until\nC1,A1,2020-01-01,\nC1,A2,2024-01-01,\n",
        projects="ref,client,code,target,amount\nP1,C1,first_home,2027-04,1000.50\n",
        project_inputs="project,name,value\nP1,price,200000\n",
        touchpoints="ref,client,advisor,at,channel\nT1,C1,A1|A2,2026-01-02,branch\n"
        "T2,C1,,2026-01-02T10:30,email\n",
        digital="client,month,logins\nC1,2026-01,3\n",
        digital_events="client,on,kind\nC1,2026-02-03,login\n",
        signals="client,code,on\nC1,declared_first_home,2026-01-01\n",
        contracts="ref,client,family,rate\nK1,C1,mortgage,0.033\n",
        client_facts="client,name,value\nC1,housing,tenant\n",
        consents="client,use,given,on\nC1,phone,yes,2026-01-01\n",
        appointments="ref,client,advisor,start,end,room\n"
        "R1,C1|C2,A1,2026-05-04T10:00,2026-05-04T11:00,R1\n",
        commitments="ref,client,by,what,due\nM1,C1,bank,call,2026-05-05\n",
    )
    first = bring(desk, folder)
    assert first.refusals == ()
    assert all(count.new >= 1 and not count.refused for count in first.tables.values())
    again = bring(desk, folder)
    assert {name: (one.new, one.changed) for name, one in again.tables.items()} == dict.fromkeys(
        first.tables, (0, 0)
    )
    assert {name: one.unchanged for name, one in again.tables.items()} == {
        name: one.new for name, one in first.tables.items()
    }


def test_absent_leaves_empty_clears_and_absent_rows_are_kept(desk: Desk, tmp_path: Path) -> None:
    bring(desk, write_folder(tmp_path / "a", clients=CLIENTS))
    report = bring(
        desk, write_folder(tmp_path / "b", clients="ref,last_name,household\nC1,Durand,\n")
    )
    assert report.tables["clients"] == TableCount(read=1, changed=1)
    assert rows(desk, client, "ref", "email") == [("C1", "a@example.org"), ("C2", None)]
    homes = rows(desk, client, "ref", "household_id")
    assert homes[0][1] is None
    assert homes[1][1] is not None


def test_branches_come_from_the_file_the_present_advisor_or_the_home(
    desk: Desk, tmp_path: Path
) -> None:
    folder = write_folder(
        tmp_path / "bank",
        branches=BRANCHES,
        advisors=ADVISORS,
        clients="ref,last_name,branch\nC1,Durand,\nC2,Petit,B2\nC3,Roy,\n",
        assignments="client,advisor,from\nC1,A1,2020-01-01\nC2,A1,2020-01-01\n",
        touchpoints="ref,client,at,channel\nT1,C1,2026-01-02,phone\nT2,C3,2026-01-02,phone\n",
    )
    bring(desk, folder)
    assert branches(desk, client) == ["B1", "B2", "HOME"]
    assert branches(desk, assignment) == ["B1", "B2"]
    assert branches(desk, touchpoint) == ["B1", "HOME"]
    moved = write_folder(tmp_path / "later", clients="ref,last_name,branch\nC1,Durand,B2\n")
    bring(desk, moved)
    assert branches(desk, assignment) == ["B2", "B2"]
    assert branches(desk, touchpoint) == ["B2", "HOME"]


def test_links_follow_the_file(desk: Desk, tmp_path: Path) -> None:
    head = "ref,client,advisor,at,channel\n"
    base = {"branches": BRANCHES, "advisors": ADVISORS, "clients": CLIENTS}
    one = write_folder(tmp_path / "a", **base, touchpoints=head + "T1,C1,A1|A2,2026-01-02,branch\n")
    bring(desk, one)
    assert len(rows(desk, further_advisor, "advisor_id")) == 1
    two = write_folder(tmp_path / "b", touchpoints=head + "T1,C1,A1,2026-01-02,branch\n")
    assert bring(desk, two).tables["touchpoints"] == TableCount(read=1, changed=1)
    assert rows(desk, further_advisor, "advisor_id") == []


def test_an_appointment_of_several_clients_has_them_all(desk: Desk, tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "bank",
        branches=BRANCHES,
        advisors=ADVISORS,
        clients=CLIENTS,
        appointments="ref,client,advisor,start,end\n"
        "R1,C1|C2,A1,2026-07-01T10:00,2026-07-01T11:00\n",
    )
    bring(desk, folder)
    assert len(rows(desk, attendee, "client_id")) == 2
    (found,) = rows(desk, appointment, "start_wall", "start_utc", "zone")
    assert found == ("2026-07-01T10:00", 1782892800, "Europe/Paris")


def test_events_replace_the_counts_of_the_months_they_touch(desk: Desk, tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "bank",
        clients=CLIENTS,
        digital="client,month,logins\nC1,2026-01,9\nC1,2026-02,9\n",
        digital_events="client,on,kind\nC1,2026-02-03,login\n",
    )
    report = bring(desk, folder)
    assert report.tables["digital_events"] == TableCount(read=1, changed=1)
    assert rows(desk, digital_month, "month", "logins") == [
        (date(2026, 1, 1), 9),
        (date(2026, 2, 1), 1),
    ]


def test_members_and_households_are_made(desk: Desk, tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path / "bank",
        clients=CLIENTS,
        members="household,first_name,last_name,link\nH1,Zoé,Durand,child\nH9,Luc,Roy,other\n",
    )
    bring(desk, folder)
    assert rows(desk, household, "ref") == [("H1",), ("H9",)]
    assert rows(desk, member, "first_name", "link") == [("Luc", "other"), ("Zoé", "child")]


def test_names_are_folded_for_search(desk: Desk, tmp_path: Path) -> None:
    text = "ref,first_name,last_name\nC1,Zoë,Œuvrard-Łącki\n"
    bring(desk, write_folder(tmp_path / "bank", clients=text))
    assert rows(desk, client, "folded_name", "sort_name") == [
        ("oeuvrard-lacki zoe", "oeuvrard-lacki zoe")
    ]


def test_strict_writes_nothing_where_a_row_is_refused(desk: Desk, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "bank", clients=CLIENTS + "C1,Twice,,\n")
    with pytest.raises(RowsRefused) as caught:
        bring(desk, folder, strict=True)
    assert caught.value.report.refused == 1
    assert rows(desk, client, "ref") == []
    assert bring(desk, folder).tables["clients"].new == 2


def test_a_dry_run_counts_and_leaves_no_trace(desk: Desk, tmp_path: Path) -> None:
    report = bring(desk, write_folder(tmp_path / "bank", clients=CLIENTS), dry_run=True)
    assert report.tables["clients"] == TableCount(read=2, new=2)
    assert not report.written
    assert rows(desk, client, "ref") == []
    assert rows(desk, audit_entry, "action") == [("store made",)]
    assert list(desk.store.path.parent.glob("*before-import*")) == []


def test_no_usable_row_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NoUsableRow):
        bring(desk, write_folder(tmp_path / "bank", clients="ref,last_name\nC1,\n"))
    assert rows(desk, audit_entry, "action") == [("store made",)]


class Stopping:
    """A watcher who stops the work at once, or as Ctrl+C does."""

    def __init__(self, *, by_key: bool) -> None:
        self.by_key = by_key

    def report(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        if self.by_key:
            raise KeyboardInterrupt

    def cancelled(self) -> bool:
        return not self.by_key


@pytest.mark.parametrize("by_key", [True, False])
def test_stopping_leaves_the_store_as_it_was(desk: Desk, tmp_path: Path, *, by_key: bool) -> None:
    folder = write_folder(tmp_path / "bank", clients=CLIENTS)
    with pytest.raises(KeyboardInterrupt if by_key else Stopped):
        bring(desk, folder, progress=Stopping(by_key=by_key))
    assert rows(desk, client, "ref") == []
    assert rows(desk, audit_entry, "action") == [("store made",)]
    assert list(desk.store.path.parent.glob("*before-import*")) == []


def test_each_table_stands_on_the_trail_with_its_files_hashes(desk: Desk, tmp_path: Path) -> None:
    bring(desk, write_folder(tmp_path / "bank", branches=BRANCHES, clients=CLIENTS))
    told = rows(desk, audit_entry, "action", "subject", "detail")[:2]
    assert [(action, subject) for action, subject, _ in told] == [
        ("import", "branches"),
        ("import", "clients"),
    ]
    assert all(len(detail.split(".csv ")[1].split('"')[0]) == 64 for _, _, detail in told)
    with desk.reading() as transaction:
        assert trail.verify(transaction) is None


def test_undo_takes_the_last_import_back_and_stays_on_the_trail(desk: Desk, tmp_path: Path) -> None:
    bring(desk, write_folder(tmp_path / "a", branches=BRANCHES, clients=CLIENTS))
    later = "ref,last_name,email\nC1,Changed,\nC3,New,\n"
    touch = "ref,client,at,channel\nT1,C2,2026-01-02,phone\n"
    bring(desk, write_folder(tmp_path / "b", clients=later, touchpoints=touch))
    assert len(rows(desk, client, "ref")) == 3
    assert Importing(desk).undo() == "b"
    assert rows(desk, client, "ref", "last_name", "email") == [
        ("C1", "Durand", "a@example.org"),
        ("C2", "Petit", None),
    ]
    assert rows(desk, touchpoint, "ref") == []
    assert ("import undone",) in rows(desk, audit_entry, "action")
    with desk.reading() as transaction:
        assert trail.verify(transaction) is None
    with pytest.raises(NothingToUndo):
        Importing(desk).undo()


def test_two_who_undo_at_once_undo_once(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, write_folder(tmp_path / "a", clients="ref,last_name\nC1,Durand\n"))
    bring(desk, write_folder(tmp_path / "b", clients="ref,last_name\nC2,Petit\n"))
    alone = import_undo.writing_beside

    def after_another(store: Store, backup: Path) -> AbstractContextManager[Connection]:
        """Somebody else is done between this one's question and his right to write."""
        monkeypatch.undo()
        assert Importing(desk).undo() == "b"
        return alone(store, backup)

    monkeypatch.setattr(import_undo, "writing_beside", after_another)
    with pytest.raises(NothingToUndo):
        Importing(desk).undo()
    assert rows(desk, client, "ref") == [("C1",)]
    assert rows(desk, audit_entry, "action").count(("import undone",)) == 1


def test_what_was_recorded_between_the_question_and_the_undoing_is_kept(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(desk, write_folder(tmp_path / "a", clients="ref,last_name\nC1,Durand\n"))
    alone = import_undo.writing_beside

    def after_a_note(store: Store, backup: Path) -> AbstractContextManager[Connection]:
        with desk.writing() as transaction:
            desk.record(transaction, Deed("contact noted"))
        return alone(store, backup)

    monkeypatch.setattr(import_undo, "writing_beside", after_a_note)
    with pytest.raises(ImportBuiltUpon):
        Importing(desk).undo()
    assert rows(desk, client, "ref") == [("C1",)]


def test_undo_never_loses_what_was_recorded_since(desk: Desk, tmp_path: Path) -> None:
    bring(desk, write_folder(tmp_path / "a", clients=CLIENTS))
    with desk.writing() as transaction:
        desk.record(transaction, Deed("contact noted"))
    with pytest.raises(ImportBuiltUpon) as caught:
        Importing(desk).undo()
    assert caught.value.deeds == 1
    assert len(rows(desk, client, "ref")) == 2


def test_looking_around_does_not_keep_an_import_from_being_undone(
    desk: Desk, tmp_path: Path
) -> None:
    bring(desk, write_folder(tmp_path / "a", clients=CLIENTS))
    with desk.writing() as transaction:
        desk.record(transaction, Deed("file opened"))
        desk.record(transaction, Deed("day begun"))
    ClientRights(desk).copy("C1", CopyPurpose.CHECK, lambda _content: None)
    assert Importing(desk).undo() == "a"
    assert rows(desk, client, "ref") == []


def test_an_import_is_undone_within_thirty_days(desk: Desk, tmp_path: Path) -> None:
    bring(desk, write_folder(tmp_path / "a", clients=CLIENTS))
    copies = set(desk.store.path.parent.glob("*before*"))
    later = Desk(desk.store, lambda: NOW + timedelta(days=30, minutes=1))
    with pytest.raises(ImportTooOld):
        Importing(later).undo()
    begin_day(later)
    assert len(copies) == 1
    assert not any(copy.exists() for copy in copies)


def test_records_that_need_no_check_are_written_in_any_order_of_batches(desk: Desk) -> None:
    Importing(desk).write_records(
        [
            ("branches", [BranchRecord("B1", "Lyon")]),
            ("advisors", [AdvisorRecord("A1", "Anne", "Martin", "B1")]),
            ("clients", [ClientRecord("C1", last_name="Durand", branch="B1")]),
            ("clients", iter([ClientRecord("C2", last_name="Petit")])),
            ("clients", []),
        ]
    )
    assert branches(desk, client) == ["B1", "HOME"]


def test_half_a_name_keeps_the_other_half(desk: Desk, tmp_path: Path) -> None:
    bring(desk, write_folder(tmp_path / "a", clients="ref,first_name,last_name\nC1,Zoé,Roy\n"))
    bring(desk, write_folder(tmp_path / "b", clients="ref,last_name\nC1,Éluard\n"))
    assert rows(desk, client, "first_name", "folded_name") == [("Zoé", "eluard zoe")]
    bring(desk, write_folder(tmp_path / "c", clients="ref,email\nC1,z@example.org\n"))
    assert rows(desk, client, "folded_name", "email") == [("eluard zoe", "z@example.org")]


def test_a_touchpoint_told_again_without_its_advisors_keeps_them(
    desk: Desk, tmp_path: Path
) -> None:
    base = {"branches": BRANCHES, "advisors": ADVISORS, "clients": CLIENTS}
    touch = "ref,client,advisor,at,channel\nT1,C1,A1|A2,2026-01-02,branch\n"
    bring(desk, write_folder(tmp_path / "a", **base, touchpoints=touch))
    again = "ref,client,at,channel\nT1,C1,2026-01-03,branch\n"
    bring(desk, write_folder(tmp_path / "b", touchpoints=again))
    ((day, advisor),) = rows(desk, touchpoint, "on_day", "advisor_id")
    assert (day, advisor is None) == (date(2026, 1, 3), False)
    assert len(rows(desk, further_advisor, "advisor_id")) == 1


def test_facts_are_right_after_every_import_and_after_undo(desk: Desk, tmp_path: Path) -> None:
    files = {
        "branches": BRANCHES,
        "advisors": ADVISORS,
        "clients": CLIENTS,
        "assignments": "client,advisor,from\nC1,A1,2020-01-01\n",
        "touchpoints": "ref,client,advisor,at,channel\nT1,C1,A1|A2,2026-01-02,branch\n",
        "digital": "client,month,logins\nC2,2026-01,3\n",
    }
    bring(desk, write_folder(tmp_path / "a", **files))
    assert wrong(desk) == []
    moved = "ref,client,advisor,at,channel\nT1,C2,A2,2026-01-02,branch\n"
    later = "client,advisor,from\nC1,A2,2024-01-01\n"
    bring(desk, write_folder(tmp_path / "b", touchpoints=moved, assignments=later))
    assert wrong(desk) == []
    Importing(desk).undo()
    assert wrong(desk) == []


def wrong(desk: Desk) -> list[Difference]:
    """Facts that are not what the raw tables say."""
    with desk.writing() as transaction:
        return differences(transaction)
