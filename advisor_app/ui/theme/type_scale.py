"""The seven sizes of text (DESIGN.md, section 2), in logical pixels at 96 dpi and 100 per cent."""

from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from advisor_app.resources import resource_folder
from advisor_app.ui.theme.text_size import scaled, text_percent

_UI = ("Inter", "Noto Sans", "DejaVu Sans")
_SERIF = ("Source Serif 4", "Noto Serif", "DejaVu Serif")
_SMALLEST = 12
# Of the bundled ones, those of the roles below; the papers take others too.
_FILES = (
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "SourceSerif4-SemiBold",
    "SourceSerif4-Italic",
)


class Type(Enum):
    """A role of text: families, size, line height, weight, italic."""

    HERO = (_SERIF, 30, 38, QFont.Weight.DemiBold, False)
    H1 = (_SERIF, 27, 34, QFont.Weight.DemiBold, False)
    H1_SMALL = (_SERIF, 22, 28, QFont.Weight.DemiBold, False)
    FIGURE = (_SERIF, 28, 32, QFont.Weight.DemiBold, False)
    H2 = (_SERIF, 18, 24, QFont.Weight.DemiBold, False)
    BRAND = (_SERIF, 17, 24, QFont.Weight.DemiBold, False)
    QUOTE = (_SERIF, 16, 22, QFont.Weight.Normal, True)
    LEAD = (_UI, 16, 24, QFont.Weight.Normal, False)
    H3 = (_UI, 15, 22, QFont.Weight.DemiBold, False)
    DAY = (_UI, 21, 24, QFont.Weight.DemiBold, False)
    BODY = (_UI, 14, 20, QFont.Weight.Normal, False)
    BODY_MEDIUM = (_UI, 14, 20, QFont.Weight.Medium, False)
    BODY_STRONG = (_UI, 14, 20, QFont.Weight.DemiBold, False)
    SMALL = (_UI, 13, 18, QFont.Weight.Normal, False)
    SMALL_MEDIUM = (_UI, 13, 18, QFont.Weight.Medium, False)
    SMALL_STRONG = (_UI, 13, 18, QFont.Weight.DemiBold, False)
    CAPTION = (_UI, 12, 16, QFont.Weight.Normal, False)
    CAPTION_MEDIUM = (_UI, 12, 16, QFont.Weight.Medium, False)
    CAPTION_STRONG = (_UI, 12, 16, QFont.Weight.DemiBold, False)


def load_fonts() -> None:
    """Make the bundled fonts known; a missing file leaves the system's own."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(resource_folder() / "fonts" / f"{name}.ttf"))


def font(role: Type, *, tabular: bool = False) -> QFont:
    """The font of a role; `tabular` gives digits of one width, for columns of figures."""
    return _font(role, text_percent(), tabular=tabular)


def line_height(role: Type) -> int:
    """From one base line to the next, in logical pixels."""
    return scaled(role.value[2])


@cache
def _font(role: Type, _percent: int, *, tabular: bool) -> QFont:
    families, size, _height, weight, italic = role.value
    made = QFont(list(families))
    made.setPixelSize(max(scaled(size), _SMALLEST))
    made.setWeight(weight)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
