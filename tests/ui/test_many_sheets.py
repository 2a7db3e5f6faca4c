"""Many sheets: made by their places, the next ones begun, one that cannot be told at its own turn."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from paper.samples import fournier
from paper_walk import papers
from window_walk import Window, at_work, settle

from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.sheet_choices import SheetChoices
from advisor_app.reports.sheet import render
from advisor_app.ui.pages.sheets import making
from advisor_app.ui.pages.sheets.ahead import Ahead
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.window.routes import Route

# Households by what is asked of them: a title, and references.
CHOSEN: list[Any] = [
    SimpleNamespace(title=f"Ménage {number}", refs=(f"C{number}",)) for number in range(8)
]


class Words:
    """Words a sheet a household, but for the third one, and knows whom it worded."""

    def __init__(self) -> None:
        self.worded: list[str] = []
        self.printed: list[str] = []
        self.choices: list[SheetChoices] = []

    def __call__(self, whom: Whom, _services: Any, choices: SheetChoices) -> Any:
        self.worded.append(whom.refs[0])
        if whom.refs[0] == "C2":
            raise NoSuchClient(whom.refs[0])
        names = "M." if choices.initials else whom.title
        return whom.refs[0], replace(fournier(), names=names)

    @property
    def services(self) -> Any:
        return SimpleNamespace(sheets=SimpleNamespace(sheet_printed=self._printed))

    def _printed(self, briefing: str, choices: SheetChoices) -> None:
        self.printed.append(briefing)
        self.choices.append(choices)


def test_each_sheet_is_made_at_its_place_and_a_refusal_told_at_its_own() -> None:
    words = Words()
    ahead = Ahead(CHOSEN, words)
    first = ahead.make(0, words.services)
    assert first.pdf == render(replace(fournier(), names="Ménage 0"))
    assert words.worded == ["C0", "C1", "C2", "C3"]
    assert ahead.make(1, words.services).count == 2
    with pytest.raises(NoSuchClient):
        ahead.make(2, words.services)
    third = ahead.make(3, words.services)
    assert third.pdf == render(replace(fournier(), names="Ménage 3"))
    third.printed()
    assert words.printed == ["C3"]


def test_out_of_order_none_is_worded_twice_unless_asked_for_again() -> None:
    words = Words()
    ahead = Ahead(CHOSEN, words)
    ahead.make(6, words.services)
    ahead.make(4, words.services)
    assert words.worded == ["C6", "C7", "C4", "C5"]
    again = ahead.make(6, words.services)
    assert again.pdf == render(replace(fournier(), names="Ménage 6"))
    assert words.worded[-1] == "C6"


def test_with_other_choices_what_was_begun_is_worded_anew() -> None:
    words, discreet = Words(), SheetChoices(initials=True)
    ahead = Ahead(CHOSEN, words)
    assert ahead.make(0, words.services).title == ""
    again = ahead.make(1, words.services, discreet)
    assert again.pdf == render(replace(fournier(), names="M."))
    assert again.title == "M."
    assert words.worded == ["C0", "C1", "C2", "C3", "C1", "C2", "C3", "C4"]
    again.printed()
    assert words.choices == [discreet]


def test_the_window_has_many_sheets_drawn_by_others(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MANY", 2)
    opened = at_work(window("A01"))
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    page = opened.desktop.page()
    page._model.tick([0, 1, 2])
    page._ticked.count()
    page._ticked.bar.printing.click()
    sheets = papers(opened)
    made = [sheets._press.made_of(place) for place in range(3)]
    assert [one.count for one in made if one] == [2, 2, 2]
    assert all(one.pdf.startswith(b"%PDF") for one in made if one)
