"""How many clients a policy would flag: one pass over the facts, counted inside the database."""

from collections import Counter
from datetime import date

from sqlalchemy import Connection, func, select

from advisor_app.domain.codes import Flag
from advisor_app.domain.policy import Policy
from advisor_app.domain.policy_version import FlagCounts
from advisor_app.storage.presence import Scope, flags_of, in_scope, standing_query, tables_for


def count_flags(connection: Connection, on: date, policy: Policy, scope: Scope) -> FlagCounts:
    """The clients of a scope who may be met, and how many of them carry each flag."""
    with tables_for(connection, on, scope) as tables:
        stands = in_scope(standing_query(on, policy, tables.facts), tables.facts, scope).subquery()
        alike = select(stands.c.flags, func.count()).where(stands.c.restraint.is_(None))
        found = connection.execute(alike.group_by(stands.c.flags)).all()
    counts: Counter[Flag] = Counter()
    for mask, many in found:
        counts.update(dict.fromkeys(flags_of(mask), many))
    return FlagCounts(sum(many for _mask, many in found), dict(counts))
