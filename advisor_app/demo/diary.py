"""The rows about what was booked and promised."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from random import Random

from advisor_app.demo import texts
from advisor_app.demo.days import Days, Span, takes_appointments
from advisor_app.demo.household import Household
from advisor_app.demo.staff import advisor_of
from advisor_app.domain.bank_records import AppointmentRecord, CommitmentRecord
from advisor_app.domain.codes import State

# Hours that the story's own appointments leave free.
_SLOTS = (("11:45", "12:30"), ("15:15", "16:00"))
_FIRST_AHEAD = 8
_BOOKED = 8  # appointments ahead, a portfolio
_HELD = 3  # couples met last week whose follow-up nobody sent, a portfolio


def appointments(
    households: Iterable[Household], days: Days, taken: list[Span]
) -> Iterator[AppointmentRecord]:
    """Some appointments ahead, and last week's; `taken` is time of the first portfolio's advisor."""
    portfolio, ahead, held = -1, 0, 0
    slots = _slots(days, range(_FIRST_AHEAD, 50), taken)
    past = _slots(days, range(-5, -20, -1), taken)
    for household in households:
        if household.portfolio != portfolio:
            portfolio, ahead, held = household.portfolio, 0, 0
        if household.archetype.state is not State.MET or household.archetype.standing:
            continue
        clients = "|".join(person.ref for person in household.clients)
        who = (f"R{household.number:06}", clients, advisor_of(portfolio))
        if household.said or household.done:
            continue
        if held < _HELD and len(household.clients) == 2 and not household.kit:
            yield AppointmentRecord(*who, *past[held], "branch")
            held += 1
        elif ahead < _BOOKED:
            project = f"P{household.number:06}" if household.kit else None
            yield AppointmentRecord(*who, *slots[ahead], "branch", project=project)
            ahead += 1


def _slots(days: Days, offsets: range, taken: list[Span]) -> list[Span]:
    found = []
    for offset in offsets:
        day = days.day + timedelta(days=offset)
        if takes_appointments(day, _SLOTS[-1][1]):
            found += [Span(f"{day}T{start}", f"{day}T{end}") for start, end in _SLOTS]
    return [span for span in found if not any(map(span.meets, taken))]


def commitments(
    households: Iterable[Household], days: Days, rng: Random
) -> Iterator[CommitmentRecord]:
    """What was promised: kept, still to come, and past its day."""
    words = texts.table("words")["commitments"]
    for household in households:
        if household.met is None:
            continue
        for person in household.clients:
            ref = f"E{person.ref[1:]}"
            if household.archetype.trait == "promise":
                due = days.ago[3 + int(rng.random() * 20)]
                yield CommitmentRecord(ref, person.ref, "bank", rng.choice(words["bank"]), due)
            elif rng.random() < 0.1:
                yield _settled(ref, person.ref, household.met, words, days, rng)


def _settled(
    ref: str, client: str, met: int, words: dict[str, list[str]], days: Days, rng: Random
) -> CommitmentRecord:
    by = "bank" if rng.random() < 0.6 else "client"
    what = rng.choice(words[by])
    if met < 300 and rng.random() < 0.4:
        return CommitmentRecord(ref, client, by, what, days.from_now(4 + int(rng.random() * 30)))
    done = max(0, met - 6)
    return CommitmentRecord(ref, client, by, what, days.ago[done], days.ago[done])
