"""What the page of one household reads besides its people and its thread."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, func, select, true

from advisor_app.domain.client_page import (
    AppointmentCard,
    ConsentLine,
    ContactLine,
    FollowUpCard,
    ProjectCard,
    Reminder,
)
from advisor_app.domain.codes import (
    AppointmentStatus,
    Channel,
    ConsentUse,
    Direction,
    Nature,
    Place,
    ProjectStatus,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.names import spoken_name
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.people import Person
from advisor_app.domain.project_edits import Stage
from advisor_app.storage.schema.calendar import appointment, attendee, follow_up
from advisor_app.storage.schema.clients import client, consent, reminder
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.organisation import advisor, room
from advisor_app.storage.schema.projects import project, project_input
from advisor_app.storage.schema.record import document

_OPEN = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value)
_STANDS = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
_CONTACTS = 400
_COLLEAGUE = advisor.alias("colleague")


def read_client(connection: Connection, key: Key) -> RowMapping:
    """One client's own row."""
    return connection.execute(select(client).where(client.c.id == key)).mappings().one()


def anybody_objects(connection: Connection, keys: Collection[Key]) -> bool:
    """Whether one of these clients objects to being profiled."""
    query = select(client.c.id).where(client.c.id.in_(keys), client.c.no_profile)
    return connection.execute(query.limit(1)).first() is not None


def read_consents(connection: Connection, key: Key) -> tuple[ConsentLine, ...]:
    """The latest word on each use."""
    query = select(consent).where(consent.c.client_id == key).order_by(consent.c.on_day)
    latest = {
        row["use"]: ConsentLine(ConsentUse(row["use"]), row["given"], row["on_day"])
        for row in connection.execute(query).mappings()
    }
    return tuple(latest[use] for use in ConsentUse if use in latest)


def read_projects(
    connection: Connection, people: Collection[Person], *, ended: bool = False
) -> tuple[ProjectCard, ...]:
    """Heard and open projects, the nearest target first, those without one last.

    With `ended`, then those that came true, were given up or expired.
    """
    by_key = {person.key: person for person in people}
    over = project.c.status.not_in(_OPEN)
    query = (
        select(project)
        .where(project.c.client_id.in_(by_key), true() if ended else ~over)
        .order_by(over, project.c.target_from.is_(None), project.c.target_from, project.c.noted_on)
    )
    rows = connection.execute(query).mappings().all()
    inputs = _inputs(connection, [row["id"] for row in rows])
    return tuple(_project(row, by_key[row["client_id"]], inputs) for row in rows)


def _inputs(connection: Connection, projects: Collection[Key]) -> dict[Key, list[tuple[str, str]]]:
    query = select(project_input).where(
        project_input.c.project_id.in_(projects), project_input.c.value.is_not(None)
    )
    found: dict[Key, list[tuple[str, str]]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["project_id"], []).append((row["name"], row["value"]))
    return found


def _project(
    row: RowMapping, person: Person, inputs: dict[Key, list[tuple[str, str]]]
) -> ProjectCard:
    return ProjectCard(
        ref=row["ref"],
        code=row["code"],
        status=ProjectStatus(row["status"]),
        target=PartialDate.parse(row["target"]) if row["target"] else None,
        noted_on=row["noted_on"],
        amount=row["amount"],
        currency=row["currency"] or "EUR",
        note=row["note"],
        inputs=tuple(inputs.get(row["id"], ())),
        client=person,
        stage=Stage(row["stage"]) if row["stage"] else None,
        next_step=row["next_step"],
        next_step_on=row["next_step_on"],
    )


def read_contacts(
    connection: Connection, clients: Collection[Key], now: datetime
) -> tuple[ContactLine, ...]:
    """What happened, the latest first; the same contact of two of the household stands once."""
    query = (
        select(touchpoint, advisor.c.first_name, advisor.c.last_name)
        .outerjoin(advisor, advisor.c.id == touchpoint.c.advisor_id)
        .where(touchpoint.c.client_id.in_(clients), touchpoint.c.on_day <= now.date())
        .order_by(touchpoint.c.on_day.desc(), touchpoint.c.at_time.desc(), touchpoint.c.ref)
        .limit(_CONTACTS)
    )
    lines = (_contact(row) for row in connection.execute(query).mappings())
    return tuple(dict.fromkeys(lines))


def _contact(row: RowMapping) -> ContactLine:
    name = " ".join(part for part in (row["first_name"], row["last_name"]) if part)
    return ContactLine(
        day=row["on_day"],
        at=row["at_time"],
        channel=Channel(row["channel"]),
        nature=Nature(row["nature"]),
        direction=Direction(row["direction"]),
        minutes=row["minutes"],
        subject=row["subject"],
        note=row["note"],
        advisor=name or None,
        is_meeting=row["counts_as"] == "meeting",
    )


def read_reminders(connection: Connection, clients: Collection[Key]) -> tuple[Reminder, ...]:
    """Small things to remember, in the order they were noted."""
    query = (
        select(reminder)
        .where(reminder.c.client_id.in_(clients))
        .order_by(reminder.c.noted_on, reminder.c.id)
    )
    rows = connection.execute(query).mappings()
    return tuple(dict.fromkeys(Reminder(row["icon"], row["text"]) for row in rows))


def read_appointment(
    connection: Connection, people: Collection[Person], now: datetime
) -> AppointmentCard | None:
    """The appointment of today or the next one; else the latest past one not yet written up."""
    by_key = {person.key: person for person in people}
    instant = int(now.timestamp())
    query = (
        select(
            appointment,
            room.c.name.label("room_name"),
            *(advisor.c[name] for name in ("first_name", "last_name")),
            *(
                _COLLEAGUE.c[name].label(f"colleague_{name}")
                for name in ("first_name", "last_name")
            ),
        )
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .join(advisor, advisor.c.id == appointment.c.advisor_id)
        .outerjoin(_COLLEAGUE, _COLLEAGUE.c.id == appointment.c.colleague_id)
        .outerjoin(room, room.c.id == appointment.c.room_id)
        .where(attendee.c.client_id.in_(by_key), appointment.c.status.in_(_STANDS))
        .order_by(appointment.c.end_utc < instant, func.abs(appointment.c.start_utc - instant))
        .limit(1)
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        return None
    who = select(attendee.c.client_id).where(attendee.c.appointment_id == row["id"])
    keys = list(connection.execute(who).scalars())
    printed = connection.execute(
        select(func.max(document.c.made_utc)).where(document.c.appointment_id == row["id"])
    ).scalar()
    return AppointmentCard(
        ref=row["ref"],
        start=datetime.fromisoformat(row["start_wall"]),
        end=datetime.fromisoformat(row["end_wall"]),
        place=Place(row["place"]),
        room=row["room_name"],
        people=tuple(by_key[key] for key in keys if key in by_key),
        printed_on=None if printed is None else _day(printed, now),
        is_past=row["end_utc"] < instant,
        agreed=row["status"] == AppointmentStatus.CONFIRMED.value,
        advisor=spoken_name(row["first_name"], row["last_name"]),
        colleague=spoken_name(row["colleague_first_name"], row["colleague_last_name"]) or None,
    )


def read_follow_ups(connection: Connection, people: Collection[Person]) -> tuple[FollowUpCard, ...]:
    """The words that are owed after meetings with them, the earliest due first."""
    by_key = {person.key: person for person in people}
    query = (
        select(
            appointment.c.ref,
            appointment.c.start_wall,
            func.min(follow_up.c.due_wall).label("due"),
            attendee.c.client_id,
        )
        .join(follow_up, follow_up.c.appointment_id == appointment.c.id)
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .where(attendee.c.client_id.in_(by_key), follow_up.c.sent_on.is_(None))
        .group_by(appointment.c.ref, appointment.c.start_wall, attendee.c.client_id)
        .order_by("due", appointment.c.ref)
    )
    found: dict[str, FollowUpCard] = {}
    for row in connection.execute(query):
        others = found[row.ref].people if row.ref in found else ()
        held_on = datetime.fromisoformat(row.start_wall).date()
        whom = (*others, by_key[row.client_id])
        due = datetime.fromisoformat(row.due)
        found[row.ref] = FollowUpCard(row.ref, held_on, due, whom)
    return tuple(found.values())


def _day(instant: int, now: datetime) -> date:
    return datetime.fromtimestamp(instant, now.tzinfo).date()
