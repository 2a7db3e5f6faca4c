"""What a bank sets of the day's list: how long it is, and how many of its places are drawn."""

from dataclasses import dataclass

from advisor_app.domain.suggestions.listing import DAILY_LIMIT

# Beyond ten a list becomes noise; below three it hides who waits.
LENGTHS = (3, 4, 5, 6, 8, 10)
# One place in twenty, in ten (PRODUCT.md, "Suggestions") or in five; or none.
DRAWN_PERCENTS = (0, 5, 10, 20)


@dataclass(frozen=True, slots=True)
class DailyRules:
    """How many suggestions a day, and the share of its places that is drawn, in per cent."""

    length: int = DAILY_LIMIT
    drawn_percent: int = 10


def daily_rules(length: str | None, drawn: str | None) -> DailyRules:
    """The rules as they are kept; what is missing or has no meaning is as the program came."""
    usual = DailyRules()
    return DailyRules(
        _one_of(LENGTHS, length, usual.length),
        _one_of(DRAWN_PERCENTS, drawn, usual.drawn_percent),
    )


def _one_of(allowed: tuple[int, ...], kept: str | None, usual: int) -> int:
    found = [value for value in allowed if str(value) == kept]
    return found[0] if found else usual
