"""What becomes of households after a change of advisor."""

from collections.abc import Iterator
from datetime import date

from advisor_app.domain.handover import Priority
from advisor_app.domain.keys import Key
from advisor_app.domain.kpis.book import Book, Transfer, days_ahead, households_on
from advisor_app.domain.kpis.measures import Kpi, Measure, Part, Share, Told, measure, share
from advisor_app.domain.months import less_months, plus_months

INTRODUCED_WITHIN, FIRST_WITHIN = 90, 30
_YEAR = 12


def intro_rate_90(book: Book) -> Measure:
    """Households A and B met or talked with in 90 days, of those still here then.

    Every handover is judged once: in the period in which its 90th day falls. A within 30 days is
    told apart.
    """
    judged = [one for one in book.transfers if book.within(_ninetieth(one)) and _still(book, one)]
    both = [one for one in judged if one.priority is not Priority.C]
    first = [one for one in judged if one.priority is Priority.A]
    return measure(
        Kpi.INTRO_RATE_90,
        _introduced(book, both, INTRODUCED_WITHIN),
        Told(Part.PRIORITY_A, _introduced(book, first, FIRST_WITHIN)),
    )


def _ninetieth(transfer: Transfer) -> date:
    return days_ahead(transfer.effective, INTRODUCED_WITHIN)


def _still(book: Book, transfer: Transfer) -> bool:
    """Whether the household was still the advisor's on the 90th day."""
    return any(
        one.advisor == transfer.advisor and one.covers(_ninetieth(transfer))
        for one in book.served_of.get(transfer.household, ())
    )


def _introduced(book: Book, transfers: list[Transfer], days: int) -> Share:
    return share(sum(_spoke(book, one, days) for one in transfers), len(transfers))


def _spoke(book: Book, transfer: Transfer, days: int) -> bool:
    last = days_ahead(transfer.effective, days)
    return any(
        (one.meeting() or one.talk())
        and transfer.advisor in one.advisors
        and transfer.effective <= one.day <= last
        for one in book.of(book.members.get(transfer.household, ()))
    )


def handover_attrition(book: Book) -> Measure:
    """Households gone within a year of a handover, beside those that had none.

    Gone is who left the bank, or is in the care of none of these advisors any more.
    Every handover is judged once: in the period in which its year ends. Those that had none are
    the households of a year before the last day that had not come within the year before that.
    """
    moved = [one for one in book.transfers if book.within(plus_months(one.effective, _YEAR))]
    gone = sum(_left(book, one) for one in moved)
    return measure(
        Kpi.HANDOVER_ATTRITION,
        share(gone, len(moved)),
        Told(Part.NOT_TRANSFERRED, _left_without(book)),
    )


def _left(book: Book, transfer: Transfer) -> bool:
    return not _stays(book, transfer.household, transfer.effective)


def _stays(book: Book, household: Key, since: date) -> bool:
    """Whether one of the advisors serves the household a year after a day."""
    later = plus_months(since, _YEAR)
    return any(
        one.advisor in book.advisors and one.covers(later) and not book.known[one.client].left
        for one in book.served_of.get(household, ())
    )


def _left_without(book: Book) -> Share:
    day = less_months(book.until, _YEAR)
    moved = {one.household for one in _moved_within(book, less_months(day, _YEAR), day)}
    settled = [one for one in households_on(book, day, apart=True) if one.key not in moved]
    gone = sum(not _stays(book, one.key, day) for one in settled)
    return share(gone, len(settled))


def _moved_within(book: Book, after: date, until: date) -> Iterator[Transfer]:
    return (one for one in book.transfers if after < one.effective <= until)
