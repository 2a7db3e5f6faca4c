"""What is chosen beside the preview: from the tick to what the PDF holds, and what is kept of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from paper.reading import read
from paper_walk import asked, papers, saved
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.hidden_amounts import HIDDEN
from advisor_app.domain.sheet_choices import EVERYTHING, SheetBlock, SheetChoices
from advisor_app.services.sheet_choices import KeptChoices
from advisor_app.storage.schema.record import audit_entry
from advisor_app.ui.pages.sheets import printing
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.parts.papers_asked import HouseholdPaper, PapersAsked
from advisor_app.ui.parts.pdf import print_image
from advisor_app.ui.window.routes import Route

THREAD, QUESTIONS = "The thread of the relation", "Questions to ask"


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def the_day(opened: Any) -> SheetsPage:
    """The papers of the story's day, all made."""
    opened.desktop.go(Route("sheets"))
    return papers(opened)


def tick(opened: Any, *boxes: Any) -> None:
    """Click boxes, and wait until all is made anew."""
    for box in boxes:
        box.click()
    papers(opened)
    settle(opened)


def pdf_of(page: SheetsPage, place: int) -> bytes:
    made = page._press.made_of(place)
    assert made is not None
    return made.pdf


def hidden_on_the_trail(opened: Any) -> list[tuple[str, str | None]]:
    def work(services: Services) -> list[tuple[str, str | None]]:
        with services.sheets._desk.reading() as transaction:
            rows = transaction.execute(select(audit_entry.c.action, audit_entry.c.detail)).all()
        return [(row.action, row.detail) for row in rows if "printed" in row.action]

    return asked(opened, work)  # type: ignore[no-any-return] # what the work gives back


def test_a_tick_taken_away_is_followed_by_every_sheet_and_the_page_in_front_stays(
    opened: Any,
) -> None:
    page = the_day(opened)
    ticked = page._list.ticked()
    page._list.choose(1)
    settle(opened)
    page._preview.turn(1)
    settle(opened)
    assert QUESTIONS in read(pdf_of(page, 1)).text
    ticks = page._choices.ticks
    tick(opened, ticks._blocks[SheetBlock.QUESTIONS], ticks._blocks[SheetBlock.THREAD])
    for place in range(1, len(page._papers) - 1):
        text = read(pdf_of(page, place)).text
        assert QUESTIONS not in text
        assert THREAD not in text
    assert page._preview._page == 1
    assert page._chosen == 1
    assert page._list.ticked() == ticked
    assert page._preview._sheet._images
    assert "Page 2 of 2" in page._preview._words.text()


def test_while_the_new_one_is_made_the_old_picture_stays(opened: Any) -> None:
    page = the_day(opened)
    shown = page._preview._sheet._images
    assert shown
    page._choices.ticks._amounts.click()
    assert page._press.made_of(page._chosen) is None
    assert page._preview._sheet._images is shown
    papers(opened)
    settle(opened)
    assert page._preview._sheet._images is not shown


def test_with_initials_and_without_amounts_nobody_and_no_sum_is_in_the_saved_file(
    opened: Any, tmp_path: Path
) -> None:
    page = the_day(opened)
    names = [row._title for row in page._list._rows[1:-1]]
    assert any("Fournier" in name for name in names)
    ticks = page._choices.ticks
    tick(opened, ticks._initials, ticks._amounts)
    for row in page._list._rows:
        row.tick.setChecked(True)
    saved(opened, page, tmp_path / "day.pdf")
    printed = read((tmp_path / "day.pdf").read_bytes())
    with pikepdf.open(tmp_path / "day.pdf") as pdf, pdf.open_outline() as outline:
        bookmarks = [one.title for root in outline.root for one in (root, *root.children)]
    last_names = {name.split()[-1] for name in names}
    for name in last_names:
        assert name not in printed.text
        assert not any(name in one for one in bookmarks)
    assert any("C. and J. F." in " ".join(one.split()) for one in bookmarks), bookmarks
    assert "€" not in printed.text
    assert HIDDEN in printed.text
    told = hidden_on_the_trail(opened)
    assert {action for action, _detail in told} == {"day pack printed", "sheet printed"}
    assert all('"hidden": ["amounts", "names"]' in (detail or "") for _action, detail in told)


def test_the_next_start_on_the_same_day_shows_what_was_chosen(opened: Any, window: Window) -> None:
    page = the_day(opened)
    ticks = page._choices.ticks
    tick(opened, ticks._blocks[SheetBlock.THREAD], ticks._amounts, ticks._initials)
    thread = frozenset({SheetBlock.THREAD})
    assert ticks.chosen() == SheetChoices(thread, hide_amounts=True, initials=True)
    assert asked(opened, lambda services: services.sheet_choices.of_today()) == ticks.chosen()
    opened.session.end()
    again = the_day(at_work(window("A01")))
    assert again._choices.ticks.chosen() == SheetChoices(thread, hide_amounts=True, initials=True)
    assert THREAD not in read(pdf_of(again, 1)).text


def test_what_is_hidden_stays_hidden_on_the_next_papers(opened: Any) -> None:
    page = the_day(opened)
    tick(opened, page._choices.ticks._initials)
    opened.desktop._requests.print_sheet.emit(opened.desktop.page().whom() or _first(opened))
    page = papers(opened)
    assert page._choices.ticks.chosen().initials
    made = page._press.made_of(0)
    assert made is not None
    assert made.title != page._papers[0].title


def _first(opened: Any) -> Any:
    opened.desktop.go(Route("today"))
    settle(opened)
    return opened.desktop.page().whom()


def test_each_keeps_his_own_and_where_nobody_works_nothing_is_kept(claire: Services) -> None:
    without = frozenset({SheetBlock.FIGURES, SheetBlock.THREAD})
    assert claire.sheet_choices.of_today() == EVERYTHING
    claire.sheet_choices.keep(SheetChoices(without))
    assert claire.sheet_choices.of_today() == SheetChoices(without)
    nobody = KeptChoices(replace(claire.sheets._desk, advisor=None))
    nobody.keep(SheetChoices(initials=True))
    assert nobody.of_today() == EVERYTHING


def test_what_is_hidden_is_so_for_its_day_and_the_blocks_for_ever(claire: Services) -> None:
    chosen = SheetChoices(frozenset({SheetBlock.THREAD}), hide_amounts=True, initials=True)
    claire.sheet_choices.keep(chosen)
    desk = claire.sheets._desk
    assert KeptChoices(desk).of_today() == chosen
    tomorrow = replace(desk, clock=lambda: desk.now() + timedelta(days=1))
    assert KeptChoices(tomorrow).of_today() == SheetChoices(chosen.without)
    claire.sheet_choices.keep(replace(chosen, initials=False))
    assert claire.sheet_choices.of_today() == replace(chosen, initials=False)


@pytest.mark.parametrize("width", [960, 1179, 1180])
def test_where_there_is_no_room_the_choices_open_in_the_place_of_the_list(
    opened: Any, width: int
) -> None:
    narrow = width < 1180
    page = the_day(opened)
    opened.shell.resize(width, 700)
    settle(opened)
    card = page._choices
    assert card.button.isVisible() is narrow
    assert card.isVisible() is not narrow
    assert page._listed.isVisible()
    if narrow:
        card.button.click()
        settle(opened)
        assert card.isVisible()
        assert not page._listed.isVisible()
        tick(opened, card.ticks._amounts)
        card.button.click()
        settle(opened)
        assert not card.isVisible()
        assert page._listed.isVisible()
        assert "discreet" in card.button.text()
        card.button.click()
    opened.shell.resize(1440, 900)
    settle(opened)
    assert card.isVisible()
    assert page._listed.isVisible()
    assert not card.button.isVisible()


def test_other_papers_have_no_ticks_of_sheets(opened: Any) -> None:
    page = the_day(opened)
    whom = _first(opened)
    assert page._choices.ticks.isVisibleTo(page)
    page._choices.ticks._initials.click()
    opened.desktop.go(Route("sheets", PapersAsked(HouseholdPaper.HANDOVER, (whom,))))
    other = papers(opened)
    assert not other._choices.ticks.isVisibleTo(other)
    assert other._choices.printing.isVisibleTo(other)


def test_the_printer_is_told_of_colours_and_sides(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []

    class Told(QPrinter):
        """Remembers what it was told: without a printer, Qt prints on one side whatever is said."""

        def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802 as Qt has it
            told.append(duplex)
            super().setDuplex(duplex)

    monkeypatch.setattr(printing, "QPrinter", Told)
    choices = printing.PrintingChoices()
    qtbot.addWidget(choices)
    assert choices.set_up().colorMode() is QPrinter.ColorMode.GrayScale
    choices._grey.setChecked(False)
    choices._duplex.setChecked(False)
    assert choices.set_up().colorMode() is QPrinter.ColorMode.Color
    assert told == [QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexNone]


@pytest.mark.parametrize(
    ("colours", "sides", "can"),
    [
        ([], [], (True, True)),
        ([QPrinter.ColorMode.GrayScale], [QPrinter.DuplexMode.DuplexNone], (False, False)),
        (list(QPrinter.ColorMode), list(QPrinter.DuplexMode), (True, True)),
    ],
)
def test_what_the_printer_cannot_do_cannot_be_ticked(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, colours: Any, sides: Any, can: Any
) -> None:
    known = SimpleNamespace(supportedColorModes=lambda: colours, supportedDuplexModes=lambda: sides)
    monkeypatch.setattr(printing.QPrinterInfo, "printerInfo", lambda _name: known)
    monkeypatch.setattr(printing.QPrinterInfo, "availablePrinterNames", lambda: ["Upstairs"])
    choices = printing.PrintingChoices()
    qtbot.addWidget(choices)
    assert (choices._grey.isEnabled(), choices._duplex.isEnabled()) == can
    assert choices._grey.isChecked()
    assert choices._duplex.isChecked() is can[1]


def test_in_colours_the_picture_for_the_printer_has_them(opened: Any) -> None:
    page = the_day(opened)
    pdf = pdf_of(page, 0)
    assert print_image(pdf, 0).isGrayscale()
    assert print_image(pdf, 0, grey=False).depth() == 32


def test_everything_is_chosen_at_first(opened: Any) -> None:
    assert the_day(opened)._choices.ticks.chosen() == EVERYTHING
