"""The bar above every page: back, search, and a new appointment."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.parts.tags import Keys
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font

_MOST_OF_IT = 1_000


class TopBar(QWidget):
    """What stays above the pages."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row = QHBoxLayout(self)
        row.setSpacing(sizes.L)
        self.stand_at(sizes.PAGE)
        self.back = Button("", Kind.GHOST, icon="chevron-left")
        self._discreet = False
        self.place = Text("", Type.SMALL_MEDIUM, Tone.SECOND)
        self.search = SearchButton()
        self.discreet = Button(
            _("Discreet mode"), Kind.GHOST, icon="eye-off", name=_("Discreet mode")
        )
        self.discreet.set_keys("F8", capped=True)
        self.propose = Button(
            _("New appointment"), Kind.SECONDARY, icon="calendar-plus", name=_("New appointment")
        )
        row.addWidget(self.back)
        row.addWidget(self.place)
        # The search takes what room there is up to its own width, before anything stays empty.
        row.addWidget(self.search, _MOST_OF_IT)
        row.addStretch(1)
        row.addWidget(self.discreet)
        row.addWidget(self.propose)
        self.show_way_back("")

    def fit(self, window_width: int) -> None:
        """Short words in a small window; the whole ones are the tooltips and what is read out."""
        narrow = window_width < sizes.NARROW
        self.discreet.setText("" if narrow else _("Discreet mode"))
        self.discreet.set_keys("" if narrow else "F8", capped=True)
        self.propose.setText(_("New") if narrow else _("New appointment"))
        for button in (self.discreet, self.propose):
            button.updateGeometry()

    def stand_at(self, edge: int) -> None:
        """Stand in line with the page below, so far from the edges."""
        self._row.setContentsMargins(edge, sizes.S + 2, edge, 0)

    def show_discreet(self, on: bool) -> None:
        """Show whether the window is discreet; a count of other clients is not for a visitor."""
        self._discreet = on
        self.place.setVisible(bool(self.place.text()) and not on)
        self.discreet.set_kind(Kind.SOFT if on else Kind.GHOST)
        self.discreet.setAccessibleName(_("Discreet mode, on") if on else _("Discreet mode, off"))

    def show_way_back(self, title: str, place: str = "") -> None:
        """Name the page that Alt+Left returns to; nothing without a title."""
        self.back.setText(title)
        self.back.setAccessibleName(_("Back to {page}").format(page=title))
        self.back.updateGeometry()
        self.back.setVisible(bool(title))
        self.place.setText(place)
        self.place.setVisible(bool(place) and not self._discreet)


class SearchButton(Pressable):
    """Looks like a search field; it opens the search, which is one for the whole window."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setText(_("Search for a client, a project, an action…"))
        self.setAccessibleName(_("Search"))
        self.setFixedHeight(sizes.SEARCH)
        self.setMaximumWidth(sizes.SEARCH_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, sizes.S, 0)
        row.addStretch(1)
        row.addWidget(Keys(_("Ctrl+K")))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(sizes.SEARCH_WIDTH, sizes.SEARCH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the glass and the hint."""
        paint = colors()
        painter = QPainter(self)
        edge = paint.text3 if self.underMouse() else paint.border_strong
        box(painter, QRectF(self.rect()), sizes.R_CONTROL, paint.surface, edge)
        side = sizes.ICON
        frame = QRectF(sizes.M, (self.height() - side) / 2, side, side)
        draw_icon(painter, "search", frame, paint.text2)
        painter.setFont(font(Type.BODY))
        painter.setPen(paint.text3)
        room = QRectF(self.rect()).adjusted(sizes.CONTROL_LARGE, 0, -sizes.BADGE * 2, 0)
        fits = painter.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        shown = self.text() if fits else _("Search")
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
