"""Finding a time for a meeting: the free ones of the next weeks, and the two to propose."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advisor_app.domain.booking import check_length, kind_of
from advisor_app.domain.codes import Place
from advisor_app.domain.keys import Key
from advisor_app.domain.offers import FreeDay, FreeTimes, is_bridge, offers
from advisor_app.domain.opening import closed_on
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.preferred_time import PreferredTime, preferred_time
from advisor_app.domain.rooms import RoomNeed, free_in_any
from advisor_app.domain.slots import Calendar, Need, free_days
from advisor_app.domain.stretches import whole_days
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.playbooks.booking_rules import booking_rules
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.playbooks.preferred_times import time_words
from advisor_app.services.booking import seconds_now
from advisor_app.services.desk import Desk
from advisor_app.services.introductions import former_along
from advisor_app.services.opening import branch_of, hours_at, zone_at
from advisor_app.services.parties import advisor_named, client_named
from advisor_app.services.rooms import rooms_to_try
from advisor_app.storage import slots
from advisor_app.storage.busy_time import busy_stretches
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class SlotQuestion:
    """Who meets, how long and where, by references; without advisors the first client's own.

    `since` is the first day looked at, today unless told; the notice is kept in any case. With
    `step_free`, for one who cannot climb steps, a room without any must be free at the branch.
    """

    clients: tuple[str, ...]
    minutes: int
    place: Place = Place.BRANCH
    advisors: tuple[str, ...] = ()
    room: str | None = None
    step_free: bool = False
    since: date | None = None
    weeks: int | None = None


class SlotFinder:
    """Finds when everybody and the room are free."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, question: SlotQuestion) -> FreeTimes:
        """The free times.

        Raises LengthOutOfBounds, NoSuchClient, NoSuchAdvisor, NobodyServes, NoSuchRoom,
        RoomTooSmall, RoomHasSteps or NoRoomFits.
        """
        check_length(question.minutes)
        rules, now = booking_rules(), seconds_now(self._desk)
        with self._desk.reading() as transaction:
            met = [client_named(transaction, ref) for ref in question.clients]
            keys = [client.key for client in met]
            wanted = question.advisors or (None,)
            advisors = tuple(advisor_named(transaction, self._desk, ref, met[0]) for ref in wanted)
            days = self._days(question)
            people = RoomNeed(len(set(keys)) + len(set(advisors)), question.step_free)
            rooms = rooms_to_try(transaction, advisors[0], question.room, question.place, people)
            calendars = [calendar_of(transaction, advisor, days, now) for advisor in advisors]
            within = whole_days(days[0], days[-1], calendars[0].zone)
            taken = [slots.others_meetings(transaction, keys, one, within, now) for one in rooms]
            missed = slots.missed_meetings(transaction, keys)
            liked = liked_times(transaction, keys)
        kind = kind_of(meeting_kinds(), question.place, question.minutes)
        need = Need(kind, question.minutes)
        earliest = now + rules.notice_hours * 60 * 60
        hours = calendars[0].hours
        found = free_in_any(
            [free_days(need, calendars, also, rules, days, earliest) for also in taken]
        )
        free = tuple(FreeDay(day, starts, is_bridge(hours, day)) for day, starts in found.items())
        closed = {day: why for day in days if (why := closed_on(hours, day))}
        offered = offers(free, liked, missed, rules.offered)
        return FreeTimes(advisors, calendars[0].zone, free, closed, offered, liked)

    def for_suggestion(self, made: Suggestion, more: Sequence[str] = ()) -> SlotQuestion:
        """What its meeting asks for; at a three-way meeting the former advisor is free too.

        `more` are further clients, by reference. Raises NoSuchClient or NobodyServes.
        """
        with self._desk.reading() as transaction:
            met = client_named(transaction, made.ref)
            present = advisor_named(transaction, self._desk, None, met)
            former = former_along(transaction, made, self._desk.today())
        return SlotQuestion(
            clients=(made.ref, *more),
            minutes=made.minutes,
            place=made.place or Place.BRANCH,
            advisors=(present.ref,) if former is None else (present.ref, former[1]),
        )

    def _days(self, question: SlotQuestion) -> list[date]:
        weeks = question.weeks or booking_rules().weeks_ahead
        first = question.since or self._desk.today()
        return [first + timedelta(days=ahead) for ahead in range(weeks * 7)]


def calendar_of(
    transaction: Transaction, advisor: Advisor, days: Sequence[date], now: int
) -> Calendar:
    """An advisor's hours and meetings on days that follow each other; `now` in seconds since 1970."""
    branch = branch_of(transaction, advisor)
    zone = zone_at(transaction, branch)
    # The long meetings of the first and last week count from Monday to Sunday.
    week = timedelta(days=7)
    within = whole_days(days[0] - week, days[-1] + week, zone)
    taken = slots.advisors_meetings(transaction, advisor.key, within, now, meeting_kinds())
    hours = hours_at(transaction, branch, advisor, days[0])
    busy = busy_stretches(transaction, advisor.key, within)
    return Calendar(hours, zone, taken, advisor.capacity_week, busy)


def liked_times(transaction: Transaction, clients: Sequence[Key]) -> PreferredTime:
    """When clients like to come, as their words were understood."""
    told = slots.preferred_times(transaction, clients)
    return tuple(one for text in told for one in preferred_time(text, time_words()))
