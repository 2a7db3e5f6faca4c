"""Who was met, who drifts away, of whom a project is known, who is asked too often."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from advisor_app.domain.codes import Answer, Nature, Segment
from advisor_app.domain.kpis.book import YEAR, Book, Household, Touch, most_proposals, rules_of
from advisor_app.domain.kpis.measures import (
    Counted,
    Kpi,
    Measure,
    Part,
    Share,
    Told,
    average,
    measure,
    share,
)
from advisor_app.domain.months import age_on, less_months

_TWO_YEARS = 24
# The bands of age that are told apart, by the first year of each.
BANDS = {"band_young": 0, "band_30": 30, "band_50": 50, "band_70": 70}


def met_12m(book: Book) -> Measure:
    """Households met in person within twelve months, of all.

    "Meaningful" is PRODUCT.md's meeting here: whether it had a subject and a next step is what
    `meaningful_share` measures.
    """
    return measure(Kpi.MET_12M, _met(book, book.households))


def _met(book: Book, households: tuple[Household, ...]) -> Share:
    return share(sum(met_lately(book, one) for one in households), len(households))


def met_lately(book: Book, household: Household) -> bool:
    """Whether one of its clients was met in the last twelve months."""
    after = book.after(YEAR)
    return any(one.meeting() and one.day > after for one in book.of(household.clients))


def drift_share(book: Book) -> Measure:
    """Households whose last meeting is as old as their segment's drift, of all.

    Who was never met drifts from the beginning of the relation on (`segments.toml`, drifting).
    """
    return measure(
        Kpi.DRIFT_SHARE, share(sum(_drifts(book, one) for one in book.households), _many(book))
    )


def _drifts(book: Book, household: Household) -> bool:
    met = [one.day for one in book.of(household.clients) if one.meeting()]
    last = max(met, default=None) or _began(book, household)
    months = rules_of(book, household).drift_months
    return last is None or last <= less_months(book.until, months)


def _began(book: Book, household: Household) -> date:
    """When the relation began: as known of a client, else when it came into the advisor's care."""
    known = [book.known[one].since for one in household.clients]
    return min([day for day in known if day] or [one.from_day for one in household.served])


def never_met(book: Book) -> Measure:
    """Households that never met the advisor in whose care they are, since they are, of all."""
    missed = sum(not _knows_advisor(book, one) for one in book.households)
    return measure(Kpi.NEVER_MET, share(missed, _many(book)))


def _knows_advisor(book: Book, household: Household) -> bool:
    return any(
        one.meeting() and served.advisor in one.advisors and one.day >= served.from_day
        for served in household.served
        for one in book.of(household.clients)
    )


def project_coverage(book: Book) -> Measure:
    """Households with a project noted, or spoken of in person or live, in two years, of all."""
    after = book.after(_TWO_YEARS)
    noted = {one.client for one in book.projects if one.on and one.on > after}
    noted |= {one.client for one in book.touches if _confirms(one) and one.day > after}
    known = sum(bool(one.clients & noted) for one in book.households)
    return measure(Kpi.PROJECT_COVERAGE, share(known, _many(book)))


def _confirms(touch: Touch) -> bool:
    return touch.project is not None and (touch.meeting() or touch.talk())


def contact_pressure(book: Book) -> Measure:
    """Households asked more often in a year than their segment allows, and the average."""
    weights = {one.key: _pressure(book, one) for one in book.households}
    over = sum(weights[one.key] > most_proposals(book, one) for one in book.households)
    mean = average(sum(weights.values(), Decimal(0)), _many(book))
    return measure(Kpi.CONTACT_PRESSURE, share(over, _many(book)), Told(Part.ON_AVERAGE, mean))


def _pressure(book: Book, household: Household) -> Decimal:
    """Proposals of a year, and its automated messages at their weight."""
    after = book.after(YEAR)
    proposed = sum(
        one.made_on > after and one.answer not in NEVER_PROPOSED
        for client in household.clients
        for one in book.asked_of.get(client, ())
    )
    mails = sum(
        one.nature is Nature.AUTOMATED and one.day > after for one in book.of(household.clients)
    )
    return proposed + mails * book.campaign_weight


# Put off or set aside by the advisor: it never reached the household.
NEVER_PROPOSED = frozenset({Answer.LATER, Answer.NOT_SUITABLE})


def equity(book: Book) -> Measure:
    """`met_12m` by age and by segment; the main value is the gap from best to worst, in points."""
    groups = [
        *_grouped(book, lambda one: _band(book, one), tuple(BANDS)),
        *_grouped(book, lambda one: _segment(book, one), tuple(map(str, Segment))),
    ]
    bands = [_gap(groups, tuple(BANDS)), _gap(groups, tuple(map(str, Segment)))]
    known = [one for one in bands if one is not None]
    return measure(Kpi.EQUITY, Counted(max(known, default=None)), *groups)


def _gap(groups: list[Told], among: tuple[str, ...]) -> Decimal | None:
    """The gap between the best and the worst of one way of grouping."""
    found = [
        percent
        for one in groups
        if one.of in among
        and isinstance(one.value, Share)
        and (percent := one.value.percent()) is not None
    ]
    return max(found) - min(found) if found else None


def _grouped(
    book: Book, group_of: Callable[[Household], str | None], among: tuple[str, ...]
) -> list[Told]:
    """The share met of each group that has households, in the order given."""
    found = {name: tuple(h for h in book.households if group_of(h) == name) for name in among}
    return [Told(name, _met(book, members)) for name, members in found.items() if members]


def _band(book: Book, household: Household) -> str | None:
    """The band of its eldest client; None where no birthday is known."""
    births = [book.known[one].birth_date for one in household.clients]
    ages = [age_on(birth, book.until) for birth in births if birth]
    if not ages:
        return None
    return [name for name, first in BANDS.items() if first <= max(ages)][-1]


def _segment(book: Book, household: Household) -> str:
    """The segment with the strictest drift among its clients', age left aside."""
    found = [book.known[one].segment or Segment.MASS for one in household.clients]
    return str(min(found, key=lambda one: (book.segments[one].drift_months, one)))


def _many(book: Book) -> int:
    return len(book.households)
