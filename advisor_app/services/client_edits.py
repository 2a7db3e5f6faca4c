"""Clients as an advisor adds, corrects and closes them by hand; every edit can be taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from advisor_app.domain.client_edits import (
    ADDRESS,
    TEXTS,
    ClientChanged,
    ClientDraft,
    ClientFile,
    ClientGone,
    ClientInUse,
    DayGone,
    ReferenceTaken,
    changed_fields,
    check_draft,
)
from advisor_app.domain.codes import ClientStatus
from advisor_app.domain.errors import NoAdvisorYet, NoSuchClient
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.phones import kept_number
from advisor_app.storage import client_edits as keeping
from advisor_app.storage import facts
from advisor_app.storage.organisation import read_branch
from advisor_app.storage.store import Transaction

_COUNTRY = "FR"
_STANDING = {
    ClientStatus.ACTIVE: "client reopened",
    ClientStatus.CLOSED: "client closed",
    ClientStatus.DECEASED: "client's death noted",
}


@dataclass(frozen=True, slots=True)
class ClientEdit:
    """What was done to a file: `before` holds the columns that it changed, None where it is new."""

    ref: str
    client: Key
    before: Mapping[str, Any] | None


class ClientEdits:
    """Adds clients, corrects and closes their files, keeps what they ask for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, ref: str) -> ClientFile:
        """A client's file; NoSuchClient."""
        with self._desk.reading() as transaction:
            found = keeping.find_file(transaction, ref)
        if found is None:
            raise NoSuchClient(ref)
        return found

    def add(self, draft: ClientDraft, ref: str | None = None) -> ClientEdit:
        """Add a client of the advisor who works here, from today, in his branch.

        `ref` is the bank's number; one of the program's own without it. Raises NoAdvisorYet,
        ReferenceTaken, NotAPhone, and what `check_draft` raises.
        """
        advisor, today = self._desk.advisor, self._desk.today()
        if advisor is None or advisor.branch is None:
            raise NoAdvisorYet
        key = new_key()
        named = (ref or "").strip() or reference_of("CL", key)
        with self._desk.writing() as transaction:
            if keeping.find_file(transaction, named) is not None:
                raise ReferenceTaken(named)
            settled = self._settled(transaction, draft, ClientDraft(), advisor.branch)
            made = ClientFile(key, named, advisor.branch, settled)
            keeping.insert_file(transaction, made, today)
            keeping.serve(transaction, made, advisor.key, today)
            self._done(transaction, "client added", made)
        return ClientEdit(named, key, None)

    def edit(self, ref: str, draft: ClientDraft, seen: ClientDraft | None = None) -> ClientEdit:
        """Correct who a client is and how he is reached.

        `seen` is what the draft was made from: only what differs from it is written, so that two
        who work on one file do not undo each other. Raises ClientGone, ClientChanged where both
        changed the same, NotAPhone, and what `check_draft` raises.
        """
        with self._desk.writing() as transaction:
            found = _found(transaction, ref)
            before = seen or found.draft
            settled = self._settled(transaction, draft, before, found.branch)
            names = changed_fields(before, settled)
            elsewhere = set(changed_fields(before, found.draft))
            lost = [one for one in changed_fields(found.draft, settled) if one in names]
            if elsewhere & set(lost):
                raise ClientChanged(ref, tuple(one for one in lost if one in elsewhere))
            columns = {name: getattr(settled, name) for name in names}
            if ADDRESS & set(names):
                columns |= {"latitude": None, "longitude": None}
            return self._write(transaction, found, columns, "client changed")

    def stand(self, ref: str, status: ClientStatus) -> ClientEdit:
        """Close a file, open it again, or note that the client died; ClientGone."""
        with self._desk.writing() as transaction:
            found = _found(transaction, ref)
            return self._write(transaction, found, {"status": status}, _STANDING[status])

    def stop(self, ref: str, *, asked: bool = True) -> ClientEdit:
        """Keep that a client wants no proposals any more, or wants them again; ClientGone."""
        action = "contact stopped" if asked else "contact allowed again"
        with self._desk.writing() as transaction:
            return self._write(transaction, _found(transaction, ref), {"no_contact": asked}, action)

    def wait(self, ref: str, until: date | None) -> ClientEdit:
        """Keep that a client wants no proposals up to a day, included; DayGone, ClientGone."""
        if until is not None and until < self._desk.today():
            raise DayGone(until)
        action = "contact put off" if until else "contact no longer put off"
        with self._desk.writing() as transaction:
            return self._write(
                transaction, _found(transaction, ref), {"no_contact_until": until}, action
            )

    def profile(self, ref: str, *, objects: bool) -> ClientEdit:
        """Keep that a client objects to being profiled, or does no longer; ClientGone."""
        action = "profile refused" if objects else "profile allowed again"
        with self._desk.writing() as transaction:
            return self._write(
                transaction, _found(transaction, ref), {"no_profile": objects}, action
            )

    def take_back(self, edit: ClientEdit) -> None:
        """Undo an edit; ClientGone, or ClientInUse where a new client was written about by now."""
        with self._desk.writing() as transaction:
            found = _found(transaction, edit.ref)
            if edit.before is not None:
                self._write(transaction, found, edit.before, "client put back")
                return
            if keeping.is_in_use(transaction, found.key):
                raise ClientInUse(edit.ref)
            keeping.delete_file(transaction, found.key)
            deed = Deed("client removed", subject=found.ref, client=found.key)
            self._desk.record(transaction, deed)

    def _write(
        self, transaction: Transaction, found: ClientFile, columns: Mapping[str, Any], action: str
    ) -> ClientEdit:
        if not columns:
            return ClientEdit(found.ref, found.key, {})
        before = keeping.write_columns(transaction, found.key, columns)
        self._done(transaction, action, found)
        return ClientEdit(found.ref, found.key, before)

    def _done(self, transaction: Transaction, action: str, file: ClientFile) -> None:
        facts.recompute(transaction, [file.key])
        self._desk.record(transaction, Deed(action, subject=file.ref, client=file.key))

    def _settled(
        self, transaction: Transaction, draft: ClientDraft, before: ClientDraft, branch: Key
    ) -> ClientDraft:
        """Blank texts are none, and numbers typed anew are kept as every telephone dials them."""
        texts: dict[str, Any] = {
            name: (getattr(draft, name) or "").strip() or None for name in TEXTS
        }
        texts["country"] = texts["country"] and texts["country"].upper()
        settled = replace(draft, **texts)
        check_draft(settled, before, self._desk.today())
        home = settled.country or read_branch(transaction, branch).country or _COUNTRY
        anew = {"phone", "mobile"} & set(changed_fields(before, settled))
        numbers: dict[str, Any] = {
            name: kept_number(text, home) for name in anew if (text := texts[name])
        }
        return replace(settled, **numbers)


def _found(transaction: Transaction, ref: str) -> ClientFile:
    found = keeping.find_file(transaction, ref)
    if found is None:
        raise ClientGone(ref)
    return found
