"""The application object: it owns the theme and gives every widget its colours."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from advisor_app.ui.theme.palette import palette_of
from advisor_app.ui.theme.style import HouseStyle
from advisor_app.ui.theme.tokens import Colors, Scheme, load_colors
from advisor_app.ui.theme.type_scale import Type, font, load_fonts


class Application(QApplication):
    """Qt's application with the house's fonts, style and colours.

    The colours follow the system until `choose` names a scheme.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        load_fonts()
        self._both = load_colors()
        self._chosen: Scheme | None = None
        self.setStyle(HouseStyle(self.colors))
        self.setFont(font(Type.BODY))
        self._apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)

    def scheme(self) -> Scheme:
        """The scheme that shows now."""
        if self._chosen is not None:
            return self._chosen
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK if dark else Scheme.LIGHT

    def choose(self, scheme: Scheme | None) -> None:
        """Show one scheme, or follow the system again."""
        self._chosen = scheme
        self._apply()

    def colors(self) -> Colors:
        """The colours that show now."""
        return self._both[self.scheme()]

    def _apply(self) -> None:
        self.setPalette(palette_of(self.colors()))


def colors() -> Colors:
    """The running application's colours: ask while painting, never keep them."""
    return cast("Application", QApplication.instance()).colors()
