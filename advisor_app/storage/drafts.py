"""Drafts: they lie in the encrypted store like everything else, and leave it once they are saved."""

import json
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from advisor_app.domain.drafts import Draft, DraftPlace
from advisor_app.storage.schema.record import draft


def write_draft(connection: Connection, who: str, made: Draft) -> None:
    """Keep what somebody is typing; what was kept of the same form goes."""
    forget_draft(connection, who, made.place)
    connection.execute(
        insert(draft).values(
            who=who,
            form=made.place.form,
            client_id=made.place.client,
            kept_utc=int(made.kept_at.timestamp()),
            body=json.dumps(dict(made.texts), ensure_ascii=False),
        )
    )


def read_draft(connection: Connection, who: str, place: DraftPlace, now: datetime) -> Draft | None:
    """What somebody was typing in a form; times are in the zone of `now`."""
    query = select(draft).where(draft.c.who == who, draft.c.form == place.form)
    row = connection.execute(query).one_or_none()
    if row is None:
        return None
    kept_at = datetime.fromtimestamp(row.kept_utc, now.tzinfo)
    return Draft(DraftPlace(row.form, row.client_id), json.loads(row.body), kept_at)


def forget_draft(connection: Connection, who: str, place: DraftPlace) -> None:
    """Let go of a draft."""
    connection.execute(delete(draft).where(draft.c.who == who, draft.c.form == place.form))
