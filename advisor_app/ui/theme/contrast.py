"""The system's own colours where it asks for high contrast: the tokens step back."""

from PySide6.QtGui import QColor, QPalette, QStyleHints

from advisor_app.ui.theme.tokens import Colors

_ROLE = QPalette.ColorRole
# Which of the system's colours each token takes; what is not named here is a ground.
_MARKS = frozenset(
    {
        "border",
        "border_strong",
        "text",
        "text2",
        "text3",
        "accent_text",
        "accent_line",
        "digital",
        "digital_text",
        "digital_faint",
        "warn",
        "warn_text",
        "warn_line",
        "project",
        "project_text",
        "project_line",
        "danger",
        "danger_text",
        "danger_line",
        "focus",
    }
)
_CHOSEN = frozenset({"accent", "accent_hover", "accent_press"})


def wants_contrast(hints: QStyleHints) -> bool:
    """Whether the system asks for high contrast; Qt tells it from 6.10 on."""
    asked = getattr(hints, "accessibility", None)
    if asked is None:
        return False
    from PySide6.QtCore import Qt

    return bool(asked().contrastPreference() is Qt.ContrastPreference.HighContrast)


def system_colors(system: QPalette) -> Colors:
    """Every token from the system's palette: text on a ground, and what is chosen."""
    return Colors(**{name: _color(name, system) for name in Colors._fields})


def _color(name: str, system: QPalette) -> QColor:
    if name == "disabled_text":
        return system.color(QPalette.ColorGroup.Disabled, _ROLE.WindowText)
    if name in _MARKS:
        return system.color(_ROLE.WindowText)
    if name in _CHOSEN:
        return system.color(_ROLE.Highlight)
    if name == "on_accent":
        return system.color(_ROLE.HighlightedText)
    return system.color(_ROLE.Window)
