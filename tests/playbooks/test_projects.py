import pytest

from advisor_app.playbooks.projects import life_projects

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
