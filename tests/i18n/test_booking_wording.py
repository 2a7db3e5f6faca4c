"""Every refusal of the calendar has its sentence."""

from dataclasses import fields
from datetime import date, datetime

import pytest

from advisor_app.domain import booking, booking_refusals, contacts, moments, rooms
from advisor_app.domain.appointments import Appointment, Taken
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import AppointmentStatus, ClientStatus, ConsentUse, Language, Place
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.moments import SECOND, parse_moment
from advisor_app.domain.opening import Closed, Span, WhyClosed
from advisor_app.domain.watchwords import Caution, Sensitive
from advisor_app.i18n import speaking
from advisor_app.i18n.booking_words import booked_sentence
from advisor_app.i18n.note_wording import caution_sentence
from advisor_app.i18n.wording import sentence

START = parse_moment("2026-04-28T10:00", "Europe/Paris")
END = parse_moment("2026-04-28T11:00", "Europe/Paris")
OTHER = Appointment("RV1", ("C1",), "A1", START, END, Place.BRANCH, AppointmentStatus.CONFIRMED)
HOLIDAY = Closed(WhyClosed.HOLIDAY, holiday=LocalText("Ascension", "Ascension Day", "x", "y"))
NINE, NOON = START.clock.replace(hour=9), START.clock.replace(hour=12)
DAY = date(2026, 4, 28)

REFUSALS: list[TeteATeteError] = [
    moments.NotAMoment("31/02"),
    moments.UnknownZone("Europe/Lutetia"),
    moments.GapOfSummerTime(
        datetime.fromisoformat("2027-03-28T02:30"),
        "Europe/Paris",
        datetime.fromisoformat("2027-03-28T03:30"),
    ),
    booking_refusals.LengthOutOfBounds(0),
    booking_refusals.InThePast(START),
    booking_refusals.BeyondHorizon(DAY),
    booking_refusals.ClosedThatDay(DAY, HOLIDAY),
    *(booking_refusals.ClosedThatDay(DAY, Closed(why)) for why in WhyClosed),
    booking_refusals.ClosedThatDay(DAY, Closed(WhyClosed.BRANCH_CLOSED, reason="Works")),
    booking_refusals.OutsideHours(DAY, (Span(NINE, NOON),)),
    booking_refusals.NoConsent(ConsentUse.HOME_VISIT),
    booking_refusals.NoConsent(ConsentUse.PHONE),
    booking_refusals.FileNotAlive(ClientStatus.DECEASED),
    booking_refusals.FileNotAlive(ClientStatus.CLOSED),
    booking_refusals.NoSuchRoom("R1"),
    rooms.RoomTooSmall("Blue room", 2, 3),
    rooms.RoomHasSteps("Blue room"),
    rooms.NoRoomFits(3),
    booking_refusals.NoSuchSuggestion("S1"),
    booking_refusals.NotInvited("C2", "RV1"),
    booking_refusals.NobodyPresent("RV1"),
    *(Collision(taken, "Camille Morel", OTHER, END) for taken in Taken),
    *(
        booking_refusals.WrongStep("RV1", status, AppointmentStatus.HELD)
        for status in AppointmentStatus
    ),
    booking_refusals.NotYet("RV1", START),
    booking_refusals.NothingOwed("RV1", None),
    booking_refusals.NothingOwed("RV1", DAY),
    *(
        booking_refusals.NotToCome("RV1", status)
        for status in AppointmentStatus
        if status not in booking.STEPS
    ),
    booking_refusals.ColleagueNotThere("Paul Roux", START),
    contacts.ContactAhead(DAY),
    contacts.MinutesOutOfBounds(-1),
    contacts.TextTooLong(5000),
    contacts.ContactGone("TP1"),
]


def own_errors() -> set[type[TeteATeteError]]:
    return {
        value
        for module in (booking_refusals, contacts, moments, rooms)
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, TeteATeteError)
        and value.__module__ == module.__name__
    }


def test_no_refusal_is_left_out_here() -> None:
    assert {type(refusal) for refusal in REFUSALS} == own_errors()


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: type(refusal).__name__)
@pytest.mark.parametrize("language", list(Language))
def test_every_refusal_is_worded_whole(refusal: TeteATeteError, language: Language) -> None:
    with speaking(language):
        said = sentence(refusal)
    assert said.endswith(".")
    assert not any("{" + field.name in said for field in fields(refusal))


def test_a_collision_names_who_when_and_what() -> None:
    with speaking(Language.EN):
        said = sentence(Collision(Taken.ROOM, "Blue", OTHER, END))
    assert all(word in said for word in ("room Blue", "10:00", "11:00", "RV1", "28 April"))


def test_what_was_booked_says_which_of_two_times() -> None:
    first = parse_moment("2026-10-25T02:30", "Europe/Paris")
    second = parse_moment("2026-10-25T02:30", "Europe/Paris", SECOND)
    with speaking(Language.EN):
        for start, word in ((first, "first"), (second, "second")):
            made = Appointment(
                "RV1", ("C1",), "A1", start, END, Place.PHONE, AppointmentStatus.CONFIRMED
            )
            assert f"the {word} time is meant" in booked_sentence(made)
        assert "twice" not in booked_sentence(OTHER)


@pytest.mark.parametrize("about", list(Sensitive))
def test_every_caution_is_worded(about: Sensitive) -> None:
    with speaking(Language.EN):
        assert caution_sentence(Caution(about, "word", None)).endswith(".")
        assert "Better: “other”." in caution_sentence(Caution(about, "word", "other"))


def test_a_secret_is_not_repeated() -> None:
    with speaking(Language.EN):
        assert "4970" not in caution_sentence(Caution(Sensitive.SECRETS, "4970", None))
