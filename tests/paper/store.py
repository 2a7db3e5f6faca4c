"""A small store with invented people, written row by row."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Table, insert, select

from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.schema import calendar, clients, contacts, organisation, projects
from advisor_app.storage.store import Store, Transaction

PARIS = ZoneInfo("Europe/Paris")


class Bank:
    """Writes rows with what every one needs; keys are kept by reference."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.keys: dict[str, Key] = {}
        with store.reading() as transaction:
            home = select(organisation.branch.c.id)
            self.branch = Key(transaction.execute(home).scalar_one())

    def put(self, table: Table, ref: str | None = None, **values: Any) -> Key:
        key = new_key()
        row = {**values}
        if "id" in table.c:
            row["id"] = key
        if "branch_id" in table.c:
            row.setdefault("branch_id", self.branch)
        if ref is not None:
            self.keys[ref] = key
            if "ref" in table.c:
                row["ref"] = ref
        with self._store.writing() as transaction:
            transaction.execute(insert(table).values(**row))
        return key

    def advisor(self, ref: str, first: str, last: str) -> Key:
        return self.put(organisation.advisor, ref, first_name=first, last_name=last, role="advisor")

    def client(self, ref: str, first: str | None, last: str, **more: Any) -> Key:
        folded = f"{first} {last}".casefold()
        return self.put(
            clients.client,
            ref,
            first_name=first,
            last_name=last,
            folded_name=folded,
            sort_name=folded,
            **more,
        )

    def serve(self, client: str, advisor: str, start: date, end: date | None = None) -> None:
        self.put(
            clients.assignment,
            client_id=self.keys[client],
            advisor_id=self.keys[advisor],
            from_day=start,
            until_day=end,
            announced="email",
        )

    def contact(self, ref: str, client: str, advisor: str | None, day: date, **more: Any) -> None:
        values = {"channel": "branch", "nature": "conversation", "direction": "out", **more}
        self.put(
            contacts.touchpoint,
            ref,
            client_id=self.keys[client],
            advisor_id=self.keys[advisor] if advisor else None,
            on_day=day,
            **values,
        )

    def appointment(
        self, ref: str, who: list[str], advisor: str, start: datetime, end: datetime, **more: Any
    ) -> Key:
        first, last = (int(m.replace(tzinfo=PARIS).timestamp()) for m in (start, end))
        key = self.put(
            calendar.appointment,
            ref,
            advisor_id=self.keys[advisor],
            **{
                "place": "branch",
                "status": "confirmed",
                "zone": "Europe/Paris",
                "start_wall": start.isoformat(timespec="minutes"),
                "start_utc": first,
                "end_wall": end.isoformat(timespec="minutes"),
                "end_utc": last,
                "busy_from": first,
                "busy_until": last,
                **more,
            },
        )
        for client in who:
            self.put(calendar.attendee, appointment_id=key, client_id=self.keys[client])
        return key


def fill(store: Store) -> Bank:
    """The Fourniers, who never met Claire Morvan, and Marguerite Delaunay, who did."""
    bank = Bank(store)
    bank.advisor("A1", "Claire", "Morvan")
    bank.advisor("A2", "Jean-Marc", "Thibault")
    for start, end in (("09:00", "12:30"), ("13:45", "18:00")):
        bank.put(
            organisation.working_hours,
            advisor_id=bank.keys["A1"],
            weekday=4,
            from_time=start,
            until_time=end,
        )
    home = bank.put(clients.household, "H1")
    more = {"household_id": home, "since": date(2009, 9, 1), "language": "fr"}
    bank.client(
        "C1",
        "Camille",
        "Fournier",
        birth_date=date(1991, 7, 2),
        title="mrs",
        occupation="infirmière",
        preferred_channel="phone",
        preferred_time="le soir",
        **more,
    )
    bank.client(
        "C2",
        "Julien",
        "Fournier",
        birth_date=date(1990, 2, 11),
        title="mr",
        occupation="menuisier salarié",
        **more,
    )
    bank.client(
        "C3",
        "Marguerite",
        "Delaunay",
        birth_date=date(1948, 3, 3),
        title="mrs",
        language="en",
        street="3 rue des Lavoirs",
        city="Les Ormeaux",
        no_profile=True,
    )
    for client, link in (("C1", "self"), ("C2", "partner")):
        bank.put(
            clients.member,
            household_id=home,
            client_id=bank.keys[client],
            link=link,
            may_know=True,
        )
    bank.put(
        clients.member,
        household_id=home,
        first_name="Louise",
        birth_date=date(2026, 1, 14),
        link="child",
    )
    for client in ("C1", "C2"):
        bank.serve(client, "A2", date(2019, 12, 3), date(2025, 10, 5))
        bank.serve(client, "A1", date(2025, 10, 6))
    bank.serve("C3", "A1", date(2018, 1, 8))
    bank.contact("T1", "C1", "A2", date(2024, 3, 12), subject="Idée d’achat", minutes=50)
    bank.contact("T2", "C1", "A2", date(2025, 2, 3), channel="phone", minutes=20)
    bank.contact("T3", "C1", None, date(2026, 4, 1), channel="email", nature="automated")
    bank.contact("T4", "C3", "A1", date(2026, 2, 10), subject="Succession", minutes=45)
    bank.put(
        contacts.digital_month,
        client_id=bank.keys["C1"],
        month=date(2026, 3, 1),
        logins=12,
        messages=1,
        operations=4,
    )
    house = bank.put(
        projects.project,
        "P1",
        client_id=bank.keys["C1"],
        code="first_home",
        status="open",
        target="2026-09",
        target_from=date(2026, 9, 1),
        amount=Decimal(285000),
        currency="EUR",
        noted_on=date(2024, 3, 12),
        source="client",
        note="Ils veulent acheter une maison",
    )
    for name, value in (("capital", "264400"), ("rate", "0.033"), ("months", "300")):
        bank.put(projects.project_input, project_id=house, name=name, value=value)
    bank.put(
        projects.contract,
        "K1",
        client_id=bank.keys["C3"],
        family="life_insurance",
        opened_on=date(2012, 5, 4),
        amount=Decimal("84000.55"),
    )
    bank.put(
        projects.contract,
        "K2",
        client_id=bank.keys["C3"],
        family="term_deposit",
        opened_on=date(2022, 5, 4),
        ends_on=date(2027, 5, 4),
    )
    for client, use, given in (
        ("C1", "phone", True),
        ("C2", "phone", True),
        ("C1", "email", True),
        ("C1", "sms", False),
    ):
        bank.put(
            clients.consent,
            client_id=bank.keys[client],
            use=use,
            given=given,
            on_day=date(2025, 1, 1),
        )
    bank.put(
        calendar.commitment,
        "M1",
        client_id=bank.keys["C1"],
        by="bank",
        what="une réponse sur le PEL",
        due=date(2026, 4, 20),
    )
    bank.put(
        clients.reminder,
        client_id=bank.keys["C1"],
        text="Camille : thé. Julien : café sans sucre.",
        noted_on=date(2024, 3, 12),
    )
    room = bank.put(organisation.room, "R2", name="Bureau 2", seats=4, step_free=True)
    bank.appointment(
        "RV1",
        ["C1", "C2"],
        "A1",
        datetime(2026, 4, 23, 10, 30),  # noqa: DTZ001 wall time, as stores keep it
        datetime(2026, 4, 23, 11, 30),  # noqa: DTZ001 same
        room_id=room,
        project_id=house,
    )
    bank.appointment(
        "RV2",
        ["C3"],
        "A1",
        datetime(2026, 4, 23, 14, 0),  # noqa: DTZ001 same
        datetime(2026, 4, 23, 15, 0),  # noqa: DTZ001 same
        place="home",
    )
    return bank


def rows(transaction: Transaction, table: Table) -> list[Any]:
    return list(transaction.execute(select(table)))
