"""Colours, sizes, type and style: the only place of the window that knows a literal of them."""

from advisor_app.ui.theme.application import Application, colors
from advisor_app.ui.theme.tokens import Colors, Scheme, Tone
from advisor_app.ui.theme.type_scale import Type, font, line_height

__all__ = ["Application", "Colors", "Scheme", "Tone", "Type", "colors", "font", "line_height"]
