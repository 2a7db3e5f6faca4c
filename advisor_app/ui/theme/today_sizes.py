"""The sizes of "Today" (DESIGN.md, sections 8 and 9), in logical pixels; they grow with the text."""

from advisor_app.ui.theme.text_size import scaled

# From this height of the window on, what is owed stands below the chart.
TALL = 1100

_AT_NORMAL_TEXT = {
    # The column of appointments and contacts, in a window as drawn and in a wide one.
    "LEFT": 400,
    "LEFT_WIDE": 500,
    # The third column of a wide window.
    "PREVIEW": 440,
    # One suggestion: as drawn, the least in a list that scrolls, the most in an empty one; its zones.
    "SUGGESTION": 104,
    "SUGGESTION_LEAST": 96,
    "SUGGESTION_MOST": 124,
    "SUGGESTION_SHOWN": 106,
    "RITUAL": 100,
    "ACTION": 218,
    # One appointment, its time, and the card without any.
    "VISIT": 74,
    "VISIT_TIME": 72,
    "NO_VISIT": 180,
    # One thing that is owed, while its words are not there yet.
    "OWED": 56,
    # The twelve months.
    "CHART_MOST": 260,
    "BARS": 90,
    "BAR_LABEL": 20,
    "BAR_LABEL_WIDTH": 80,
    "BAR_LETTER": 18,
    "BAR_GAP": 8,
}


def __getattr__(name: str) -> int:
    """A size at the present size of text; AttributeError for a name that is none."""
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
