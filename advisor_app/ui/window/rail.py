"""The rail at the left: the pages that work, and who works here."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from advisor_app.i18n import _
from advisor_app.ui.parts.card import Line
from advisor_app.ui.parts.icons import Logo
from advisor_app.ui.parts.initials import initials
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.parts.text import Text, plain_tooltip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.type_scale import Type, font
from advisor_app.ui.window.nav_button import NavButton, Place, foot_places, places

_LOGO = 26
_SIDE = 11


class Rail(QFrame):
    """Navigation: wide, or narrow with the icon above the label."""

    chosen = Signal(str)
    asked_who = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(_SIDE, sizes.L, _SIDE + 1, sizes.M)
        self._layout.setSpacing(sizes.TIGHT)
        self._brand = Brand()
        self._layout.addWidget(self._brand)
        self._layout.addSpacing(sizes.M + 1)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavButton] = {}
        for place in places():
            self._add(place)
        self._layout.addStretch(1)
        for place in foot_places():
            self._add(place)
        # The small window has no room for it; F1 and the menus have it too.
        self.help = NavButton(Place("help", _("Help"), "circle-help", ("F1",)), says_keys=True)
        self.help.setCheckable(False)
        self.help.setAutoExclusive(False)
        self._buttons["help"] = self.help
        self._layout.addWidget(self.help)
        self.lock = NavButton(Place("lock", _("Lock"), "lock", ("Ctrl+L",)))
        self.lock.setCheckable(False)
        self.lock.setAutoExclusive(False)
        self._buttons["lock"] = self.lock
        self._layout.addWidget(self.lock)
        self._layout.addSpacing(sizes.S)
        self._layout.addWidget(Line())
        self._layout.addSpacing(sizes.S)
        self.who = WhoButton()
        self.who.clicked.connect(self.asked_who)
        self._layout.addWidget(self.who)
        self._narrow = False

    def _add(self, place: Place) -> None:
        button = NavButton(place)
        self._buttons[place.name] = button
        self._group.addButton(button)
        self._layout.addWidget(button)
        button.clicked.connect(lambda _on=False, name=place.name: self.chosen.emit(name))

    def mark(self, name: str) -> None:
        """Show which page is in front."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def count(self, name: str, number: int | None) -> None:
        """Show a count beside a page's label."""
        self._buttons[name].set_count(number)

    def hide_counts(self, hidden: bool) -> None:
        """Keep the counts to oneself, or show them again."""
        for button in self._buttons.values():
            button.hide_count(hidden)

    def enable(self, works: bool) -> None:
        """Before the first choice the rail shows, and does nothing yet."""
        for button in self._buttons.values():
            button.setEnabled(works)

    def fit(self, window_width: int) -> None:
        """Take the width of DESIGN.md section 8, or that of the longest label."""
        self._narrow = window_width < sizes.MEDIUM
        normal = sizes.RAIL_WIDE if window_width >= sizes.WIDE else sizes.RAIL
        longest = max(button.wide_width() for button in self._buttons.values())
        self.setFixedWidth(
            sizes.RAIL_NARROW if self._narrow else max(normal, longest + 2 * _SIDE + 1)
        )
        side = sizes.S if self._narrow else _SIDE
        self._layout.setContentsMargins(side, sizes.L, side + 1, sizes.M)
        self._brand.set_narrow(self._narrow)
        self.help.setVisible(not self._narrow)
        self.who.set_narrow(self._narrow)
        for button in self._buttons.values():
            button.set_narrow(self._narrow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and its edge."""
        paint = colors()
        painter = QPainter(self)
        painter.fillRect(self.rect(), paint.rail)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), paint.border)
        painter.end()


class Brand(QWidget):
    """The mark and the name."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.S, 0, 0, 0)
        row.setSpacing(sizes.S + 2)
        row.addWidget(Logo(_LOGO))
        self._name = Text(_("Tête-à-tête"), Type.BRAND)
        row.addWidget(self._name, 1)
        self.setFixedHeight(_LOGO + TWO)
        self._row = row

    def set_narrow(self, narrow: bool) -> None:
        """Only the mark."""
        self._name.setVisible(not narrow)
        side = (sizes.RAIL_NARROW - 2 * sizes.S - 1 - _LOGO) // 2
        self._row.setContentsMargins(side if narrow else sizes.S, 0, side if narrow else 0, 0)
        self._row.setSpacing(0 if narrow else sizes.S + 2)


TWO = 2


class WhoButton(Pressable):
    """Who works here; it opens the menu of the advisor, the language and the appearance."""

    def __init__(self) -> None:
        super().__init__()
        self._role = ""
        self._narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(sizes.CONTROL_LARGE + sizes.S)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_who(self, name: str, role: str) -> None:
        """Show the advisor."""
        self.setText(name)
        self._role = role
        said = _("{name}: advisor, language and appearance").format(name=name or role)
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Only the initials."""
        self._narrow = narrow
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw initials, name and role; nothing before anybody works here."""
        if not self.text() and not self._role:
            return
        paint = colors()
        painter = QPainter(self)
        if self.underMouse():
            box(painter, QRectF(self.rect()), sizes.R_ROW, paint.hover, None)
        side = sizes.CONTROL - TWO
        left = (self.width() - side) / 2 if self._narrow else sizes.S
        disc = QRectF(left, (self.height() - side) / 2, side, side)
        box(painter, disc, side / 2, paint.accent_tint, None)
        painter.setPen(paint.accent_text)
        painter.setFont(font(Type.CAPTION_STRONG))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(self.text()))
        if not self._narrow:
            self._paint_name(painter, disc.right() + sizes.S)
        painter.end()

    def _paint_name(self, painter: QPainter, left: float) -> None:
        paint = colors()
        half = self.height() / 2
        for role, color, text, top in (
            (Type.SMALL_STRONG, paint.text, self.text(), half - sizes.XL + 3),
            (Type.CAPTION, paint.text3, self._role, half),
        ):
            painter.setFont(font(role))
            painter.setPen(color)
            shown = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(self.width() - left)
            )
            frame = QRectF(left, top, self.width() - left, sizes.ICON)
            painter.drawText(frame, Qt.AlignmentFlag.AlignVCenter, shown)
