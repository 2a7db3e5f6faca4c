"""Pauses in words."""

from advisor_app.domain.pauses import Pause
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import number, plain_date


def see_pauses(count: int) -> str:
    """What the button says that shows the pauses."""
    if count == 0:
        return _("No pause at present")
    return ngettext("See the pause", "See the {count} pauses", count).format(count=number(count))


def pause_line(pause: Pause) -> str:
    """Who, and until when."""
    if pause.until is None:
        return _("{name}: not to be contacted, until told otherwise").format(name=pause.name)
    day = plain_date(pause.until)
    return _("{name}: nothing until {day}").format(name=pause.name, day=day)
