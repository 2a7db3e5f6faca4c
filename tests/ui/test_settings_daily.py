"""How many suggestions a day, how many drawn, and the ceiling of small attentions."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from window_walk import settle

from advisor_app.bootstrap import Services
from advisor_app.ui.pages.settings.daily_card import DailyCard
from advisor_app.ui.pages.settings.rules import RulesPane
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]


def card(opened: Any) -> DailyCard:
    opened.until(opened.shell.pages.count)
    opened.desktop.go(Route("settings", SettingsAt("rules")))
    pane = opened.shell.findChild(RulesPane)
    opened.until(lambda: pane.daily._kept is not None)
    assert isinstance(pane.daily, DailyCard)
    return pane.daily


def choose(field: Choice, value: object) -> None:
    field.choose(value)
    field.activated.emit(field.currentIndex())


def kept(opened: Any) -> tuple[int, int, Decimal]:
    found: list[tuple[int, int, Decimal]] = []

    def work(services: Services) -> tuple[int, int, Decimal]:
        rules = services.daily_lists.rules()
        return rules.length, rules.drawn_percent, services.attentions.ceiling()

    opened.session._tasks.run(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


def test_the_day_s_list_is_as_long_as_is_chosen(window: Open) -> None:
    opened = window("A01")
    shown = card(opened)
    choose(shown.length, 8)
    choose(shown.drawn, 0)
    assert kept(opened)[:2] == (8, 0)
    opened.desktop.go(Route("today"))
    today = opened.shell.findChild(TodayPage)
    opened.until(lambda: today._listed is not None and len(today._listed.rows) >= 8)


def test_the_ceiling_is_kept_and_taken_back(window: Open) -> None:
    opened = window("A01")
    shown = card(opened)
    assert shown.ceiling.value() == "50"
    choose(shown.ceiling, "75")
    settle(opened)
    assert kept(opened)[2] == Decimal(75)
    opened.shell.toast.take_back()
    settle(opened)
    assert kept(opened)[2] == Decimal(50)
    assert shown.ceiling.value() == "50"
