from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from window_walk import at_work

from advisor_app.bootstrap import Services
from advisor_app.domain.backups import LastBackup
from advisor_app.services.backups import Backups
from advisor_app.ui.window.facts import WindowFacts, frame_words
from advisor_app.ui.window.frame import packed, unpacked
from advisor_app.ui.window.help import HelpDialog
from advisor_app.ui.window.status_bar import StatusBar

Window = Any
DAY = date(2026, 4, 23)


def said(**more: Any) -> tuple[str, ...]:
    facts = WindowFacts(
        today=DAY, advisor=None, advisors=(), language=None, is_demonstration=False, **more
    )
    return frame_words(facts).about


@pytest.mark.usefixtures("english")
def test_the_line_says_whose_day_how_safe_and_when_it_locks() -> None:
    morning = LastBackup(datetime(2026, 4, 23, 8, 2, tzinfo=UTC), is_today=True)
    assert said(imported=date(2026, 4, 22), backup=morning, lock_after=15) == (
        "Data of 22 April 2026",
        "Backup made today at 08:02",
        "Locks after 15 min",
    )


@pytest.mark.usefixtures("english")
def test_an_older_backup_is_said_with_its_day_and_none_is_not_said() -> None:
    older = LastBackup(datetime(2026, 4, 20, 8, 2, tzinfo=UTC), is_today=False)
    assert said(backup=older)[1] == "Backup made on 20 April 2026"
    assert said() == ("Today is 23 April 2026", "Locks after 10 min")


def test_the_words_of_the_frame_come_back_as_they_were_kept() -> None:
    words = frame_words(WindowFacts(DAY, None, (), None, is_demonstration=False))
    assert unpacked(packed(words)) == words


def test_words_kept_in_another_form_are_refused() -> None:
    with pytest.raises(TypeError):
        unpacked('["Claire", "Advisor", "one line"]')


def test_pieces_without_room_go_from_the_last(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.resize(1440, bar.height())
    bar.show()
    bar.say("Data of 22 April 2026", "Backup made today at 08:02", "Locks after 15 min")
    assert len(bar.shown()) == 3
    bar.resize(bar.sizeHint().width() - 20, bar.height())
    assert bar.shown() == ["Data of 22 April 2026", "Backup made today at 08:02"]


def test_a_backup_made_now_is_said_at_once(window: Callable[[str | None], Window]) -> None:
    opened = window("A01")
    opened.until(lambda: len(opened.shell.status.shown()) == 2)
    made: list[object] = []

    def back_up(services: Services) -> object:
        return services.backups.make()

    opened.desktop._ask(opened.shell, back_up, made.append)
    opened.until(lambda: made)
    opened.desktop._requests.backed_up.emit()
    opened.until(lambda: any("Backup made" in one for one in opened.shell.status.shown()))


def test_the_newest_backup_is_the_last_and_the_clock_says_whether_it_is_of_today(
    claire: Services,
) -> None:
    backups = Backups(claire._desk, lambda: datetime(2026, 4, 23, 9, tzinfo=UTC))
    assert backups.last() is None
    backups.make()
    later = Backups(claire._desk, lambda: datetime(2026, 4, 25, 9, tzinfo=UTC))
    found = later.last()
    assert found is not None
    assert (found.made_at, found.is_today) == (datetime(2026, 4, 23, 9, tzinfo=UTC), False)
    today = backups.last()
    assert today is not None
    assert today.is_today


def test_the_rail_offers_help_for_the_page_in_front(
    window: Callable[[str | None], Window],
) -> None:
    opened = at_work(window("A01"))
    opened.shell.rail.help.click()
    opened.until(lambda: opened.find(HelpDialog) is not None)
