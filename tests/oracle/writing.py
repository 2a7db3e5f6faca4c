"""Invented people written into a real store, straight into its raw tables."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select

from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.organisation import advisor, branch
from advisor_app.storage.schema.projects import project
from oracle.people import ADVISORS
from oracle.presence import Contact, Person, Serving, first_possible


class Writer:
    """Writes people by reference; the facts are the caller's to bring up to date."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.branch = connection.execute(select(branch.c.id)).scalars().first() or self._found()
        self.keys: dict[str, Key] = {}
        for ref in ADVISORS:
            self._add(advisor, id=self._key(ref), ref=ref, last_name=f"Name {ref}", role="advisor")

    def _found(self) -> Key:
        key = new_key()
        self._connection.execute(insert(branch).values(id=key, ref="HOME", name="Home"))
        return key

    def _key(self, ref: str) -> Key:
        return self.keys.setdefault(ref, new_key())

    def _add(self, table: Any, **values: Any) -> None:
        placed = {"branch_id": self.branch} if "branch_id" in table.c else {}
        self._connection.execute(insert(table).values(**placed, **values))

    def write(self, person: Person) -> Key:
        """Write a whole person; gives back the client's key."""
        key = self._key(person.ref)
        self._add(
            client,
            id=key,
            ref=person.ref,
            last_name=person.ref,
            segment=person.segment,
            birth_date=person.birth,
            since=person.since,
            no_contact=person.no_contact,
            no_contact_until=person.no_contact_until,
            status=person.status,
        )
        for serving in person.servings:
            self.assign(person, serving)
        for plan in person.plans:
            self._add(
                project,
                id=self._key(plan.ref),
                ref=plan.ref,
                client_id=key,
                code=plan.code,
                status=plan.status,
                target=plan.target,
                target_from=first_possible(plan.target) if plan.target else None,
                noted_on=plan.noted_on,
            )
        for number, contact in enumerate(person.contacts):
            self.write_contact(person, contact, f"{person.ref}-T{number}")
        for month, count in person.digital.items():
            self.write_month(person, month, count)
        self._write_promises(person)
        return key

    def assign(self, person: Person, serving: Serving) -> None:
        """Write one assignment."""
        self._add(
            assignment,
            id=new_key(),
            client_id=self._key(person.ref),
            advisor_id=self._key(serving.advisor),
            from_day=serving.first,
            until_day=serving.last,
            announced=serving.announced,
        )

    def write_contact(self, person: Person, contact: Contact, ref: str) -> None:
        """Write one contact with its advisors."""
        key = self._key(ref)
        first, *further = contact.advisors or (None,)
        self._add(
            touchpoint,
            id=key,
            ref=ref,
            client_id=self._key(person.ref),
            advisor_id=first and self._key(first),
            on_day=contact.day,
            channel=contact.channel,
            nature=contact.nature,
            direction=contact.direction,
            minutes=contact.minutes,
            one_to_one=contact.one_to_one,
            project_id=contact.project and self._key(contact.project),
        )
        for one in further:
            self._add(further_advisor, touchpoint_id=key, advisor_id=self._key(one))

    def write_month(self, person: Person, month: tuple[int, int], count: int) -> None:
        """Write the counts of one month, spread over the three kinds."""
        self._add(
            digital_month,
            client_id=self._key(person.ref),
            month=date(*month, 1),
            logins=count // 2,
            messages=0,
            operations=count - count // 2,
        )

    def _write_promises(self, person: Person) -> None:
        key = self._key(person.ref)
        for promise in person.promises:
            self._add(
                commitment,
                id=new_key(),
                ref=promise.ref,
                client_id=key,
                by=promise.by,
                what="A call",
                due=promise.due,
                done_on=promise.done_on,
            )
        for letter in person.letters:
            self._write_letter(person, letter.appointment, letter.due, letter.sent_on)

    def _write_letter(self, person: Person, ref: str, due: Any, sent_on: date | None) -> None:
        key = self._key(ref)
        self._add(
            appointment,
            id=key,
            ref=ref,
            advisor_id=self._key("A1"),
            place="branch",
            status="held",
            zone="Europe/Paris",
            start_wall="2020-01-01T10:00",
            start_utc=0,
            end_wall="2020-01-01T11:00",
            end_utc=3600,
            busy_from=0,
            busy_until=3600,
        )
        self._add(attendee, appointment_id=key, client_id=self._key(person.ref))
        self._add(
            follow_up,
            id=new_key(),
            appointment_id=key,
            kind="summary",
            due_wall=due.isoformat(timespec="minutes"),
            due_utc=0,
            sent_on=sent_on,
        )
