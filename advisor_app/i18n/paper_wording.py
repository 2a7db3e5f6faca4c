"""Sentences about papers that could not be made or saved."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain.briefing import NobodyServes, NoSuchAppointment
from advisor_app.domain.client_events import (
    MOST_LETTERS,
    MOST_SEATS,
    BadEvent,
    EventFault,
    NoInvitationsWanted,
    NoThemeFits,
    NoTimeToInvite,
)
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.kpis.period import NoPeriod, NoSuchBranch
from advisor_app.domain.letters import NoFormerAdvisor, NoLettersWanted
from advisor_app.domain.saving import CannotSave, SavingProblem
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date


def _no_such_appointment(error: NoSuchAppointment) -> str:
    return _("There is no appointment with the reference {ref}.").format(ref=error.ref)


def _nobody_serves(error: NobodyServes) -> str:
    return _(
        "Nobody serves the client {ref}: say who prepares the meeting, with --as ADVISOR."
    ).format(ref=error.ref)


def _no_former_advisor(error: NoFormerAdvisor) -> str:
    return _(
        "Nobody served the client {ref} before: there is nobody to write the introduction with."
    ).format(ref=error.ref)


def _no_letters_wanted(error: NoLettersWanted) -> str:
    return _(
        "The client {ref} does not want letters: nothing was written. Call, or speak in person."
    ).format(ref=error.ref)


def _bad_event(error: BadEvent) -> str:
    sentences = {
        EventFault.NO_TITLE: _("Say what the event is about: a theme of the list, or a title."),
        EventFault.NO_SPEAKERS: _("Say who speaks at the event, as it stands after “with”."),
        EventFault.TOO_LONG: _("The title and the speakers have at most {letters} letters each."),
        EventFault.NOT_AHEAD: _("The event must lie ahead: give a day from tomorrow on."),
        EventFault.ENDS_EARLY: _("The event must end after it begins."),
        EventFault.REPLY_DAY: _("The day to answer by lies between today and the event."),
        EventFault.SEATS: _("An event has from 1 to {seats} seats."),
    }
    return sentences[error.fault].format(letters=MOST_LETTERS, seats=MOST_SEATS)


def _no_theme_fits(error: NoThemeFits) -> str:
    return _(
        "Nothing that the client {ref} spoke of belongs to an event of the list: choose a theme, or "
        "give a title."
    ).format(ref=error.ref)


def _no_invitations_wanted(error: NoInvitationsWanted) -> str:
    return _(
        "The client {ref} wants no events or no contact, or the file is closed: no invitation was "
        "written."
    ).format(ref=error.ref)


def _no_time_to_invite(error: NoTimeToInvite) -> str:
    return _(
        "This is no time to invite the client {ref}: something grave was noted not long ago. "
        "A word by hand is better."
    ).format(ref=error.ref)


def _no_period(error: NoPeriod) -> str:
    return _(
        "From {first} to {last} there is nothing to count: give a first day that has come, and a "
        "last day that is not before it."
    ).format(first=plain_date(error.first), last=plain_date(error.last))


def _no_such_branch(error: NoSuchBranch) -> str:
    return _("There is no branch with the reference {ref}.").format(ref=error.ref)


def _cannot_save(error: CannotSave) -> str:
    sentences = {
        SavingProblem.READ_ONLY: _(
            "The file {path} cannot be written: its folder is read-only. Nothing was saved; "
            "choose another folder."
        ),
        SavingProblem.NO_FOLDER: _(
            "The file {path} cannot be written: its folder does not exist. Nothing was saved."
        ),
        SavingProblem.IS_FOLDER: _(
            "The file {path} cannot be written: a folder has that name. Nothing was saved."
        ),
        SavingProblem.NO_FILE: _(
            "The file {path} cannot be written: that is a device or a pipe. Nothing was saved."
        ),
        SavingProblem.IN_USE: _(
            "The file {path} cannot be replaced: it is protected, or open in another program. "
            "Nothing was saved; close it there, or choose another name."
        ),
        SavingProblem.DISK_FULL: _(
            "The file {path} cannot be written: the disk is full. Nothing was saved; free some "
            "space, then try again."
        ),
        SavingProblem.TOO_LARGE: _(
            "The file {path} cannot be written: it is larger than that disk or your account "
            "allows. Nothing was saved; choose another disk."
        ),
        SavingProblem.NAME_TOO_LONG: _(
            "The file {path} cannot be written: its name is too long. Nothing was saved; choose a "
            "shorter name."
        ),
        SavingProblem.OUT_OF_REACH: _(
            "The file {path} cannot be written: its disk or network folder can no longer be "
            "reached. Nothing was saved; connect it again, or choose another folder."
        ),
        SavingProblem.FAULTY: _(
            "The file {path} cannot be written: the disk reports a fault. Nothing was saved; "
            "choose another disk, and have this one looked at."
        ),
        SavingProblem.OTHER: _("The file {path} cannot be written: {detail}. Nothing was saved."),
    }
    return sentences[error.problem].format(path=error.path, detail=error.detail)


PAPER_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    NoSuchAppointment: _no_such_appointment,
    NobodyServes: _nobody_serves,
    NoFormerAdvisor: _no_former_advisor,
    NoLettersWanted: _no_letters_wanted,
    BadEvent: _bad_event,
    NoThemeFits: _no_theme_fits,
    NoInvitationsWanted: _no_invitations_wanted,
    NoTimeToInvite: _no_time_to_invite,
    NoPeriod: _no_period,
    NoSuchBranch: _no_such_branch,
    CannotSave: _cannot_save,
}
