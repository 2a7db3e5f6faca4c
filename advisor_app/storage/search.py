"""Finds households by the beginnings of words: names first by the index, then towns and projects."""

from sqlalchemy import ColumnElement, Connection, literal, or_, select

from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.names import folded
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.portfolio import ProjectBrief
from advisor_app.storage.people import of_rows, row_key
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.facts import facts
from advisor_app.storage.schema.projects import project

_OPEN = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value)
_HIGHEST = "\U0010ffff"


def find_keys(connection: Connection, words: str, advisor: Key | None, limit: int) -> list[Key]:
    """The keys of the rows that match every word, those of this advisor first."""
    parts = folded(words).split()
    if not parts:
        return []
    found = _starting(connection, folded(words), advisor, limit)
    if len(found) < limit:
        found += [key for key in _holding(connection, parts, advisor, limit) if key not in found]
    return found[:limit]


def _starting(connection: Connection, start: str, advisor: Key | None, limit: int) -> list[Key]:
    """Last names that begin so: a range of the index, quick among a million."""
    condition = client.c.folded_name.between(start, start + _HIGHEST)
    return _keys(connection, [condition], advisor, limit)


def _holding(
    connection: Connection, parts: list[str], advisor: Key | None, limit: int
) -> list[Key]:
    """Any word of the name, the town or the reference that begins so; of the advisor's clients."""
    conditions: list[ColumnElement[bool]] = [
        or_(
            (literal(" ") + client.c.folded_name).contains(f" {part}", autoescape=True),
            client.c.city.istartswith(part, autoescape=True),
            client.c.ref.istartswith(part, autoescape=True),
        )
        for part in parts
    ]
    if advisor is not None:
        conditions.append(facts.c.advisor_id == advisor)
    return _keys(connection, conditions, advisor, limit)


def _keys(
    connection: Connection, conditions: list[ColumnElement[bool]], advisor: Key | None, limit: int
) -> list[Key]:
    mine = facts.c.advisor_id == advisor
    query = (
        select(row_key())
        .outerjoin(facts, facts.c.client_id == client.c.id)
        .where(*conditions)
        .order_by(mine.desc().nulls_last(), client.c.sort_name)
        .limit(limit * 3)
    )
    return list(dict.fromkeys(connection.execute(query).scalars()))[:limit]


def find_projects(connection: Connection, keys: list[Key]) -> list[tuple[Key, ProjectBrief]]:
    """The heard and open projects of these rows, the nearest target first."""
    query = (
        select(row_key(), project.c.code, project.c.status, project.c.target)
        .join_from(project, client, client.c.id == project.c.client_id)
        .where(of_rows(keys), project.c.status.in_(_OPEN))
        .order_by(project.c.target_from.is_(None), project.c.target_from)
    )
    return [
        (
            key,
            ProjectBrief(
                code, ProjectStatus(status), PartialDate.parse(target) if target else None
            ),
        )
        for key, code, status, target in connection.execute(query)
    ]
