"""A full copy of what is kept about a client, and an erasure with its proof."""

import json
from collections.abc import Callable
from pathlib import Path

from advisor_app.domain.client_edits import ClientFile, ClientGone
from advisor_app.domain.client_rights import (
    CopyPurpose,
    ErasureCertificate,
    ErasureReason,
    MergedAway,
)
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.handing_out import unless_written
from advisor_app.storage import client_edits as keeping
from advisor_app.storage import facts, trail
from advisor_app.storage.client_copy import read_everything, read_trail
from advisor_app.storage.client_erasure import erase, fold_log, merged_into, reference_of_key
from advisor_app.storage.store import Transaction

_COPIED, _NOT_WRITTEN, _ERASED = "copy handed out", "copy not written", "client erased"
_COPIES = (".backups/*.store", ".before-*")


class ClientRights:
    """What a client may ask for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def copy(self, ref: str, purpose: CopyPurpose, write: Callable[[bytes], None]) -> int:
        """Hand out all that is kept about a client as JSON; how many lines it has is returned.

        It is put on the trail before `write` is called. Raises ClientGone, MergedAway, and
        CannotSave from `write`, which is put on the trail too.
        """
        with self._desk.writing() as transaction:
            file = _found(transaction, ref)
            deed = Deed(_COPIED, subject=ref, client=file.key, why=purpose.value)
            self._desk.record(transaction, deed)
            kept = read_everything(transaction, file.key)
            entries = read_trail(transaction, file.key)
        told = {
            "client": ref,
            "made_at": self._desk.now().isoformat(timespec="seconds"),
            "purpose": purpose.value,
            "kept": kept,
            "trail": entries,
        }
        not_written = Deed(_NOT_WRITTEN, subject=file.ref, client=file.key, why=purpose.value)
        with unless_written(self._desk, not_written):
            write(json.dumps(told, ensure_ascii=False, indent=2).encode())
        return len(entries) + sum(len(lines) for lines in kept.values())

    def held(self, ref: str) -> dict[str, int]:
        """How many rows an erasure would take, by table; ClientGone, MergedAway.

        It is tried out and taken back: nothing else counts what the deed itself will count.
        """
        with self._desk.writing() as transaction:
            file = _found(transaction, ref)
            with transaction.begin_nested() as trial:
                rows, _touched = erase(transaction, file.key)
                trial.rollback()
        return dict(rows)

    def erase(self, ref: str, reason: ErasureReason) -> ErasureCertificate:
        """Erase all that is kept about a client, for good; ClientGone, MergedAway.

        The trail keeps that it was done, with counts, and the earlier entries about him: they hold
        references and no contents.
        """
        with self._desk.writing() as transaction:
            file = _found(transaction, ref)
            rows, touched = erase(transaction, file.key)
            facts.recompute(transaction, touched)
            detail: dict[str, str | int | list[str]] = dict(rows)
            deed = Deed(_ERASED, subject=ref, client=file.key, why=reason.value, detail=detail)
            self._desk.record(transaction, deed)
            (entry,) = trail.read_entries(transaction, file.key, 1)
        fold_log(self._desk.store)
        return ErasureCertificate(
            ref=ref,
            at=self._desk.now(),
            by=entry.who,
            reason=reason,
            rows=dict(rows),
            number=entry.number,
            hash=entry.hash.hex(),
            copies=copies_beside(self._desk.store.path),
            name=advisor.name if (advisor := self._desk.advisor) else "",
        )


def copies_beside(path: Path) -> tuple[str, ...]:
    """The files beside a store that were made from it: each holds what was there at its time."""
    found = [one for ending in _COPIES for one in path.parent.glob(f"{path.name}{ending}")]
    return tuple(sorted(str(one.relative_to(path.parent)) for one in found if one.is_file()))


def _found(transaction: Transaction, ref: str) -> ClientFile:
    file = keeping.find_file(transaction, ref)
    if file is None:
        raise ClientGone(ref)
    into = merged_into(transaction, file.key)
    if into is not None:
        raise MergedAway(ref, reference_of_key(transaction, into))
    return file
