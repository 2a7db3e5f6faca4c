"""What the advisor owes, and saying that it is done."""

from advisor_app.domain.commitments import Ending
from advisor_app.domain.owed import Owed, Owing
from advisor_app.services.booking import Appointments, done
from advisor_app.services.commitments import CommitmentEdit, Commitments
from advisor_app.services.desk import Desk
from advisor_app.services.portfolio import asking
from advisor_app.storage.owed import read_owed, reopen_follow_ups

# A list of so many of each kind is read to its end in no day.
MOST = 50


class OwedThings:
    """Follow-ups, promises and outcomes of the advisor who works here."""

    def __init__(self, desk: Desk, appointments: Appointments, commitments: Commitments) -> None:
        self._desk, self._appointments, self._commitments = desk, appointments, commitments

    def due(self) -> tuple[Owed, ...]:
        """What is owed, the earliest first; NoAdvisorYet before the choice.

        Promises by the end of today; a follow-up as soon as its meeting is written up.
        """
        ask = asking(self._desk)
        with self._desk.reading() as transaction:
            return read_owed(transaction, ask.advisor, ask.now, MOST)

    def settle(self, one: Owed) -> CommitmentEdit | None:
        """A follow-up was sent, or a promise kept; what is given back undoes the promise's.

        An outcome is not settled here: what happened has to be told (`Appointments.hold`, `miss`).
        """
        if one.owing is Owing.PROMISE:
            return self._commitments.end(one.ref, Ending.KEPT)
        self._appointments.follow_up_sent(one.ref)
        return None

    def take_back(self, one: Owed, edit: CommitmentEdit | None) -> None:
        """Undo what was settled today."""
        if edit is not None:
            self._commitments.take_back(edit)
            return
        self.reopen(one.ref)

    def reopen(self, ref: str) -> None:
        """Take back that the follow-up of an appointment was sent today; NoSuchAppointment."""
        with self._desk.writing() as transaction:
            reopen_follow_ups(transaction, ref, self._desk.today())
            done(self._desk, transaction, "follow-up taken back", ref)
