"""The portfolio's page, by keys and clicks, from what is typed to what the store holds."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from sqlalchemy import select
from window_walk import Window, at_work, settle

from advisor_app.domain.portfolio import Facet, PortfolioOrder, PortfolioQuestion
from advisor_app.domain.portfolio_view import ORDERS, Columns, PortfolioColumn, PortfolioView
from advisor_app.i18n.portfolio_words import chosen_words
from advisor_app.storage.schema.record import audit_entry
from advisor_app.ui.dialogs.columns import ColumnsDialog
from advisor_app.ui.dialogs.export import ExportDialog
from advisor_app.ui.dialogs.later import LaterDialog
from advisor_app.ui.dialogs.view_name import ViewNameDialog
from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.routes import Route

_KEY = Qt.Key


@pytest.fixture
def opened(window: Window) -> Any:
    made = at_work(window("A01"))
    made.desktop.go(Route("portfolio"))
    settle(made)
    return made


@pytest.fixture
def page(opened: Any) -> PortfolioPage:
    found = opened.desktop.page()
    assert isinstance(found, PortfolioPage)
    return found


def press(widget: Any, *keys: Qt.Key, shift: bool = False, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    held |= Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(widget, key, held)


def names(page: PortfolioPage) -> list[str]:
    rows = (page._model.row_at(place) for place in range(page._model.rowCount()))
    return [" ".join(person.name for person in row.clients) for row in rows if row is not None]


def dialog(opened: Any, kind: type) -> Any:
    opened.until(lambda: opened.find(kind) is not None)
    return opened.find(kind)


def ask(opened: Any, work: Callable[[Any], Any]) -> Any:
    told: list[Any] = []
    opened.desktop._ask(opened.shell, work, told.append)
    opened.until(lambda: told)
    return told[0]


def trail(opened: Any) -> list[tuple[str, str | None]]:
    def work(services: Any) -> list[tuple[str, str | None]]:
        with services._desk.reading() as transaction:
            rows = transaction.execute(select(audit_entry.c.action, audit_entry.c.why))
            return [tuple(row) for row in rows]

    return list(ask(opened, work))


def test_the_list_follows_every_key_without_accents_and_in_any_order(
    opened: Any, page: PortfolioPage
) -> None:
    whole = page._model.rowCount()
    QTest.keyClicks(page._filters.words, "kerv ant")
    settle(opened)
    assert names(page) == ["Antoine Kervella"]
    page._filters.words.setText("ÂNTOINE")
    settle(opened)
    assert "Antoine Kervella" in names(page)
    press(page._filters.words, _KEY.Key_Escape)
    settle(opened)
    assert page._model.rowCount() == whole


def test_nobody_found_says_so_and_offers_the_way_back(opened: Any, page: PortfolioPage) -> None:
    whole = page._model.rowCount()
    QTest.keyClicks(page._filters.words, "zzzz")
    settle(opened)
    assert page._stage._layout.currentWidget() is page._stage._empty
    page._stage._empty.button.click()
    settle(opened)
    assert page._model.rowCount() == whole


def test_chips_narrow_each_other_and_say_what_they_hold(opened: Any, page: PortfolioPage) -> None:
    chips = page._filters.chips
    chips[Facet.WITH_PROJECT].click()
    settle(opened)
    shown = page._model.rowCount()
    assert chips[Facet.WITH_PROJECT].isChecked()
    both = int(chips[Facet.ONLINE_ONLY]._number())
    chips[Facet.ONLINE_ONLY].click()
    settle(opened)
    assert page._model.rowCount() == both <= shown
    assert str(both) in page._subtitle.text()
    page._filters._toggle(Facet.WITHOUT_APPOINTMENT)
    settle(opened)
    assert chips[Facet.WITHOUT_APPOINTMENT].isVisible()
    chips[Facet.WITHOUT_APPOINTMENT].click()
    settle(opened)
    assert not chips[Facet.WITHOUT_APPOINTMENT].isVisible()


@pytest.mark.parametrize("column", [one for one in Column if one is not Column.TICK])
def test_every_column_sorts_both_ways(opened: Any, page: PortfolioPage, column: Column) -> None:
    page._table.head.sectionClicked.emit(column)
    settle(opened)
    told = column.told
    assert told is not None
    first = page._filters.question
    assert first.order is ORDERS[told]
    page._table.head.sectionClicked.emit(column)
    settle(opened)
    assert page._filters.question.descending is not first.descending
    assert page._model.rowCount() > 0


def test_space_ticks_shift_extends_and_the_bar_counts(page: PortfolioPage) -> None:
    table, model, bar = page._table, page._model, page._ticked.bar
    table.setFocus()
    table.selectRow(0)
    assert not bar.isVisible()
    press(table, _KEY.Key_Space)
    assert model.tick_count() == 1
    assert bar.isVisible()
    press(table, _KEY.Key_Down, _KEY.Key_Down, shift=True)
    assert model.tick_count() == 3
    assert "3" in bar._words.text()
    press(table, _KEY.Key_A, ctrl=True)
    assert model.tick_count() == model.rowCount()
    bar.none_asked.emit()
    assert model.tick_count() == 0
    press(table, _KEY.Key_End)
    assert table.currentIndex().row() == model.rowCount() - 1
    press(table, _KEY.Key_Home, _KEY.Key_PageDown, _KEY.Key_PageUp)
    assert table.currentIndex().row() == 0


def search(opened: Any, page: PortfolioPage, words: str) -> None:
    page._filters.words.setText(words)
    settle(opened)


def test_ticks_are_gathered_over_several_searches(opened: Any, page: PortfolioPage) -> None:
    table, model, bar = page._table, page._model, page._ticked.bar
    first, second = model.key_at(0), model.key_at(1)
    names_of = [model.row_at(place).clients[0].name for place in (0, 1)]
    search(opened, page, names_of[0])
    table.tick(model.place_of(first))
    search(opened, page, names_of[1])
    table.tick(model.place_of(second))
    assert set(model.ticked()) == {first, second}
    assert bar.isVisible()
    assert bar._words.text() == chosen_words(2, model.shown_tick_count())
    search(opened, page, "zzzz qqqq")
    assert bar.isVisible()
    assert bar._words.text() == "2 households chosen, 0 of them in this list"
    search(opened, page, "")
    assert bar._words.text() == "2 households chosen"
    table.setFocus()
    press(table, _KEY.Key_Escape)
    assert model.tick_count() == 0
    assert not bar.isVisible()


def test_the_deeds_do_not_move_between_one_tick_and_all(opened: Any, page: PortfolioPage) -> None:
    table, bar = page._table, page._ticked.bar
    for wide in (1000, 1100, 1200, 1366, 1440, 1600):
        opened.shell.resize(wide, 900)
        preview = page._side.preview
        opened.until(lambda shows=wide >= sizes.MEDIUM, at=preview: at.isVisible() == shows)
        page._ticked.none()
        table.tick(0)
        settle(opened)
        high = bar.height()
        page._ticked.all(on=True)
        settle(opened)
        assert bar.height() == high, wide


def test_choosing_all_goes_beyond_the_screen(opened: Any, page: PortfolioPage) -> None:
    page._table.tick(0)
    page._ticked.bar._all.click()
    assert page._model.tick_count() == page._model.rowCount() > page._table.fits()
    page._ticked.bar.none_asked.emit()
    page._table.tick(0)
    page._ticked.bar.printing.click()
    opened.until(lambda: opened.desktop.page() is not page)
    assert opened.desktop.route().about[0].key == page._model.key_at(0)


def chosen_file(asked: ExportDialog, path: Path) -> None:
    asked.ask_path = lambda _form: path  # type: ignore[method-assign] # no native dialog in tests


def test_an_export_asks_for_a_purpose_and_is_on_the_trail(
    opened: Any, page: PortfolioPage, tmp_path: Path
) -> None:
    page._table.tick(0)
    page._table.tick(1)
    page._ticked.bar.exporting.click()
    asked = dialog(opened, ExportDialog)
    chosen_file(asked, tmp_path / "list.csv")
    asked.form.choose("csv")
    purposes = asked.purpose.choice
    assert purposes.currentIndex() == -1
    asked.accept()
    assert asked.problem.isVisible()
    assert not any(action == "portfolio exported" for action, _why in trail(opened))
    purposes.setCurrentIndex(purposes.count() - 1)
    asked.accept()
    assert asked.problem.isVisible()
    assert not (tmp_path / "list.csv").exists()
    asked.purpose.words.setText("A round of calls")
    asked.accept()
    opened.until((tmp_path / "list.csv").exists)
    settle(opened)
    text = (tmp_path / "list.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == 3
    assert ("portfolio exported", "A round of calls") in trail(opened)
    assert opened.shell.toast.isVisible()


def test_a_folder_that_is_gone_is_said_where_it_was_asked(
    opened: Any, page: PortfolioPage, tmp_path: Path
) -> None:
    page._table.tick(0)
    page._ticked.bar.exporting.click()
    asked = dialog(opened, ExportDialog)
    chosen_file(asked, tmp_path / "gone" / "list.xlsx")
    asked.purpose.choice.setCurrentIndex(0)
    asked.accept()
    opened.until(asked.problem.isVisible)
    assert "Nothing was saved" in asked.problem.accessibleName()
    assert any(action == "portfolio export not written" for action, _why in trail(opened))
    asked.reject()


def test_the_ticked_are_put_off_together_and_taken_back(opened: Any, page: PortfolioPage) -> None:
    def listed(services: Any) -> set[Any]:
        ranked = services.suggesting.suggest(limit=None).ranked
        return {one.household or one.client for one in ranked}

    before = ask(opened, listed)
    places = [at for at in range(page._model.rowCount()) if page._model.key_at(at) in before][:3]
    page._model.tick(places)
    page._ticked.count()
    page._ticked.bar.snoozing.click()
    dialog(opened, LaterDialog).accept()
    opened.until(opened.shell.toast.isVisible)
    assert len(before - ask(opened, listed)) == len(places) == 3
    opened.shell.toast.take_back()
    settle(opened)
    assert ask(opened, listed) == before


def test_a_view_of_what_was_typed_is_called_by_the_words_alone(
    opened: Any, page: PortfolioPage
) -> None:
    page._filters.words.setText("lemo")
    settle(opened)
    page._views.ask_name()
    asked = dialog(opened, ViewNameDialog)
    assert asked.name.text() == "lemo"
    assert asked.subtitle.text() == "“lemo”"
    asked.reject()


def test_a_view_is_saved_shown_deleted_and_put_back(opened: Any, page: PortfolioPage) -> None:
    page._filters.chips[Facet.ONLINE_ONLY].click()
    settle(opened)
    shown = page._model.rowCount()
    page._views.ask_name()
    asked = dialog(opened, ViewNameDialog)
    assert asked.name.text() == asked.subtitle.text() == "Online only"
    asked.name.setText("  ")
    asked.accept()
    assert asked.problem.isVisible()
    asked.name.setText("Online & far")
    asked.accept()
    settle(opened)
    page._filters.clear()
    settle(opened)
    assert page._model.rowCount() > shown
    menu = page._views.menu()
    (action,) = [one for one in menu.actions() if one.text() == "Online && far"]
    action.trigger()
    settle(opened)
    assert page._model.rowCount() == shown
    page._views.delete(page._views._views[0])
    settle(opened)
    assert page._views._views == ()
    opened.shell.toast.take_back()
    settle(opened)
    assert [view.name for view in page._views._views] == ["Online & far"]


def test_columns_are_chosen_ordered_sized_and_remembered(
    opened: Any, page: PortfolioPage, window: Window
) -> None:
    page._choose_columns()
    asked = dialog(opened, ColumnsDialog)
    place = next(
        at
        for at in range(asked.list.count())
        if asked.list.item(at).data(Qt.ItemDataRole.UserRole) == PortfolioColumn.TOWN.value
    )
    asked.list.setCurrentRow(place)
    asked.list.currentItem().setCheckState(Qt.CheckState.Checked)
    while asked.list.currentRow() > 1:
        asked.move_column(-1)
    asked.widen(16)
    asked.accept()
    head = page._table.head
    assert head.columns().shown[:2] == (PortfolioColumn.CLIENT, PortfolioColumn.TOWN)
    assert head.visualIndex(Column.TOWN) == 2
    width = dict(head.columns().widths)[PortfolioColumn.TOWN]
    left = PortfolioView("", page._filters.question, head.columns())
    opened.until(lambda: ask(opened, lambda services: services.portfolio_views.as_left()) == left)
    opened.session.end()
    again = at_work(window("A01"))
    again.desktop.go(Route("portfolio"))
    settle(again)
    found = again.desktop.page()
    assert dict(found._table.head.columns().widths)[PortfolioColumn.TOWN] == width
    assert found._table.head.visualIndex(Column.TOWN) == 2


def test_a_column_that_somebody_chose_shows_where_another_can_give_way(
    opened: Any, page: PortfolioPage
) -> None:
    opened.shell.resize(1440, 900)
    opened.until(page._side.preview.isVisible)
    settle(opened)
    head = page._table.head
    chosen = Columns((*head.columns().shown, PortfolioColumn.REF))

    page._arrangement.rearrange(chosen)

    assert not head.isSectionHidden(Column.REF)
    assert head.isSectionHidden(Column.ONLINE)
    page._side.open(wanted=False)
    settle(opened)
    assert not any(head.isSectionHidden(one) for one in (Column.REF, Column.ONLINE, Column.THREAD))


def test_the_whole_portfolio_keeps_the_columns_that_show(opened: Any, page: PortfolioPage) -> None:
    chosen = Columns((*page._table.head.columns().shown, PortfolioColumn.REF))
    page._arrangement.rearrange(chosen)
    page._filters.words.setText("ker")

    page._views.menu().actions()[0].trigger()
    settle(opened)

    assert page._table.head.columns() == chosen
    assert not page._filters.question.narrows


def test_cancelling_leaves_the_columns_as_they_were(opened: Any, page: PortfolioPage) -> None:
    before = page._table.head.columns()
    page._choose_columns()
    asked = dialog(opened, ColumnsDialog)
    asked.list.setCurrentRow(2)
    asked.move_column(1)
    assert page._table.head.columns() != before
    asked.reject()
    assert page._table.head.columns().shown == before.shown


def test_dragging_a_column_is_remembered_too(page: PortfolioPage) -> None:
    head = page._table.head
    head.arrange(Columns())
    head.moveSection(head.visualIndex(Column.APPOINTMENT), 2)
    head.resizeSection(Column.MEETING, 150)
    columns = head.columns()
    assert columns.shown[1] is PortfolioColumn.APPOINTMENT
    assert dict(columns.widths) == {PortfolioColumn.MEETING: 150}


def test_the_menu_key_opens_the_menu_of_the_row(page: PortfolioPage) -> None:
    table, asked = page._table, []
    table.menu_asked.disconnect()
    table.menu_asked.connect(lambda key, _place: asked.append(key))
    table.selectRow(2)
    by_key = QContextMenuEvent.Reason.Keyboard
    table.contextMenuEvent(QContextMenuEvent(by_key, QPoint(0, 0), QPoint(0, 0)))
    assert asked == [page._model.key_at(2)]


def test_the_arrow_to_the_right_shows_the_preview_over_a_narrow_list(
    opened: Any, page: PortfolioPage
) -> None:
    opened.shell.resize(1200, 768)
    settle(opened)
    preview = page._side.preview
    assert not preview.isVisible()
    page._table.setFocus()
    press(page._table, _KEY.Key_Right)
    opened.until(preview.isVisible)
    press(page._table, _KEY.Key_Left)
    assert not preview.isVisible()


def test_closing_the_preview_gives_the_keyboard_back_to_the_list(
    opened: Any, page: PortfolioPage
) -> None:
    opened.shell.resize(1440, 900)
    preview = page._side.preview
    opened.until(preview.isVisible)
    preview.focusNextChild()
    assert preview.isAncestorOf(opened.shell.focusWidget())

    preview.closed.emit()

    assert not preview.isVisible()
    assert opened.shell.focusWidget() is page._table


def test_a_narrow_window_hides_columns_but_never_the_name_the_meeting_the_appointment(
    opened: Any, page: PortfolioPage
) -> None:
    head = page._table.head
    page._arrangement.rearrange(Columns(tuple(PortfolioColumn)))
    opened.shell.resize(960, 600)
    settle(opened)
    kept = (Column.TICK, Column.CLIENT, Column.MEETING, Column.APPOINTMENT)
    assert not any(head.isSectionHidden(column) for column in kept)
    assert head.isSectionHidden(Column.SEGMENT)
    assert head.sectionSize(Column.CLIENT) >= 200
    assert head.columns().shown == tuple(PortfolioColumn)


def test_what_is_asked_survives_a_visit_elsewhere(opened: Any, page: PortfolioPage) -> None:
    page._table.head.sort_asked.emit(PortfolioColumn.TOWN)
    settle(opened)
    opened.desktop.go(Route("today"))
    settle(opened)
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    assert page._filters.question == PortfolioQuestion(order=PortfolioOrder.TOWN)
