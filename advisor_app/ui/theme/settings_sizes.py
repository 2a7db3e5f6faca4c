"""The sizes of the settings (DESIGN.md, pictures 12 and 12b), in logical pixels."""

from advisor_app.ui.theme.text_size import scaled

# The slider's knob and groove, and the points of the chart of its stops.
KNOB = 16
GROOVE = 4
DOT = 8
DOT_CHOSEN = 14
CHART_SIDE = 24

# The picture of a theme: its size, and each bar's place down, width and colour, in shares of it.
TILE = (104, 60)
TILE_BARS = ((0.18, 0.45, "text"), (0.38, 0.70, "border_strong"), (0.60, 0.33, "accent"))

# The smallest text, the usual one, and two larger ones, in per cent.
TEXT_SIZES = (90, 100, 120, 150)

_AT_NORMAL_TEXT = {
    # The list at the left, and one line of it.
    "LIST": 232,
    "LINE": 38,
    # A row of a card, while its words are not there yet.
    "ROW": 64,
    # A field for a time of the day.
    "TIME": 64,
    # The chart of the slider's stops.
    "CHART_HEIGHT": 136,
}


def __getattr__(name: str) -> int:
    """A size that holds text, at the present size of text; AttributeError for any other name."""
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
