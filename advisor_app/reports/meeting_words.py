"""What page 2 says of the meeting: its course, and what to settle before parting."""

from collections.abc import Sequence
from datetime import timedelta

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_rules import GET_ACQUAINTED, BriefingSubject, introduces
from advisor_app.i18n import _, language
from advisor_app.playbooks.sheet_tables import agenda_items, follow_ups
from advisor_app.reports.relation_words import Catalogue
from advisor_app.reports.sheet_data import CourseLine, LeavingLine

_STEP = 5
# The sheet has a line of its own for the summary and for the next appointment.
_OWN_LINE = frozenset({"summary", "next_date", "close_theme", "consents"})
_LEAVING = 6


def course(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> tuple[CourseLine, ...]:
    """The steps of the meeting, fitted to its length, with clock times where it is booked."""
    steps = _steps(briefing, subject, catalogue)
    visit = briefing.visit
    minutes = [planned for _label, planned in steps]
    if visit is not None:
        minutes = _fitted(minutes, int((visit.end - visit.start).total_seconds()) // 60)
    moment = visit.start if visit else None
    lines = []
    for (label, _planned_minutes), length in zip(steps, minutes, strict=True):
        lines.append(CourseLine(moment.time() if moment else None, length, label))
        moment = moment + timedelta(minutes=length) if moment else None
    return tuple(lines)


def _steps(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> list[tuple[str, int]]:
    """Each step in words with its usual minutes; a meeting of three has its own (DOMAIN.md, 5)."""
    if introduces(briefing) and subject.code == GET_ACQUAINTED:
        return [
            (_("The former advisor opens and tells what was decided"), 10),
            (_("You introduce yourself"), 5),
            (_("The client speaks"), 15),
            (_("Promises said again, one by one"), 5),
            (_("How to reach each other"), 5),
            (_("The next date"), 5),
        ]
    steps = catalogue[subject.code].agenda if subject.code in catalogue else ()
    return [(agenda_items()[step.item].in_language(language()), step.minutes) for step in steps]


def _fitted(steps: Sequence[int], available: int) -> list[int]:
    """The steps' minutes in proportion, in fives; the longest steps take what is left or lacks."""
    planned = sum(steps)
    if not planned or planned == available:
        return list(steps)
    share = available / planned
    minutes = [max(_STEP, round(step * share / _STEP) * _STEP) for step in steps]
    while (lacking := available - sum(minutes)) and (lacking > 0 or max(minutes) > _STEP):
        longest = minutes.index(max(minutes))
        minutes[longest] = max(_STEP, minutes[longest] + max(lacking, -_STEP))
    return minutes


def leaving(
    subject: BriefingSubject, catalogue: Catalogue, follow_up_due: str
) -> tuple[LeavingLine, ...]:
    """What to settle before parting, at most six: what is owed within 48 hours comes first.

    `follow_up_due` is the worded moment, or empty.
    """
    note = (
        _("Follow-up note before {moment}").format(moment=follow_up_due)
        if follow_up_due
        else _("Follow-up note within 48 hours")
    )
    tasks = catalogue[subject.code].follow_up if subject.code in catalogue else ()
    own = [
        follow_ups()[code].label.in_language(language()) for code in tasks if code not in _OWN_LINE
    ]
    owed = (
        LeavingLine(_("Next appointment:"), to_fill=True),
        LeavingLine(note),
        *(LeavingLine(text) for text in own[: _LEAVING - 3]),
        LeavingLine(_("No project: theme closed for 12 months")),
    )
    besides = (
        LeavingLine(_("Next step:"), to_fill=True),
        LeavingLine(_("Accepted contacts read again together")),
    )
    return (*owed, *besides)[:_LEAVING]
