"""Life projects edited through a real store."""

from datetime import date
from decimal import Decimal

import pytest
from small_branch import NOW, add_project, key, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Channel, Flag, ProjectSource, ProjectStatus
from advisor_app.domain.contacts import LONGEST_TEXT, TextTooLong
from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.project_edits import (
    MOST_AMOUNT,
    AmountOutOfBounds,
    ProjectDraft,
    ProjectGone,
    ProjectInUse,
    Stage,
    UnknownProjectKind,
)
from advisor_app.services.contacts import Note
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.store import Store

HOME = ProjectDraft(
    "first_home",
    ProjectStatus.OPEN,
    PartialDate(2026, 9),
    Decimal("285000.55"),
    note="  A house with a garden  ",
    stage=Stage.FIGURES,
    next_step="Look at the budget together",
    next_step_on=date(2026, 5, 4),
    inputs={"capital": "243000", "rate": " 0.033 ", "months": ""},
)


@pytest.fixture
def services(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return Services(Desk(store, lambda: NOW), None)


def deeds(store: Store) -> list[str]:
    with store.reading() as transaction:
        assert trail.verify(transaction) is None
        assert list(facts.differences(transaction)) == []
        return [one.action for one in trail.read_entries(transaction, key("C1"), 20)][::-1]


def test_a_project_that_was_added_is_on_the_page_and_raises_its_flag(
    services: Services, store: Store
) -> None:
    made = services.project_edits.add("C1", HOME, ProjectSource.ADVISOR)
    kept = services.project_edits.find(made.ref)
    assert kept.noted_on == NOW.date()
    assert kept.source is ProjectSource.ADVISOR
    assert kept.draft.amount == Decimal("285000.55")
    assert kept.draft.note == "A house with a garden"
    assert kept.draft.inputs == {"capital": "243000", "rate": "0.033"}
    (card,) = services.client_record.read(key("C1")).projects
    assert (card.stage, card.next_step, str(card.target)) == (
        Stage.FIGURES,
        "Look at the budget together",
        "2026-09",
    )
    (presence,) = services.presence.flags(client="C1")
    assert [told.flag for told in presence.flags] == [Flag.PROJECT_UNATTENDED]
    assert deeds(store) == ["project added"]


def test_an_edit_can_be_taken_back_whole(services: Services, store: Store) -> None:
    made = services.project_edits.add("C1", HOME)
    before = services.project_edits.find(made.ref)
    other = ProjectDraft("home_renovation", ProjectStatus.HEARD, None, None, inputs={"loan": "1"})
    edit = services.project_edits.edit(made.ref, other)
    changed = services.project_edits.find(made.ref)
    assert changed.draft.code == "home_renovation"
    assert changed.draft.inputs == {"loan": "1"}
    assert changed.noted_on == before.noted_on
    services.project_edits.take_back(edit)
    assert services.project_edits.find(made.ref) == before
    assert deeds(store) == ["project added", "project changed", "project put back"]


def test_a_project_that_ends_carries_no_flag_and_no_step(services: Services, store: Store) -> None:
    made = services.project_edits.add("C1", HOME)
    edit = services.project_edits.end(made.ref, ProjectStatus.DONE)
    assert services.project_edits.find(made.ref).draft.stage is None
    (presence,) = services.presence.flags(client="C1")
    assert list(presence.flags) == []
    services.project_edits.take_back(edit)
    assert services.project_edits.find(made.ref).draft == edit.before.draft  # type: ignore[union-attr] # an edit of what was there
    assert deeds(store) == ["project added", "project ended", "project put back"]


def test_adding_can_be_taken_back_until_somebody_speaks_of_it(services: Services) -> None:
    made = services.project_edits.add("C1", HOME)
    services.project_edits.take_back(made)
    with pytest.raises(ProjectGone):
        services.project_edits.find(made.ref)
    again = services.project_edits.add("C1", HOME)
    services.contacts.note(Note("C1", Channel.PHONE, project=again.ref))
    with pytest.raises(ProjectInUse):
        services.project_edits.take_back(again)
    assert services.project_edits.find(again.ref).draft.code == "first_home"


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (ProjectDraft("moon"), UnknownProjectKind),
        (ProjectDraft("first_home", amount=Decimal(-1)), AmountOutOfBounds),
        (ProjectDraft("first_home", amount=MOST_AMOUNT + 1), AmountOutOfBounds),
        (ProjectDraft("first_home", note="x" * (LONGEST_TEXT + 1)), TextTooLong),
        (ProjectDraft("first_home", next_step="x" * 201), TextTooLong),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    services: Services, store: Store, draft: ProjectDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.project_edits.add("C1", draft)
    assert services.client_record.read(key("C1")).projects == ()
    assert deeds(store) == []


def test_nobody_and_nothing_are_named(services: Services) -> None:
    with pytest.raises(NoSuchClient):
        services.project_edits.add("C9", HOME)
    with pytest.raises(ProjectGone):
        services.project_edits.edit("P9", HOME)


def test_ended_projects_stand_last_on_the_record(services: Services, store: Store) -> None:
    with store.writing() as transaction:
        add_project(transaction, "C1", "P1", "loan_end", "done")
        add_project(transaction, "C1", "P2", "young_adult", "heard")
    services.project_edits.add("C1", HOME)
    found = [card.code for card in services.client_record.read(key("C1")).projects]
    assert found == ["first_home", "young_adult", "loan_end"]
