"""The tabs of a client's page, and the line on the trail that says who looked."""

from advisor_app.domain.client_record import ClientRecord
from advisor_app.domain.keys import Key
from advisor_app.domain.months import less_months
from advisor_app.domain.trail import Deed
from advisor_app.services.attentions import yearly_ceiling
from advisor_app.services.desk import Desk
from advisor_app.storage import client_record as reading
from advisor_app.storage.attentions import read_attentions
from advisor_app.storage.client_page import read_projects
from advisor_app.storage.commitments import read_commitments
from advisor_app.storage.exchanges import read_timeline
from advisor_app.storage.parties import present_advisor
from advisor_app.storage.people import group_of, read_groups

_SIGNAL_MONTHS = 24
_DEFAULT_COUNTRY = "FR"
# Why a file was opened, as the trail keeps it: a purpose is asked of nobody who serves the client.
OWN_CLIENT, OTHER_CLIENT = "own client", "another advisor's client"


class ClientRecords:
    """Reads what the tabs show."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(self, key: Key) -> ClientRecord:
        """The record of a household, or of one of its clients; KeyError where there is nobody."""
        now, today = self._desk.now(), self._desk.today()
        with self._desk.reading() as transaction:
            row = group_of(transaction, key)
            clients = read_groups(transaction, [row])[row]
            people = {person.key: person for person in clients if person.key is not None}
            identities = reading.read_identities(transaction, people)
            return ClientRecord(
                key=row,
                today=today,
                country=next((one.country for one in identities if one.country), _DEFAULT_COUNTRY),
                projects=read_projects(transaction, clients, ended=True),
                entries=read_timeline(transaction, people, now),
                commitments=read_commitments(transaction, people),
                attentions=read_attentions(transaction, people),
                ceiling=yearly_ceiling(transaction),
                members=reading.read_members(transaction, row, people),
                identities=identities,
                contracts=reading.read_contracts(transaction, people),
                papers=reading.read_papers(transaction, people, now),
                history=reading.read_history(transaction, people, now),
                signals=reading.read_signals(
                    transaction, people, less_months(today, _SIGNAL_MONTHS)
                ),
                reminders=reading.read_noted(transaction, people),
            )

    def opened(self, key: Key) -> None:
        """Put on the trail that a household's page was opened, for each of its clients."""
        with self._desk.writing() as transaction:
            row = group_of(transaction, key)
            for person in read_groups(transaction, [row])[row]:
                if person.key is None:
                    continue
                serves = present_advisor(transaction, person.key, self._desk.today())
                own = self._desk.advisor is not None and serves == self._desk.advisor.key
                why = OWN_CLIENT if own else OTHER_CLIENT
                deed = Deed("file opened", subject=person.ref, client=person.key, why=why)
                self._desk.record(transaction, deed)
