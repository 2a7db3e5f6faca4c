"""What an advisor chose for his sheets: which blocks are left out, and what is hidden today.

The blocks are kept from one day to the next. That amounts or names are hidden is kept with its day
and holds for that day's papers alone: through a lock, another language or another start, because a
tick that went off by itself would put a name on the next paper; and no longer, because sheets that
came without names for ever after would be printed by somebody who forgot why.
"""

from advisor_app.domain.sheet_choices import EVERYTHING, SheetBlock, SheetChoices
from advisor_app.services.desk import Desk
from advisor_app.storage.setting_names import SHEETS_HIDE, SHEETS_WITHOUT
from advisor_app.storage.settings import read_setting, write_setting


class KeptChoices:
    """Of the advisor who works here; where nobody does, nothing is kept."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_today(self) -> SheetChoices:
        """What is chosen now; a block that this version does not know is on the sheet."""
        if self._desk.advisor is None:
            return EVERYTHING
        ref = self._desk.advisor.ref
        with self._desk.reading() as transaction:
            left_out = read_setting(transaction, SHEETS_WITHOUT.format(advisor=ref)) or ""
            hidden = read_setting(transaction, SHEETS_HIDE.format(advisor=ref)) or ""
        known = {one.value: one for one in SheetBlock}
        day, *hides = hidden.split(" ")
        hides = hides if day == self._desk.today().isoformat() else []
        return SheetChoices(
            frozenset(known[word] for word in left_out.split(",") if word in known),
            hide_amounts="amounts" in hides,
            initials="names" in hides,
        )

    def keep(self, choices: SheetChoices) -> None:
        """Remember them: the blocks from now on, what is hidden for today."""
        if self._desk.advisor is None:
            return
        ref = self._desk.advisor.ref
        left_out = ",".join(sorted(one.value for one in choices.without))
        hidden = " ".join([self._desk.today().isoformat(), *choices.hidden])
        with self._desk.writing() as transaction:
            write_setting(transaction, SHEETS_WITHOUT.format(advisor=ref), left_out or None)
            write_setting(
                transaction,
                SHEETS_HIDE.format(advisor=ref),
                hidden if choices.hidden else None,
            )
