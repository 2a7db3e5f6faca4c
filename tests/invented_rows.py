"""Rows of a portfolio's list that nobody stored, by number."""

from datetime import date

from advisor_app.domain.codes import State
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.thread import ThreadData

DAY = date(2026, 4, 23)


def key(number: int) -> Key:
    return Key(number.to_bytes(16, "big"))


def row(number: int) -> PortfolioRow:
    person = Person(key(number), f"C{number}", "Léa", f"Bertin {number}")
    return PortfolioRow(
        key=key(number),
        clients=(person,),
        state=State.ONLINE_ONLY,
        not_introduced=False,
        last_meeting=None,
        last_digital=None,
        projects=(),
        appointment=None,
        town=None,
        since=None,
        thread=ThreadData(DAY, DAY),
    )
