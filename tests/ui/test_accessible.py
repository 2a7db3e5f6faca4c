"""A screen reader is told what everything is: the whole window is walked as it would be."""

import pytest
from window_walk import (
    QUESTIONS,
    Window,
    asked,
    at_work,
    faults,
    only_by_mouse,
    place_of,
    visited,
)


def test_every_control_of_every_page_has_a_name_a_role_and_a_description(window: Window) -> None:
    opened = at_work(window("A01"))
    found = [fault for name, root in visited(opened) for fault in faults(name, root)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_control_of_every_question_has_them_too(window: Window, question: str) -> None:
    opened = at_work(window("A01"))
    dialog = asked(opened, question)
    found = list(faults(question, dialog))
    dialog.close()
    assert not found, "\n".join(found)


def test_nothing_can_be_pressed_that_the_keyboard_cannot_reach(window: Window) -> None:
    opened = at_work(window("A01"))
    found = [
        f"{name}: {place_of(widget)}"
        for name, root in visited(opened)
        for widget in only_by_mouse(root)
    ]
    assert not found, "\n".join(found)
