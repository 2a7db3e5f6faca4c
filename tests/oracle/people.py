"""Invented histories for the oracle and the product alike: crowded around the limit days."""

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from oracle.presence import (
    ONE_DAY,
    Contact,
    Letter,
    Person,
    Plan,
    Promise,
    Serving,
    less,
    more,
)

ADVISORS = ("A1", "A2", "A3")
CHANNELS = (
    "branch",
    "home",
    "workplace",
    "event",
    "counter",
    "video",
    "phone",
    "letter",
    "card",
    "email",
    "message",
    "sms",
)
MONTHS = (0, 3, 6, 9, 12, 18, 24, 36)
DAYS_ASKED = st.one_of(
    st.sampled_from(
        [
            date(2024, 2, 29),
            date(2026, 2, 28),
            date(2026, 3, 1),
            date(2025, 8, 31),
            date(2026, 8, 30),
            date(2026, 4, 23),
            date(2025, 12, 31),
            date(2026, 1, 1),
        ]
    ),
    st.dates(date(2024, 1, 1), date(2027, 12, 31)),
)


def near(day: date, *, ahead: bool = True) -> st.SearchStrategy[date]:
    """Days on, just before and just after a limit of `day`, or anywhere around it."""
    limits = st.builds(
        lambda months, off: less(day, months) + timedelta(days=off),
        st.sampled_from(MONTHS),
        st.integers(-2, 2),
    )
    anywhere = st.integers(-900, 60).map(lambda off: day + timedelta(days=off))
    both = st.one_of(limits, anywhere, st.integers(-70, 0).map(lambda off: day + timedelta(off)))
    return both if ahead else both.map(lambda one: min(one, day))


def contacts(day: date, plans: list[Plan]) -> st.SearchStrategy[Contact]:
    """Any contact at all, half of them of the kinds that rules ask about."""
    return st.builds(
        Contact,
        day=near(day),
        channel=st.sampled_from(CHANNELS),
        nature=st.sampled_from(["conversation", "conversation", "operation", "automated"]),
        direction=st.sampled_from(["in", "out", "out"]),
        minutes=st.sampled_from([None, None, 0, 9, 10, 14, 15, 19, 20, 60]),
        one_to_one=st.booleans(),
        advisors=st.sampled_from([(), ("A1",), ("A2",), ("A3",), ("A2", "A1"), ("A3", "A2", "A1")]),
        project=st.sampled_from([None, None, *(plan.ref for plan in plans)]),
    )


@st.composite
def servings(draw: st.DrawFn, day: date) -> list[Serving]:
    """Successive assignments that never overlap: with gaps, reopened, closed, or in the future."""
    start = draw(near(day)) - timedelta(days=draw(st.sampled_from([0, 60, 400])))
    made: list[Serving] = []
    for _ in range(draw(st.integers(0, 4))):
        length = draw(st.sampled_from([0, 1, 30, 59, 60, 61, 200]))
        final = start + timedelta(days=length)
        announced = draw(st.sampled_from([None, "none", "email", "letter", "call", "in_person"]))
        made.append(Serving(draw(st.sampled_from(ADVISORS)), start, final, announced))
        start = final + ONE_DAY + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 40])))
    if made and draw(st.booleans()):
        made[-1].last = None
    return made


@st.composite
def plans_of(draw: st.DrawFn, day: date, ref: str) -> list[Plan]:
    """Projects with targets around the lead time, whole or partial."""
    made = []
    for number in range(draw(st.integers(0, 3))):
        target = draw(
            st.none()
            | st.builds(
                lambda months, off: more(day, months) + timedelta(days=off),
                st.sampled_from([0, 11, 12, 12, 13, 30]),
                st.integers(-2, 2),
            )
        )
        width = draw(st.sampled_from([4, 7, 10]))
        made.append(
            Plan(
                f"{ref}-P{number}",
                draw(st.sampled_from(["first_home", "retirement_3"])),
                draw(st.sampled_from(["heard", "open", "open", "done", "dropped", "expired"])),
                target.isoformat()[:width] if target else None,
                draw(st.none() | near(day)),
            )
        )
    return made


@st.composite
def people(draw: st.DrawFn, day: date, ref: str) -> Person:
    """One client with everything that may have happened around a day."""
    plans = draw(plans_of(day, ref))
    months = draw(
        st.lists(st.integers(-40, 1).map(lambda off: _month(day, off)), max_size=14, unique=True)
    )
    promises = [
        Promise(f"{ref}-C{number}", *draw(_promise(day)))
        for number in range(draw(st.integers(0, 2)))
    ]
    letters = [
        Letter(f"{ref}-R{number}", *draw(_letter(day))) for number in range(draw(st.integers(0, 2)))
    ]
    return Person(
        ref,
        segment=draw(
            st.sampled_from([None, "youth", "mass", "affluent", "private", "professional"])
        ),
        birth=draw(st.none() | _births(day)),
        since=draw(st.none() | near(day)),
        no_contact=draw(st.sampled_from([False] * 7 + [True])),
        no_contact_until=draw(st.none() | st.none() | near(day)),
        status=draw(st.sampled_from(["active"] * 6 + ["closed", "deceased"])),
        contacts=draw(st.lists(contacts(day, plans), max_size=14)),
        servings=draw(servings(day)),
        digital={month: draw(st.sampled_from([0, 1, 1, 5])) for month in months},
        plans=plans,
        promises=promises,
        letters=letters,
    )


def _month(day: date, off: int) -> tuple[int, int]:
    year, month = divmod(day.year * 12 + day.month - 1 + off, 12)
    return year, month + 1


def _births(day: date) -> st.SearchStrategy[date]:
    seventy = less(day, 840)
    close = st.integers(-500, 3).map(lambda off: seventy + timedelta(days=off))
    return st.one_of(close, st.sampled_from([date(1956, 2, 29), date(1990, 5, 5)]))


def _promise(day: date) -> st.SearchStrategy[tuple[str, date | None, date | None]]:
    return st.tuples(
        st.sampled_from(["bank", "bank", "client"]), st.none() | near(day), st.none() | near(day)
    )


def _letter(day: date) -> st.SearchStrategy[tuple[datetime, date | None]]:
    due = near(day).map(lambda one: datetime.combine(one, time(16, 30)))
    return st.tuples(due, st.none() | near(day))
