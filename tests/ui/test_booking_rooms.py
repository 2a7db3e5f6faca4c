"""The booking question offers only rooms that hold everybody who comes, and those without steps."""

from datetime import datetime
from typing import Any

import pytest
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Place
from advisor_app.domain.working_plan import RoomDraft
from advisor_app.ui.dialogs.booking_form import BookingForm
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.window.routes import Route

FREE = datetime.fromisoformat("2026-04-24T15:30")
OURS = {"Nook": 2, "Den": 3, "Hall": 5}


def offered(form: BookingForm) -> set[str]:
    return {form._room.itemText(at) for at in range(form._room.count())} & set(OURS)


def asked(opened: Any, question: Any) -> Any:
    found: list[Any] = []
    opened.desktop._ask(opened.shell, question, found.append)
    opened.until(lambda: found)
    return found[0]


@pytest.fixture
def opened(window: Window) -> Any:
    """A window on the page of a couple, at a branch that has our three rooms."""
    opened = at_work(window("A01"))

    def make(services: Services) -> Any:
        for name, seats in OURS.items():
            services.working_plans.add_room(RoomDraft(name, seats, step_free=name == "Hall"))
        return services.search.find("fournier").clients[0].key

    opened.desktop.go(Route("client", asked(opened, make)))
    settle(opened)
    return opened


def dialog_of(opened: Any) -> ProposeDialog:
    opened.desktop._requests.propose.emit(opened.desktop.page().whom())
    opened.until(lambda: opened.find(ProposeDialog) is not None)
    settle(opened)
    dialog = opened.find(ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    return dialog


def test_rooms_follow_who_comes(opened: Any) -> None:
    dialog = dialog_of(opened)
    form = dialog.form
    assert len(form.chosen_people()) == 2
    assert offered(form) == {"Den", "Hall"}

    form._room.choose(form._room.itemData(form._room.findText("Den")))
    form._people[1][1].setChecked(False)
    assert offered(form) == {"Nook", "Den", "Hall"}
    assert form._room.currentText() == "Den"
    form._people[1][1].setChecked(True)
    form._colleague.setCurrentIndex(1)
    assert offered(form) == {"Hall"}
    assert form.chosen_room() is None
    form._place.choose(Place.PHONE)
    assert form.step_free.isHidden()
    settle(opened)
    dialog.reject()


def test_without_steps_the_booking_takes_a_room_by_itself(opened: Any) -> None:
    dialog = dialog_of(opened)
    dialog.form.step_free.setChecked(True)
    assert offered(dialog.form) == {"Hall"}
    assert dialog.wish().room is None
    dialog._take_wall(FREE)
    dialog.accept()
    opened.until(lambda: opened.find(ProposeDialog) is None)

    def booked_in(services: Services) -> Any:
        (day,) = services.agenda.day(FREE.date()).days
        here = {one.name: one.step_free for one in services.rooms.here()}
        met = [one.visit for one in day.meetings if one.visit.start == FREE]
        return [here[one.room] for one in met]

    assert asked(opened, booked_in) == [True]
    settle(opened)
