"""What a store knows of an advisor's hours: working hours and closing days."""

from collections import defaultdict
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, or_, select

from advisor_app.domain.keys import Key
from advisor_app.domain.names import spoken_name
from advisor_app.domain.opening import ClosingDays, DatedHours, Span, Week
from advisor_app.storage.schema.organisation import advisor as advisor_table
from advisor_app.storage.schema.organisation import closing_days, dated_hours, working_hours


def read_working_week(connection: Connection, advisor: Key) -> Week:
    """The advisor's own hours; an empty week where none are told."""
    week: dict[int, list[Span]] = defaultdict(list)
    query = select(working_hours).where(working_hours.c.advisor_id == advisor)
    for row in connection.execute(query):
        span = Span(time.fromisoformat(row.from_time), time.fromisoformat(row.until_time))
        week[row.weekday].append(span)
    return {weekday: tuple(sorted(spans)) for weekday, spans in week.items()}


def read_closing_days(
    connection: Connection, branch: Key | None, advisor: Key | None, since: date
) -> tuple[ClosingDays, ...]:
    """The days away of a branch and of an advisor that end on a day or later, in order."""
    table = closing_days
    query = (
        select(table, advisor_table.c.first_name, advisor_table.c.last_name)
        .outerjoin_from(table, advisor_table, advisor_table.c.id == table.c.substitute_id)
        .where(or_(owned_by(table.c.branch_id, branch), owned_by(table.c.advisor_id, advisor)))
        .where(table.c.until_day >= since)
        .order_by(table.c.from_day, table.c.advisor_id.is_not(None), table.c.id)
    )
    return tuple(
        ClosingDays(
            row.from_day,
            row.until_day,
            row.reason,
            row.advisor_id is not None,
            spoken_name(row.first_name, row.last_name) or None,
        )
        for row in connection.execute(query)
    )


def read_dated_hours(
    connection: Connection, branch: Key | None, advisor: Key | None, since: date
) -> tuple[DatedHours, ...]:
    """The other hours of a branch and of an advisor that end on a day or later, in order."""
    table = dated_hours.c
    query = (
        select(dated_hours)
        .where(or_(owned_by(table.branch_id, branch), owned_by(table.advisor_id, advisor)))
        .where(table.until_day >= since)
        .order_by(table.from_day, table.until_day, table.from_time)
    )
    spans: dict[tuple[date, date, bool], list[Span]] = defaultdict(list)
    for row in connection.execute(query):
        span = Span(time.fromisoformat(row.from_time), time.fromisoformat(row.until_time))
        spans[row.from_day, row.until_day, row.advisor_id is not None].append(span)
    return tuple(
        DatedHours(first, last, tuple(found), of_advisor=own)
        for (first, last, own), found in spans.items()
    )


def owned_by(column: ColumnElement[Any], owner: Key | None) -> ColumnElement[bool]:
    """Whether a row is an owner's; no row is nobody's, though the other owner's column is empty."""
    return false() if owner is None else column == owner
