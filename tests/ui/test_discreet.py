"""Somebody is beside the advisor: what folds, counts no more, and is not asked (F8).

The whole window is walked in test_discreet_walk.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QWidget
from sqlalchemy import select
from window_walk import Window, at_work, settle, visited

from advisor_app.bootstrap import Services
from advisor_app.i18n.formats import money
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.projects import project
from advisor_app.ui.parts.tabs import Tabs
from advisor_app.ui.parts.tags import Chip
from advisor_app.ui.window.palette import Palette
from advisor_app.ui.window.routes import Route

# A shorter word would be found in others.
_LEAST = 4


@dataclass(frozen=True)
class Secrets:
    """What must not be read: whose words are whose, by the household's key."""

    words: dict[str, frozenset[bytes]]

    def found_in(self, text: str, allowed: bytes | None) -> list[str]:
        said = set(re.findall(r"[^\W\d_]+|\d[\d\s,.€]*\d", text))
        flat = {re.sub(r"[\s,.€]", "", one) for one in said} | said
        return [
            word
            for word, whose in self.words.items()
            if word in flat and (allowed is None or allowed not in whose)
        ]


def secrets_of(services: Services) -> Secrets:
    """Names, telephones, streets and amounts of everybody, read from the tables themselves."""
    words: dict[str, set[bytes]] = {}
    with services._desk.reading() as transaction:
        staff = {
            name
            for row in transaction.execute(select(advisor.c.first_name, advisor.c.last_name))
            for name in row
            if name
        }
        people = transaction.execute(select(client)).mappings().all()
        projects = transaction.execute(select(project.c.client_id, project.c.amount)).all()
    homes = {one["id"]: one["household_id"] or one["id"] for one in people}
    for one in people:
        known = [
            one["last_name"],
            *(re.sub(r"\D", "", one[name] or "")[-9:] for name in ("phone", "mobile")),
        ]
        for word in known:
            if word and len(word) >= _LEAST and word not in staff:
                words.setdefault(word, set()).add(homes[one["id"]])
    for key, amount in projects:
        if amount is not None and amount >= Decimal(1000):
            words.setdefault(re.sub(r"\D", "", money(amount)), set()).add(homes[key])
    return Secrets({word: frozenset(whose) for word, whose in words.items()})


def told(root: QWidget) -> Iterator[tuple[QWidget, str]]:
    """All that can be seen, hovered over, or read out."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        yield widget, widget.toolTip()
        if isinstance(widget, QLabel):
            yield widget, widget.text()
        if isinstance(widget, QComboBox):
            yield widget, "\n".join(widget.itemText(at) for at in range(widget.count()))
        if isinstance(widget, QDialog) or widget is root:
            yield widget, widget.windowTitle()
        yield from (
            (widget, words) for words in spoken(QAccessible.queryAccessibleInterface(widget))
        )


def spoken(told: Any) -> Iterator[str]:
    """What a screen reader gets of a widget, and of the cells of a table."""
    if told is None:
        return
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    yield from (told.text(kind) for kind in kinds)
    if told.role() in {QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree}:
        for place in range(told.childCount()):
            cell = told.child(place)
            if cell is not None:
                yield cell.text(QAccessible.Text.Name)


def leaks(where: str, root: QWidget, secrets: Secrets, allowed: bytes | None = None) -> list[str]:
    """Where something is told that is not for the visitor."""
    return [
        f"{where}: {type(widget).__name__} in {type(widget.parent()).__name__} tells {found} in {text!r}"
        for widget, text in told(root)
        if text and (found := secrets.found_in(text, allowed))
    ]


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def known(opened: Any) -> Secrets:
    found: list[Secrets] = []
    opened.desktop._ask(opened.shell, secrets_of, found.append)
    opened.until(lambda: found)
    return found[0]


def household(opened: Any) -> bytes:
    """Whoever is looked at: the household of the row in front."""
    found: list[bytes] = []

    def read(services: Services) -> bytes:
        with services._desk.reading() as transaction:
            key = opened.desktop._trail.visited[-1].about
            asked = select(client.c.household_id).where(
                (client.c.id == key) | (client.c.household_id == key)
            )
            return bytes(transaction.execute(asked).scalar() or key)

    opened.desktop._ask(opened.shell, read, found.append)
    opened.until(lambda: found)
    return found[0]


def test_the_oracle_knows_what_an_open_window_tells(opened: Any) -> None:
    secrets = known(opened)
    assert len(secrets.words) > 60
    for where, root in visited(opened):
        if where in {"today", "portfolio", "agenda"}:
            assert leaks(where, root, secrets), where


def be_discreet(opened: Any) -> None:
    if not opened.desktop.discretion.on:
        opened.shell.top.discreet.click()
    settle(opened)


def test_no_tab_and_no_filter_counts(opened: Any) -> None:
    opened.desktop.go(Route("client", opened.desktop.page().whom().key))
    settle(opened)
    page = opened.desktop.page()
    tabs = page.findChild(Tabs)._group.buttons()
    tabs[2].click()
    chips = page.findChildren(Chip)
    assert any(tab._count for tab in tabs)
    assert any(chip._count for chip in chips)
    be_discreet(opened)
    assert not any(tab._count for tab in tabs)
    assert not any(chip._count for chip in chips)


def test_the_segments_of_a_small_day_do_not_count(opened: Any) -> None:
    opened.shell.resize(1100, 700)
    settle(opened)
    segments = opened.desktop.page().board.tabs
    assert re.search(r"\d", segments._group.button(1).text())
    be_discreet(opened)
    assert not any(re.search(r"\d", one.text()) for one in segments._group.buttons())


def test_a_search_names_only_whom_it_found_alone(opened: Any) -> None:
    secrets = known(opened)
    be_discreet(opened)
    opened.desktop.search()
    palette = opened.shell.findChild(Palette)
    for words in ("mar", "retirement", "paris"):
        palette.field.setText(words)
        palette._timer.timeout.emit()
        settle(opened)
        assert not leaks(words, palette, secrets)
    palette.field.setText("fournier camille")
    palette._timer.timeout.emit()
    settle(opened)
    assert "Camille" in palette._lines[0].accessibleName()
    assert not palette._lines[0].entry.aside
    palette.reject()


def test_a_question_that_would_name_somebody_is_not_asked(opened: Any) -> None:
    page = opened.desktop.page()
    whom = page.whom()
    be_discreet(opened)
    for question in ("propose", "later", "dismiss", "note_contact"):
        getattr(opened.desktop._requests, question).emit(whom)
        settle(opened)
        assert not [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
    page.main_action()
    settle(opened)
    assert not [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]


def test_what_is_said_in_passing_goes_and_undoing_names_nobody(opened: Any) -> None:
    secrets = known(opened)
    whom = opened.desktop.page().whom()
    opened.desktop._requests.accept.emit(whom)
    settle(opened)
    assert opened.shell.toast.isVisible()
    be_discreet(opened)
    assert not opened.shell.toast.isVisible()
    opened.desktop.history.undo()
    settle(opened)
    assert opened.shell.toast.isVisible()
    assert not leaks("undone", opened.shell.toast, secrets)


def test_the_way_back_names_no_other_client(opened: Any) -> None:
    secrets = known(opened)
    keys = list(opened.desktop.page().order())[:2]
    for key in keys:
        opened.desktop.go(Route("client", key))
        settle(opened)
    allowed = household(opened)
    be_discreet(opened)
    assert not leaks("back", opened.shell, secrets, allowed)
