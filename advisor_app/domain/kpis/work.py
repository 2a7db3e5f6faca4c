"""What the advisors' work comes to: suggestions, appointments, the day after, events."""

from collections import Counter
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from advisor_app.domain.codes import Answer, AppointmentStatus, Channel, Direction, Nature
from advisor_app.domain.kpis.book import Book, Touch, Visit, days_ahead
from advisor_app.domain.kpis.measures import (
    Counted,
    Kpi,
    Measure,
    Part,
    Share,
    Told,
    measure,
    share,
)
from advisor_app.domain.kpis.relation import NEVER_PROPOSED

BOOKED_WITHIN, MET_WITHIN = 30, 60
_CENT = Decimal("0.01")
_IN_PERSON = frozenset({Channel.BRANCH, Channel.HOME, Channel.WORKPLACE})


def suggestion_acceptance(book: Book) -> Measure:
    """Suggestions booked, of those decided in the period; those that ran out are told apart."""
    decided = [one for one in book.asked if one.answer and book.within(one.answered_on)]
    booked = sum(one.answer is Answer.BOOKED for one in decided)
    undecided = sum(one.answer is None and book.within(one.until) for one in book.asked)
    return measure(
        Kpi.SUGGESTION_ACCEPTANCE,
        share(booked, len(decided)),
        Told(Part.UNDECIDED, Counted(Decimal(undecided))),
    )


def decline_reasons(book: Book) -> Measure:
    """How many suggestions were declined in the period, and each reason with its count.

    The program keeps two reasons of a no, and "not suitable" as an answer of its own.
    """
    declined = [
        one
        for one in book.asked
        if one.answer in {Answer.NO, Answer.NOT_SUITABLE} and book.within(one.answered_on)
    ]
    counts = Counter(str(one.reason or one.answer) for one in declined)
    told = (Told(name, Counted(Decimal(many))) for name, many in sorted(counts.items()))
    return measure(Kpi.DECLINE_REASONS, Counted(Decimal(len(declined))), *told)


def proposal_to_meeting(book: Book) -> Measure:
    """Proposals made in the period that were booked within 30 days, of all of them."""
    made = [
        one for one in book.asked if book.within(one.made_on) and one.answer not in NEVER_PROPOSED
    ]
    booked = sum(
        one.answer is Answer.BOOKED
        and one.answered_on is not None
        and one.answered_on <= days_ahead(one.made_on, BOOKED_WITHIN)
        for one in made
    )
    return measure(Kpi.PROPOSAL_TO_MEETING, share(booked, len(made)))


def no_show(book: Book) -> Measure:
    """Appointments to which nobody came, of those not cancelled; the cancelled, of all."""
    planned = _planned(book)
    cancelled = [one for one in planned if one.status is AppointmentStatus.CANCELLED]
    missed = sum(one.status is AppointmentStatus.MISSED for one in planned)
    return measure(
        Kpi.NO_SHOW,
        share(missed, len(planned) - len(cancelled)),
        Told(Part.CANCELLED, share(len(cancelled), len(planned))),
    )


def _planned(book: Book) -> list[Visit]:
    return [one for one in book.visits if book.within(one.start)]


def follow_up_48(book: Book) -> Measure:
    """Follow-ups sent by the day they were due, of those due in the period.

    `due` is 48 hours after the end, Sundays, holidays and closing days left out.
    """
    owed = [one for one in book.visits if book.within(one.due)]
    sent = sum(one.sent is not None and one.due is not None and one.sent <= one.due for one in owed)
    return measure(Kpi.FOLLOW_UP_48, share(sent, len(owed)))


def promises_kept(book: Book) -> Measure:
    """Promises due in the period and done by their day, of those due in it."""
    due = [one for one in book.promises if book.within(one.due) and one.client in book.cared_for]
    kept = sum(one.done is not None and one.done <= one.due for one in due)
    return measure(Kpi.PROMISES_KEPT, share(kept, len(due)))


def prepared_rate(book: Book) -> Measure:
    """Meetings held whose sheet had been made before they began, of all held."""
    held = _held(book)
    return measure(Kpi.PREPARED_RATE, share(sum(one.prepared for one in held), len(held)))


def _held(book: Book) -> list[Visit]:
    return [one for one in _planned(book) if one.held]


def meaningful_share(book: Book) -> Measure:
    """Conversations in person with a subject and a next step, long enough, of all of them."""
    faced = [one for one in _of_period(book) if _in_person(one)]
    meant = sum(one.meeting() and one.project is not None and one.next_step for one in faced)
    return measure(Kpi.MEANINGFUL_SHARE, share(meant, len(faced)))


def _of_period(book: Book) -> list[Touch]:
    return [one for one in _cared_for(book) if book.within(one.day)]


def _cared_for(book: Book) -> list[Touch]:
    """The contacts of the portfolio alone: those of clients who left stand in the book too."""
    return [one for one in book.touches if one.client in book.cared_for]


def _in_person(touch: Touch) -> bool:
    if touch.nature is not Nature.CONVERSATION:
        return False
    return touch.channel in _IN_PERSON or (touch.channel is Channel.EVENT and touch.one_to_one)


def deflected(book: Book) -> Measure:
    """Operations settled on a day without an appointment, of all operations in the period."""
    asked = [one for one in _of_period(book) if one.nature is Nature.OPERATION]
    without = sum(not one.by_appointment for one in asked)
    return measure(Kpi.DEFLECTED, share(without, len(asked)))


def capacity_use(book: Book) -> Measure:
    """Meetings held that a suggestion began, of the room that the period had for them."""
    proactive = sum(one.suggested for one in _held(book))
    return measure(Kpi.CAPACITY_USE, Share(proactive, book.slots))


def event_conversion(book: Book) -> Measure:
    """Guests contacted on the next working day, those met within 60 days, and what a meeting cost.

    Judged in the period in which the 60 days end; a guest of two evenings counts twice.
    """
    guests = [one for one in _cared_for(book) if _guest(one) and book.within(_sixtieth(one.day))]
    called = sum(_called(book, one) for one in guests)
    met = sum(_met_after(book, one) for one in guests)
    return measure(
        Kpi.EVENT_CONVERSION,
        share(called, len(guests)),
        Told(Part.MET_AFTER, share(met, len(guests))),
        Told(Part.COST_PER_MEETING, _cost(book, met)),
    )


def _guest(touch: Touch) -> bool:
    return touch.channel is Channel.EVENT and touch.nature is Nature.CONVERSATION


def _sixtieth(day: date) -> date:
    return days_ahead(day, MET_WITHIN)


def _called(book: Book, guest: Touch) -> bool:
    next_day = (book.next_working or {}).get(guest.day)
    return any(
        one.day == next_day and one.direction is Direction.OUT and one.nature is Nature.CONVERSATION
        for one in book.of([guest.client])
    )


def _met_after(book: Book, guest: Touch) -> bool:
    return any(_follows(one, guest) for one in book.of([guest.client]))


def _follows(touch: Touch, guest: Touch) -> bool:
    later = guest.day < touch.day <= _sixtieth(guest.day)
    return touch.meeting() and later


def _cost(book: Book, meetings: int) -> Counted:
    if book.event_cost is None or not meetings:
        return Counted(None)
    return Counted((book.event_cost / meetings).quantize(_CENT, ROUND_HALF_UP))
