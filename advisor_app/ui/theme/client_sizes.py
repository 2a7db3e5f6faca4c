"""The sizes of a client's page, in logical pixels; they grow with the text."""

from advisor_app.ui.theme.text_size import scaled

# From bar to bar of the legend, and where they stand, in a mark that grows as a whole.
KEY_STEP, KEY_BASE = 5, 13
_AT_NORMAL_TEXT = {
    "EVIDENCE": 620,
    "EVIDENCE_HEIGHT": 420,
    "EXCHANGE_DAY": 118,
    "FACT_NAME": 130,
    "STAGE_BAR": 6,
    "LEAF": 52,
    "LEAF_DAY": 30,
    "KEY": 16,
}


def __getattr__(name: str) -> int:
    """A size at the present size of text; AttributeError for a name that is none."""
    try:
        return scaled(_AT_NORMAL_TEXT[name])
    except KeyError:
        raise AttributeError(name) from None
