"""The application object: it owns the theme and gives every widget its colours."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from advisor_app.ui.theme.look import Look
from advisor_app.ui.theme.tokens import Colors, Scheme, load_colors

_MIDDLE = 128


class Application(QApplication):
    """Qt's application with the house's fonts, style and colours.

    The colours follow the system until the look names a scheme. `plain` leaves fonts (`dress`) and
    style (`refine`) for later: each costs about as much as half a bare window, and the frame can
    show before the first, the first page before the second.
    """

    worn = Signal()
    resized = Signal()

    def __init__(
        self, arguments: list[str], *, plain: bool = False, look: Look | None = None
    ) -> None:
        super().__init__(arguments)
        self._both = load_colors()
        self._look = look or Look()
        self._dressed = self._refined = False
        self._shown: Colors | None = None
        self._contrast: Colors | None = None
        if not plain:
            self.dress()
            self.refine()

    def dress(self) -> None:
        """Load the fonts and put on the colours, over Qt's plain Fusion; once."""
        from advisor_app.ui.theme.type_scale import Type, font, load_fonts

        if self._dressed:
            return
        self._dressed = True
        load_fonts()
        self.setStyle("Fusion")
        self.setFont(font(Type.BODY))
        self._apply()
        hints = self.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    def refine(self) -> None:
        """Put on the house's style; once.

        Qt asks a style written in Python hundreds of times while a page is made, and looks for the
        class of each widget and option that it hands over among all of its own.
        """
        if not self._refined:
            from advisor_app.ui.theme.read_out import read_rows_whole
            from advisor_app.ui.theme.style import HouseStyle

            self._refined = True
            read_rows_whole()
            self.setStyle(HouseStyle(self.colors))

    def scheme(self) -> Scheme:
        """The scheme that shows now."""
        if self._look.scheme is not None:
            return self._look.scheme
        return Scheme.DARK if self._system_is_dark() else Scheme.LIGHT

    @property
    def look(self) -> Look:
        """How the user likes the window."""
        return self._look

    def wear(self, look: Look) -> None:
        """Take another look: `worn` says so, and `resized` where the text changes its size.

        Colours change at once; sizes when the inside of the window is made anew.
        """
        before, self._look = self._look, look
        if look == before:
            return
        if look.scheme is not before.scheme:
            self._apply()
        self.worn.emit()
        if (look.text_percent, look.dense) != (before.text_percent, before.dense):
            self._resize()
            self.resized.emit()

    def choose(self, scheme: Scheme | None) -> None:
        """Show one scheme, or follow the system again."""
        self.wear(replace(self._look, scheme=scheme))

    def schemes(self) -> dict[Scheme, Colors]:
        """The colours of both schemes, for pictures of them."""
        return self._both

    def colors(self) -> Colors:
        """The colours that show now; asked at every stroke, so the answer is kept."""
        if self._shown is None:
            self._shown = self._contrast or self._both[self.scheme()]
        return self._shown

    def _system_is_dark(self) -> bool:
        """Before the style is on, the palette is still the system's own, and quicker to ask."""
        if not self._dressed:
            return self.palette().window().color().lightness() < _MIDDLE
        from PySide6.QtCore import Qt

        return self.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _resize(self) -> None:
        from advisor_app.ui.theme.type_scale import Type, font

        if self._dressed:
            self.setFont(font(Type.BODY))

    def moves(self) -> bool:
        """Whether panels may glide: neither the user nor the system asks for less movement."""
        if self._look.still or not self._dressed:
            return False
        from PySide6.QtWidgets import QStyle

        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def wants_contrast(self) -> bool:
        """Whether the system asks for high contrast now."""
        from advisor_app.ui.theme.contrast import wants_contrast

        return wants_contrast(self.styleHints())

    def _apply(self) -> None:
        from advisor_app.ui.theme.contrast import system_colors
        from advisor_app.ui.theme.palette import palette_of

        self._contrast = None
        if self.wants_contrast():
            self.setPalette(QPalette())
            self._contrast = system_colors(self.palette())
        self._shown = None
        self.setPalette(palette_of(self.colors()))


def colors() -> Colors:
    """The running application's colours: ask while painting, never keep them."""
    return cast("Application", QApplication.instance()).colors()
