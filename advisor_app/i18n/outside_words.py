"""Booked meetings that no longer fit hours, days or rooms, in words; no client is named."""

from advisor_app.domain.booking_refusals import ClosedThatDay, ColleagueNotThere, OutsideHours
from advisor_app.domain.opening import Closed, WhyClosed
from advisor_app.domain.outside import Outside
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.agenda_words import closed_label
from advisor_app.i18n.booking_words import hours_text
from advisor_app.i18n.formats import clock, long_date, number
from advisor_app.i18n.today_words import capitalised


def outside_title(one: Outside) -> str:
    """Whose meeting it is, and when."""
    return _("{day}, {start} to {end}, {advisor}").format(
        day=capitalised(long_date(one.start.day)),
        start=clock(one.start.clock),
        end=clock(one.end.clock),
        advisor=one.advisor,
    )


def outside_reason(one: Outside) -> str:
    """Why it could not be booked so any more."""
    why = one.why
    if isinstance(why, ClosedThatDay):
        return _closed(why.closed)
    if isinstance(why, OutsideHours):
        return _("The hours of that day are {hours}.").format(hours=hours_text(why.spans))
    if isinstance(why, ColleagueNotThere):
        return _("{name}, who comes along, does not work then.").format(name=why.name)
    return _("{room} seats {seats}, and {people} people meet.").format(
        room=why.name, seats=number(why.seats), people=number(why.people)
    )


def _closed(closed: Closed) -> str:
    if closed.holiday is not None or closed.reason:
        return _("Closed that day: {reason}.").format(reason=closed_label(closed))
    return {
        WhyClosed.ADVISOR_AWAY: _("The advisor is away that day."),
        WhyClosed.BRANCH_CLOSED: _("The branch is closed that day."),
    }.get(closed.why, _("There are no hours that day any more."))


def outside_count(count: int) -> str:
    """How many there are, and what is to be done."""
    return ngettext(
        "{count} booked meeting no longer fits. It stays booked until you have agreed on"
        " something else with the client.",
        "{count} booked meetings no longer fit. They stay booked until you have agreed on"
        " something else with the clients.",
        count,
    ).format(count=number(count))
