"""A meeting with a colleague, by the keyboard alone in a real window, from suggestion to its word.

The pages say it in the script; here the tables, the flags and the files say it.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import icalendar
import meeting_by_keyboard
import pypdfium2
from real_screen import PASSPHRASE, work_by_keys
from sqlalchemy import text

from advisor_app.bootstrap import Services, open_services
from advisor_app.domain.agenda import PlannedMeeting
from advisor_app.domain.codes import AppointmentStatus, Flag, State
from advisor_app.storage import facts
from advisor_app.storage.store import open_store

T = TypeVar("T")
ANSWERED = "SELECT count(*) FROM suggestion_answer WHERE answer = 'booked' AND withdrawn_on IS NULL"
LETTERS = "SELECT count(*) FROM document WHERE appointment_id IS NOT NULL"
TOGETHER = (
    "SELECT count(*) FROM touchpoint JOIN further_advisor ON touchpoint_id = touchpoint.id "
    f"WHERE counts_as = 'meeting' AND note = '{meeting_by_keyboard.SAID}'"
)
SENT = "SELECT count(*) FROM follow_up WHERE sent_on IS NOT NULL"


class Sittings:
    """The advisor's sittings over one store, each at its moment; between them it is looked into."""

    def __init__(self, screen: str, store: Path, folder: Path) -> None:
        self._screen, self._store, self._folder = screen, store, folder

    def sit(self, sitting: str, at: datetime | None = None) -> None:
        if at is not None:
            with open_services(self._store, PASSPHRASE, None) as services:
                services.setup.live_at(at)
        work_by_keys(
            meeting_by_keyboard, self._screen, self._store, PASSPHRASE, self._folder, sitting
        )

    def ask(self, work: Callable[[Services], T], advisor: str = "A01") -> T:
        with open_services(self._store, PASSPHRASE, advisor) as services:
            return work(services)

    def count(self, query: str) -> int:
        store = open_store(self._store, PASSPHRASE)
        try:
            with store.reading() as transaction:
                assert facts.differences(transaction) == []
                return int(transaction.execute(text(query)).scalar_one())
        finally:
            store.close()

    def flags(self, client: str) -> tuple[State, set[Flag]]:
        (found,) = self.ask(lambda services: list(services.presence.flags(client=client)))
        return found.state, {one.flag for one in found.flags}


def test_a_meeting_is_booked_held_and_followed_up_with_the_keyboard_alone(
    screen: str, closed: Path, tmp_path: Path
) -> None:
    sittings = Sittings(screen, closed, tmp_path)
    before = {query: sittings.count(query) for query in (ANSWERED, LETTERS, TOGETHER, SENT)}

    sittings.sit("book")
    one = booked(sittings, tmp_path)
    (client,) = [person.ref for person in one.visit.people if person.ref]
    assert one.visit.status is AppointmentStatus.CONFIRMED
    assert sittings.count(ANSWERED) == before[ANSWERED] + 1
    assert sittings.count(LETTERS) == before[LETTERS] + 1
    both_calendars_hold_it(sittings, one)
    the_files_say_it(one, tmp_path)

    sittings.sit("hold", one.visit.start.replace(hour=19, minute=0))
    assert booked(sittings, tmp_path).visit.status is AppointmentStatus.HELD
    assert sittings.count(TOGETHER) == before[TOGETHER] + 1
    state, flags = sittings.flags(client)
    assert state is State.MET
    assert Flag.FOLLOW_UP_DUE not in flags
    (row,) = sittings.ask(lambda services: services.portfolio.rows([one.visit.household]))
    assert row.last_meeting == one.visit.start.date()

    sittings.ask(
        lambda services: services.setup.live_at(
            (one.visit.start + timedelta(days=5)).replace(hour=18, minute=0)
        )
    )
    assert Flag.FOLLOW_UP_DUE in sittings.flags(client)[1]
    sittings.sit("send")
    assert Flag.FOLLOW_UP_DUE not in sittings.flags(client)[1]
    assert sittings.count(SENT) == before[SENT] + 1


def booked(sittings: Sittings, folder: Path, advisor: str = "A01") -> PlannedMeeting:
    """The meeting as an advisor's week holds it."""
    start, household = (folder / "meeting").read_text(encoding="ascii").split(" ")
    moment = datetime.fromisoformat(start)
    plan = sittings.ask(lambda services: services.agenda.week(moment.date()), advisor)
    (found,) = [
        one
        for day in plan.days
        for one in day.meetings
        if (one.visit.household.hex(), one.visit.start) == (household, moment)
    ]
    return found


def both_calendars_hold_it(sittings: Sittings, one: PlannedMeeting) -> None:
    known = {each.name: each for each in sittings.ask(lambda services: services.setup.advisors())}
    assert one.visit.colleague is not None
    colleague = known[one.visit.colleague].ref
    plan = sittings.ask(lambda services: services.agenda.week(one.visit.start.date()), colleague)
    joined = plan.find(one.visit.ref)
    assert joined is not None
    assert joined.visit.host is not None
    assert known[joined.visit.host].ref == "A01"


def the_files_say_it(one: PlannedMeeting, folder: Path) -> None:
    name, colleague = one.visit.people[0].last_name, one.visit.colleague
    assert name is not None
    assert colleague is not None
    letter = pypdfium2.PdfDocument(folder / "letter.pdf")
    said = letter[0].get_textpage().get_text_range()
    letter.close()
    assert name in said
    assert colleague in said
    calendar = icalendar.Calendar.from_ical((folder / "meeting.ics").read_bytes())
    (event,) = calendar.walk("VEVENT")
    assert event["DTSTART"].dt.replace(tzinfo=None) == one.visit.start
    assert name not in str(event["SUMMARY"])
