"""What is owed, in words."""

from datetime import date, timedelta

from advisor_app.domain.owed import Owed, Owing
from advisor_app.i18n import _, pgettext
from advisor_app.i18n.formats import plain_date

_A_DAY = timedelta(days=1)


def what_is_owed(one: Owed) -> str:
    """What is to be done."""
    if one.owing is Owing.OUTCOME:
        return _("Say how the appointment went")
    if one.owing is Owing.FOLLOW_UP:
        return _("Send the summary of the meeting")
    return one.what or _("A promise")


def since_when(one: Owed, today: date) -> str:
    """The day it is due, or of the appointment."""
    if one.due == today:
        return pgettext("due", "today")
    if one.due > today:
        return _("by {day}").format(day=plain_date(one.due))
    if one.due == today - _A_DAY:
        return pgettext("due", "yesterday")
    return plain_date(one.due)


def settled_words(one: Owed, name: str) -> str:
    """What is told when it is done."""
    if one.owing is Owing.FOLLOW_UP:
        return _("{name}: the summary is sent.").format(name=name)
    return _("{name}: the promise is kept.").format(name=name)
