"""Qt's palette from the tokens, for the widgets that paint themselves."""

from PySide6.QtGui import QPalette

from advisor_app.ui.theme.tokens import Colors

_ROLE = QPalette.ColorRole


def palette_of(colors: Colors) -> QPalette:
    """The palette of one scheme, disabled controls included."""
    palette = QPalette()
    for role, color in {
        _ROLE.Window: colors.bg,
        _ROLE.WindowText: colors.text,
        _ROLE.Base: colors.surface,
        _ROLE.AlternateBase: colors.sunken,
        _ROLE.Text: colors.text,
        _ROLE.PlaceholderText: colors.text3,
        _ROLE.Button: colors.surface,
        _ROLE.ButtonText: colors.text,
        _ROLE.ToolTipBase: colors.text,
        _ROLE.ToolTipText: colors.surface,
        _ROLE.Highlight: colors.selected,
        _ROLE.HighlightedText: colors.text,
        _ROLE.Link: colors.accent_text,
        _ROLE.LinkVisited: colors.accent_text,
        _ROLE.Mid: colors.border,
        _ROLE.Dark: colors.border_strong,
        _ROLE.Shadow: colors.shadow,
        _ROLE.Accent: colors.accent,
    }.items():
        palette.setColor(role, color)
    for role in (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colors.disabled_text)
    palette.setColor(QPalette.ColorGroup.Disabled, _ROLE.Base, colors.disabled_bg)
    return palette
