"""What leaves the printer."""

from functools import cached_property
from typing import TYPE_CHECKING

from advisor_app.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from advisor_app.domain.bank_identity import BankIdentity
    from advisor_app.services.handovers import Handovers
    from advisor_app.services.letters import Letters
    from advisor_app.services.sheet_choices import KeptChoices
    from advisor_app.services.sheets import Sheets


class PaperServices(Wiring):
    """What an advisor may print."""

    @cached_property
    def sheets(self) -> "Sheets":
        """Briefing sheets and day packs."""
        from advisor_app.services.sheets import Sheets

        return Sheets(self._desk)

    @cached_property
    def sheet_choices(self) -> "KeptChoices":
        """What an advisor leaves out of briefing sheets."""
        from advisor_app.services.sheet_choices import KeptChoices

        return KeptChoices(self._desk)

    @cached_property
    def handovers(self) -> "Handovers":
        """Handover sheets."""
        from advisor_app.services.handovers import Handovers

        return Handovers(self._desk, self.sheets)

    @cached_property
    def letters(self) -> "Letters":
        """Letters to clients."""
        from advisor_app.services.letters import Letters

        return Letters(self._desk, self.sheets, self.bank)

    def bank(self) -> "BankIdentity":
        """How the bank presents itself: `bank.toml` beside the store, read anew; BadIdentity."""
        from advisor_app.exchange.bank_identity import read_identity

        return read_identity(self._desk.store.path.parent)
