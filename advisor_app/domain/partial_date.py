"""A date of which only the year, or the year and month, may be known."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.months import days_in_month


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day; written as in FORMAT.md: 2027, 2027-04 or 2027-04-13.

    Raises ValueError where the calendar has no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what the calendar does not have."""
        if self.day is not None and self.month is None:
            raise ValueError("a day without a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read YYYY, YYYY-MM or YYYY-MM-DD, digits only; ValueError otherwise."""
        parts = text.split("-")
        widths = [len(part) for part in parts]
        if widths not in ([4], [4, 2], [4, 2, 2]) or not text.replace("-", "").isascii():
            raise ValueError(text)
        if not all(part.isdigit() for part in parts):
            raise ValueError(text)
        return cls(*(int(part) for part in parts))

    @property
    def first_day(self) -> date:
        """The first day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or days_in_month(self.year, month))

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
