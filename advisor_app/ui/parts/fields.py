"""Fields: one line, a list, a day, a time, several lines; each with its name above."""

from datetime import date, time

from PySide6.QtCore import QDate, QSize, QTime
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from advisor_app.i18n.formats import locale
from advisor_app.ui.parts.text import Text, plain_tooltip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font


class Field(QLineEdit):
    """One line of text; `shorter` is the hint where the whole one has no room."""

    def __init__(
        self, text: str = "", *, hint: str = "", shorter: str = "", name: str = ""
    ) -> None:
        super().__init__(text)
        self._hint, self._shorter = hint, shorter
        self.setCursorPosition(0)
        self.setFixedHeight(sizes.CONTROL)
        self.setTextMargins(sizes.S, 0, sizes.S, 0)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)

    def mark_wrong(self) -> None:
        """Draw the border in brick until the text changes (DESIGN.md, section 3)."""
        if self.property("wrong"):
            return
        self.setProperty("wrong", True)
        self.textChanged.connect(self._unmark)
        self.update()

    def _unmark(self) -> None:
        self.setProperty("wrong", False)
        self.textChanged.disconnect(self._unmark)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A hint that has no room is in the tooltip as well."""
        super().resizeEvent(event)
        margins = self.textMargins()
        icons = sum(isinstance(one, QToolButton) for one in self.children())
        room = self.width() - margins.left() - margins.right() - icons * sizes.CONTROL_SMALL
        whole = self._hint or self.placeholderText()
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setToolTip("" if fits else plain_tooltip(whole))
        if self._shorter:
            self.setPlaceholderText(whole if fits else self._shorter)


class Choice(QComboBox):
    """One of a few; each entry carries a value."""

    def __init__(self, entries: list[tuple[str, object]], *, name: str = "") -> None:
        super().__init__()
        self.setFixedHeight(sizes.CONTROL)
        self.setAccessibleName(name)
        for label, value in entries:
            self.addItem(label, value)

    def sizeHint(self) -> QSize:
        """What Qt asks for, and air before the chevron."""
        return super().sizeHint() + QSize(sizes.S, 0)

    def minimumSizeHint(self) -> QSize:
        """The same air, however narrow its row is."""
        return super().minimumSizeHint() + QSize(sizes.S, 0)

    def value(self) -> object:
        """The chosen entry's value."""
        return self.currentData()

    def choose(self, value: object) -> None:
        """Choose the entry of a value, where there is one."""
        index = self.findData(value)
        if index >= 0:
            self.setCurrentIndex(index)


class DayField(QDateEdit):
    """A day, written as the language writes it, with a calendar that is made when it opens."""

    def __init__(self, day: date, *, name: str = "", earliest: date | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setFixedHeight(sizes.CONTROL)
        self.setDisplayFormat(_DAY_FORMATS[locale()])
        self.setCalendarPopup(True)
        # The style moves what stands before a chevron already.
        self.lineEdit().setTextMargins(1, 0, 0, 0)
        self.setAccessibleName(name)
        if earliest is not None:
            self.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))

    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())


class TimeField(QTimeEdit):
    """A time of the day; the arrows move by a quarter of an hour."""

    def __init__(self, moment: time, *, name: str = "") -> None:
        super().__init__(QTime(moment.hour, moment.minute))
        self.setFixedHeight(sizes.CONTROL)
        self.setDisplayFormat("HH:mm")
        self.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)
        self.lineEdit().setTextMargins(sizes.S - 2, 0, 0, 0)
        self.setAccessibleName(name)

    def stepBy(self, steps: int) -> None:
        """Move to the next or previous quarter."""
        self.setTime(self.time().addSecs(steps * 15 * 60))

    def moment(self) -> time:
        """The time that stands in the field."""
        return time(self.time().hour(), self.time().minute())

    def set_moment(self, moment: time) -> None:
        """Put a time into the field."""
        self.setTime(QTime(moment.hour, moment.minute))


class Note(QPlainTextEdit):
    """Several lines of text."""

    def __init__(self, *, hint: str = "", name: str = "", lines: int = 4) -> None:
        super().__init__()
        self.setFont(font(Type.BODY))
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setTabChangesFocus(True)
        self.setViewportMargins(sizes.XS, sizes.TIGHT, sizes.XS, sizes.TIGHT)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * sizes.S)


class Labelled(QWidget):
    """A field with its name above, which a click focuses; `wraps` lets the name take two lines."""

    def __init__(self, name: str, field: QWidget, *, wraps: bool = False) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(sizes.XS)
        label = Text(name, Type.SMALL_MEDIUM, Tone.SECOND, wrap=wraps, most=2 if wraps else 0)
        label.setBuddy(field)
        box.addWidget(label)
        box.addWidget(field)
        field.setAccessibleName(name)
        vertical = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)


_DAY_FORMATS = {"fr": "dd/MM/yyyy", "en_GB": "dd/MM/yyyy", "nl": "dd-MM-yyyy", "de": "dd.MM.yyyy"}
