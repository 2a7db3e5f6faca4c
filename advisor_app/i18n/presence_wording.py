"""States, flags and their evidence in words.

The sentences name no pronoun of the client's, so that they hold for anybody and for a company;
each could be read aloud to the client.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from advisor_app.domain.codes import Announced, Language, State
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.policy import UnknownPolicy
from advisor_app.domain.presence import (
    CommitmentDue,
    ErrandsOnly,
    FollowUpDue,
    NotIntroduced,
    OnlineOnly,
    ProjectUnattended,
    RaisedFlag,
    Restraint,
    Unanswered,
)
from advisor_app.i18n import _, formats, language, ngettext


def state_word(state: State) -> str:
    """A state's name."""
    return {
        State.NEW: _("New client"),
        State.MET: _("Seen within a year"),
        State.DRIFTING: _("Seen more than a year ago"),
        State.VOICE_ONLY: _("By voice only"),
        State.ONLINE_ONLY: _("Online only"),
        State.SILENT: _("No recent contact"),
    }[state]


def restraint_word(restraint: Restraint) -> str:
    """Why nothing is proposed to a client."""
    return {
        Restraint.DECEASED: _("Deceased"),
        Restraint.CLOSED: _("The file is closed"),
        Restraint.NO_CONTACT: _("Asked not to be contacted"),
    }[restraint]


def unknown_policy(error: UnknownPolicy) -> str:
    """The sentence of a policy that is not there."""
    return _("There is no policy named {name}.").format(name=error.name)


def flag_sentence(raised: RaisedFlag, project_label: Callable[[str], str]) -> str:
    """The reason in one plain sentence; `project_label` names a project's code."""
    if isinstance(raised.evidence, ProjectUnattended):
        return _project(raised.evidence, project_label(raised.evidence.code))
    return _SENTENCES[type(raised.evidence)](raised.evidence)


def _online_only(evidence: OnlineOnly) -> str:
    meeting, talk = evidence.last_meeting, evidence.last_talk
    if meeting and talk:
        return _(
            "Contacts have only been online: the last meeting was on {meeting}, "
            "the last talk on {talk}."
        ).format(meeting=_day(meeting), talk=_day(talk))
    if meeting:
        return _(
            "Contacts have only been online: the last meeting was on {meeting}, no talk is known."
        ).format(meeting=_day(meeting))
    if talk:
        return _(
            "Contacts have only been online: no meeting is known, the last talk was on {talk}."
        ).format(talk=_day(talk))
    return _("Contacts have only been online: no meeting and no talk are known.")


def _not_introduced(evidence: NotIntroduced) -> str:
    count = evidence.changes_without_meeting
    return _took_over(evidence.announced, count).format(
        advisor=evidence.advisor_name, day=_day(evidence.from_day), count=count
    )


def _took_over(announced: Announced | None, count: int) -> str:
    """The singular speaks of the first change without a meeting, the plural of several in a row."""
    match announced:
        case Announced.EMAIL:
            return ngettext(
                "{advisor} took over on {day}, announced by e-mail; there has been no meeting yet.",
                "{advisor} took over on {day}, announced by e-mail; "
                "the last {count} changes of advisor passed without a meeting.",
                count,
            )
        case Announced.LETTER:
            return ngettext(
                "{advisor} took over on {day}, announced by letter; there has been no meeting yet.",
                "{advisor} took over on {day}, announced by letter; "
                "the last {count} changes of advisor passed without a meeting.",
                count,
            )
        case Announced.CALL:
            return ngettext(
                "{advisor} took over on {day}, announced by a call; there has been no meeting yet.",
                "{advisor} took over on {day}, announced by a call; "
                "the last {count} changes of advisor passed without a meeting.",
                count,
            )
        case Announced.IN_PERSON:
            return ngettext(
                "{advisor} took over on {day}, announced in person; there has been no meeting yet.",
                "{advisor} took over on {day}, announced in person; "
                "the last {count} changes of advisor passed without a meeting.",
                count,
            )
        case Announced.NONE:
            return ngettext(
                "{advisor} took over on {day} without an announcement; "
                "there has been no meeting yet.",
                "{advisor} took over on {day} without an announcement; "
                "the last {count} changes of advisor passed without a meeting.",
                count,
            )
    return ngettext(
        "{advisor} took over on {day}; there has been no meeting yet.",
        "{advisor} took over on {day}; "
        "the last {count} changes of advisor passed without a meeting.",
        count,
    )


def _errands_only(evidence: ErrandsOnly) -> str:
    return ngettext(
        "{count} operation face to face since {day}, and no meeting in that time.",
        "{count} operations face to face since {day}, and no meeting in that time.",
        evidence.count,
    ).format(count=evidence.count, day=_day(evidence.days[0]))


def _unanswered(evidence: Unanswered) -> str:
    if evidence.last_answer is None:
        return ngettext(
            "{count} letter or message since {first} has had no answer.",
            "{count} letters or messages since {first} have had no answer.",
            evidence.count,
        ).format(count=evidence.count, first=_day(evidence.first))
    return ngettext(
        "{count} letter or message since {first} has had no answer; the last answer came on {answer}.",
        "{count} letters or messages since {first} have had no answer; the last answer came on {answer}.",
        evidence.count,
    ).format(count=evidence.count, first=_day(evidence.first), answer=_day(evidence.last_answer))


def _follow_up_due(evidence: FollowUpDue) -> str:
    return _("The summary of appointment {ref} was to be sent by {day}, {time}.").format(
        ref=evidence.appointment,
        day=_day(evidence.due.date()),
        time=formats.clock(evidence.due.time()),
    )


def _commitment_due(evidence: CommitmentDue) -> str:
    return _("The bank promised for {day}: {what}").format(
        day=_day(evidence.due), what=evidence.what
    )


def _project(evidence: ProjectUnattended, project: str) -> str:
    target, noted = evidence.target, evidence.noted_on
    if target and noted:
        return _(
            "No meeting or talk yet about “{project}”, noted on {noted} and planned for {target}."
        ).format(project=project, noted=_day(noted), target=_planned(target, language()))
    if target:
        return _("No meeting or talk yet about “{project}”, planned for {target}.").format(
            project=project, target=_planned(target, language())
        )
    if noted:
        return _("No meeting or talk yet about “{project}”, noted on {noted}.").format(
            project=project, noted=_day(noted)
        )
    return _("No meeting or talk yet about “{project}”.").format(project=project)


def _day(day: date) -> str:
    return _spoken_day(day, language())


@lru_cache(maxsize=1 << 12)
def _planned(target: PartialDate, _spoken: Language) -> str:
    return formats.target_date(target)


@lru_cache(maxsize=1 << 14)
def _spoken_day(day: date, _spoken: Language) -> str:
    """Babel takes its time, and in a bank the same days come again and again."""
    return formats.plain_date(day)


# A plain table, because a bank has many.
_SENTENCES: dict[type, Callable[[Any], str]] = {
    OnlineOnly: _online_only,
    NotIntroduced: _not_introduced,
    ErrandsOnly: _errands_only,
    Unanswered: _unanswered,
    FollowUpDue: _follow_up_due,
    CommitmentDue: _commitment_due,
}
