"""Who served a client, how the change was announced, and with whom he met."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select, union_all, update

from advisor_app.domain.codes import Announced
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.clients import assignment
from advisor_app.storage.schema.contacts import further_advisor, touchpoint
from advisor_app.storage.schema.organisation import advisor

MEETING = "meeting"


class _Turn(NamedTuple):
    client: Key
    advisor: Key
    ref: str
    name: str
    from_day: date
    until_day: date | None
    announced: str | None
    announced_on: date | None


class _Meeting(NamedTuple):
    day: date
    advisors: frozenset[Key]


def read_introductions(
    connection: Connection, clients: Collection[Key], on: date
) -> dict[Key, IntroductionSteps]:
    """How far it has come with each client whom somebody serves on the day."""
    turns = _turns(connection, clients, on)
    meetings = _meetings(connection, clients, on)
    found = {key: _steps(turns[key], meetings.get(key, []), on) for key in turns}
    return {key: steps for key, steps in found.items() if steps is not None}


def write_announced(
    connection: Connection, client: Key, on: date, how: Announced, day: date | None
) -> None:
    """Say how the change to the advisor who serves on a day was announced, and when."""
    its = (assignment.c.client_id == client) & (assignment.c.from_day <= on)
    open_then = assignment.c.until_day.is_(None) | (assignment.c.until_day >= on)
    values = {"announced": how.value, "announced_on": day}
    connection.execute(update(assignment).where(its, open_then).values(values))


def write_further_advisors(
    connection: Connection, contacts: Collection[Key], advisors: Collection[Key]
) -> None:
    """Say who of the bank was there besides the first advisor."""
    rows = [
        {"touchpoint_id": contact, "advisor_id": one} for contact in contacts for one in advisors
    ]
    if rows:
        connection.execute(further_advisor.insert(), rows)


def _turns(connection: Connection, clients: Collection[Key], on: date) -> dict[Key, list[_Turn]]:
    query = (
        select(assignment, advisor.c.ref, advisor.c.first_name, advisor.c.last_name)
        .join(advisor, advisor.c.id == assignment.c.advisor_id)
        .where(assignment.c.client_id.in_(clients), assignment.c.from_day <= on)
        .order_by(assignment.c.client_id, assignment.c.from_day)
    )
    found: dict[Key, list[_Turn]] = {}
    for row in connection.execute(query):
        name = " ".join(filter(None, (row.first_name, row.last_name)))
        turn = _Turn(
            row.client_id,
            row.advisor_id,
            row.ref,
            name,
            row.from_day,
            row.until_day,
            row.announced,
            row.announced_on,
        )
        found.setdefault(row.client_id, []).append(turn)
    return found


def _meetings(
    connection: Connection, clients: Collection[Key], on: date
) -> dict[Key, list[_Meeting]]:
    """Every meeting up to the day, with all advisors who were there, the earliest first."""
    of_them = (
        touchpoint.c.client_id.in_(clients),
        touchpoint.c.counts_as == MEETING,
        touchpoint.c.on_day <= on,
    )
    columns = (touchpoint.c.id, touchpoint.c.client_id, touchpoint.c.on_day)
    first = select(*columns, touchpoint.c.advisor_id).where(*of_them)
    further = (
        select(*columns, further_advisor.c.advisor_id)
        .join(further_advisor, further_advisor.c.touchpoint_id == touchpoint.c.id)
        .where(*of_them)
    )
    there: dict[tuple[Key, date, Key], set[Key]] = {}
    for contact, client, day, who in connection.execute(union_all(first, further)):
        there.setdefault((client, day, contact), set()).add(who)
    found: dict[Key, list[_Meeting]] = {}
    for (client, day, _contact), who in sorted(there.items()):
        found.setdefault(client, []).append(_Meeting(day, frozenset(who)))
    return found


def _steps(
    turns: Sequence[_Turn], meetings: Sequence[_Meeting], on: date
) -> IntroductionSteps | None:
    last = turns[-1]
    if last.until_day is not None and last.until_day < on:
        return None
    first = _first_of_present(turns)
    earlier = [one for one in turns if one.from_day < first.from_day]
    before = {one.advisor for one in earlier if one.advisor != last.advisor}
    former = next((one for one in reversed(earlier) if one.advisor != last.advisor), None)
    met = [one for one in meetings if last.advisor in one.advisors]
    presented = (one.day for one in met if one.advisors & before)
    alone = (one.day for one in met if not one.advisors & before)
    return IntroductionSteps(
        advisor=last.advisor,
        from_day=first.from_day,
        announced=Announced(last.announced) if last.announced else None,
        told_on=last.announced_on,
        former=former.name if former else None,
        former_ref=former.ref if former else None,
        presented_on=next(presented, None),
        acquainted_on=next(alone, None),
    )


def _first_of_present(turns: Sequence[_Turn]) -> _Turn:
    """Successive turns of one advisor without a gap are one."""
    first = turns[-1]
    for one in reversed(turns[:-1]):
        follows = one.until_day is not None and (first.from_day - one.until_day).days == 1
        if one.advisor != first.advisor or not follows:
            break
        first = one
    return first
