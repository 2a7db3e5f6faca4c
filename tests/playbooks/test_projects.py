import re

import pytest

from advisor_app.domain.codes import Kind, Language
from advisor_app.playbooks.projects import life_projects, projects_of
from advisor_app.playbooks.sheet_tables import agenda_items, documents

CODES = list(life_projects())


def test_the_catalogue_has_24_projects_and_2_occasions() -> None:
    occasions = [one.code for one in life_projects().values() if one.occasion]
    assert occasions == ["get_acquainted", "annual_review"]
    assert len(life_projects()) == 26


@pytest.mark.parametrize("code", CODES)
def test_the_course_of_a_meeting_fills_its_duration(code: str) -> None:
    project = life_projects()[code]
    assert sum(step.minutes for step in project.agenda) == project.duration_min


@pytest.mark.parametrize("code", CODES)
def test_the_client_is_always_present(code: str) -> None:
    assert life_projects()[code].present[0] == "client"


def test_only_a_separation_waits_to_be_spoken_of() -> None:
    assert [p.code for p in life_projects().values() if p.only_if_said] == ["separation"]


def test_a_company_is_asked_of_itself_and_a_household_of_its_family() -> None:
    company = projects_of(frozenset({Kind.COMPANY}))
    assert list(company) == list(life_projects())
    for kinds in ({Kind.PERSON}, {Kind.PERSON, Kind.COMPANY}, set()):
        assert projects_of(frozenset(kinds)) is life_projects()
    review = company["annual_review"]
    assert {step.item for step in review.agenda} <= set(agenda_items())
    assert sum(step.minutes for step in review.agenda) == review.duration_min
    assert set(review.documents) <= set(documents())
    family = re.compile("famil|gezin", re.IGNORECASE)
    for code in ("annual_review", "get_acquainted"):
        asked = company[code].questions
        assert len(asked) == len(life_projects()[code].questions)
        assert not any(family.search(text.in_language(one)) for text in asked for one in Language)
