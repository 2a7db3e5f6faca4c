from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from advisor_app.domain.codes import AppointmentStatus, Language, Place, State
from advisor_app.domain.people import Person
from advisor_app.domain.today import DayAppointment, Figures, Share, Today
from advisor_app.i18n import speaking
from advisor_app.i18n.today_words import greeting, met_trend, seen_tag, state_label, subtitle

NOW = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 - wall time of the bank
PEOPLE = (Person(None, "1", "Camille", "Fournier"), Person(None, "2", "Julien", "Fournier"))
FIGURES = Figures(412, 239, 96, 41, 186, 4, 1)


def visit(minutes: int, people: tuple[Person, ...] = PEOPLE) -> DayAppointment:
    start = NOW + timedelta(minutes=minutes)
    return DayAppointment(
        ref="R1",
        household=b"k" * 16,  # type: ignore[arg-type] # a key is bytes
        people=people,
        start=start,
        end=start + timedelta(hours=1),
        place=Place.BRANCH,
        room="Bureau 2",
        subject="first_home",
        status=AppointmentStatus.CONFIRMED,
        first_meeting=True,
        printed=False,
        written_up=False,
    )


def today(*visits: DayAppointment) -> Today:
    return Today(NOW, "Claire", visits, FIGURES, ())


@pytest.mark.parametrize(
    ("visits", "words"),
    [
        ((visit(12),), "Hello Claire. Camille and Julien Fournier arrive in 12 min."),
        ((visit(12, PEOPLE[:1]),), "Hello Claire. Camille Fournier arrives in 12 min."),
        ((visit(0),), "Hello Claire. Camille and Julien Fournier arrive now."),
        ((visit(222),), "Hello Claire. Camille and Julien Fournier come at 14:00."),
        ((visit(-60),), "Hello Claire."),
        ((), "Hello Claire."),
    ],
)
def test_the_greeting_names_who_comes_next(visits: tuple[DayAppointment, ...], words: str) -> None:
    with speaking(Language.EN):
        assert greeting(today(*visits)) == words


def test_a_missed_appointment_is_nobody_to_wait_for() -> None:
    missed = replace(visit(12), status=AppointmentStatus.MISSED)
    with speaking(Language.EN):
        assert greeting(today(missed)) == "Hello Claire."


def test_the_subtitle_counts_the_day() -> None:
    with speaking(Language.EN):
        assert subtitle(today(visit(12))) == (
            "Thursday 23 April 2026 · 1 appointment today · 5 follow-ups to do"
        )


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (220, "3 points more than in January"),
        (232, "the same as in January"),
        (236, "1 point less than in January"),
    ],
)
def test_the_trend_compares_shares_not_counts(before: int, words: str) -> None:
    with speaking(Language.EN):
        assert met_trend(FIGURES, Share(before, 400), date(2026, 4, 23)) == words


def test_a_portfolio_without_a_january_has_no_trend() -> None:
    assert met_trend(FIGURES, Share(0, 0), date(2026, 4, 23)) == ""


def test_the_presence_is_said_in_months_where_there_was_a_meeting() -> None:
    with speaking(Language.EN):
        assert seen_tag(PEOPLE, State.DRIFTING, 14) == "Seen 14 months ago"
        assert seen_tag(PEOPLE, State.ONLINE_ONLY, 25) == "Online only"
        assert seen_tag(PEOPLE, State.MET, 0) == "Seen this month"
        assert seen_tag(PEOPLE[:1], State.MET, 1) == "Last seen 1 month ago"


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("who", ["feminine", "masculine", "several", "company", "neutral"])
def test_a_state_has_a_name_whoever_it_is_about(state: State, who: str) -> None:
    with speaking(Language.EN):
        assert state_label(state, who) == state_label(state)
