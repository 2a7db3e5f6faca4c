"""The sizes of the papers' page, in logical pixels; they grow with the text."""

from advisor_app.ui.theme.text_size import scaled

_AT_NORMAL_TEXT = {
    "PRINTING": 262,
    "LIST": 312,
    "DAY": 132,
}


def __getattr__(name: str) -> int:
    """A size at the present size of text; AttributeError for a name that is none."""
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
