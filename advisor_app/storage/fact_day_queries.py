"""The packed days of each client on a day, read from contacts and digital months.

The queries that make facts take their day, and the clients' keys where only some are meant, as the
parameters `day` and `clients`, so that they are built and compiled once (`frozen`). The filter
stands inside each part: one client costs a few index reads, a bank one scan a table.
"""

from typing import Any

from sqlalchemy import (
    FromClause,
    Select,
    String,
    case,
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
    contacts, months = _contacts(some=some), _months(some=some)
    return (
        select(
            client.c.id,
            client.c.branch_id,
            *(func.coalesce(contacts.c[name], "").label(name) for name in PACKED),
            func.coalesce(months.c.packed, "").label("digital_months"),
            contacts.c.last_answer,
            contacts.c.next_contact,
            months.c.next_month,
        )
        .select_from(client)
        .outerjoin(contacts, contacts.c.client_id == client.c.id)
        .outerjoin(months, months.c.client_id == client.c.id)
        .where(only_of(client.c.id, some=some))
    )


def _contacts(*, some: bool) -> FromClause:
    """What counts, packed by client; and the first contact that is still to come."""
    seen = touchpoint.c.on_day <= DAY
    listed = (
        select(
            touchpoint.c.client_id,
            touchpoint.c.counts_as,
            func.aggregate_strings(cast(touchpoint.c.on_day, String), "")
            .aggregate_order_by(touchpoint.c.on_day.desc())
            .filter(seen)
            .label("days"),
            func.max(touchpoint.c.on_day).filter(seen).label("last"),
            func.min(touchpoint.c.on_day).filter(~seen).label("next_contact"),
        )
        .where(touchpoint.c.counts_as.is_not(None), only_of(touchpoint.c.client_id, some=some))
        .group_by(touchpoint.c.client_id, touchpoint.c.counts_as)
        .subquery("listed")
    )
    return (
        select(
            listed.c.client_id,
            *(
                func.max(case((listed.c.counts_as == word, listed.c.days))).label(name)
                for name, word in PACKED.items()
            ),
            func.max(case((listed.c.counts_as.in_(ANSWERS), listed.c.last))).label("last_answer"),
            func.min(listed.c.next_contact).label("next_contact"),
        )
        .group_by(listed.c.client_id)
        .cte("contacts")
    )


def _months(*, some: bool) -> FromClause:
    """Digital months with any activity, packed by client."""
    month = digital_month.c
    total = month.logins + month.messages + month.operations
    seen = month.month <= DAY
    entry = cast(month.month, String) + ":" + cast(total, String)
    return (
        select(
            month.client_id,
            func.aggregate_strings(entry, " ")
            .aggregate_order_by(month.month.desc())
            .filter(seen)
            .label("packed"),
            func.min(month.month).filter(~seen).label("next_month"),
        )
        .where(total > 0, only_of(month.client_id, some=some))
        .group_by(month.client_id)
        .cte("months")
    )
