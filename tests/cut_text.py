"""Finds text that is cut: everything that the window draws is compared with its place.

The house draws text through `QPainter.drawText` and cuts it through `elidedText`; both are
watched. Qt's own controls draw by themselves: their width is compared with what they ask for.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QRadioButton, QWidget
from window_walk import place_of

from advisor_app.ui.parts.week import ground, lines

FILLER = "ÿ"
_FIELD = re.compile(r"(\{\w*\})")
_SLACK = 1.5


def stretched(text: str) -> str:
    """A sentence 40 % longer, its fields as they were: two letters more for every five."""
    parts = _FIELD.split(text)
    return "".join(part if _FIELD.fullmatch(part) else _longer(part) for part in parts)


def _longer(part: str) -> str:
    made, owed = "", 0.0
    for letter in part:
        made += letter
        owed += 0.4
        if owed >= 1 and letter.isalpha():
            made += FILLER
            owed -= 1
    return made


class PseudoLanguage(gettext.NullTranslations):
    """Answers every sentence 40 % longer than its source."""

    def gettext(self, message: str) -> str:
        return stretched(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return stretched(singular if count == 1 else plural)

    def pgettext(self, _context: str, message: str) -> str:
        return stretched(message)

    def npgettext(self, _context: str, singular: str, plural: str, count: int) -> str:
        return self.ngettext(singular, plural, count)


def speak_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the whole program speak the pseudo-language."""
    spoken = PseudoLanguage()
    monkeypatch.setattr("advisor_app.i18n._translations", lambda _language: spoken)


class Watch:
    """What was cut while it watched; `concerns` says which texts must be whole."""

    def __init__(self, concerns: str = FILLER) -> None:
        self._concerns = concerns
        self.cut: dict[str, str] = {}

    def elided(self, text: str, shown: str, width: float, needed: float) -> None:
        if shown != text and self._concerns in text:
            self.cut[text] = f"ends in an ellipsis: {needed:.0f} px are needed, {width:.0f} there"

    def drawn(self, painter: QPainter, frame: QRectF, text: str) -> None:
        if self._concerns not in text:
            return
        needed = painter.fontMetrics().horizontalAdvance(text)
        device = painter.device()
        if needed > frame.width() + _SLACK:
            self.cut[text] = f"is clipped: {needed} px are needed, {frame.width():.0f} there"
        elif isinstance(device, QWidget) and not _scrolls(device) and _whole(painter):
            over = frame.bottom() - device.height()
            if over > _SLACK and frame.top() >= 0:
                self.cut[text] = f"lacks {over:.0f} px of height in {place_of(device)}"

    def controls(self, root: QWidget) -> None:
        for widget in root.findChildren(QWidget):
            if not widget.isVisibleTo(root):
                continue
            if type(widget) in {QCheckBox, QRadioButton}:
                needed = widget.sizeHint().width()
                if widget.width() < needed and self._concerns in widget.text():  # type: ignore[attr-defined] # a button
                    self.cut[widget.text()] = f"{needed} px are needed, {widget.width()} there"
            elif isinstance(widget, QLineEdit) and not widget.text():
                self._hint(widget)

    def _hint(self, field: QLineEdit) -> None:
        hint = field.placeholderText()
        needed = field.fontMetrics().horizontalAdvance(hint)
        there = field.contentsRect().width() - field.textMargins().left()
        if needed > there and self._concerns in hint and hint not in field.toolTip():
            self.cut[hint] = f"a field's hint: {needed} px are needed, {there} there"


def _scrolls(device: QWidget) -> bool:
    """Whether rows pass under the edge of this place by being scrolled."""
    return isinstance(device.parentWidget(), QAbstractItemView)


def _whole(painter: QPainter) -> bool:
    return painter.transform().isIdentity()


@contextmanager
def watching(monkeypatch: pytest.MonkeyPatch, concerns: str = FILLER) -> Iterator[Watch]:
    """Watch every text that is drawn by the house."""
    watch = Watch(concerns)
    draw = QPainter.drawText

    def draw_text(painter: QPainter, *arguments: Any) -> Any:
        if isinstance(arguments[0], QRect | QRectF):
            frame = QRectF(arguments[0])
            text = next(one for one in arguments[1:] if isinstance(one, str))
            watch.drawn(painter, frame, text)
        return draw(painter, *arguments)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", draw_text)
        for metrics in (QFontMetrics, QFontMetricsF):
            patch.setattr(metrics, "elidedText", _watched(metrics.elidedText, watch))
        for place in (lines, ground):
            patch.setattr(place, "fitting", _fitted(lines.fitting, watch))
        yield watch


def _fitted(fit: Any, watch: Watch) -> Any:
    """The blocks of the week cut their lines by themselves."""

    def fitting(text: str, role: QFont, width: float, room: int) -> list[str]:
        shown: list[str] = fit(text, role, width, room)
        needed = QFontMetricsF(role).horizontalAdvance(text)
        watch.elided(_bare(text), _bare("".join(shown)), width * room, needed)
        return shown

    return fitting


def _bare(text: str) -> str:
    """Without the spaces at which lines break."""
    return "".join(text.split())


def _watched(elide: Any, watch: Watch) -> Any:
    def elided_text(metrics: Any, text: str, mode: Any, width: float, *more: Any) -> str:
        shown: str = elide(metrics, text, mode, width, *more)
        watch.elided(text, shown, width, metrics.horizontalAdvance(text))
        return shown

    return elided_text
