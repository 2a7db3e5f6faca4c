"""A question with named fields, some of them guarded: every editor of a client's page."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.typed_fields import NumberField, OptionalDayField, PartialDateField
from advisor_app.ui.theme import sizes

Typed = NumberField | PartialDateField | OptionalDayField
Named = tuple[str, QWidget]


class FormDialog(HouseDialog):
    """Saves through `save`, which subclasses make; a warning or a wrong field keeps it open once."""

    def __init__(self, parent: QWidget, title: str, subtitle: str, action: str) -> None:
        super().__init__(parent, title, subtitle, action)
        self._guarded: list[Guarded] = []

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
        super().accept()

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
                across.addWidget(Labelled(name, field), 1)
            (column or self.fields).addLayout(across)

    def _typed(self) -> list[Typed]:
        return [
            *self.findChildren(NumberField),
            *self.findChildren(PartialDateField),
            *self.findChildren(OptionalDayField),
        ]

    def _point_at(self, field: Typed) -> None:
        is_number = isinstance(field, NumberField)
        words = _("“{text}” is not a number.") if is_number else _("“{text}” is not a date.")
        self.refuse(words.format(text=field.text()))
        field.setFocus()
        field.selectAll()
