from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from advisor_app.domain.codes import Introduction
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.thread import MarkKind, changes
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.organisation import advisor, branch
from advisor_app.storage.store import Store, Transaction
from advisor_app.storage.thread import Window, read_threads

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
WINDOW = Window(NOW)


class Bank:
    def __init__(self, transaction: Transaction) -> None:
        self.transaction = transaction
        self.branch = transaction.execute(select(branch.c.id)).scalar_one()

    def _add(self, table: object, **values: object) -> None:
        self.transaction.execute(insert(table).values(branch_id=self.branch, **values))  # type: ignore[arg-type] # a table

    def person(self, ref: str) -> Key:
        key = new_key()
        self._add(client, id=key, ref=ref, last_name=ref)
        return key

    def advisor(self, ref: str) -> Key:
        key = new_key()
        self._add(advisor, id=key, ref=ref, first_name="Ana", last_name=ref)
        return key

    def serves(self, who: Key, whom: Key, since: date, until: date | None = None) -> None:
        values = {"from_day": since, "until_day": until, "announced": "email"}
        self._add(assignment, id=new_key(), client_id=whom, advisor_id=who, **values)

    def met(self, whom: Key, day: date, *who: Key, subject: str | None = None) -> None:
        key = new_key()
        self._add(
            touchpoint,
            id=key,
            ref=key.hex(),
            client_id=whom,
            advisor_id=who[0],
            on_day=day,
            channel="branch",
            nature="conversation",
            direction="out",
            subject=subject,
        )
        for other in who[1:]:
            values = {"touchpoint_id": key, "advisor_id": other}
            self.transaction.execute(insert(further_advisor).values(**values))

    def online(self, whom: Key, month: date, logins: int) -> None:
        self._add(digital_month, client_id=whom, month=month, logins=logins)


@pytest.fixture
def bank(store: Store) -> object:
    with store.writing() as transaction:
        yield Bank(transaction)


def test_a_couple_has_one_thread(bank: Bank) -> None:
    one, two, ana = bank.person("C1"), bank.person("C2"), bank.advisor("A1")
    bank.serves(ana, one, date(2020, 1, 1))
    for whom in (one, two):
        bank.met(whom, date(2024, 3, 12), ana, subject="A home" if whom == two else None)
        bank.online(whom, date(2026, 3, 1), 4)
    thread = read_threads(bank.transaction, {one: [one, two]}, WINDOW)[one]
    assert [(mark.day, mark.kind, mark.label) for mark in thread.marks] == [
        (date(2024, 3, 12), MarkKind.MEETING, "A home")
    ]
    assert [(month.first_day, month.count) for month in thread.months] == [(date(2026, 3, 1), 8)]
    assert thread.from_day == date(2020, 1, 1)


@pytest.mark.parametrize(
    ("together", "introduction"),
    [
        ("three", Introduction.PRESENTED),
        ("two", Introduction.ACQUAINTED),
        ("", Introduction.ANNOUNCED),
    ],
)
def test_an_introduction_is_a_meeting_with_both_advisors(
    bank: Bank, together: str, introduction: Introduction
) -> None:
    who, old, new = bank.person("C1"), bank.advisor("A1"), bank.advisor("A2")
    bank.serves(old, who, date(2020, 1, 1), date(2025, 10, 5))
    bank.serves(new, who, date(2025, 10, 6))
    if together:
        there = (old, new) if together == "three" else (new,)
        bank.met(who, date(2025, 10, 20), *there)
    thread = read_threads(bank.transaction, {who: [who]}, Window(NOW, None, new))[who]
    assert thread.periods[-1].introduction is introduction
    assert thread.periods[-1].is_reader
    assert [change.introduced for change in changes(thread)] == [bool(together)]


def test_two_turns_of_one_advisor_are_one_period(bank: Bank) -> None:
    who, ana = bank.person("C1"), bank.advisor("A1")
    bank.serves(ana, who, date(2020, 1, 1), date(2021, 1, 1))
    bank.serves(ana, who, date(2021, 1, 2))
    thread = read_threads(bank.transaction, {who: [who]}, WINDOW)[who]
    assert [(one.from_day, one.until_day) for one in thread.periods] == [(date(2020, 1, 1), None)]


def test_what_lies_ahead_is_not_told(bank: Bank) -> None:
    who, ana = bank.person("C1"), bank.advisor("A1")
    bank.met(who, date(2026, 4, 24), ana)
    bank.serves(ana, who, date(2026, 5, 1))
    thread = read_threads(bank.transaction, {who: [who]}, WINDOW)[who]
    assert thread.marks == ()
    assert thread.periods == ()
    assert thread.from_day == thread.today == date(2026, 4, 23)


def test_a_window_reads_only_its_months(bank: Bank) -> None:
    who, ana = bank.person("C1"), bank.advisor("A1")
    bank.met(who, date(2020, 5, 1), ana)
    bank.online(who, date(2025, 5, 1), 3)
    bank.online(who, date(2020, 5, 1), 3)
    window = Window(NOW, date(2025, 5, 1))
    thread = read_threads(bank.transaction, {who: [who]}, window)[who]
    assert thread.marks == ()
    assert [month.first_day for month in thread.months] == [date(2025, 5, 1)]
