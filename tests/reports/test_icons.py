"""The program's icons as outlines."""

import math

import pytest

from advisor_app.reports.icons import GRID, icon
from advisor_app.resources import resource_folder

NAMES = sorted(path.stem for path in (resource_folder() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_inside_its_grid(name: str) -> None:
    pieces = icon(name)
    assert pieces[0].kind == "move"
    for piece in pieces:
        assert len(piece.points) == (3 if piece.kind == "curve" else 1)
        for x, y in piece.points:
            assert -1 <= x <= GRID + 1
            assert -1 <= y <= GRID + 1


@pytest.mark.parametrize("name", [None, "", "no-such", "../icons/coffee", "/etc/hostname"])
def test_a_name_that_is_none_of_ours_draws_nothing(name: str | None) -> None:
    assert icon(name) == ()


def test_a_circle_stays_round() -> None:
    points = [piece.points[-1] for piece in icon("clock") if piece.kind == "curve"]
    assert len(points) >= 4
    assert all(math.hypot(x - 12, y - 12) == pytest.approx(10) for x, y in points[:4])
