"""What can be done with one appointment: a menu where it lies, by Enter, the Menu key or a click."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.agenda import PlannedMeeting
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.i18n import _
from advisor_app.ui.parts.icons import icon
from advisor_app.ui.theme.tokens import Tone


class Entry(NamedTuple):
    """One thing to do."""

    words: str
    icon: str
    deed: Callable[[], None]


class Deeds(NamedTuple):
    """What the page does with the appointment in front."""

    client: Callable[[], None]
    sheet: Callable[[], None]
    letter: Callable[[], None]
    invitation: Callable[[], None]
    outcome: Callable[[], None]
    company: Callable[[], None]
    confirm: Callable[[], None]
    miss: Callable[[], None]
    cancel: Callable[[], None]


def entries(one: PlannedMeeting, deeds: Deeds, *, begun: bool) -> list[Entry]:
    """What may be done now; what became of it is told once it has begun."""
    found = [
        Entry(_("Open the client's page"), "user-round", deeds.client),
        Entry(_("Show the sheet"), "file-text", deeds.sheet),
    ]
    if not one.to_come:
        return found
    if not begun:
        found += [
            Entry(_("Show the letter"), "mail", deeds.letter),
            Entry(_("Save for a calendar…"), "calendar-days", deeds.invitation),
            Entry(_("Who else of the bank comes…"), "users-round", deeds.company),
        ]
    if begun:
        found += [
            Entry(_("Enter the outcome…"), "notebook-pen", deeds.outcome),
            Entry(_("Nobody came"), "circle-x", deeds.miss),
        ]
    if one.visit.status is AppointmentStatus.PROPOSED:
        found.append(Entry(_("The client agreed: confirm"), "check", deeds.confirm))
    found.append(Entry(_("Cancel the appointment…"), "x", deeds.cancel))
    return found


def open_menu(parent: QWidget, offered: list[Entry], where: QPoint) -> QMenu:
    """Open the menu with its first entry chosen, so that Enter and arrows work at once."""
    menu = QMenu(parent)
    menu.setAccessibleName(_("Appointment"))
    menu.aboutToHide.connect(menu.deleteLater)
    for entry in offered:
        action = QAction(icon(entry.icon, Tone.SECOND), entry.words, menu)
        action.triggered.connect(entry.deed)
        menu.addAction(action)
    menu.popup(where)
    menu.setActiveAction(menu.actions()[0])
    return menu
