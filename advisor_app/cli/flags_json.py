"""What `flags --json` prints (FORMAT.md, "The command line"); codes stand as they are, being text."""

from collections.abc import Callable
from datetime import date
from typing import Any

from advisor_app.domain.presence import (
    CommitmentDue,
    ErrandsOnly,
    FollowUpDue,
    NotIntroduced,
    OnlineOnly,
    Presence,
    ProjectUnattended,
    RaisedFlag,
    Unanswered,
)
from advisor_app.i18n import language
from advisor_app.i18n.presence_wording import flag_sentence
from advisor_app.playbooks.projects import life_projects


def client(presence: Presence) -> dict[str, Any]:
    """One client."""
    return {
        "ref": presence.ref,
        "state": presence.state,
        "since": _iso(presence.since),
        "flags": [flag(raised) for raised in presence.flags],
    }


def flag(raised: RaisedFlag) -> dict[str, Any]:
    """One flag with its evidence and its sentence."""
    return {
        "flag": raised.flag,
        "since": _iso(raised.since),
        "evidence": _EVIDENCE[type(raised.evidence)](raised.evidence),
        "sentence": flag_sentence(raised, project_label),
    }


def project_label(code: str) -> str:
    """A project's name in the present language; the code itself where the catalogue lacks it."""
    known = life_projects().get(code)
    return known.label.in_language(language()) if known else code


def _online_only(found: OnlineOnly) -> dict[str, Any]:
    month = found.last_digital_month
    return {
        "last_meeting": _iso(found.last_meeting),
        "last_talk": _iso(found.last_talk),
        "last_digital_month": month and month.isoformat()[:7],
        "online_contacts": found.online_contacts,
    }


def _not_introduced(found: NotIntroduced) -> dict[str, Any]:
    return {
        "advisor": found.advisor,
        "from": found.from_day.isoformat(),
        "announced": found.announced and found.announced.value,
        "changes_without_meeting": found.changes_without_meeting,
    }


def _errands_only(found: ErrandsOnly) -> dict[str, Any]:
    return {"count": found.count, "days": [day.isoformat() for day in found.days]}


def _project_unattended(found: ProjectUnattended) -> dict[str, Any]:
    return {
        "project": found.project,
        "code": found.code,
        "target": str(found.target) if found.target else None,
        "noted_on": _iso(found.noted_on),
    }


def _unanswered(found: Unanswered) -> dict[str, Any]:
    return {
        "count": found.count,
        "first": found.first.isoformat(),
        "last_answer": _iso(found.last_answer),
    }


def _follow_up_due(found: FollowUpDue) -> dict[str, Any]:
    due = found.due.isoformat(timespec="minutes")
    return {"appointment": found.appointment, "due": due}


def _commitment_due(found: CommitmentDue) -> dict[str, Any]:
    return {"commitment": found.commitment, "due": found.due.isoformat()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


# The evidence of each flag, with FORMAT.md's names; a plain table, because a bank has many.
_EVIDENCE: dict[type, Callable[[Any], dict[str, Any]]] = {
    OnlineOnly: _online_only,
    NotIntroduced: _not_introduced,
    ErrandsOnly: _errands_only,
    ProjectUnattended: _project_unattended,
    Unanswered: _unanswered,
    FollowUpDue: _follow_up_due,
    CommitmentDue: _commitment_due,
}
