"""Every question at the least window and at the largest text: nothing of it lies out of reach.

The questions are those of the pictures for review, so that none is forgotten here.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot
from window_walk import controls, place_of

from advisor_app.bootstrap import Services
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.scroll import Scroll

if TYPE_CHECKING:
    from advisor_app.ui.theme.application import Application

LEAST, LOW, WIDE = (960, 600), (1200, 620), (1440, 900)
NORMAL, LARGE = 100, 150
QUESTIONS = ("ask-", "bug", "wrong-clock", "import-report")
DONE_AT_ONCE = "ask-accept"
HIGH = ("ask-file", "ask-outcome", "ask-project", "ask-propose", "ask-columns")
CLIENT = "fournier cam"


@pytest.fixture
def set_stage(
    scenes: Any, qtbot: QtBot, claire_at_whole: Services, tmp_path: Path
) -> Iterator[Callable[[tuple[int, int], int], Any]]:
    """Sets a stage of a size, with a size of text."""
    assert qtbot is not None
    application = cast("Application", QApplication.instance())
    before, made = application.look, []

    def put_up(size: tuple[int, int], percent: int) -> Any:
        application.wear(before.with_text(percent))
        made.append(scenes[1].Stage(claire_at_whole, CLIENT, tmp_path, size))
        return made[-1]

    yield put_up
    for stage in made:
        stage.clear()
        stage.end()
    application.wear(before)


def test_every_question_keeps_its_buttons_and_fields_in_reach(
    scenes: Any, set_stage: Callable[[tuple[int, int], int], Any]
) -> None:
    stage = set_stage(LEAST, LARGE)
    named = [one for one in scenes[0].scenes() if one[0].startswith(QUESTIONS)]
    named = [one for one in named if one[0] != DONE_AT_ONCE]
    assert len(named) > 40
    faults = [fault for one in named for fault in looked_at(stage, scenes, *one)]
    assert not faults, "\n".join(faults)


def test_tab_reaches_the_fields_then_the_filled_button_then_the_other_answers(
    scenes: Any, set_stage: Callable[[tuple[int, int], int], Any]
) -> None:
    stage, faults = set_stage(WIDE, NORMAL), []
    for name, scene in scenes[0].scenes():
        if name.startswith(QUESTIONS) and name != DONE_AT_ONCE:
            scene(stage)
            scenes[1].settle()
            for dialog in standing(stage.shell):
                faults += [f"{name}: {fault}" for fault in out_of_order(dialog)]
            stage.clear()
    assert not faults, "\n".join(faults)


def out_of_order(dialog: QDialog) -> Iterator[str]:
    """What Tab reaches among the answers of a question, where that is not last, or not in order."""
    if not isinstance(dialog, HouseDialog):
        return
    box = dialog.findChild(QDialogButtonBox)
    stops = reached_by_tab(dialog)
    answers = [one for one in stops if one.parentWidget() is box]
    if any(one.parentWidget() is box for one in stops[: len(stops) - len(answers)]):
        yield f"a field comes after an answer: {[place_of(one) for one in stops]}"
    enabled = dialog.action.isEnabled() and dialog.action.isVisible()
    if enabled and answers[0] is not dialog.action:
        yield f"{answers[0].text()!r} comes before {dialog.action.text()!r}"  # type: ignore[attr-defined] # a button
    if dialog.cancel.isVisible() and answers[-1] is not dialog.cancel:
        yield f"{dialog.cancel.text()!r} is not the last"


def reached_by_tab(dialog: HouseDialog) -> list[QWidget]:
    """What Tab reaches from the first field on, until it would come round."""
    box = dialog.findChild(QDialogButtonBox)
    round_trip: list[QWidget] = []
    while (now := dialog.focusWidget()) not in round_trip:
        round_trip.append(cast("QWidget", now))
        dialog.focusNextChild()
    turns = range(len(round_trip))
    first = next(
        (
            at
            for at in turns
            if round_trip[at].parentWidget() is not box and round_trip[at - 1].parentWidget() is box
        ),
        # A question without a field begins at its answer.
        next((at for at in turns if round_trip[at] is dialog.action), 0),
    )
    return [*round_trip[first:], *round_trip[:first]]


def test_a_high_question_scrolls_in_a_low_window(
    scenes: Any, set_stage: Callable[[tuple[int, int], int], Any]
) -> None:
    stage = set_stage(LOW, NORMAL)
    named = [one for one in scenes[0].scenes() if one[0] in HIGH]
    assert len(named) == len(HIGH)
    faults = [fault for one in named for fault in looked_at(stage, scenes, *one)]
    assert not faults, "\n".join(faults)


def looked_at(stage: Any, scenes: Any, name: str, scene: Callable[[Any], object]) -> list[str]:
    """What is wrong with the question that a scene asks; it is closed again."""
    scene(stage)
    scenes[1].settle()
    dialogs = standing(stage.shell)
    faults = [] if dialogs else [f"{name}: nothing is asked"]
    for dialog in dialogs:
        faults += [f"{name}: {fault}" for fault in out_of_reach(stage.shell, dialog)]
    stage.clear()
    return faults


def standing(shell: QWidget) -> list[QDialog]:
    return [
        one for one in shell.findChildren(QDialog) if shiboken6.isValid(one) and one.isVisible()
    ]


def out_of_reach(shell: QWidget, dialog: QDialog) -> Iterator[str]:
    """What is larger than the window, or outside of its place with nothing that scrolls to it."""
    if dialog.width() > shell.width() or dialog.height() > shell.height():
        yield f"{dialog.size().toTuple()} in a window of {shell.size().toTuple()}"
    if isinstance(dialog, HouseDialog):
        button = QRect(dialog.action.mapTo(dialog, QPoint()), dialog.action.size())
        if not dialog.rect().contains(button):
            yield f"the answer lies at {button.getRect()} of {dialog.size().toTuple()}"
    for one in controls(dialog):
        area = around(one)
        place = dialog if area is None else area.widget() if isinstance(area, Scroll) else None
        if place is None:
            continue
        corner = one.mapTo(place, QPoint())
        if not place.rect().contains(QRect(corner, one.size())):
            yield f"{place_of(one)} lies outside of {type(place).__name__}"
        if isinstance(area, Scroll) and not scrolls(area):
            yield f"{place_of(one)} is cut: its place does not scroll"


def around(widget: QWidget) -> QAbstractScrollArea | None:
    here = widget.parentWidget()
    while here is not None and not isinstance(here, QAbstractScrollArea):
        here = here.parentWidget()
    return here


def scrolls(area: Scroll) -> bool:
    """Whether all of what it holds can be brought into view."""
    held, view = area.widget(), area.viewport()
    across = held.width() <= view.width() or area.horizontalScrollBar().maximum() > 0
    down = held.height() <= view.height() or area.verticalScrollBar().maximum() > 0
    return across and down


def test_what_the_keyboard_reaches_is_scrolled_into_view(
    scenes: Any, set_stage: Callable[[tuple[int, int], int], Any]
) -> None:
    stage = set_stage(LEAST, LARGE)
    scene = dict(scenes[0].scenes())["ask-file"]
    scene(stage)
    scenes[1].settle()
    dialog = cast("HouseDialog", stage.question())
    view = dialog.body.viewport()
    assert dialog.body.verticalScrollBar().maximum() > 0
    for field in [one for one in controls(dialog) if dialog.body.isAncestorOf(one)]:
        dialog.ring.reached.emit(field)
        top = field.mapTo(view, QPoint()).y()
        assert top >= 0 or field.height() > view.height(), place_of(field)
        bottom = top + field.height()
        assert bottom <= view.height() or field.height() > view.height(), place_of(field)


def test_a_question_in_a_narrow_window_takes_all_of_it(
    scenes: Any, set_stage: Callable[[tuple[int, int], int], Any]
) -> None:
    stage = set_stage(LEAST, NORMAL)
    for name in ("ask-later", "ask-propose", "ask-how"):
        dict(scenes[0].scenes())[name](stage)
        scenes[1].settle()
        assert stage.question().size() == stage.shell.size()
        stage.clear()
