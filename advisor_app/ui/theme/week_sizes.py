"""The sizes of the week and of the agenda (DESIGN.md, section 8), in logical pixels."""

from advisor_app.ui.theme.text_size import scaled

# A closed day takes this share of a day's width.
CLOSED_SHARE = 0.5
BAR = 4
HATCH = 8

_AT_NORMAL_TEXT = {
    # Half an hour, at its least.
    "HALF_HOUR": 28,
    # The hours at the left, and the days above.
    "HOURS": 56,
    "DAYS": 52,
    "TODAY": 24,
    # The panel at the right, as drawn, and one day of the month in it.
    "SIDE": 280,
    "MONTH": 240,
    "MONTH_DAY": 26,
    # A label in a closed day.
    "LABEL": 26,
    # One who waits for a time, while the words are not there yet.
    "WAITING": 64,
    # The card of the legend.
    "SWATCH": 16,
    # The dialog with its week.
    "DIALOG": 1198,
    "DIALOG_HEIGHT": 776,
    "FORM": 360,
    "WEEK": 420,
}


def __getattr__(name: str) -> int:
    """A size at the present size of text; AttributeError for a name that is none."""
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
