import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui import courtesy
from advisor_app.ui.courtesy import Courtesy
from advisor_app.ui.tasks import Collector, Progress, Tasks, collect


class Services:
    def __init__(self) -> None:
        self.opened_on = threading.get_ident()
        self.closed_on = 0

    def where(self) -> int:
        return threading.get_ident()


@pytest.fixture
def worker() -> Iterator[tuple[Tasks[Services], Services, list[Exception]]]:
    made: list[Services] = []
    bugs: list[Exception] = []

    @contextmanager
    def open_services() -> Iterator[Services]:
        made.append(Services())
        yield made[0]
        made[0].closed_on = threading.get_ident()

    tasks: Tasks[Services] = Tasks(open_services, bugs.append)
    while not made:
        threading.Event().wait(0.001)
    yield tasks, made[0], bugs
    tasks.close()


def test_services_open_work_and_close_on_one_thread_that_is_not_the_windows(
    qtbot: QtBot, worker: tuple[Tasks[Services], Services, list[Exception]]
) -> None:
    tasks, services, _bugs = worker
    places: list[int] = []
    delivered: list[int] = []
    owner = QObject()

    def done(place: int) -> None:
        places.append(place)
        delivered.append(threading.get_ident())

    for _ in range(200):
        tasks.run(owner, Services.where, done)
    qtbot.waitUntil(lambda: len(places) == 200, timeout=60_000)
    tasks.close()
    assert set(places) == {services.opened_on}
    assert services.closed_on == services.opened_on != threading.get_ident()
    assert set(delivered) == {threading.get_ident()}


def test_results_come_in_the_order_of_the_questions(
    qtbot: QtBot, worker: tuple[Tasks[Services], Services, list[Exception]]
) -> None:
    tasks, _services, _bugs = worker
    seen: list[int] = []
    owner = QObject()
    for number in range(50):
        tasks.run(owner, lambda _services, number=number: number, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 50, timeout=60_000)
    assert seen == list(range(50))


def test_a_result_for_a_closed_window_is_dropped(
    qtbot: QtBot, worker: tuple[Tasks[Services], Services, list[Exception]]
) -> None:
    tasks, _services, bugs = worker
    seen: list[str] = []
    gone, here = QObject(), QObject()
    gate = threading.Event()
    tasks.run(gone, lambda _services: gate.wait(5), lambda _ok: seen.append("gone"))
    tasks.run(here, lambda _services: "here", seen.append)
    gone.deleteLater()
    qtbot.wait(10)
    gate.set()
    qtbot.waitUntil(lambda: bool(seen), timeout=60_000)
    assert seen == ["here"]
    assert bugs == []


def test_an_expected_refusal_goes_to_the_asker_and_a_bug_to_the_reporter(
    qtbot: QtBot, worker: tuple[Tasks[Services], Services, list[Exception]]
) -> None:
    tasks, _services, bugs = worker
    refused: list[Exception] = []
    owner = QObject()

    def fail(_services: Services) -> None:
        raise LookupError

    tasks.run(owner, fail, lambda _value: None, refused.append)
    tasks.run(owner, fail, lambda _value: None)
    qtbot.waitUntil(lambda: bool(refused and bugs), timeout=60_000)
    assert [type(error) for error in refused + bugs] == [LookupError, LookupError]


def test_a_store_that_does_not_open_fails_what_is_asked_of_it(qtbot: QtBot) -> None:
    @contextmanager
    def open_services() -> Iterator[Services]:
        raise PermissionError
        yield Services()

    bugs: list[Exception] = []
    tasks: Tasks[Services] = Tasks(open_services, bugs.append)
    tasks.run(tasks, Services.where, lambda _place: None)
    qtbot.waitUntil(lambda: bool(bugs), timeout=60_000)
    tasks.close()
    assert isinstance(bugs[0], PermissionError)


def test_garbage_is_collected_on_the_windows_thread_only(qtbot: QtBot) -> None:
    parent = QObject()
    try:
        collector = Collector(parent)
        assert not gc.isenabled()
        assert collector.isActive()
        gc.collect()
        rubbish = [[] for _ in range(gc.get_threshold()[0] * 2)]
        assert collect() >= 0
        assert rubbish
    finally:
        gc.enable()
        parent.deleteLater()
        qtbot.wait(1)


def test_long_work_can_be_asked_to_stop() -> None:
    told: list[tuple[int, int]] = []
    progress = Progress(lambda done, total: told.append((done, total)))
    progress.report(1, 2)
    assert not progress.cancelled()
    progress.cancel()
    assert progress.cancelled()
    assert told == [(1, 2)]


class Window(QWidget):
    """Looks, while it is painted, whether the worker stands still."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.begun, self.passed = (threading.Event() for _each in range(3))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        if self.asked.is_set():
            self.begun.set()
            assert not self.passed.wait(0.2)


@pytest.fixture
def seen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[Window, Courtesy]:
    """A window on the screen, to which a worker of endless patience gives way."""
    monkeypatch.setattr(courtesy, "_PATIENCE_S", 3600)
    window = Window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window, Courtesy(window)


def test_the_worker_waits_until_the_window_shows_what_asked_for_it(
    qtbot: QtBot, seen: tuple[Window, Courtesy]
) -> None:
    window, courteous = seen
    tasks: Tasks[None] = Tasks(nullcontext, lambda _error: None, courteous)

    def work(_nothing: None) -> None:
        window.begun.set()
        courteous.give_way()
        window.passed.set()

    tasks.run(window, work, lambda _done: None)
    assert window.begun.wait(60)
    assert not window.passed.wait(0.2)
    qtbot.waitUntil(window.passed.is_set, timeout=60_000)
    tasks.close()


def test_the_worker_waits_while_a_window_is_painted(
    qtbot: QtBot, seen: tuple[Window, Courtesy]
) -> None:
    window, courteous = seen

    def work() -> None:
        window.begun.wait(60)
        courteous.give_way()
        window.passed.set()

    worker = threading.Thread(target=work)
    worker.start()
    window.asked.set()
    window.update()
    qtbot.waitUntil(window.passed.is_set, timeout=60_000)
    worker.join()


def test_nothing_holds_the_worker_at_the_end(seen: tuple[Window, Courtesy]) -> None:
    window, courteous = seen
    tasks: Tasks[None] = Tasks(nullcontext, lambda _error: None, courteous)
    tasks.run(window, lambda _nothing: courteous.give_way(), lambda _done: None)
    tasks.close()


class Counting:
    """Services whose reading ends when it is cut, and whose writing does not hear of it."""

    def __init__(self) -> None:
        self.begun, self.cut = threading.Event(), threading.Event()
        self.cuts = 0

    def read(self) -> str:
        self.begun.set()
        assert self.cut.wait(60)
        raise InterruptedError

    def cut_short(self) -> None:
        self.cuts += 1
        self.cut.set()


def counting_worker() -> tuple[Tasks[Counting], Counting, list[Exception]]:
    services, bugs = Counting(), list[Exception]()
    tasks = Tasks(lambda: nullcontext(services), bugs.append, None, Counting.cut_short)
    return tasks, services, bugs


def test_what_is_stopped_is_cut_and_nobody_is_told_of_it(qtbot: QtBot) -> None:
    tasks, services, bugs = counting_worker()
    told: list[str] = []
    owner = QObject()
    asked = tasks.run(owner, Counting.read, told.append, lambda _error: told.append("failed"))
    assert services.begun.wait(60)
    tasks.run(owner, lambda _services: "next", told.append)
    asked.stop()
    asked.stop()
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    tasks.close()
    assert told == ["next"]
    assert bugs == []
    assert not tasks.busy()


def test_what_is_stopped_before_its_turn_is_never_begun(qtbot: QtBot) -> None:
    tasks, services, _bugs = counting_worker()
    told: list[str] = []
    owner, gate = QObject(), threading.Event()
    tasks.run(owner, lambda _services: str(gate.wait(60)), told.append)
    asked = tasks.run(owner, Counting.read, told.append)
    tasks.run(owner, lambda _services: "last", told.append)
    asked.stop()
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=60_000)
    tasks.close()
    assert told == ["True", "last"]
    assert not services.begun.is_set()
    assert services.cuts == 0


def test_what_is_stopped_too_late_lets_the_next_work_alone(qtbot: QtBot) -> None:
    tasks, services, _bugs = counting_worker()
    told: list[str] = []
    owner, gate = QObject(), threading.Event()
    asked = tasks.run(owner, lambda _services: "done", told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    tasks.run(owner, lambda _services: str(gate.wait(60)), told.append)
    asked.stop()
    gate.set()
    qtbot.waitUntil(lambda: len(told) == 2, timeout=60_000)
    tasks.close()
    assert services.cuts == 0
