"""The packed days of each client on a day, read from contacts and digital months.

The queries that make facts take their day, and the clients' keys where only some are meant, as the
parameters `day` and `clients`, so that they are built and compiled once (`frozen`). Each
client costs a few index reads, whether one is meant or a bank.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    cast,
    func,
    select,
)

from advisor_app.storage.frozen import DAY, only_of
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import digital_month, touchpoint

WIDTH = 10
MEETING = "meeting"
TALK = "talk"
WRITTEN_IN = "written_in"
ANSWERS = (MEETING, TALK, WRITTEN_IN)
# The columns of packed days, and what a contact counts as to stand in them.
PACKED = {
    "meetings": MEETING,
    "talks": TALK,
    "written_in": WRITTEN_IN,
    "errands": "errand",
    "letters": "letter",
}


def days_query(*, some: bool) -> Select[Any]:
    """The rows of `fact_days`."""
    return select(
        client.c.id,
        client.c.branch_id,
        *(func.coalesce(_days(word), "").label(name) for name, word in PACKED.items()),
        func.coalesce(_months(), "").label("digital_months"),
        _contact(func.max, touchpoint.c.counts_as.in_(ANSWERS), touchpoint.c.on_day <= DAY),
        _contact(func.min, touchpoint.c.counts_as.is_not(None), touchpoint.c.on_day > DAY),
        _next_month(),
    ).where(only_of(client.c.id, some=some))


def _days(word: str) -> ColumnElement[Any]:
    """The days of what counts as this, packed.

    They are put together from a sorted query, because both engines then read an index backwards;
    an aggregate that sorts by itself does so anew for each client.
    """
    days = (
        select(cast(touchpoint.c.on_day, String).label("day"))
        .where(
            touchpoint.c.client_id == client.c.id,
            touchpoint.c.counts_as == word,
            touchpoint.c.on_day <= DAY,
        )
        .order_by(touchpoint.c.on_day.desc())
        .correlate(client)
        .subquery()
    )
    return select(func.aggregate_strings(days.c.day, "")).scalar_subquery()


def _contact(of: Any, *conditions: ColumnElement[bool]) -> ColumnElement[Any]:
    """The first or last day of the client's contacts under these conditions."""
    return (
        select(of(touchpoint.c.on_day))
        .where(touchpoint.c.client_id == client.c.id, *conditions)
        .scalar_subquery()
    )


_MONTH = digital_month.c
_TOTAL = _MONTH.logins + _MONTH.messages + _MONTH.operations


def _months() -> ColumnElement[Any]:
    """Digital months with any activity, packed."""
    entries = (
        select((cast(_MONTH.month, String) + ":" + cast(_TOTAL, String)).label("entry"))
        .where(_MONTH.client_id == client.c.id, _MONTH.month <= DAY, _TOTAL > 0)
        .order_by(_MONTH.month.desc())
        .correlate(client)
        .subquery()
    )
    return select(func.aggregate_strings(entries.c.entry, " ")).scalar_subquery()


def _next_month() -> ColumnElement[Any]:
    return (
        select(func.min(_MONTH.month))
        .where(_MONTH.client_id == client.c.id, _MONTH.month > DAY, _TOTAL > 0)
        .scalar_subquery()
    )
