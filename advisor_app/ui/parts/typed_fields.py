"""Fields for numbers and dates that may be blank, typed as the language writes them."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt

from advisor_app.domain.partial_date import PartialDate
from advisor_app.i18n import _
from advisor_app.i18n.formats import field_date
from advisor_app.i18n.typed import (
    read_day,
    read_number,
    read_partial_date,
    typed_date,
    written_number,
)
from advisor_app.ui.parts.fields import Field


class NumberField(Field):
    """An amount, or nothing; digits stand at the right."""

    def __init__(self, value: Decimal | None = None, *, hint: str = "", name: str = "") -> None:
        super().__init__("" if value is None else written_number(value), hint=hint, name=name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def value(self) -> Decimal | None:
        """The number; None where nothing stands, or nothing that is one."""
        return read_number(self.text())

    def is_right(self) -> bool:
        """Whether what stands there is a number, or nothing."""
        return not self.text().strip() or self.value() is not None


class PartialDateField(Field):
    """A year, a month or a day, or nothing."""

    def __init__(self, value: PartialDate | None = None, *, name: str = "") -> None:
        hint = _("2027 or 09/2026")
        super().__init__("" if value is None else typed_date(value), hint=hint, name=name)

    def value(self) -> PartialDate | None:
        """The date; None where nothing stands, or nothing that is one."""
        return read_partial_date(self.text())

    def is_right(self) -> bool:
        """Whether what stands there is a date, or nothing."""
        return not self.text().strip() or self.value() is not None


class OptionalDayField(Field):
    """A whole day, or nothing."""

    def __init__(self, value: date | None = None, *, today: date, name: str = "") -> None:
        super().__init__("" if value is None else field_date(value), name=name)
        self.setPlaceholderText(_("such as {day}").format(day=field_date(today)))

    def value(self) -> date | None:
        """The day; None where nothing stands, or nothing that is one."""
        return read_day(self.text())

    def is_right(self) -> bool:
        """Whether what stands there is a day, or nothing."""
        return not self.text().strip() or self.value() is not None
