"""Every code that a life project names stands in the tables of the sheet."""

from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import (
    NOTHING_TO_BRING,
    agenda_items,
    documents,
    follow_ups,
    outcomes,
    product_families,
)


def test_every_project_has_an_outcome_and_known_steps_documents_and_follow_ups() -> None:
    assert set(outcomes()) == set(life_projects())
    for project in life_projects().values():
        assert {step.item for step in project.agenda} <= set(agenda_items())
        assert set(project.documents) <= set(documents())
        assert set(project.follow_up) <= set(follow_ups())
        assert set(project.products) <= set(product_families())


def test_a_document_that_not_everybody_has_is_marked() -> None:
    assert documents()["sale_agreement"].if_any
    assert not documents()["id_card"].if_any
    assert NOTHING_TO_BRING in documents()


def test_the_summary_is_owed_within_48_hours() -> None:
    assert follow_ups()["summary"].delay_hours == 48
