"""The bank's versions of its rules; the newest is in force."""

from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from advisor_app.domain.codes import Segment
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.names import spoken_name
from advisor_app.domain.policy import STANDARD, Policy, Thresholds
from advisor_app.domain.policy_version import PolicyVersion, threshold_names
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.record import policy_threshold, policy_version


def policy_in_force(connection: Connection) -> Policy:
    """The newest version's rules; `standard` before there is any."""
    row = connection.execute(_versions().limit(1)).first()
    return STANDARD if row is None else _policy(connection, row.id, row.number)


def newest_number(connection: Connection) -> int:
    """The number of the version in force; 0 before the first."""
    newest = select(func.max(policy_version.c.number))
    return connection.execute(newest).scalar() or 0


def read_version(connection: Connection, number: int) -> PolicyVersion | None:
    """One version; None where there is none of the number."""
    row = connection.execute(_versions().where(policy_version.c.number == number)).first()
    return None if row is None else _version(connection, row)


def read_versions(connection: Connection) -> list[PolicyVersion]:
    """Every version, the newest first."""
    return [_version(connection, row) for row in connection.execute(_versions()).all()]


def write_version(
    connection: Connection,
    policy: Policy,
    made: tuple[datetime, Key | None],
    reason: str,
    restores: int | None,
) -> int:
    """Keep the next version, made when and by whom; its number is given back."""
    now, author = made
    number = newest_number(connection) + 1
    key = new_key()
    connection.execute(
        insert(policy_version).values(
            id=key,
            number=number,
            made_utc=int(now.timestamp()),
            advisor_id=author,
            reason=reason,
            restores=restores,
        )
    )
    rows = [
        {
            "policy_version_id": key,
            "segment": segment.value,
            "name": name,
            "value": getattr(own, name),
        }
        for segment, own in policy.by_segment.items()
        for name in threshold_names()
    ]
    connection.execute(insert(policy_threshold), rows)
    return number


def version_name(number: int) -> str:
    """How a version of the bank's own is called where a policy is named."""
    return f"v{number}"


def _versions() -> Select[Any]:
    return (
        select(policy_version, advisor.c.first_name, advisor.c.last_name)
        .outerjoin(advisor, advisor.c.id == policy_version.c.advisor_id)
        .order_by(policy_version.c.number.desc())
    )


def _version(connection: Connection, row: Row[Any]) -> PolicyVersion:
    return PolicyVersion(
        number=row.number,
        policy=_policy(connection, row.id, row.number),
        made_at=datetime.fromtimestamp(row.made_utc, UTC),
        author=spoken_name(row.first_name, row.last_name) or None,
        reason=row.reason,
        restores=row.restores,
    )


def _policy(connection: Connection, key: Key, number: int) -> Policy:
    """A threshold that a later program added keeps its standard value in an older version."""
    found: dict[Segment, dict[str, int]] = {segment: {} for segment in Segment}
    kept = select(policy_threshold).where(policy_threshold.c.policy_version_id == key)
    for row in connection.execute(kept):
        found[Segment(row.segment)][row.name] = row.value
    by_segment = {segment: Thresholds(**values) for segment, values in found.items()}
    return Policy(version_name(number), MappingProxyType(by_segment))
