"""Finds households by the beginnings of words, whoever serves them: by indexes alone."""

from sqlalchemy import ColumnElement, Connection, literal, or_, select

from advisor_app.domain.keys import Key
from advisor_app.domain.names import folded
from advisor_app.storage.people import row_key
from advisor_app.storage.schema.clients import client

_HIGHEST = "\U0010ffff"


def find_keys(connection: Connection, words: str, limit: int) -> list[Key]:
    """The keys of the rows whose name holds every word at the beginning of one of its own.

    One of the words begins the last name, or is the beginning of the reference: that is looked up
    in an index, in order, so that a million clients take no longer than a few.
    """
    parts = folded(words).split()
    starts = [folded(words), *parts] if len(parts) > 1 else parts
    found: list[Key] = []
    for start in starts:
        others = [_has_word(part) for part in parts if not start.startswith(part)]
        begins = client.c.folded_name.between(start, start + _HIGHEST)
        found += _keys(connection, [begins, *others], client.c.folded_name, limit)
        if len(found) >= limit:
            break
    if len(parts) == 1 and len(found) < limit:
        upper = words.strip().upper()
        refs = or_(*(client.c.ref.between(one, one + _HIGHEST) for one in (words.strip(), upper)))
        found += _keys(connection, [refs], client.c.ref, limit)
    return list(dict.fromkeys(found))[:limit]


def _has_word(word: str) -> ColumnElement[bool]:
    return (literal(" ") + client.c.folded_name).contains(f" {word}", autoescape=True)


def _keys(
    connection: Connection,
    conditions: list[ColumnElement[bool]],
    order: ColumnElement[str],
    limit: int,
) -> list[Key]:
    query = select(row_key()).where(*conditions).order_by(order).limit(limit)
    return list(connection.execute(query).scalars())
