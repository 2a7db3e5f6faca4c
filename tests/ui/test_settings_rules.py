from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_walk import settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.policy_version import edited
from advisor_app.ui.dialogs.reason import ReasonDialog, shortened
from advisor_app.ui.dialogs.told import ToldDialog
from advisor_app.ui.pages.settings.delay_card import Foot
from advisor_app.ui.pages.settings.rules import RulesPane
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]
LEFT = Qt.MouseButton.LeftButton


def rules(opened: Any) -> RulesPane:
    opened.until(opened.shell.pages.count)
    opened.desktop.go(Route("settings", SettingsAt("rules")))
    pane = opened.shell.findChild(RulesPane)
    assert isinstance(pane, RulesPane)
    opened.until(lambda: pane._facts is not None and pane.delay.chart._stops)
    counted(opened, pane)
    return pane


def counted(opened: Any, pane: RulesPane) -> None:
    opened.until(lambda: pane._answered == pane._asked)
    assert pane.delay.chart._stops


def ask(opened: Any, work: Callable[[Services], Any]) -> Any:
    found: list[Any] = []
    opened.session._tasks.run(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


def words(pane: RulesPane) -> str:
    return pane.delay.foot._words.text()


def test_the_chart_and_the_rows_show_what_the_services_count(window: Open) -> None:
    opened = window("A01")
    pane = rules(opened)
    stops = dict(pane.delay.chart._stops)
    for months, count in stops.items():
        policy = edited(STANDARD, Segment, "online_only_months", months)
        told = ask(opened, lambda services, one=policy: services.policies.counts(one, "A01"))
        assert count == told.of(Flag.ONLINE_ONLY)
    assert "Built-in rules in force" in words(pane)
    assert not pane.delay.foot.apply.isVisible()


def test_nothing_holds_before_it_is_applied_and_then_everywhere(window: Open) -> None:
    opened = window("A01")
    pane = rules(opened)
    pane.delay.slider.setValue(30)
    counted(opened, pane)
    assert words(pane) == "Change not applied yet"
    assert pane.delay.foot.apply.text() == "Apply 30 months…"
    assert pane.delay.foot.back.text() == "Back to 18 months"
    assert ask(opened, lambda services: services.policies.number()) == 0
    opened.qtbot.mouseClick(pane.delay.foot.apply, LEFT)
    opened.until(lambda: opened.find(ReasonDialog) is not None)
    dialog = opened.find(ReasonDialog)
    dialog.action.click()
    opened.until(dialog.problem.isVisible)
    assert "Say why" in dialog.problem._text.text()
    opened.qtbot.keyClicks(dialog.reason, "Too many at once")
    opened.qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    opened.until(lambda: pane._facts is not None and pane._facts.number == 1)
    (version,) = ask(opened, lambda services: services.policies.versions())
    assert (version.reason, version.author) == ("Too many at once", "Claire Morvan")
    assert "Version 1 in force" in words(pane)
    assert (
        ask(opened, lambda services: services.today_page.today()).figures.online_only
        == dict(pane.delay.chart._stops)[30]
    )


def test_an_earlier_version_is_compared_and_put_in_force_again(window: Open) -> None:
    opened = window("A01")
    ask_first = edited(STANDARD, [Segment.PRIVATE], "met_months", 6)
    pane = rules(opened)
    ask(opened, lambda services: services.policies.apply(ask_first, "closer"))
    pane.reload()
    opened.until(lambda: pane._facts is not None and pane._facts.number == 1)
    assert pane._versions is not None
    pane._versions.compared.emit(0)
    opened.until(lambda: opened.find(ToldDialog) is not None)
    opened.find(ToldDialog).accept()
    pane._versions.restored.emit(0)
    opened.until(lambda: opened.find(ReasonDialog) is not None)
    dialog = opened.find(ReasonDialog)
    dialog.reason.setText("As it came")
    dialog.action.click()
    opened.until(lambda: pane._facts is not None and pane._facts.number == 2)
    assert ask(opened, lambda services: services.policies.in_force()).by_segment == (
        STANDARD.by_segment
    )


def test_a_draft_that_contradicts_itself_says_why_and_is_not_applied(window: Open) -> None:
    opened = window("A01")
    pane = rules(opened)
    pane._edit("met_months", 24)
    counted(opened, pane)
    assert "The first must not be longer" in pane.delay._problem._text.text()
    assert not pane.delay.foot.apply.isEnabled()
    pane.main_action()
    assert opened.find(ReasonDialog) is None
    opened.qtbot.mouseClick(pane.delay.foot.back, LEFT)
    counted(opened, pane)
    assert "in force" in words(pane)


def test_one_segment_is_changed_alone(window: Open) -> None:
    opened = window("A01")
    pane = rules(opened)
    pane.delay.segment.choose(Segment.PRIVATE.value)
    pane.delay.segment.activated.emit(pane.delay.segment.currentIndex())
    pane.delay.slider.setValue(12)
    assert pane._draft is not None
    assert pane._draft.by_segment[Segment.PRIVATE].online_only_months == 12
    assert pane._draft.by_segment[Segment.MASS].online_only_months == 18
    pane.delay.segment.choose(None)
    pane.delay.segment.setCurrentIndex(0)
    pane.delay.segment.activated.emit(0)
    counted(opened, pane)
    assert "The segments differ" in pane.delay._note._text.text()


def test_the_link_names_those_whom_the_change_is_about(window: Open) -> None:
    opened = window("A01")
    pane = rules(opened)
    pane.delay.slider.setValue(36)
    counted(opened, pane)
    touched = ask(
        opened,
        lambda services: services.policies.whom_it_touches(
            STANDARD,
            edited(STANDARD, Segment, "online_only_months", 36),
            Flag.ONLINE_ONLY,
            "A01",
        ),
    )
    assert str(len(touched)) in pane.delay.foot.see.text()
    opened.qtbot.mouseClick(pane.delay.foot.see, LEFT)
    opened.until(lambda: opened.find(ToldDialog) is not None)
    dialog = opened.find(ToldDialog)
    names = dialog.findChildren(Button)
    assert {name for name, _key in touched} <= {one.text() for one in names}
    (first,) = (one for one in names if one.text() == touched[0][0])
    first.click()
    settle(opened)
    assert opened.desktop.route().page == "client"
    page = opened.desktop.page()._shown.page
    assert touched[0][1] in {one.key for one in page.clients}


@pytest.mark.usefixtures("english")
def test_long_lists_are_shortened_in_a_question() -> None:
    assert shortened(["a"] * 14) == ["a"] * 14
    assert shortened([str(number) for number in range(20)])[-1] == "and 7 more"
    assert len(shortened(["a"] * 20)) == 14


def test_moving_the_slider_counts_once_it_rests(window: Open) -> None:
    opened = window("A01")
    pane = rules(opened)
    before = pane._answered
    for months in range(19, 31):
        pane.delay.slider.setValue(months)
    counted(opened, pane)
    assert pane._answered == pane._asked == before + 12
    assert pane.delay._months.text() == "30 months"


@pytest.mark.parametrize("wide", [420, 546, 1100])
def test_the_foot_of_the_delay_cuts_no_button_in_a_narrow_card(
    qtbot: QtBot, english: None, wide: int
) -> None:
    assert english is None
    foot, frame = Foot(), QWidget()
    qtbot.addWidget(frame)
    QVBoxLayout(frame).addWidget(foot)
    foot.tell("Changes not applied yet")
    foot.offer(foot.see, "See the 31 clients who would be flagged")
    foot.offer(foot.back, "Back to 18 months")
    foot.offer(foot.apply, "Apply 24 months to everybody…")
    frame.resize(wide, 300)
    frame.show()
    foot._row.activate()
    for button in (foot.see, foot.back, foot.apply):
        assert button.width() >= button.sizeHint().width()
        at = button.mapTo(foot, button.rect().bottomRight())
        assert foot.rect().contains(at)
    assert (foot._buttons.y() > foot._words.y()) == (wide < 1100)
