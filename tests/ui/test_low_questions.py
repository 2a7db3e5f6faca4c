"""At 1366 x 768, less the window's title and the system's bar, the long questions stand whole."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from window_walk import asked, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Language, Place
from advisor_app.i18n import set_language
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.parts.fields import Choice, DayField
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.routes import Route

Window = Callable[[str | None], Any]
LOW = (1366, 740)
IN_LANGUAGES = pytest.mark.parametrize("language", list(Language))


def low(window: Window, language: Language) -> Any:
    opened = at_work(window("A01"))
    opened.shell.resize(*LOW)
    settle(opened)
    set_language(language)
    return opened


def scrolled(area: Scroll) -> int:
    assert area.isVisible()
    return area.verticalScrollBar().maximum()


@IN_LANGUAGES
def test_a_couple_is_booked_into_a_room_without_scrolling(
    window: Window, language: Language
) -> None:
    opened = low(window, language)
    found: list[Any] = []

    def couple(services: Services) -> Any:
        return services.search.find("fournier cam").clients[0].key

    opened.desktop._ask(opened.shell, couple, found.append)
    opened.until(lambda: found)
    opened.desktop.go(Route("client", found[0]))
    settle(opened)
    dialog = asked(opened, "propose")
    assert isinstance(dialog, ProposeDialog)
    dialog.form._place.choose(Place.BRANCH)
    settle(opened)
    assert len(dialog.form.chosen_people()) == 2
    assert dialog.form._room.isVisible()
    assert scrolled(dialog.form) == 0
    dialog.reject()


@IN_LANGUAGES
def test_a_meeting_is_written_up_without_scrolling(window: Window, language: Language) -> None:
    opened = low(window, language)
    dialog = asked(opened, "write_up")
    assert isinstance(dialog, OutcomeDialog)
    assert [scrolled(area) for area in dialog.findChildren(Scroll) if area.isVisible()] == [0] * 3
    dialog.reject()


def test_the_buttons_of_a_question_stand_clear_of_each_others_ring(window: Window) -> None:
    opened = at_work(window("A01"))
    dialog = asked(opened, "note_contact")
    gap = dialog.cancel.x() - dialog.action.geometry().right() - 1
    assert gap >= 2 * (sizes.RING + sizes.RING_GAP)
    dialog.reject()


def test_a_day_stands_where_the_text_of_other_fields_does(qtbot: Any) -> None:
    day, choice = DayField(date(2026, 4, 23)), Choice([("Letter", 1)])
    for field in (day, choice):
        qtbot.addWidget(field)
        field.resize(220, sizes.CONTROL)
        field.show()
    assert abs(_first_ink(day) - _first_ink(choice)) <= 2


def _first_ink(field: QWidget) -> int:
    """Where the text begins, beyond the field's own border."""
    picture = field.grab().toImage()
    ground = picture.pixelColor(sizes.XS, picture.height() // 2)
    middle = range(picture.height() // 3, 2 * picture.height() // 3)
    return next(
        x
        for x in range(sizes.XS, picture.width())
        if any(picture.pixelColor(x, y) != ground for y in middle)
    )
