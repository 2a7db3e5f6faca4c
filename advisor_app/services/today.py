"""The day of the advisor who works here."""

from datetime import date
from zoneinfo import ZoneInfo

from advisor_app.domain.codes import Flag, State
from advisor_app.domain.today import (
    DayAppointment,
    Figures,
    Share,
    SuggestionCard,
    SuggestionList,
    Today,
)
from advisor_app.services.agenda import visits_of
from advisor_app.services.desk import Desk
from advisor_app.services.opening import zone_of_advisor
from advisor_app.services.portfolio import asking
from advisor_app.services.suggesting import Suggesting
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.owed import count_owed
from advisor_app.storage.portfolio import read_rows
from advisor_app.storage.portfolio_entries import Asking
from advisor_app.storage.presence import Scope, read_standings
from advisor_app.storage.presence_rules import Standing
from advisor_app.storage.store import Transaction
from advisor_app.storage.today import read_inherited, read_months, read_uncounted


class TodayPage:
    """What the page of the day asks; NoAdvisorYet before the first choice."""

    def __init__(self, desk: Desk, suggesting: Suggesting) -> None:
        self._desk = desk
        self._suggesting = suggesting

    def today(self) -> Today:
        """Appointments of the day that it is at the advisor's branch, figures and months."""
        ask = asking(self._desk)
        with self._desk.reading() as transaction:
            advisor = read_advisor(transaction, ask.advisor)
            there = ask.now.astimezone(ZoneInfo(zone_of_advisor(transaction, advisor)))
            return Today(
                now=there.replace(tzinfo=None),
                first_name=advisor.first_name or "",
                appointments=visits_of(transaction, advisor, there.date()),
                figures=self._figures(transaction, ask),
                months=read_months(transaction, ask.advisor, ask.today),
            )

    def suggested(self, limit: int) -> SuggestionList:
        """The day's suggestions, each with the row of its household, and how many there are."""
        ask = asking(self._desk)
        found = self._suggesting.suggest(limit=limit)
        keys = [one.household or one.client for one in found.shown]
        with self._desk.reading() as transaction:
            rows = {row.key: row for row in read_rows(transaction, ask, keys)}
        pairs = zip(found.shown, keys, strict=True)
        cards = tuple(SuggestionCard(one, rows[key]) for one, key in pairs if key in rows)
        return SuggestionList(cards, len(found.ranked))

    def january(self) -> Share:
        """How many were met on the first of January: asked apart, for it reads a day gone by."""
        ask = asking(self._desk)
        with self._desk.reading() as transaction:
            served = _served(transaction, ask, date(ask.today.year, 1, 1))
        return Share(_count(served, State.MET), len(served))

    def visits(self, day: date) -> tuple[DayAppointment, ...]:
        """The appointments of any day."""
        ask = asking(self._desk)
        with self._desk.reading() as transaction:
            return visits_of(transaction, read_advisor(transaction, ask.advisor), day)

    def _figures(self, transaction: Transaction, ask: Asking) -> Figures:
        served = _served(transaction, ask, ask.today)
        owed = count_owed(transaction, ask.advisor, ask.now)
        return Figures(
            clients=len(served),
            met=_count(served, State.MET),
            online_only=_count(served, State.ONLINE_ONLY),
            not_introduced=sum(Flag.NOT_INTRODUCED in one.flags for one in served),
            inherited=read_inherited(transaction, ask.advisor),
            due=owed.due,
            to_write_up=owed.to_write_up,
        )


def _served(transaction: Transaction, ask: Asking, day: date) -> list[Standing]:
    """Everybody served whose file is alive, who may be met, and whom a figure may count."""
    standings = read_standings(transaction, day, ask.policy, Scope(advisor=ask.advisor))
    uncounted = read_uncounted(transaction)
    return [one for key, one in standings.items() if one.restraint is None and key not in uncounted]


def _count(standings: list[Standing], state: State) -> int:
    return sum(one.state is state for one in standings)
