"""The colleague who comes along to an appointment: free too, and taken from then on."""

from advisor_app.domain.appointments import Wish
from advisor_app.domain.booking import busy_seconds, check_time, kind_of
from advisor_app.domain.booking_refusals import ClosedThatDay, ColleagueNotThere, OutsideHours
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import minutes_between
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.stretches import Stretch
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.busy_time import refuse_busy
from advisor_app.services.desk import Desk
from advisor_app.services.opening import hours_of
from advisor_app.storage.organisation import find_advisor, read_advisor
from advisor_app.storage.store import Transaction


def colleague_named(transaction: Transaction, advisor: Advisor, ref: str | None) -> Key | None:
    """The advisor of a reference who comes along; NoSuchAdvisor. Nobody comes along to himself."""
    if ref is None or ref == advisor.ref:
        return None
    found = find_advisor(transaction, ref)
    if found is None:
        raise NoSuchAdvisor(ref)
    return found.key


def check_colleague(desk: Desk, transaction: Transaction, key: Key, wished: Wish) -> None:
    """Raise what keeps a colleague from coming along: ColleagueNotThere or BusyElsewhere."""
    colleague = read_advisor(transaction, key)
    hours = hours_of(transaction, colleague, wished.start.day)
    try:
        check_time(wished, hours, int(desk.now().timestamp()), desk.today())
    except (ClosedThatDay, OutsideHours):
        raise ColleagueNotThere(colleague.name, wished.start) from None
    kind = kind_of(meeting_kinds(), wished.place, minutes_between(wished.start, wished.end))
    busy = Stretch(*busy_seconds(wished.start.utc, wished.end.utc, kind))
    refuse_busy(transaction, desk, colleague, busy, wished.start.zone)
