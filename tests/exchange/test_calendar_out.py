"""Appointments as other calendar programs read them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from advisor_app.domain.calendar_entry import Addressee, CalendarEntry
from advisor_app.domain.codes import AppointmentStatus, Language
from advisor_app.domain.moments import GapOfSummerTime, after_minutes, moment_at
from advisor_app.exchange.calendar_out import calendar_file, invitation_file
from advisor_app.i18n import speaking

NOW = datetime(2026, 4, 23, 8, 18, tzinfo=UTC)
CLAIRE = Addressee("Claire Morel", "claire.morel@banque.example")
GERARD = Addressee("Gérard, « Gé » Lemoine; père", "gerard@courrier.example")


def entry(
    start: str = "2026-04-28T15:00", zone: str = "Europe/Paris", **more: object
) -> CalendarEntry:
    begins = moment_at(datetime.fromisoformat(start), zone)
    facts: dict[str, object] = {
        "uid": "01@tete-a-tete",
        "sequence": 0,
        "start": begins,
        "end": after_minutes(begins, 60),
        "status": AppointmentStatus.CONFIRMED,
        "remind_minutes": 20,
    }
    return CalendarEntry(**facts | more)  # type: ignore[arg-type]  # fields by name


def test_an_entry_says_when_and_where_and_reveals_nothing() -> None:
    where = "Agence Centre, 3 place du Marché, 69001 Lyon"
    with speaking(Language.FR):
        made = calendar_file([entry(location=where)], NOW)
    (event,) = Calendar.from_ical(made).events

    assert (event["SUMMARY"], event["LOCATION"], event["CLASS"]) == (
        "Rendez-vous",
        where,
        "PRIVATE",
    )
    assert event.start == datetime(2026, 4, 28, 15, tzinfo=ZoneInfo("Europe/Paris"))
    assert event.end - event.start == timedelta(hours=1)
    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("01@tete-a-tete", 0, "CONFIRMED")
    assert event.alarms.times[0].trigger == event.start - timedelta(minutes=20)
    assert "ATTENDEE" not in event


def test_an_invitation_names_who_is_invited_as_text() -> None:
    invitation = Calendar.from_ical(
        invitation_file(entry(organizer=CLAIRE, invited=(GERARD,)), NOW)
    )
    (event,) = invitation.events

    assert invitation["METHOD"] == "REQUEST"
    assert event["ORGANIZER"] == "mailto:claire.morel@banque.example"
    assert event["ATTENDEE"] == "mailto:gerard@courrier.example"
    assert event["ATTENDEE"].params["CN"] == GERARD.name


@pytest.mark.parametrize(
    ("status", "method", "word"),
    [
        (AppointmentStatus.PROPOSED, "REQUEST", "TENTATIVE"),
        (AppointmentStatus.CONFIRMED, "REQUEST", "CONFIRMED"),
        (AppointmentStatus.CANCELLED, "CANCEL", "CANCELLED"),
    ],
)
def test_what_became_of_it_is_told(status: AppointmentStatus, method: str, word: str) -> None:
    made = invitation_file(
        entry(status=status, organizer=CLAIRE, invited=(GERARD,), sequence=3), NOW
    )
    calendar = Calendar.from_ical(made)

    assert (calendar["METHOD"], calendar.events[0]["STATUS"]) == (method, word)
    assert calendar.events[0]["SEQUENCE"] == 3


def test_lines_are_folded_and_end_as_the_norm_says() -> None:
    long = entry(location="Quai " * 60 + "Łódź, 東京")
    made = calendar_file([long], NOW)

    assert made.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert Calendar.from_ical(made).events[0]["LOCATION"] == long.location


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)),  # noqa: DTZ001 wall times
    st.sampled_from(
        [
            "Europe/Paris",
            "America/Guadeloupe",
            "Indian/Reunion",
            "Pacific/Noumea",
            "Africa/Casablanca",
        ]
    ),
)
def test_the_instant_is_the_same_for_a_program_that_knows_only_the_file(
    wall: datetime, zone: str
) -> None:
    try:
        asked = entry(wall.isoformat(timespec="minutes"), zone)
    except GapOfSummerTime:
        return
    calendar = Calendar.from_ical(calendar_file([asked], NOW))
    (described,) = calendar.timezones
    told = calendar.events[0]["DTSTART"].dt.replace(tzinfo=described.to_tz())

    assert int(told.timestamp()) == asked.start.utc
