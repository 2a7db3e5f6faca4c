"""The hours of a day: its parts, each from when until when, behind a switch."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from advisor_app.domain.opening import Span
from advisor_app.domain.working_plan import USUAL_PARTS
from advisor_app.i18n import _
from advisor_app.ui.parts.fields import TimeField
from advisor_app.ui.parts.switch import Switch
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_Direction = QBoxLayout.Direction


class DayFields(QWidget):
    """The parts of one day, beside each other or `stacked`; a further part stays as it is told."""

    changed = Signal()

    def __init__(
        self,
        day: str,
        spans: tuple[Span, ...],
        usual: tuple[Span, ...] = USUAL_PARTS,
        *,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        box = self._box = QBoxLayout(_Direction.LeftToRight, self)
        box.setContentsMargins(0, 0, 0, 0)
        names = (_("{day}, first part"), _("{day}, second part"), _("{day}, another part"))
        self.parts: list[SpanFields] = []
        for index in range(max(len(spans), len(usual))):
            name = names[min(index, len(names) - 1)].format(day=day)
            part = SpanFields(name, usual[min(index, len(usual) - 1)])
            part.changed.connect(self.changed)
            self.parts.append(part)
            box.addWidget(part)
        self.stack(stacked)
        self.show_spans(spans)

    def stack(self, stacked: bool) -> None:
        """Put the parts below each other, or beside."""
        self._box.setDirection(_Direction.TopToBottom if stacked else _Direction.LeftToRight)
        self._box.setSpacing(sizes.S if stacked else sizes.L)

    def width_beside(self) -> int:
        """The width that the parts need beside each other."""
        wide = sum(part.sizeHint().width() for part in self.parts)
        return wide + sizes.L * (len(self.parts) - 1)

    def spans(self) -> tuple[Span, ...]:
        """The parts that are switched on."""
        return tuple(part.span() for part in self.parts if part.on.isChecked())

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Put these hours into the fields; parts beyond them are switched off."""
        for index, part in enumerate(self.parts):
            part.show_span(spans[index] if index < len(spans) else None)


class SpanFields(QWidget):
    """From when until when, behind a switch."""

    changed = Signal()

    def __init__(self, name: str, span: Span) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.XS)
        self.on = Switch(name=name)
        self.first = TimeField(span.start, name=_("{part}: from").format(part=name))
        self.last = TimeField(span.end, name=_("{part}: until").format(part=name))
        row.addWidget(self.on)
        row.addSpacing(sizes.XS)
        row.addWidget(self.first)
        row.addWidget(Text(_("to"), Type.SMALL, Tone.SECOND))
        row.addWidget(self.last)
        row.addStretch(1)
        for field in (self.first, self.last):
            field.setFixedWidth(settings_sizes.TIME)
            field.timeChanged.connect(lambda _time: self.changed.emit())
        self.on.toggled.connect(self.allow)
        self.on.toggled.connect(lambda _on: self.changed.emit())
        self.allow()

    def allow(self) -> None:
        """Only a part that is on can be set."""
        for field in (self.first, self.last):
            field.setEnabled(self.on.isChecked())

    def span(self) -> Span:
        """What stands in the fields."""
        return Span(self.first.moment(), self.last.moment())

    def show_span(self, span: Span | None) -> None:
        """Put hours into the fields and switch them on; None switches the part off."""
        if span is not None:
            self.first.set_moment(span.start)
            self.last.set_moment(span.end)
        self.on.setChecked(span is not None)
