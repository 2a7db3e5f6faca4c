"""What becomes of an appointment from the client's page: nobody came, taken back."""

from typing import Any

from window_walk import Window, at_work, past_meeting, settle

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.outcome import Happened
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.window.routes import Route


def status(opened: Any, ref: str) -> AppointmentStatus:
    """What the store says of an appointment."""
    found: list[AppointmentStatus] = []
    opened.desktop._ask(
        opened.shell, lambda services: services.appointments.find(ref).status, found.append
    )
    opened.until(lambda: found)
    return found[0]


def test_nobody_came_is_said_on_the_clients_page_and_taken_back(window: Window) -> None:
    opened = at_work(window("A01"))
    ref, whom = past_meeting(opened)
    before = status(opened, ref)
    opened.desktop.go(Route("client", whom.key))
    settle(opened)
    offered = {one.words: one for one in opened.desktop.page().page_actions()}
    assert "Cancel the appointment…" in offered
    offered["Nobody came"].deed()
    settle(opened)
    assert status(opened, ref) is AppointmentStatus.MISSED
    opened.desktop.history.undo()
    settle(opened)
    assert status(opened, ref) is before


def test_a_meeting_note_that_says_nobody_came_is_taken_back(window: Window) -> None:
    opened = at_work(window("A01"))
    ref, whom = past_meeting(opened)
    before = status(opened, ref)
    opened.desktop._requests.write_up.emit(ref, whom)
    opened.until(lambda: opened.find(OutcomeDialog) is not None)
    settle(opened)
    dialog = opened.find(OutcomeDialog)
    assert isinstance(dialog, OutcomeDialog)
    dialog._happened.choose(Happened.MISSED)
    dialog.accept()
    settle(opened)
    assert status(opened, ref) is AppointmentStatus.MISSED
    opened.desktop.history.undo()
    settle(opened)
    assert status(opened, ref) is before
