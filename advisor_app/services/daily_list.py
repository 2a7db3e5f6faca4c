"""How long the day's list is, and how many of its places are drawn."""

from advisor_app.domain.suggestions.daily_rules import (
    DRAWN_PERCENTS,
    LENGTHS,
    DailyRules,
    daily_rules,
)
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage.setting_names import SUGGESTIONS_A_DAY, SUGGESTIONS_DRAWN
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Transaction


class DailyLists:
    """Reads and keeps the rules of the day's list; they hold for the whole bank, at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def rules(self) -> DailyRules:
        """The rules of now."""
        with self._desk.reading() as transaction:
            return remembered_daily_rules(transaction)

    def choose_length(self, length: int) -> None:
        """Keep how many suggestions a day there are, one of those offered; ValueError otherwise."""
        self._choose(SUGGESTIONS_A_DAY, length, LENGTHS)

    def choose_drawn(self, percent: int) -> None:
        """Keep the share of drawn places, one of those offered; ValueError otherwise."""
        self._choose(SUGGESTIONS_DRAWN, percent, DRAWN_PERCENTS)

    def _choose(self, name: str, value: int, offered: tuple[int, ...]) -> None:
        if value not in offered:
            raise ValueError(value)
        with self._desk.writing() as transaction:
            write_setting(transaction, name, str(value))
            detail: dict[str, str | int | list[str]] = {name: value}
            self._desk.record(transaction, Deed("day's list changed", detail=detail))


def remembered_daily_rules(transaction: Transaction) -> DailyRules:
    """The rules as the store keeps them."""
    return daily_rules(
        read_setting(transaction, SUGGESTIONS_A_DAY), read_setting(transaction, SUGGESTIONS_DRAWN)
    )
