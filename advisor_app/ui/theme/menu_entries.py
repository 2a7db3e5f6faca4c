"""How the style draws menus: their edge, their lines, the entry that the pointer is on."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionMenuItem

from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Colors

_STATE = QStyle.StateFlag


def is_entry(option: QStyleOption) -> bool:
    """Whether it is an entry that can be pressed, and no line between two groups."""
    separator = QStyleOptionMenuItem.MenuItemType.Separator
    return isinstance(option, QStyleOptionMenuItem) and option.menuItemType is not separator


def draw_line(painter: QPainter, option: QStyleOption, colors: Colors) -> None:
    """Draw the line between two groups."""
    inside = option.rect.adjusted(sizes.XS, 0, -sizes.XS, 0)
    line = QRect(inside.left(), inside.center().y(), inside.width(), sizes.HAIR)
    painter.fillRect(line, colors.border)


def draw_ground(painter: QPainter, option: QStyleOption, colors: Colors) -> None:
    """Draw the ground of a menu and its edge; Fusion's own is darker than a dark window."""
    painter.fillRect(option.rect, colors.border_strong)
    edge = sizes.HAIR
    painter.fillRect(option.rect.adjusted(edge, edge, -edge, -edge), colors.surface)


def choose_entry(painter: QPainter, option: QStyleOption, colors: Colors) -> QStyleOption:
    """Draw the rounded ground of a chosen entry; what is left to draw is given back."""
    on = bool(option.state & _STATE.State_Selected and option.state & _STATE.State_Enabled)
    if not on or not isinstance(option, QStyleOptionMenuItem):
        return option
    box(painter, QRectF(option.rect), sizes.R_CONTROL, colors.selected, None)
    rest = QStyleOptionMenuItem(option)
    rest.state &= ~_STATE.State_Selected
    return rest
