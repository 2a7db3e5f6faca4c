"""The days on which a suggestion may come back, in words."""

from advisor_app.domain.snooze_days import SnoozeDay, Wait
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import long_date


def snooze_words(offered: SnoozeDay) -> str:
    """The wait and its day; where that is not the calendar's, which day is closed, and why."""
    label, day = _label(offered.wait), long_date(offered.day)
    if offered.closed is None:
        return _("{label}, {day}").format(label=label, day=day)
    wished = long_date(offered.wished)
    if offered.closed.holiday is not None:
        holiday = offered.closed.holiday.in_language(language())
        words = _("{label}, {day}: {closed} is a holiday ({holiday})")
        return words.format(label=label, day=day, closed=wished, holiday=holiday)
    words = _("{label}, {day}: you do not work on {closed}")
    return words.format(label=label, day=day, closed=wished)


def _label(wait: Wait) -> str:
    return {
        Wait.TOMORROW: _("Tomorrow"),
        Wait.NEXT_WEEK: _("Next week"),
        Wait.IN_A_MONTH: _("In a month"),
    }[wait]
