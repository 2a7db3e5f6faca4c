"""The page of the day: what it owes, why a row stands there, and its forms by size of window."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from window_walk import Window, at_work, settle

from advisor_app.ui.dialogs.how import HowDialog
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.today.board import FIGURES, TO_MEET, VISITS
from advisor_app.ui.pages.today.owed import OwedRow
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.requests import Filter


def today_of(opened: Any) -> TodayPage:
    page = opened.find(TodayPage)
    assert isinstance(page, TodayPage)
    return page


def test_how_the_list_is_made_explains_the_very_row(window: Window) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    today.board.suggested._move(today.board.suggested._rows[0], 1)
    chosen = today.board.suggested._rows[1]
    today.board.suggested._choose(chosen)
    today.board.suggested.how_asked.emit()
    settle(opened)
    dialog = opened.find(HowDialog)
    assert isinstance(dialog, HowDialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert chosen.words.title in said
    assert f"Place 2 of {today.ranked()} in the order." in said
    assert "How strongly the facts speak" in said
    assert any(words.startswith("strength") for words in said)
    facts = [words for words in said if words in chosen.words.sentence]
    assert facts
    assert not any("score" in words.lower() for words in said)
    dialog.accept()


@pytest.mark.parametrize(
    ("place", "asked"),
    [(0, Filter(met=True)), (1, Filter(online_only=True)), (2, Filter(not_introduced=True))],
)
def test_a_figure_opens_the_list_that_it_counts(window: Window, place: int, asked: Filter) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    today.board.figures._all[place].link.click()
    settle(opened)
    assert isinstance(opened.desktop.page(), PortfolioPage)
    assert opened.desktop.route().about in {asked, None}


def test_the_fourth_figure_counts_the_rows_that_it_opens(window: Window) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    figure = today.board.figures._all[3]
    figure.link.click()
    assert today.board.owed.isVisible()
    assert not today.board.chart.isVisible()
    today.board.owed._show_all()
    assert figure._number.text() == str(len(today.board.owed._owed))
    today.board.owed.close_button.click()
    assert today.board.chart.isVisible()


def test_something_owed_is_ticked_and_the_tick_undone(window: Window) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    rows = all_rows(opened, today)
    before = today.board.owed._owed
    row = next(row for row in rows if row.tick)
    assert row.tick is not None
    row.tick.click()
    opened.until(lambda: len(today.board.owed._owed) == len(before) - 1)
    opened.desktop.history.undo()
    opened.until(lambda: today.board.owed._owed == before)


def all_rows(opened: Any, today: TodayPage) -> list[OwedRow]:
    today.board.show_owed(shown=True)
    today.board.owed._show_all()
    settle(opened)
    return [row for row in today.board.owed.findChildren(OwedRow) if row.isVisible()]


def test_an_appointment_without_an_outcome_stays_until_it_is_told(window: Window) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    row = next(row for row in all_rows(opened, today) if row.tell)
    assert row.tell is not None
    row.tell.click()
    settle(opened)
    dialog = opened.find(OutcomeDialog)
    assert isinstance(dialog, OutcomeDialog)
    dialog.reject()
    assert row.isVisible()


def test_a_wide_window_shows_the_chosen_household_beside_the_list(window: Window) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    assert today.board.preview is None
    opened.shell.resize(2560, 1440)
    settle(opened)
    opened.until(lambda: today.board.preview is not None)
    assert today.board.owed.isVisible()
    assert today.board.chart.isVisible()
    first = today.board.suggested._rows[0].words.title
    preview = today.board.preview
    assert preview is not None
    opened.until(lambda: first in {label.text() for label in preview.findChildren(QLabel)})
    today.board.suggested._choose(today.board.suggested._rows[1])
    settle(opened)
    second = today.board.suggested._rows[1].words.title
    assert second in {label.text() for label in preview.findChildren(QLabel)}
    preview.closed.emit()
    assert not preview.isVisible()


@pytest.mark.parametrize("part", [VISITS, TO_MEET, FIGURES])
def test_a_small_window_shows_one_of_three_segments(window: Window, part: int) -> None:
    opened = at_work(window("A01"))
    today = today_of(opened)
    opened.shell.resize(960, 600)
    settle(opened)
    board = today.board
    board.tabs._group.button(part).click()
    assert board.tabs.isVisible()
    assert board.suggested.isVisible() == (part == TO_MEET)
    assert board.visits.isVisible() == (part == VISITS)
    assert board.figures.isVisible() == (part == FIGURES)
