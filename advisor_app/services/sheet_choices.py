"""Which blocks an advisor leaves out of his sheets, kept from one day to the next.

That amounts or names are hidden is never kept: it is for one day's papers and the visit they go to,
and a sheet that came without names for ever after would be printed by somebody who forgot why.
"""

from collections.abc import Collection

from advisor_app.domain.sheet_choices import SheetBlock
from advisor_app.services.desk import Desk
from advisor_app.storage.setting_names import SHEETS_WITHOUT
from advisor_app.storage.settings import read_setting, write_setting


class KeptChoices:
    """Of the advisor who works here; where nobody does, nothing is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def without(self) -> frozenset[SheetBlock]:
        """The blocks left out; one that this version does not know is on the sheet."""
        if self._desk.advisor is None:
            return frozenset()
        with self._desk.reading() as transaction:
            kept = read_setting(transaction, self._name(self._desk.advisor.ref)) or ""
        known = {one.value: one for one in SheetBlock}
        return frozenset(known[word] for word in kept.split(",") if word in known)

    def keep(self, without: Collection[SheetBlock]) -> None:
        """Leave these blocks out from now on."""
        if self._desk.advisor is None:
            return
        words = ",".join(sorted(one.value for one in without))
        with self._desk.writing() as transaction:
            write_setting(transaction, self._name(self._desk.advisor.ref), words or None)

    def _name(self, advisor: str) -> str:
        return SHEETS_WITHOUT.format(advisor=advisor)
