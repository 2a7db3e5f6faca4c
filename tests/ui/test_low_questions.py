"""At 1366 x 768, less the window's title and the system's bar, the long questions stand whole."""

from collections.abc import Callable
from typing import Any

import pytest
from window_walk import asked, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Language, Place
from advisor_app.i18n import set_language
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.parts.scroll import Scroll
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
