"""The page of the day, packed for the next start: the same words come out, or nothing."""

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.bootstrap import Services
from advisor_app.ui.pages.today.kept import Kept, packed, unpacked
from advisor_app.ui.pages.today.wording import read_day, read_list, read_trend


@pytest.mark.usefixtures("qtbot")
def test_a_packed_page_unpacks_to_the_same_words(claire: Services) -> None:
    day, listing = read_day(claire), read_list(claire, 6)
    kept = Kept(day.words, listing.words, read_trend(claire, day.today))
    assert kept.day.visits
    assert kept.listed.rows
    assert unpacked(packed(kept)) == kept


@pytest.mark.parametrize("text", ["", "{}", "[]", "[1, 2, 3]", "[[], [], 3]", "null"])
def test_anything_else_does_not_unpack(text: str, qtbot: QtBot) -> None:
    assert qtbot
    with pytest.raises((ValueError, TypeError)):
        unpacked(text)
