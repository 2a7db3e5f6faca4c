"""Which letters fit: against each case by hand."""

from datetime import UTC, datetime, timedelta

import pytest

from advisor_app.domain.codes import AppointmentStatus as Status
from advisor_app.domain.letter_offers import KnownVisit, LetterOffer, letters_that_fit
from advisor_app.domain.letters import LetterKind

NOW = int(datetime(2026, 4, 23, 10, 18, tzinfo=UTC).timestamp())


def visit(start: str, status: Status) -> KnownVisit:
    wall = datetime.fromisoformat(start)
    return KnownVisit(start, wall, int(wall.replace(tzinfo=UTC).timestamp()), status)


def offered(*visits: KnownVisit, introduce: bool = False, refuses: bool = False) -> list[str]:
    found = letters_that_fit(
        "C1", visits, NOW, wants_introduction=introduce, refuses_letters=refuses
    )
    assert all(one.client == "C1" for one in found)
    return [one.kind.value for one in found]


@pytest.mark.parametrize(
    ("start", "status", "kinds"),
    [
        ("2026-04-24T09:00", Status.PROPOSED, ["proposal"]),
        ("2026-04-24T09:00", Status.CONFIRMED, ["appointment", "reminder"]),
        ("2026-04-24T09:00", Status.CANCELLED, []),
        ("2026-04-22T09:00", Status.HELD, ["summary"]),
        ("2026-04-22T09:00", Status.MISSED, ["missed"]),
        ("2026-04-22T09:00", Status.CONFIRMED, []),
        ("2026-02-22T10:18", Status.HELD, ["summary"]),
        ("2026-02-22T10:17", Status.HELD, []),
    ],
)
def test_each_case(start: str, status: Status, kinds: list[str]) -> None:
    assert offered(visit(start, status)) == kinds


def test_the_nearest_ahead_and_the_latest_that_is_over_count() -> None:
    near = visit("2026-04-24T09:00", Status.PROPOSED)
    far = visit("2026-05-24T09:00", Status.CONFIRMED)
    missed = visit("2026-04-20T09:00", Status.MISSED)
    held = visit("2026-04-21T09:00", Status.HELD)
    found = letters_that_fit(
        "C1", [missed, held, far, near], NOW, wants_introduction=True, refuses_letters=False
    )
    assert found == (
        LetterOffer(LetterKind.PROPOSAL, "C1", near, refused=False),
        LetterOffer(LetterKind.SUMMARY, "C1", held, refused=False),
        LetterOffer(LetterKind.INTRODUCTION, "C1", None, refused=False),
    )


def test_branches_in_other_zones_are_told_apart_by_the_instant() -> None:
    over = visit("2026-04-23T09:00", Status.HELD)
    # On the wall of a branch six hours behind, a quarter of an hour before ten is still to come.
    behind = KnownVisit("X", over.start + timedelta(minutes=45), NOW + 60, Status.CONFIRMED)
    assert offered(over, behind) == ["appointment", "reminder", "summary"]
    # Four hours ahead, noon is over.
    ahead = KnownVisit("Y", over.start + timedelta(hours=3), NOW - 60, Status.MISSED)
    assert offered(over, ahead) == ["missed"]


def test_who_refuses_letters_still_gets_those_that_were_asked_for() -> None:
    ahead = visit("2026-04-24T09:00", Status.CONFIRMED)
    found = letters_that_fit("C1", [ahead], NOW, wants_introduction=True, refuses_letters=True)
    refused = {one.kind: one.refused for one in found}
    assert refused == {
        LetterKind.APPOINTMENT: False,
        LetterKind.REMINDER: True,
        LetterKind.INTRODUCTION: True,
    }
