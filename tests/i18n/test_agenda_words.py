"""What the agenda says of lengths, of who comes along, and of what was printed before."""

from dataclasses import replace
from datetime import date, time

import pytest
from domain.test_agenda import planned

from advisor_app.domain.appointments import Appointment, Moved
from advisor_app.domain.codes import AppointmentStatus, Language, Place
from advisor_app.domain.companions import Companion
from advisor_app.domain.moments import moment_of
from advisor_app.i18n import speaking
from advisor_app.i18n.agenda_words import length_words, meeting_about
from advisor_app.i18n.company_words import companion_label, company_sentence

DAY = date(2026, 4, 24)
START = moment_of(1_777_017_600, "Europe/Paris")
BOOKED = Appointment(
    "RV1", ("C1",), "A1", START, START, Place.BRANCH, AppointmentStatus.CONFIRMED, colleague=None
)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("minutes", [30, 45, 60, 90])
def test_a_length_is_never_broken_over_two_lines(language: Language, minutes: int) -> None:
    with speaking(language):
        said = length_words(minutes)
    assert " " not in said
    assert any(char.isdigit() for char in said)


def test_a_meeting_says_whose_it_is_and_who_comes_along() -> None:
    one = planned(DAY, time(10), time(11))
    joined = replace(one, visit=replace(one.visit, host="Claire Morvan"))
    own = replace(one, visit=replace(one.visit, colleague="Karim Benali"))
    with speaking(Language.EN):
        assert meeting_about(one, {}) == "At the branch"
        assert meeting_about(joined, {}) == "you join Claire Morvan · At the branch"
        assert meeting_about(own, {}) == "At the branch · with Karim Benali"
    assert one.to_come
    assert own.to_come
    assert not joined.to_come


def test_who_comes_along_is_told_with_what_was_printed_before() -> None:
    alone, along = BOOKED, replace(BOOKED, colleague="A2")
    with speaking(Language.EN):
        said = company_sentence("Anne Roy", "Karim Benali", Moved(alone, along, ("4F2K-9XB1",)))
        assert said.startswith("Anne Roy: Karim Benali comes along. 1 paper was printed")
        gone = company_sentence("Anne Roy", None, Moved(along, alone, ()))
        assert gone == "Anne Roy: nobody else of the bank comes."


def test_who_served_before_is_named_as_such() -> None:
    with speaking(Language.EN):
        assert companion_label(Companion("A2", "Karim Benali")) == "Karim Benali"
        former = Companion("A3", "Jean-Marc Thibault", served_before=True)
        assert companion_label(former) == "Jean-Marc Thibault (former advisor)"
