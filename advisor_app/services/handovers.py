"""Handing a client over to another advisor: the sheet that says what must not be lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from advisor_app.domain.briefing import BriefedClient, Briefing, Promise
from advisor_app.domain.codes import Segment
from advisor_app.domain.handover import Priority, handover_priority
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.papers import PaperKind, PaperOwner, Purpose
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.segments import segment_rules
from advisor_app.services.desk import Desk
from advisor_app.services.printing import coded_paper, record_printed
from advisor_app.services.sheets import Sheets
from advisor_app.storage import briefing as people
from advisor_app.storage import briefing_history as history
from advisor_app.storage.store import Transaction


class Handovers:
    """Reads what a handover sheet needs, and records that it was printed."""

    def __init__(self, desk: Desk, sheets: Sheets) -> None:
        self._desk = desk
        self._sheets = sheets

    def sheet(self, ref: str) -> Briefing:
        """What is known of one client, for the successor; NoSuchClient, or NobodyServes.

        Of the others of the household nothing but who they are: secrecy holds between spouses, and
        on request the client reads the sheet.
        """
        booked = self._sheets.for_client(ref)
        alone = self._sheets.for_clients([ref])
        return replace(alone, visit=booked.visit, advisor=booked.advisor, branch=booked.branch)

    def printed(self, briefing: Briefing) -> None:
        """Record that a handover sheet left the printer, or was saved to a file."""
        client = briefing.clients[0]
        owner = PaperOwner(PaperKind.HANDOVER, client.key, None, briefing.advisor.key)
        with self._desk.writing() as transaction:
            paper = coded_paper(self._desk, transaction, owner, client.branch, Purpose.HAND_OVER, 1)
            deed = Deed("handover sheet printed")
            record_printed(self._desk, transaction, paper, briefing.clients, deed)


def priority_on(
    transaction: Transaction, advisor: Advisor, keys: Sequence[Key], day: date
) -> Priority:
    """How soon these clients of a household had to be met when they changed advisor on a day.

    From what was known by then, as far as it is dated.
    """
    clients = people.read_clients(transaction, keys)
    promises = history.read_promises(transaction, keys)
    projects = history.read_projects(transaction, keys)
    known = Briefing(
        today=day,
        code="",
        advisor=advisor,
        branch=None,
        visit=None,
        follow_up_due=None,
        proposal=None,
        clients=clients,
        members=(),
        periods=people.read_periods(transaction, keys, day),
        contacts=history.read_contacts(transaction, keys, day),
        months=(),
        projects=tuple(one for one in projects if one.noted_on is None or one.noted_on <= day),
        holdings=(),
        consents=(),
        promises=tuple(_as_on(one, day) for one in promises),
        facts=tuple(
            one for one in people.read_facts(transaction, keys) if one.on is None or one.on <= day
        ),
        recollections=(),
    )
    return handover_priority(known, drift_months(clients[0])).priority


def _as_on(promise: Promise, day: date) -> Promise:
    """The promise as it stood: what was done later was still owed."""
    later = promise.done_on is not None and promise.done_on > day
    return replace(promise, done_on=None) if later else promise


def drift_months(client: BriefedClient) -> int:
    """The time without a meeting after which the client drifts, by segment."""
    return segment_rules()[client.segment or Segment.MASS].drift_months
