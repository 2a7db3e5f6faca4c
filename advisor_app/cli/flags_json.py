"""What `flags --json` prints (FORMAT.md, "The command line").

The text is written here piece by piece: a bank is long, and making values of it only to have them
encoded took half of the time. Codes and days need no escape; whatever people chose is `quoted`.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring
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

# Text as JSON writes it, accents kept.
quoted = encode_basestring


def client(presence: Presence) -> str:
    """One client, as a JSON object."""
    return (
        f'{{"ref": {quoted(presence.ref)}, "state": "{presence.state}", '
        f'"since": {_day(presence.since)}, "flags": [{", ".join(map(_flag, presence.flags))}]}}'
    )


def project_label(code: str) -> str:
    """A project's name in the present language; the code itself where the catalogue lacks it."""
    known = life_projects().get(code)
    return known.label.in_language(language()) if known else code


def _flag(raised: RaisedFlag) -> str:
    """One flag with its evidence and its sentence."""
    return (
        f'{{"flag": "{raised.flag}", "since": {_day(raised.since)}, '
        f'"evidence": {{{_EVIDENCE[type(raised.evidence)](raised.evidence)}}}, '
        f'"sentence": {quoted(flag_sentence(raised, project_label))}}}'
    )


def _online_only(found: OnlineOnly) -> str:
    return (
        f'"last_meeting": {_day(found.last_meeting)}, "last_talk": {_day(found.last_talk)}, '
        f'"last_digital_month": {_month(found.last_digital_month)}, '
        f'"online_contacts": {found.online_contacts}'
    )


def _not_introduced(found: NotIntroduced) -> str:
    return (
        f'"advisor": {quoted(found.advisor)}, "from": {_day(found.from_day)}, '
        f'"announced": {_text(found.announced)}, '
        f'"changes_without_meeting": {found.changes_without_meeting}'
    )


def _errands_only(found: ErrandsOnly) -> str:
    return f'"count": {found.count}, "days": [{", ".join(map(_day, found.days))}]'


def _project_unattended(found: ProjectUnattended) -> str:
    return (
        f'"project": {quoted(found.project)}, "code": {quoted(found.code)}, '
        f'"target": {_text(str(found.target) if found.target else None)}, '
        f'"noted_on": {_day(found.noted_on)}'
    )


def _unanswered(found: Unanswered) -> str:
    return (
        f'"count": {found.count}, "first": {_day(found.first)}, '
        f'"last_answer": {_day(found.last_answer)}'
    )


def _follow_up_due(found: FollowUpDue) -> str:
    due = found.due.isoformat(timespec="minutes")
    return f'"appointment": {quoted(found.appointment)}, "due": "{due}"'


def _commitment_due(found: CommitmentDue) -> str:
    return f'"commitment": {quoted(found.commitment)}, "due": {_day(found.due)}'


def _text(known: str | None) -> str:
    return quoted(known) if known else "null"


# In a bank the same days come again and again.
@lru_cache(maxsize=1 << 14)
def _day(day: date | None) -> str:
    return f'"{day.isoformat()}"' if day else "null"


@lru_cache(maxsize=1 << 10)
def _month(day: date | None) -> str:
    return f'"{day.isoformat()[:7]}"' if day else "null"


# The evidence of each flag, with FORMAT.md's names; a plain table, because a bank has many.
_EVIDENCE: dict[type, Callable[[Any], str]] = {
    OnlineOnly: _online_only,
    NotIntroduced: _not_introduced,
    ErrandsOnly: _errands_only,
    ProjectUnattended: _project_unattended,
    Unanswered: _unanswered,
    FollowUpDue: _follow_up_due,
    CommitmentDue: _commitment_due,
}
