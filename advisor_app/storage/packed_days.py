"""Reading the packed days of `fact_days`; a whole bank passes here, so that shortcuts pay."""

from datetime import date
from functools import lru_cache

from advisor_app.domain.months import last_day_of_month, less_months
from advisor_app.domain.presence_runs import ONE_DAY, Ages, Contact
from advisor_app.storage.fact_day_queries import WIDTH


def unpack(packed: str) -> tuple[date, ...]:
    """Days, the latest first."""
    if not packed:
        return ()
    return tuple(
        [date.fromisoformat(packed[at : at + WIDTH]) for at in range(0, len(packed), WIDTH)]
    )


@lru_cache(maxsize=1 << 10)
def one_month(month: date) -> Contact:
    """A digital month by its first day, as a contact."""
    return Contact(month, last_day_of_month(month))


@lru_cache(maxsize=1 << 12)
def _months_in_a_row(newest: str, oldest: str) -> tuple[int, Contact]:
    """How many months lie from one to the other, both included, and all of them as one contact."""
    last, first = date.fromisoformat(newest), date.fromisoformat(oldest)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return count, Contact(first, last_day_of_month(last))


def unpack_months(packed: str) -> tuple[Contact, ...]:
    """Digital months, the latest first, those in a row as one."""
    if not packed:
        return ()
    oldest = packed.rfind(" ") + 1
    count, whole = _months_in_a_row(packed[:WIDTH], packed[oldest : oldest + WIDTH])
    if count == packed.count(":"):
        return (whole,)
    return _runs([date.fromisoformat(entry[:WIDTH]) for entry in packed.split()])


def _runs(months: list[date]) -> tuple[Contact, ...]:
    runs: list[Contact] = []
    for month in months:
        final = last_day_of_month(month)
        if runs and final + ONE_DAY == runs[-1].first:
            runs[-1] = Contact(month, runs[-1].base)
        else:
            runs.append(Contact(month, final))
    return tuple(runs)


def count_since(packed: str, month: str) -> int:
    """The activity of the month given as its first day, and of those after it."""
    total = 0
    for entry in packed.split():
        if entry < month:
            break
        total += int(entry[WIDTH + 1 :])
    return total


@lru_cache(maxsize=1 << 10)
def digital_from(on: date, life: Ages) -> str:
    """The first day of the first digital month that counts on a day."""
    return less_months(on, life.on(on).digital_months).replace(day=1).isoformat()
