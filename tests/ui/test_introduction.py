"""The introduction after a change of advisor, on the client's page: its steps, and noting one."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Announced
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.i18n.introduction_words import step_lines
from advisor_app.ui.dialogs.announcing import AnnouncingDialog
from advisor_app.ui.pages.client.introduction_card import announce, together
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.window.routes import Route


@pytest.fixture
def page(window: Window) -> Any:
    """The page of a household that has never met its new advisor, on its household."""
    opened = at_work(window("A01"))
    found: list[Any] = []

    def key(services: Services) -> Any:
        return services.search.find("fournier").clients[0].key

    opened.desktop._ask(opened.shell, key, found.append)
    opened.until(lambda: found)
    opened.desktop.go(Route("client", found[0]))
    settle(opened)
    opened.page = opened.desktop.page()
    assert isinstance(opened.page, ClientPage)
    opened.page._overview.introduction_asked.emit()
    settle(opened)
    return opened


def said(opened: Any) -> set[str]:
    return {label.text() for label in opened.page.findChildren(QLabel) if label.isVisible()}


def steps_of(opened: Any) -> tuple[IntroductionSteps, tuple[Person, ...]]:
    (one,) = together(opened.page._shown.page)
    return one


def test_it_shows_how_far_it_came_and_keeps_how_they_were_told(page: Any) -> None:
    before, people = steps_of(page)
    assert {words for _reached, words in step_lines(before)} <= said(page)
    announce(page.page._edits, page.page._shown, before, people)
    settle(page)
    dialog = page.find(AnnouncingDialog)
    assert isinstance(dialog, AnnouncingDialog)
    dialog.how.choose(Announced.CALL)
    dialog.accept()
    page.until(lambda: steps_of(page)[0].announced is Announced.CALL)
    settle(page)
    assert {words for _reached, words in step_lines(steps_of(page)[0])} <= said(page)
    page.desktop.history.undo()
    page.until(lambda: steps_of(page)[0] == before)


def test_each_step_has_its_day(english: None) -> None:
    assert english is None
    steps = IntroductionSteps(
        advisor=Key(bytes(16)),
        from_day=date(2026, 2, 1),
        announced=Announced.LETTER,
        told_on=date(2026, 3, 2),
        former="J.-M. Thibault",
        presented_on=date(2026, 3, 10),
    )
    told, presented, met = step_lines(steps)
    assert told == (True, "Announced · By letter · 2 March 2026")
    assert presented == (True, "Presented · 10 March 2026")
    assert not met[0]
