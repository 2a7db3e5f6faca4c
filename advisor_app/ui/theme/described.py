"""What a screen reader says of a control after its name: what else it shows, and in which row."""

from functools import partial
from html import unescape

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

_DONE = "described"


def describe(control: QWidget) -> None:
    """Describe a control by what stands in it, else by its tooltip, the row around, or its name.

    Five buttons "Later" on one page differ only by the row that each one stands in. What a card or
    a question is called is said when one enters it, and not again at each thing inside; who has
    nothing to add repeats the name, which readers leave out. A control that is measured before it
    stands anywhere is looked at again when the window is at rest.
    """
    if not _described(control):
        QTimer.singleShot(0, control, partial(_described, control))


def is_row(widget: QWidget) -> bool:
    """Whether it is pressed as one thing, and shows more than its own text."""
    return isinstance(widget, QAbstractButton) and widget.findChild(QLabel) is not None


def _described(control: QWidget) -> bool:
    if control.property(_DONE):
        return True
    told = _words(control)
    if told:
        control.setProperty(_DONE, True)
        control.setAccessibleDescription(told)
    return bool(told)


def _words(control: QWidget) -> str:
    said = control.accessibleDescription()
    if is_row(control):
        return ". ".join(filter(None, (shown_words(control), said))) or control.accessibleName()
    own = said or _plain(control.toolTip()) or _row_around(control) or _name(control)
    return own or _group_around(control)


def shown_words(row: QWidget) -> str:
    """What a row shows beside its name and its own buttons, in the order in which it was laid."""
    name, words = row.accessibleName(), []
    for inside in row.findChildren(QWidget):
        if isinstance(inside, QAbstractButton) or inside.isHidden():
            continue
        text = inside.text() if isinstance(inside, QLabel) else inside.accessibleName()
        if text and text not in name and text not in words:
            words.append(text)
    return ", ".join(words)


def _row_around(control: QWidget) -> str:
    around = control.parentWidget()
    while around is not None and not isinstance(around, QAbstractButton):
        around = around.parentWidget()
    return "" if around is None else around.accessibleName()


def _group_around(control: QWidget) -> str:
    """Where a control has no words yet: what comes later is read anyway."""
    around = control.parentWidget()
    while around is not None and not (around.accessibleName() or around.windowTitle()):
        around = around.parentWidget()
    return "" if around is None else around.accessibleName() or around.windowTitle()


def _name(control: QWidget) -> str:
    own = control.accessibleName()
    return own or (control.text() if isinstance(control, QAbstractButton) else "")


def _plain(tooltip: str) -> str:
    """A tooltip of the house is escaped in a span, so that Qt takes no name for markup."""
    return unescape(tooltip.removeprefix("<span>").removesuffix("</span>"))
