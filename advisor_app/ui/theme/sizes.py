"""Distances, radii and heights (DESIGN.md, sections 2 and 8), in logical pixels.

What holds text (`CONTROL`, `TAG`, `RAIL`...) grows with the size of text, and so do the widths at
which the window changes its form; the grid, the radii and the hairlines stay.
"""

from advisor_app.ui.theme.text_size import look, scaled

# The grid of 4.
HAIR = 1
TIGHT = 2
XS = 4
S = 8
M = 12
L = 16
XL = 20
XXL = 24
PAGE = 28
CARD_GAP = 16
CARD_PAD = 18

# Radii.
R_CHECK = 4
R_CONTROL = 7
R_ROW = 8
R_CARD = 10

# The window, as it first opens and at its least.
WINDOW = (1440, 900)
WINDOW_MIN = (960, 600)
# What a system's own frame adds to a window, at most: its edges, its title.
FRAME = (16, 48)

# How many suggestions a day shows first.
FEW = 5

# Focus ring.
RING = 2
RING_GAP = 2

# Times, in milliseconds.
TOAST_MS = 8_000
SKELETON_MS = 300
SLOW_MS = 2_000
SEARCH_MS = 120
TOOLTIP_MS = 600

_AT_NORMAL_TEXT = {
    # Heights.
    "CONTROL": 34,
    "CONTROL_SMALL": 30,
    "CONTROL_LARGE": 40,
    "SEARCH": 36,
    "TABLE_ROW": 36,
    "TABLE_ROW_LOW": 33,
    "CHIP": 30,
    "TAG": 22,
    "NAV_ITEM": 40,
    "NAV_ITEM_NARROW": 52,
    "STATUS_BAR": 26,
    "TABS": 42,
    # Widths.
    "RAIL": 204,
    "RAIL_NARROW": 92,
    "RAIL_WIDE": 240,
    "SEARCH_WIDTH": 440,
    "PREVIEW": 290,
    "FILTER_WIDTH": 228,
    "FILTER_WIDTH_LEAST": 180,
    "FILTER_WIDTH_WIDE": 296,
    # Words and the control at their right stay within one look.
    "TEXT_COLUMN": 1300,
    "HELP_WIDTH": 620,
    "HELP_HEIGHT": 700,
    # Icons.
    "ICON": 18,
    "ICON_SMALL": 14,
    "ICON_NAV": 20,
    "ICON_LARGE": 22,
    "BADGE": 36,
    # Where the window changes its form.
    "WIDE": 1920,
    "MEDIUM": 1400,
    "NARROW": 1180,
    "LOW": 800,
    "VERY_LOW": 700,
}


# Where the user wants close rows in tables; still a target of 30 pixels for the mouse.
_DENSE = {"TABLE_ROW": 30, "TABLE_ROW_LOW": 30}


def __getattr__(name: str) -> int:
    """A size that holds text, at the present size of text; AttributeError for any other name."""
    if name in _DENSE and look().dense:
        return scaled(_DENSE[name])
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
