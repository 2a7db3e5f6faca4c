"""A question with named fields, some of them guarded: every editor of a client's page."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.typed_fields import NumberField, OptionalDayField, PartialDateField
from advisor_app.ui.theme import sizes

Typed = NumberField | PartialDateField | OptionalDayField
Named = tuple[str, QWidget]
_FIELDS = (QComboBox, QLineEdit, QPlainTextEdit, QDateEdit, QCheckBox)


class FormDialog(HouseDialog):
    """Saves through `save`, which subclasses make; a warning or a wrong field keeps it open once.

    `answered` tells whether somebody saved or gave up, and not the lock, which closes it unasked.
    """

    def __init__(self, parent: QWidget, title: str, subtitle: str, action: str) -> None:
        super().__init__(parent, title, subtitle, action)
        self._guarded: list[Guarded] = []
        self.answered = False

    def save(self) -> None:
        """Ask for what stands in the fields to be saved."""
        raise NotImplementedError

    def accept(self) -> None:
        """Save, unless a field cannot be read or a warning was not seen yet."""
        wrong = next((one for one in self._typed() if not one.is_right()), None)
        if wrong is not None:
            self._point_at(wrong)
            return
        unseen = [one for one in self._guarded if not one.heeded()]
        if unseen:
            unseen[0].field.setFocus()
            return
        self.busy()
        self.save()

    def done_well(self) -> None:
        """It is saved."""
        self.answered = True
        super().accept()

    def reject(self) -> None:
        """Give it up: Esc, or Cancel."""
        self.answered = True
        super().reject()

    def guard(self, guarded: Guarded) -> Guarded:
        """Let a field's warning be seen before anything is saved."""
        self._guarded.append(guarded)
        guarded.grown.connect(self.refit)
        return guarded

    def lay(self, rows: Iterable[Sequence[Named]], column: QVBoxLayout | None = None) -> None:
        """Put named fields below each other, those of one row beside each other."""
        for row in rows:
            across = QHBoxLayout()
            across.setSpacing(sizes.M)
            for name, field in row:
                across.addWidget(Labelled(name, field, wraps=True), 1)
            (column or self.fields).addLayout(across)

    def typed(self) -> dict[str, str]:
        """What stands in every field, by the fields' names: what a draft keeps."""
        return {name: _text_of(field) for name, field in self._named().items()}

    def retype(self, texts: Mapping[str, str]) -> None:
        """Put texts back into their fields; choices first, because other fields follow from them."""
        for kinds in ((QComboBox,), (QLineEdit, QPlainTextEdit, QDateEdit, QCheckBox)):
            for name, field in self._named().items():
                if isinstance(field, kinds) and name in texts:
                    _put_text(field, texts[name])

    def _named(self) -> dict[str, QWidget]:
        """Every field by its name; what Qt put inside another one is left out."""
        found: dict[str, QWidget] = {}
        for field in self.findChildren(QWidget):
            inner = isinstance(field.parentWidget(), QComboBox | QDateEdit)
            if isinstance(field, _FIELDS) and not inner and field.accessibleName():
                found.setdefault(field.accessibleName(), field)
        return found

    def _typed(self) -> list[Typed]:
        return [
            *self.findChildren(NumberField),
            *self.findChildren(PartialDateField),
            *self.findChildren(OptionalDayField),
        ]

    def _point_at(self, field: Typed) -> None:
        match field:
            case NumberField():
                words = _("“{text}” is not a number.")
            case PartialDateField():
                words = _("“{text}” is not a date: write a year, a month and a year, or a day.")
            case _:
                words = _("“{text}” is not a date: write the day, the month and the year.")
        self.refuse_at(field, words.format(text=field.text()))
        field.selectAll()


def _text_of(field: QWidget) -> str:
    match field:
        case QComboBox():
            return str(field.currentIndex())
        case QPlainTextEdit():
            return field.toPlainText()
        case QDateEdit():
            return field.date().toString(Qt.DateFormat.ISODate)
        case QCheckBox():
            return "1" if field.isChecked() else ""
        case QLineEdit():
            return field.text()
        case _:
            return ""


def _put_text(field: QWidget, text: str) -> None:
    match field:
        case QComboBox():
            field.setCurrentIndex(int(text))
        case QPlainTextEdit():
            field.setPlainText(text)
        case QDateEdit():
            field.setDate(QDate.fromString(text, Qt.DateFormat.ISODate))
        case QCheckBox():
            field.setChecked(bool(text))
        case QLineEdit():
            field.setText(text)
        case _:
            return
