"""Where the lanes of the whole thread lie, in logical pixels from its top; they grow with the text."""

from advisor_app.ui.theme.text_size import scaled

# Heights of the lanes' middles, from the top, at the normal size of text.
_AT_NORMAL_TEXT = {
    "NAMES": 12,
    "PERIODS": 24,
    "TODAY_TITLE": 36,
    "TITLES": 43,
    "TODAY_CLOCK": 51,
    "DATES": 58,
    "LINE": 80,
    "PROJECTS": 108,
    "BASE": 146,
    "YEARS": 160,
    "HEIGHT": 168,
}


def __getattr__(name: str) -> int:
    """A place at the present size of text; AttributeError for a name that is none."""
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
