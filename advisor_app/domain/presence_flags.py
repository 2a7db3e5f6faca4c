"""The evidence of each flag, and since when it has been carried, from one client's record.

Which flags a client carries is decided by the statement over facts; here each of them is explained.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from advisor_app.domain.codes import Announced, Flag
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.presence import (
    CommitmentDue,
    ErrandsOnly,
    Evidence,
    FollowUpDue,
    Limits,
    NotIntroduced,
    OnlineOnly,
    ProjectUnattended,
    RaisedFlag,
    Unanswered,
    limits,
)
from advisor_app.domain.presence_runs import (
    ONE_DAY,
    Ages,
    History,
    Span,
    errands_since,
    later,
    project_start,
    spans_since,
    unanswered_since,
)


class Turn(NamedTuple):
    """One advisor's assignment, both ends included; `last` None while it is open."""

    advisor: str
    advisor_name: str
    first: date
    last: date | None


class Meeting(NamedTuple):
    """A meeting with one advisor; with several it stands once for each."""

    advisor: str
    day: date


class KnownProject(NamedTuple):
    """A project heard or open; `attended_on` is its first meeting or talk since it was noted."""

    ref: str
    code: str
    target: PartialDate | None
    noted_on: date | None
    attended_on: date | None


class FollowUp(NamedTuple):
    """The written follow-up of an appointment held; `due` in wall time."""

    appointment: str
    due: datetime
    sent_on: date | None


class Commitment(NamedTuple):
    """What the bank promised for a day."""

    ref: str
    what: str
    due: date
    done_on: date | None


class Record(NamedTuple):
    """What explains the flags of one client; only what the carried flags need has to be there.

    Turns begin on or before the day, earliest first; `assigned_from` and `announced` are those of
    the present assignment, merged. `online_count` adds up the digital months that still count.
    """

    history: History
    last_digital_month: date | None = None
    online_count: int = 0
    last_answer: date | None = None
    no_contact_until: date | None = None
    assigned_from: date | None = None
    announced: Announced | None = None
    turns: Sequence[Turn] = ()
    meetings: Sequence[Meeting] = ()
    projects: Sequence[KnownProject] = ()
    follow_ups: Sequence[FollowUp] = ()
    commitments: Sequence[Commitment] = ()


class Explained(NamedTuple):
    """Evidence, and the first day of the run before anything is known of "no contact until"."""

    evidence: Evidence
    since: date | None


def raise_flags(
    flags: Iterable[Flag], record: Record, ages: Ages, day: date, state_since: date | None
) -> tuple[RaisedFlag, ...]:
    """Each flag with its evidence; while the client asked to be left alone none was carried."""
    quiet = record.no_contact_until
    free = quiet + ONE_DAY if quiet else None
    raised = []
    for flag in flags:
        evidence, since = _EXPLAIN[flag](record, ages, day)
        # Only what a state raises by itself has no beginning of its own.
        started = state_since if flag is _OF_STATE else since
        raised.append(RaisedFlag(flag, later(started, free), evidence))
    return tuple(raised)


@lru_cache(maxsize=1 << 10)
def _limits(day: date, ages: Ages) -> Limits:
    return limits(day, ages.on(day))


def _online_only(record: Record, ages: Ages, day: date) -> Explained:
    history, limit = record.history, _limits(day, ages).digital_from
    written = len([one for one in history.written_in if one >= limit])
    evidence = OnlineOnly(
        history.meetings[0] if history.meetings else None,
        history.talks[0] if history.talks else None,
        record.last_digital_month,
        record.online_count + written,
    )
    return Explained(evidence, None)


def _not_introduced(record: Record, ages: Ages, day: date) -> Explained:
    turn, first = record.turns[-1], record.assigned_from or record.turns[-1].first
    evidence = NotIntroduced(
        advisor=turn.advisor,
        advisor_name=turn.advisor_name,
        from_day=first,
        announced=record.announced,
        changes_without_meeting=changes_without_meeting(record.turns, record.meetings, day),
    )
    return Explained(evidence, first + timedelta(days=ages.on(day).introduction_days))


def changes_without_meeting(turns: Sequence[Turn], meetings: Sequence[Meeting], day: date) -> int:
    """How many changes of advisor, back from the last, the client went through unmet.

    A change is passed without a meeting when, in the time of the advisor who came, the client had
    none with this advisor. Coming back to the same advisor after a gap is no change.
    """
    count, until = 0, day
    for before, now in zip(turns[-2::-1], turns[:0:-1], strict=True):
        if now.advisor == before.advisor:
            continue
        if any(one.advisor == now.advisor and now.first <= one.day <= until for one in meetings):
            break
        count += 1
        until = now.first - ONE_DAY
    return count


def _errands_only(record: Record, ages: Ages, day: date) -> Explained:
    start = _limits(day, ages).drifting_from
    days = [one for one in record.history.errands if one >= start]
    evidence = ErrandsOnly(len(days), tuple(sorted(set(days))))
    return Explained(evidence, errands_since(record.history, ages, day))


def _unanswered(record: Record, ages: Ages, day: date) -> Explained:
    start = _limits(day, ages).drifting_from
    answer = record.last_answer
    letters = [
        one for one in record.history.letters if one >= start and (answer is None or one > answer)
    ]
    evidence = Unanswered(len(letters), letters[-1], answer)
    return Explained(evidence, unanswered_since(record.history, ages, day, answer))


def _project_unattended(record: Record, ages: Ages, day: date) -> Explained:
    near = _limits(day, ages).project_by
    known = [one for one in record.projects if one.target is None or one.target.first_day <= near]
    waiting = min((one for one in known if one.attended_on is None), key=_soonest)
    spans = (
        Span(
            project_start(_target(one), one.noted_on, ages, day),
            one.attended_on and one.attended_on - ONE_DAY,
        )
        for one in known
    )
    evidence = ProjectUnattended(waiting.ref, waiting.code, waiting.target, waiting.noted_on)
    return Explained(evidence, spans_since(spans, day))


def _soonest(project: KnownProject) -> tuple[date, date, str]:
    return _target(project) or date.max, project.noted_on or date.min, project.ref


def _target(project: KnownProject) -> date | None:
    return project.target.first_day if project.target else None


def _follow_up_due(record: Record, _ages: Ages, day: date) -> Explained:
    due = [one for one in record.follow_ups if one.due.date() <= day]
    late = min(
        (one for one in due if one.sent_on is None or one.sent_on > day),
        key=lambda one: (one.due, one.appointment),
    )
    spans = (Span(one.due.date(), one.sent_on and one.sent_on - ONE_DAY) for one in due)
    return Explained(FollowUpDue(late.appointment, late.due), spans_since(spans, day))


def _commitment_due(record: Record, _ages: Ages, day: date) -> Explained:
    due = [one for one in record.commitments if one.due < day]
    late = min(
        (one for one in due if one.done_on is None or one.done_on > day),
        key=lambda one: (one.due, one.ref),
    )
    spans = (Span(one.due + ONE_DAY, one.done_on and one.done_on - ONE_DAY) for one in due)
    return Explained(CommitmentDue(late.ref, late.what, late.due), spans_since(spans, day))


_OF_STATE = Flag.ONLINE_ONLY
_EXPLAIN: dict[Flag, Callable[[Record, Ages, date], Explained]] = {
    Flag.ONLINE_ONLY: _online_only,
    Flag.NOT_INTRODUCED: _not_introduced,
    Flag.ERRANDS_ONLY: _errands_only,
    Flag.PROJECT_UNATTENDED: _project_unattended,
    Flag.UNANSWERED: _unanswered,
    Flag.FOLLOW_UP_DUE: _follow_up_due,
    Flag.COMMITMENT_DUE: _commitment_due,
}
