"""How many clients a policy would flag: one pass over the facts, counted inside the database."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, func, or_, select

from advisor_app.domain.keys import Key
from advisor_app.domain.months import less_months
from advisor_app.domain.policy import Policy
from advisor_app.domain.policy_version import FlagCounts
from advisor_app.storage.presence import Scope, in_scope, tables_for
from advisor_app.storage.presence_rules import packed_query, unpacked
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import further_advisor, touchpoint
from advisor_app.storage.schema.facts import facts

if TYPE_CHECKING:
    from advisor_app.domain.codes import Flag

PACE_MONTHS = 3


def uncounted() -> Select[Key]:
    """The few who object to being profiled: they are served, and counted in no figure."""
    return select(client.c.id).where(client.c.no_profile)


def count_flags(connection: Connection, on: date, policy: Policy, scope: Scope) -> FlagCounts:
    """The clients of a scope who may be met, and how many of them carry each flag.

    Who objects to being profiled is counted nowhere.
    """
    with tables_for(connection, on, scope) as tables:
        query = in_scope(packed_query(on, policy, tables.facts), tables.facts, scope)
        query = query.where(tables.facts.c.client_id.not_in(uncounted()))
        # Else SQLite works the rules out twice: to group by them, and to say what the group is.
        stands = query.cte("stands").prefix_with("MATERIALIZED")
        alike = select(stands.c.standing, func.count()).group_by(stands.c.standing)
        found = [(unpacked(number), many) for number, many in connection.execute(alike)]
    counts: Counter[Flag] = Counter()
    for standing, many in found:
        counts.update(dict.fromkeys(standing.flags, many))
    return FlagCounts(sum(many for one, many in found if one.restraint is None), dict(counts))


def meetings_of_late(connection: Connection, advisor: Key, on: date) -> int:
    """How many meetings an advisor has had with the clients of today in the last three months."""
    held = (
        select(func.count(func.distinct(touchpoint.c.id)))
        .join_from(facts, touchpoint, touchpoint.c.client_id == facts.c.client_id)
        .outerjoin(further_advisor, further_advisor.c.touchpoint_id == touchpoint.c.id)
        .where(
            facts.c.advisor_id == advisor,
            facts.c.client_id.not_in(uncounted()),
            touchpoint.c.counts_as == "meeting",
            touchpoint.c.on_day.between(less_months(on, PACE_MONTHS), on),
            or_(touchpoint.c.advisor_id == advisor, further_advisor.c.advisor_id == advisor),
        )
    )
    return connection.execute(held).scalar_one()
