"""Writing a meeting up: all that an outcome says is kept in one transaction, or nothing is."""

from dataclasses import replace
from typing import TYPE_CHECKING

from advisor_app.domain.appointments import Cancellation
from advisor_app.domain.codes import AppointmentStatus, Language
from advisor_app.domain.outcome import (
    ClientStanding,
    Happened,
    Outcome,
    OutcomeChanges,
    StandingChange,
    check_outcome,
)
from advisor_app.domain.suggestions.household_rests import after_meeting
from advisor_app.domain.watchwords import Caution, cautions
from advisor_app.playbooks.segments import fatigue_rules
from advisor_app.playbooks.watchwords import watchwords
from advisor_app.services.booking import done, kept_appointment, kept_for
from advisor_app.services.desk import Desk
from advisor_app.services.holding import Held, hold
from advisor_app.services.outcome_parts import (
    colleagues_named,
    keep_consents,
    keep_moves,
    keep_promises,
    keep_reminder,
    moved_projects,
)
from advisor_app.storage import appointments, facts
from advisor_app.storage.introductions import read_introductions
from advisor_app.storage.kept_appointments import KeptAppointment
from advisor_app.storage.policies import policy_in_force
from advisor_app.storage.presence import Scope, read_standings
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import withdraw_booked

if TYPE_CHECKING:
    from collections.abc import Callable


class Outcomes:
    """Keeps outcomes, and tells beforehand what they would change."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def tell(self, ref: str, outcome: Outcome) -> OutcomeChanges:
        """Keep an outcome: contacts, projects, promises, consents, and the follow-up that is owed.

        Raises NoSuchAppointment, WrongStep, NotYet, NotInvited, NobodyPresent, NothingToTell,
        NextDayNotAhead, NoSuchProject, AmbiguousProject, NoSuchAdvisor, and what contacts, promises
        and projects raise.
        """
        with self._desk.writing() as transaction:
            return self._told(transaction, ref, outcome)

    def foretaste(self, ref: str, outcome: Outcome) -> OutcomeChanges:
        """What `tell` would change; it is the very same deed, taken back. Raises as `tell`.

        It waits for the right to write, so it is asked when somebody pauses, not at every key.
        """
        with self._desk.writing() as transaction:
            before = transaction.begin_nested()
            try:
                return self._told(transaction, ref, outcome)
            finally:
                before.rollback()

    def cautions(self, outcome: Outcome, language: Language) -> tuple[Caution, ...]:
        """What the words of an outcome should not say; `language` is that of the answers."""
        promised = (one.what for one in outcome.promises)
        said = "\n".join(filter(None, (outcome.text, outcome.remember, *promised)))
        return cautions(said, watchwords(), language)

    def _told(self, transaction: Transaction, ref: str, outcome: Outcome) -> OutcomeChanges:
        check_outcome(outcome, self._desk.today())
        kept = kept_appointment(transaction, ref)
        before = self._standings(transaction, kept)
        changes = _WRITERS[outcome.happened](self._desk, transaction, kept, outcome)
        promises = keep_promises(self._desk, transaction, kept, outcome)
        keep_reminder(self._desk, transaction, kept, outcome)
        appointments.write_next_day(transaction, kept.key, outcome.next_day)
        facts.recompute(transaction, kept.clients)
        after = self._standings(transaction, kept)
        return replace(
            changes,
            standings=tuple(StandingChange(*pair) for pair in zip(before, after, strict=True)),
            promises=promises,
            first_promise_due=min((one.due for one in outcome.promises if one.due), default=None),
            next_day=outcome.next_day,
        )

    def _standings(
        self, transaction: Transaction, kept: KeptAppointment
    ) -> tuple[ClientStanding, ...]:
        today, rules = self._desk.today(), policy_in_force(transaction)
        steps = read_introductions(transaction, kept.clients, today)
        found = []
        for key, ref in zip(kept.clients, kept.appointment.clients, strict=True):
            standing = read_standings(transaction, today, rules, Scope(client=key))[key]
            known = steps[key].stands if key in steps else None
            found.append(ClientStanding(ref, standing.state, frozenset(standing.flags), known))
        return tuple(found)


def _held(
    desk: Desk, transaction: Transaction, kept: KeptAppointment, outcome: Outcome
) -> OutcomeChanges:
    ref = kept.appointment.ref
    kept_for(desk, transaction, ref, AppointmentStatus.HELD)
    moves = moved_projects(transaction, kept, outcome.moves)
    in_person = outcome.happened is Happened.IN_PERSON
    held = Held(
        minutes=outcome.minutes,
        note=(outcome.text or "").strip() or None,
        present=outcome.present,
        by_phone=not in_person,
        project=kept.project or (moves[0].key if moves else None),
        colleagues=colleagues_named(transaction, outcome.colleagues),
    )
    there, due = hold(transaction, kept, held, desk.now())
    projects = keep_moves(desk, transaction, moves, outcome.moves)
    consents = keep_consents(desk, transaction, there, outcome.consents)
    after = done(desk, transaction, "appointment held", ref)
    return OutcomeChanges(
        appointment=after,
        projects=projects,
        consents=consents,
        follow_up_due=due,
        rest_until=after_meeting(after.start.day, fatigue_rules()) if in_person else None,
        suggestion_done=kept.suggestion is not None,
    )


def _missed(
    desk: Desk, transaction: Transaction, kept: KeptAppointment, _outcome: Outcome
) -> OutcomeChanges:
    ref = kept.appointment.ref
    kept_for(desk, transaction, ref, AppointmentStatus.MISSED)
    appointments.write_status(transaction, kept.key, AppointmentStatus.MISSED)
    return OutcomeChanges(done(desk, transaction, "appointment missed", ref))


def _postponed(
    desk: Desk, transaction: Transaction, kept: KeptAppointment, outcome: Outcome
) -> OutcomeChanges:
    """Its time is given back, and a suggestion that it answered stands again."""
    ref = kept.appointment.ref
    kept_for(desk, transaction, ref, AppointmentStatus.CANCELLED)
    why = Cancellation(outcome.by, (outcome.text or "").strip() or None)
    appointments.write_cancelled(transaction, kept.key, why)
    if kept.suggestion is not None:
        withdraw_booked(transaction, kept.suggestion, desk.today())
    return OutcomeChanges(done(desk, transaction, "appointment cancelled", ref))


_WRITERS: "dict[Happened, Callable[[Desk, Transaction, KeptAppointment, Outcome], OutcomeChanges]]"
_WRITERS = {
    Happened.IN_PERSON: _held,
    Happened.BY_PHONE: _held,
    Happened.POSTPONED: _postponed,
    Happened.MISSED: _missed,
}
