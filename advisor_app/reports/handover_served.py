"""What a handover sheet says of the service: since when, how urgent, protected, how to introduce."""

from collections.abc import Iterator
from datetime import timedelta

from advisor_app.domain.briefing import Briefing, ServedPeriod
from advisor_app.domain.briefing_rules import protections
from advisor_app.domain.codes import Announced
from advisor_app.domain.handover import (
    HandoverPriority,
    Priority,
    PriorityReason,
    advisors_since,
)
from advisor_app.domain.known_facts import FactName, told
from advisor_app.domain.months import less_months
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.formats import field_date, listed, short_month_and_year

_FIVE_YEARS = 60
# Within so many days the new advisor has met, or at C spoken with, the client (DOMAIN.md, 5).
_DAYS = {Priority.A: 30, Priority.B: 90, Priority.C: 180}


def since(briefing: Briefing) -> Iterator[str]:
    """Client since, advisor since, how many advisors: the label says which is which."""
    parts, period = [], present(briefing)
    known = [client.since for client in briefing.clients if client.since]
    if known:
        parts.append(short_month_and_year(min(known)))
    if period:
        parts.append(f"{period.name}, {short_month_and_year(period.from_day)}")
    count = advisors_since(briefing, less_months(briefing.today, _FIVE_YEARS))
    parts.append(ngettext("{count} advisor", "{count} advisors", count).format(count=count))
    yield " · ".join(parts)


def why(ranked: HandoverPriority) -> str:
    """The letter, and the reasons for it."""
    if not ranked.reasons:
        return ranked.priority.value
    reasons = listed([_reason(one) for one in ranked.reasons])
    return pgettext("priority", "{letter}: {reasons}").format(
        letter=ranked.priority, reasons=reasons
    )


def protection(briefing: Briefing) -> Iterator[str]:
    """The measure, who represents the client, and with which powers."""
    measures = [measure or _("noted") for measure in protections(briefing)]
    yield from measures or [_("none known")]
    for name in told(briefing, FactName.REPRESENTATIVE):
        yield _("represented by {name}").format(name=name)
    for powers in told(briefing, FactName.POWERS):
        yield _("powers: {powers}").format(powers=powers)


def introduction(briefing: Briefing, ranked: HandoverPriority) -> Iterator[str]:
    """How to introduce the new advisor and by when; how the change was announced."""
    period, days = present(briefing), _DAYS[ranked.priority]
    last = period.from_day + timedelta(days) if period else None
    if last is not None and last >= briefing.today:
        when = _("by {day}").format(day=field_date(last))
    else:
        when = ngettext("within {count} day", "within {count} days", days).format(count=days)
    yield f"{_mode(ranked.priority)}, {when}"
    yield from _announced(period)


def _mode(priority: Priority) -> str:
    return {
        Priority.A: _("three-way, or the former advisor calls"),
        Priority.B: _("the new advisor calls"),
        Priority.C: _("letter, then a contact in person"),
    }[priority]


def _announced(period: ServedPeriod | None) -> Iterator[str]:
    if period is None or period.announced in {None, Announced.NONE}:
        return
    words = {
        Announced.EMAIL: _("announced by e-mail"),
        Announced.LETTER: _("announced by letter"),
        Announced.CALL: _("announced by a call"),
        Announced.IN_PERSON: _("announced in person"),
    }
    yield words[period.announced]


def present(briefing: Briefing) -> ServedPeriod | None:
    """Who serves the clients today."""
    today = briefing.today
    serving = [
        one
        for one in briefing.periods
        if one.from_day <= today and (one.until_day is None or one.until_day >= today)
    ]
    return serving[0] if serving else None


def _reason(reason: PriorityReason) -> str:
    return {
        PriorityReason.PROMISE: pgettext("priority", "a promise is open"),
        PriorityReason.PROJECT_SOON: pgettext("priority", "a project within six months"),
        PriorityReason.COMPLAINT: pgettext("priority", "a complaint within a year"),
        PriorityReason.HARD_TIMES: pgettext("priority", "a hard time"),
        PriorityReason.PROTECTED: pgettext("priority", "a protection measure"),
        PriorityReason.CLOSELY_SERVED: pgettext("priority", "closely served"),
        PriorityReason.PROJECT: pgettext("priority", "a known project"),
        PriorityReason.NOT_MET: pgettext("priority", "not met for long"),
        PriorityReason.MANY_ADVISORS: pgettext("priority", "three advisors or more in five years"),
        PriorityReason.OLD_AGE: pgettext("priority", "75 years or more"),
    }[reason]
