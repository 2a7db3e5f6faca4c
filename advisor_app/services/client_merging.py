"""Making two files of one person one, with both histories, and taking that back."""

from typing import Any

from advisor_app.domain.client_edits import ClientFile, ClientGone
from advisor_app.domain.client_merging import (
    BothInvited,
    MergedSince,
    MergeEdit,
    MergeGone,
    MergePreview,
    MergeSide,
    SameFile,
)
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import file_named
from advisor_app.storage import client_merging as keeping
from advisor_app.storage import facts
from advisor_app.storage.client_edits import find_file, share_a_time
from advisor_app.storage.client_erasure import reference_of_key
from advisor_app.storage.store import Transaction


class ClientMerging:
    """Merges files."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def preview(self, kept: str, other: str) -> MergePreview:
        """The two files as they stand, and what the kept one would say; refusals as `merge`."""
        with self._desk.reading() as transaction:
            one, two = _both(transaction, kept, other)
            mine, theirs = (keeping.read_file(transaction, file.key) for file in (one, two))
            after = {**mine, **keeping.filled(mine, theirs)}
            sides = [(kept, mine, [one.key]), (other, theirs, [two.key])]
            sides.append((kept, after, [one.key, two.key]))
            return MergePreview(
                *(
                    MergeSide(ref, fields, keeping.count_noted(transaction, keys))
                    for ref, fields, keys in sides
                )
            )

    def merge(self, kept: str, other: str) -> MergeEdit:
        """Move everything of the other file to the kept one; the other stays as an empty shell.

        The kept file is given what only the other knew, and the stricter wishes of the two. Raises
        ClientGone, MergedAway, SameFile, and BothInvited where both have appointments at one time.
        """
        now = int(self._desk.now().timestamp())
        with self._desk.writing() as transaction:
            one, two = _both(transaction, kept, other)
            moves: dict[str, Any] = {**keeping.move_all(transaction, one, two)}
            moves["kept"] = keeping.fill_file(transaction, one, two)
            moves["other"] = keeping.empty_file(transaction, two)
            key = new_key()
            who = self._desk.advisor.key if self._desk.advisor else None
            ids = {"id": key, "branch_id": one.branch, "client_id": one.key, "other_id": two.key}
            keeping.keep_merge(transaction, {**ids, "made_utc": now, "made_by": who}, moves)
            self._done(transaction, "files merged", one, two)
        return MergeEdit(key, kept, other, sum(len(rows) for rows in moves["moved"].values()))

    def take_back(self, edit: MergeEdit) -> None:
        """Part the two files again, each with its own; what was noted since stays with the kept.

        MergeGone where it was undone already, or erased; MergedSince where a newer one stands on it.
        """
        with self._desk.writing() as transaction:
            self._part(transaction, edit.key, edit.kept)

    def undo(self, kept: str) -> str:
        """Take back the last merge into a file; the other's reference. ClientGone, MergeGone."""
        with self._desk.writing() as transaction:
            key = keeping.latest_merge(transaction, file_named(transaction, kept).key)
            if key is None:
                raise MergeGone(kept)
            return self._part(transaction, key, kept)

    def _part(self, transaction: Transaction, key: Key, kept: str) -> str:
        merge = keeping.find_merge(transaction, key)
        if merge is None:
            raise MergeGone(kept)
        newer = keeping.newer_merge(transaction, merge)
        if newer is not None:
            raise MergedSince(kept, reference_of_key(transaction, newer))
        one = _named(transaction, merge["client_id"])
        two = _named(transaction, merge["other_id"])
        keeping.move_back(transaction, merge, two)
        keeping.mark_undone(transaction, key, int(self._desk.now().timestamp()))
        self._done(transaction, "files parted", one, two)
        return two.ref

    def _done(
        self, transaction: Transaction, action: str, one: ClientFile, two: ClientFile
    ) -> None:
        """An entry for each file, and one for the lists, whose rows are others now."""
        facts.recompute(transaction, [one.key, two.key])
        for file, beside in ((one, two), (two, one)):
            detail: dict[str, str | int | list[str]] = {"with": beside.ref}
            deed = Deed(action, subject=file.ref, client=file.key, detail=detail)
            self._desk.record(transaction, deed)
        self._desk.record(transaction, Deed(action, subject=one.ref))


def _both(transaction: Transaction, kept: str, other: str) -> tuple[ClientFile, ClientFile]:
    """Two files that can be made one; what `merge` raises."""
    if kept == other:
        raise SameFile(kept)
    one, two = file_named(transaction, kept), file_named(transaction, other)
    if share_a_time(transaction, one.key, two.key):
        raise BothInvited(kept, other)
    return one, two


def _named(transaction: Transaction, key: Key) -> ClientFile:
    file = find_file(transaction, reference_of_key(transaction, key))
    if file is None:
        raise ClientGone(key.hex())
    return file
