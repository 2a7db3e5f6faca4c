"""The page of one household, and the search that leads there."""

from collections.abc import Sequence
from datetime import date

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import DISTANCE
from advisor_app.domain.presence import Presence
from advisor_app.services.desk import Desk
from advisor_app.storage import client_page as reading
from advisor_app.storage.introductions import read_introductions
from advisor_app.storage.people import group_of, group_of_ref, read_groups, read_household
from advisor_app.storage.policies import policy_in_force
from advisor_app.storage.presence import Scope
from advisor_app.storage.presence_records import read_presence
from advisor_app.storage.store import Transaction
from advisor_app.storage.thread import Window, read_threads


class ClientPages:
    """Reads everything that one page shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(self, key: Key) -> ClientPage:
        """The page of a household, or of one of its clients; KeyError where there is nobody."""
        with self._desk.reading() as transaction:
            row = group_of(transaction, key)
            people = tuple(read_groups(transaction, [row])[row])
            return self._page(transaction, row, people)

    def people(self, key: Key) -> tuple[Person, ...]:
        """The clients of a household, the head first; KeyError where there is nobody."""
        with self._desk.reading() as transaction:
            row = group_of(transaction, key)
            return tuple(read_groups(transaction, [row])[row])

    def key_of(self, ref: str) -> Key | None:
        """The key that opens the page of a client's reference."""
        with self._desk.reading() as transaction:
            return group_of_ref(transaction, ref)

    def _page(self, transaction: Transaction, key: Key, people: Sequence[Person]) -> ClientPage:
        now = self._desk.now()
        keys = [person.key for person in people if person.key]
        presences = self._presences(transaction, keys)
        farthest = max(presences, key=lambda one: DISTANCE.index(one.state))
        flags = tuple(raised for one in presences for raised in one.flags)
        head = reading.read_client(transaction, keys[0])
        reader = self._desk.advisor.key if self._desk.advisor else None
        window = Window(now, None, reader)
        return ClientPage(
            key=key,
            clients=tuple(people),
            people=read_household(transaction, key, people),
            state=farthest.state,
            not_introduced=any(raised.flag == "not_introduced" for raised in flags),
            town=head["city"],
            since=head["since"],
            phone=head["mobile"] or head["phone"],
            email=head["email"],
            occupation=head["occupation"],
            preferred_channel=head["preferred_channel"],
            preferred_time=head["preferred_time"],
            consents=reading.read_consents(transaction, keys[0]),
            thread=read_threads(transaction, {key: keys}, window)[key],
            projects=reading.read_projects(transaction, people),
            contacts=reading.read_contacts(transaction, keys, now),
            appointment=reading.read_appointment(transaction, people, now),
            reminders=reading.read_reminders(transaction, keys),
            flags=flags,
            introductions=_introductions(transaction, people, self._desk.today()),
            follow_ups=reading.read_follow_ups(transaction, people),
            restraint=next((one.restraint for one in presences if one.restraint), None),
            no_profile=reading.anybody_objects(transaction, keys),
        )

    def _presences(self, transaction: Transaction, keys: Sequence[Key]) -> list[Presence]:
        today = self._desk.today()
        rules = policy_in_force(transaction)
        return [
            presence
            for key in keys
            for presence in read_presence(transaction, today, rules, Scope(client=key))
        ]


def _introductions(
    transaction: Transaction, people: Sequence[Person], today: date
) -> tuple[tuple[Person, IntroductionSteps], ...]:
    """How far each client is introduced to the present advisor, where somebody serves him."""
    steps = read_introductions(transaction, [one.key for one in people if one.key], today)
    return tuple((one, steps[one.key]) for one in people if one.key in steps)
