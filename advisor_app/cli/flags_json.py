"""What `flags --json` prints (FORMAT.md, "The command line")."""

from datetime import date
from functools import singledispatch
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
        "state": presence.state.value,
        "since": _iso(presence.since),
        "flags": [flag(raised) for raised in presence.flags],
    }


def flag(raised: RaisedFlag) -> dict[str, Any]:
    """One flag with its evidence and its sentence."""
    return {
        "flag": raised.flag.value,
        "since": _iso(raised.since),
        "evidence": evidence(raised.evidence),
        "sentence": flag_sentence(raised, project_label),
    }


def project_label(code: str) -> str:
    """A project's name in the present language; the code itself where the catalogue lacks it."""
    known = life_projects().get(code)
    return known.label.in_language(language()) if known else code


@singledispatch
def evidence(found: object) -> dict[str, Any]:
    """The evidence of each flag, with FORMAT.md's names."""
    raise TypeError(type(found))


@evidence.register
def _(found: OnlineOnly) -> dict[str, Any]:
    month = found.last_digital_month
    return {
        "last_meeting": _iso(found.last_meeting),
        "last_talk": _iso(found.last_talk),
        "last_digital_month": month and f"{month:%Y-%m}",
        "online_contacts": found.online_contacts,
    }


@evidence.register
def _(found: NotIntroduced) -> dict[str, Any]:
    return {
        "advisor": found.advisor,
        "from": found.from_day.isoformat(),
        "announced": found.announced and found.announced.value,
        "changes_without_meeting": found.changes_without_meeting,
    }


@evidence.register
def _(found: ErrandsOnly) -> dict[str, Any]:
    return {"count": found.count, "days": [day.isoformat() for day in found.days]}


@evidence.register
def _(found: ProjectUnattended) -> dict[str, Any]:
    return {
        "project": found.project,
        "code": found.code,
        "target": str(found.target) if found.target else None,
        "noted_on": _iso(found.noted_on),
    }


@evidence.register
def _(found: Unanswered) -> dict[str, Any]:
    return {
        "count": found.count,
        "first": found.first.isoformat(),
        "last_answer": _iso(found.last_answer),
    }


@evidence.register
def _(found: FollowUpDue) -> dict[str, Any]:
    due = found.due.isoformat(timespec="minutes")
    return {"appointment": found.appointment, "due": due}


@evidence.register
def _(found: CommitmentDue) -> dict[str, Any]:
    return {"commitment": found.commitment, "due": found.due.isoformat()}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
