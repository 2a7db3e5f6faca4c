"""What the window showed last, kept in the store so that the next start shows it at once."""

import json
from datetime import date, datetime
from typing import NamedTuple

from advisor_app.domain.codes import Language


class Stamp(NamedTuple):
    """For whom, in which language, by which program and on which state of the store.

    `head` is the newest entry of the audit trail: any later deed makes what was kept old. `at` is
    wall time of the bank.
    """

    version: str
    advisor: str
    language: str
    head: str
    at: str


class FirstLook(NamedTuple):
    """The frame and the page of the day as they were kept, in words that the window packed.

    `at` is when they were kept, `day` the present day. `current`: time has not moved since either,
    as in a store with a moment of its own.
    """

    language: Language
    at: datetime
    day: date
    current: bool
    frame: str
    today: str

    @property
    def earlier(self) -> bool:
        """Whether it was kept on a day before the present one."""
        return self.at.date() < self.day


def stamped(stamp: Stamp, words: str) -> str:
    """A kept page as the store holds it."""
    return json.dumps([*stamp, words])


def unstamped(kept: str) -> tuple[Stamp, str] | None:
    """A kept page's stamp and words; None where another program wrote it otherwise."""
    try:
        *stamp, words = json.loads(kept)
        return Stamp(*stamp), words
    except (ValueError, TypeError):
        return None
