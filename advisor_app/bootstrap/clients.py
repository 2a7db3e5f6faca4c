"""Clients and their households: their files, what is kept and promised to them."""

from functools import cached_property
from typing import TYPE_CHECKING

from advisor_app.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from advisor_app.services.attentions import Attentions
    from advisor_app.services.client_edits import ClientEdits
    from advisor_app.services.client_merging import ClientMerging
    from advisor_app.services.client_page import ClientPages
    from advisor_app.services.client_record import ClientRecords
    from advisor_app.services.client_rights import ClientRights
    from advisor_app.services.commitments import Commitments
    from advisor_app.services.consents import Consents
    from advisor_app.services.contacts import Contacts
    from advisor_app.services.corrections import Corrections
    from advisor_app.services.households import Households
    from advisor_app.services.introductions import Introductions
    from advisor_app.services.pauses import Pauses
    from advisor_app.services.project_edits import ProjectEdits
    from advisor_app.services.reminders import Reminders


class ClientServices(Wiring):
    """What an advisor may ask about clients."""

    @cached_property
    def client_page(self) -> "ClientPages":
        """The pages of households."""
        from advisor_app.services.client_page import ClientPages

        return ClientPages(self._desk)

    @cached_property
    def client_record(self) -> "ClientRecords":
        """The tabs of those pages."""
        from advisor_app.services.client_record import ClientRecords

        return ClientRecords(self._desk)

    @cached_property
    def client_edits(self) -> "ClientEdits":
        """Clients' files: added, corrected, closed."""
        from advisor_app.services.client_edits import ClientEdits

        return ClientEdits(self._desk)

    @cached_property
    def client_merging(self) -> "ClientMerging":
        """Two files of one person made one."""
        from advisor_app.services.client_merging import ClientMerging

        return ClientMerging(self._desk)

    @cached_property
    def client_rights(self) -> "ClientRights":
        """Copies and erasures."""
        from advisor_app.services.client_rights import ClientRights

        return ClientRights(self._desk)

    @cached_property
    def households(self) -> "Households":
        """Who lives and decides together."""
        from advisor_app.services.households import Households

        return Households(self._desk)

    @cached_property
    def contacts(self) -> "Contacts":
        """Noting contacts."""
        from advisor_app.services.contacts import Contacts

        return Contacts(self._desk)

    @cached_property
    def corrections(self) -> "Corrections":
        """Corrections of contacts."""
        from advisor_app.services.corrections import Corrections

        return Corrections(self._desk)

    @cached_property
    def consents(self) -> "Consents":
        """What clients agree to and prefer."""
        from advisor_app.services.consents import Consents

        return Consents(self._desk)

    @cached_property
    def introductions(self) -> "Introductions":
        """How well clients and their advisors know each other."""
        from advisor_app.services.introductions import Introductions

        return Introductions(self._desk)

    @cached_property
    def project_edits(self) -> "ProjectEdits":
        """Life projects: added, changed, ended."""
        from advisor_app.services.project_edits import ProjectEdits

        return ProjectEdits(self._desk)

    @cached_property
    def commitments(self) -> "Commitments":
        """What was promised."""
        from advisor_app.services.commitments import Commitments

        return Commitments(self._desk)

    @cached_property
    def attentions(self) -> "Attentions":
        """Small attentions."""
        from advisor_app.services.attentions import Attentions

        return Attentions(self._desk)

    @cached_property
    def reminders(self) -> "Reminders":
        """Small things to remember about clients."""
        from advisor_app.services.reminders import Reminders

        return Reminders(self._desk)

    @cached_property
    def pauses(self) -> "Pauses":
        """Whom the day's list leaves in peace."""
        from advisor_app.services.pauses import Pauses

        return Pauses(self._desk)
