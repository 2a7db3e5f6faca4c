"""What page 2 says of the meeting: its course, documents, situation, what to settle."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisor_app.domain.briefing import Briefing, Holding
from advisor_app.domain.briefing_rules import (
    GET_ACQUAINTED,
    BriefingSubject,
    holds_back,
    introduces,
    other_projects,
    shown_holdings,
)
from advisor_app.domain.months import plus_months
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import month_and_year, plain_date
from advisor_app.playbooks.sheet_tables import (
    NOTHING_TO_BRING,
    agenda_items,
    documents,
    follow_ups,
    product_families,
)
from advisor_app.reports.relation_words import Catalogue, project_label
from advisor_app.reports.sheet_data import (
    CourseLine,
    DocumentLine,
    DocumentState,
    LeavingLine,
)

_STEP = 5
_SOON_MONTHS = 24
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


def document_lines(subject: BriefingSubject, catalogue: Catalogue) -> tuple[DocumentLine, ...]:
    """What the client may be asked to bring."""
    codes = catalogue[subject.code].documents if subject.code in catalogue else ()
    return tuple(
        DocumentLine(
            documents()[code].label.in_language(language()),
            _state(code, if_any=documents()[code].if_any),
        )
        for code in codes
    )


def _state(code: str, *, if_any: bool) -> DocumentState:
    if code == NOTHING_TO_BRING:
        return DocumentState.NOTHING
    return DocumentState.IF_ANY if if_any else DocumentState.TO_ASK


def situation(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> tuple[str, ...]:
    """What is held, by family, what ends within two years, what else is planned; no amounts.

    Nothing of it where the meeting is first of all for listening (PRODUCT.md, "Suggestions").
    """
    projects = [
        _planned(project_label(one.code, catalogue), one.noted_on)
        for one in other_projects(briefing, subject)
    ]
    if holds_back(briefing, catalogue):
        return (_("Listen first: this sheet carries no product."), *projects)
    return (*_held(shown_holdings(briefing), briefing.today), *projects)


def _planned(label: str, noted_on: date | None) -> str:
    if noted_on is None:
        return _("Project: {project}").format(project=label)
    return _("Project: {project}, noted on {day}").format(project=label, day=plain_date(noted_on))


def _held(holdings: Sequence[Holding], today: date) -> Iterator[str]:
    """One line a family, those that end soon first."""
    families: dict[str, list[Holding]] = {}
    for holding in holdings:
        families.setdefault(holding.family, []).append(holding)
    soon = plus_months(today, _SOON_MONTHS)
    for family, held in sorted(families.items(), key=lambda item: _first_end(item[1])):
        end = _first_end(held)
        opened = min((one.opened_on for one in held if one.opened_on), default=None)
        facts = {"family": family_label(family)}
        if end <= soon:
            yield _("{family}: held, ends on {day}").format(**facts, day=plain_date(end))
        elif end != date.max:
            yield _("{family}: held, until {month}").format(**facts, month=month_and_year(end))
        elif opened:
            yield _("{family}: held since {year}").format(**facts, year=opened.year)
        else:
            yield _("{family}: held").format(**facts)


def _first_end(held: Sequence[Holding]) -> date:
    return min((one.ends_on for one in held if one.ends_on), default=date.max)


def family_label(code: str) -> str:
    """What a family is called; a code that the table does not know stands for itself."""
    found = product_families().get(code)
    return found.in_language(language()) if found else code


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
