"""Events at the branch: what is no event, by when an answer is asked, which theme fits."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.briefing import BriefedProject
from advisor_app.domain.client_events import (
    MOST_LETTERS,
    MOST_SEATS,
    BadEvent,
    ClientEvent,
    EventFault,
    checked,
    is_evening,
    is_grave_time,
    reply_day,
    theme_for,
)
from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.keys import new_key
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.rituals import event_themes

TODAY = date(2026, 4, 23)
EVENT = ClientEvent(
    theme="first_home_evening",
    title="",
    day=date(2026, 5, 21),
    start=time(18, 30),
    end=time(20),
    speakers="Anne-Lise Garnier, notaire",
    seats=30,
    reply_by=date(2026, 5, 14),
)


def project(code: str, status: ProjectStatus, noted_on: date | None = None) -> BriefedProject:
    return BriefedProject(
        key=new_key(),
        ref="P1",
        client=new_key(),
        code=code,
        status=status,
        target=None,
        amount=None,
        currency="EUR",
        noted_on=noted_on,
        source=None,
        note=None,
        inputs=(),
    )


def test_an_event_that_can_be_is_taken_without_blanks_around_its_texts() -> None:
    assert checked(EVENT, TODAY) == EVENT
    loose = replace(EVENT, theme="", title="  Le verger ", speakers=" Ada Roux ")
    assert checked(loose, TODAY) == replace(loose, title="Le verger", speakers="Ada Roux")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"theme": "", "title": " "}, EventFault.NO_TITLE),
        ({"speakers": "\t"}, EventFault.NO_SPEAKERS),
        ({"title": "x" * (MOST_LETTERS + 1)}, EventFault.TOO_LONG),
        ({"speakers": "x" * (MOST_LETTERS + 1)}, EventFault.TOO_LONG),
        ({"day": TODAY}, EventFault.NOT_AHEAD),
        ({"end": time(18, 30)}, EventFault.ENDS_EARLY),
        ({"reply_by": TODAY - timedelta(days=1)}, EventFault.REPLY_DAY),
        ({"reply_by": EVENT.day + timedelta(days=1)}, EventFault.REPLY_DAY),
        ({"seats": 0}, EventFault.SEATS),
        ({"seats": MOST_SEATS + 1}, EventFault.SEATS),
    ],
)
def test_an_event_that_cannot_be_is_refused_with_its_fault(
    changed: dict[str, object], fault: EventFault
) -> None:
    with pytest.raises(BadEvent) as refused:
        checked(replace(EVENT, **changed), TODAY)  # type: ignore[arg-type] # one field each
    assert refused.value.fault is fault


@given(st.integers(min_value=1, max_value=400))
def test_an_answer_is_asked_between_today_and_the_event(ahead: int) -> None:
    day = TODAY + timedelta(days=ahead)
    found = reply_day(day, TODAY)
    assert TODAY <= found < day
    assert checked(replace(EVENT, day=day, reply_by=found), TODAY)
    if ahead > 7:
        assert found == day - timedelta(days=7)


def test_an_evening_begins_at_five() -> None:
    assert is_evening(EVENT)
    assert is_evening(replace(EVENT, start=time(17)))
    assert not is_evening(replace(EVENT, start=time(16, 59)))


def test_the_theme_is_that_of_a_project_that_lives() -> None:
    heard, done = ProjectStatus.HEARD, ProjectStatus.DONE
    found = {
        code: theme_for([project(code, status)], event_themes(), life_projects())
        for code, status in (("first_home", heard), ("home_renovation", done))
    }
    assert found["first_home"] is not None
    assert found["first_home"].code == "first_home_evening"
    assert found["home_renovation"] is None


@pytest.mark.parametrize("code", sorted(life_projects()))
def test_no_invitation_hints_at_what_a_letter_must_not_name(code: str) -> None:
    known = life_projects()[code]
    found = theme_for([project(code, ProjectStatus.OPEN)], event_themes(), life_projects())
    if known.only_if_said or known.tone in {"careful", "grave"}:
        assert found is None


def test_after_a_bereavement_nobody_is_invited_for_ninety_days() -> None:
    noted = date(2026, 1, 23)
    grave = [project("bereavement", ProjectStatus.OPEN, noted)]
    for days, expected in ((0, True), (89, True), (90, False)):
        assert is_grave_time(grave, life_projects(), noted + timedelta(days=days)) is expected
    joyful = [project("first_home", ProjectStatus.OPEN, noted)]
    assert not is_grave_time(joyful, life_projects(), noted)
