"""The store: its first steps, its rules, and what keeps it safe and whole."""

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from advisor_app.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from advisor_app.services.about import About
    from advisor_app.services.backups import Backups
    from advisor_app.services.drafts import Drafts
    from advisor_app.services.importing import Importing
    from advisor_app.services.kept_pages import KeptPages
    from advisor_app.services.passphrases import Passphrases
    from advisor_app.services.policies import Policies
    from advisor_app.services.security import Security
    from advisor_app.services.setup import Setup
    from advisor_app.services.upkeep import Upkeep


class StoreServices(Wiring):
    """What may be asked of a store."""

    @cached_property
    def setup(self) -> "Setup":
        """First steps at a store."""
        from advisor_app.services.setup import Setup

        return Setup(self._desk)

    @cached_property
    def about(self) -> "About":
        """What the program is."""
        from advisor_app.services.about import About

        return About(self._desk)

    @cached_property
    def policies(self) -> "Policies":
        """The bank's rules."""
        from advisor_app.services.policies import Policies

        return Policies(self._desk)

    @cached_property
    def importing(self) -> "Importing":
        """A bank's files in, and out again."""
        from advisor_app.services.importing import Importing

        return Importing(self._desk)

    @cached_property
    def drafts(self) -> "Drafts":
        """What was being typed when the program stopped."""
        from advisor_app.services.drafts import Drafts

        return Drafts(self._desk)

    @cached_property
    def kept_pages(self) -> "KeptPages":
        """What the window shows, kept for its next start."""
        from advisor_app.services.kept_pages import KeptPages

        return KeptPages(self._desk)

    @cached_property
    def backups(self) -> "Backups":
        """Copies of the store."""
        from advisor_app.services.backups import Backups

        return Backups(self._desk, lambda: datetime.now(UTC))

    @cached_property
    def passphrases(self) -> "Passphrases":
        """What opens the store."""
        from advisor_app.services.passphrases import Passphrases

        return Passphrases(self._desk)

    @cached_property
    def security(self) -> "Security":
        """What protects the store while somebody works with it."""
        from advisor_app.services.security import Security

        return Security(self._desk)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """Check and backup."""
        from advisor_app.services.upkeep import Upkeep

        return Upkeep(self._desk)
