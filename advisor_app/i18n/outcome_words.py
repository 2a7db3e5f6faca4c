"""What an outcome changes, in words: "Ce qui va changer", and the answer of the command line."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from advisor_app.domain.codes import AppointmentStatus, Flag, Introduction, ProjectStatus, State
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.introductions import IntroductionSteps, NothingToAnnounce
from advisor_app.domain.meeting_kept import NothingHeld
from advisor_app.domain.outcome import (
    MovedProject,
    NextDayNotAhead,
    NothingToTell,
    OutcomeChanges,
)
from advisor_app.domain.project_edits import Stage
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.booking_words import status_sentence
from advisor_app.i18n.formats import clock, long_date, money, target_date
from advisor_app.i18n.portfolio_words import project_status_label


class ChangeKind(StrEnum):
    """What a change is about."""

    PRESENCE = "presence"
    INTRODUCTION = "introduction"
    PROJECT = "project"
    TO_DO = "to_do"
    REST = "rest"
    NEXT = "next"


class ChangeWords(NamedTuple):
    """One change: what, and more about it in a second line, which may be empty."""

    kind: ChangeKind
    title: str
    detail: str = ""


def change_lines(changes: OutcomeChanges, projects: Mapping[str, str]) -> list[str]:
    """What became of the appointment, and every change, a line each."""
    words = change_words(changes, projects)
    lines = [f"{one.title} — {one.detail}" if one.detail else one.title for one in words]
    return [status_sentence(changes.appointment), *lines]


def change_words(changes: OutcomeChanges, projects: Mapping[str, str]) -> tuple[ChangeWords, ...]:
    """Every change, the relation first; `projects` are names by code."""
    relation = (one for words in (_presence, _introduction, _cleared) for one in words(changes))
    moved = (_project(one, projects) for one in changes.projects)
    return (*relation, *moved, *_to_do(changes), *_later(changes))


def introduction_label(step: Introduction) -> str:
    """How well client and advisor know each other."""
    return {
        Introduction.UNANNOUNCED: pgettext("introduction", "Not announced"),
        Introduction.ANNOUNCED: pgettext("introduction", "Announced"),
        Introduction.PRESENTED: pgettext("introduction", "Presented"),
        Introduction.ACQUAINTED: pgettext("introduction", "Acquainted"),
    }[step]


def introduction_lines(steps: IntroductionSteps) -> list[str]:
    """How far it has come, each step with its day, and what comes first."""
    known = (
        (_("Served since {day}"), steps.from_day),
        (_("Told on {day}"), steps.told_on),
        (_("Presented on {day}"), steps.presented_on),
        (_("Met on {day}"), steps.acquainted_on),
    )
    lines = [introduction_label(steps.stands)]
    lines += [words.format(day=long_date(day)) for words, day in known if day]
    if steps.asks_for_three:
        words = _("A meeting together with {former} comes first.")
        lines.append(words.format(former=steps.former))
    return lines


def _presence(changes: OutcomeChanges) -> Iterator[ChangeWords]:
    """Once for all of them who come near again together."""
    before = {
        one.before.state
        for one in changes.standings
        if one.after.state is State.MET and one.before.state is not State.MET
    }
    if not before:
        return
    title = {
        State.ONLINE_ONLY: _("No longer “online only”"),
        State.SILENT: _("No longer without any contact"),
        State.VOICE_ONLY: _("No longer “by voice only”"),
        State.DRIFTING: _("Seen again"),
        State.NEW: _("The first meeting"),
    }[min(before, key=list(State).index)]
    day = long_date(changes.appointment.start.day)
    yield ChangeWords(ChangeKind.PRESENCE, title, _("Last meeting: {day}").format(day=day))


def _introduction(changes: OutcomeChanges) -> Iterator[ChangeWords]:
    after = [
        one.after.introduction
        for one in changes.standings
        if one.after.introduction is not one.before.introduction
    ]
    if Introduction.ACQUAINTED in after:
        detail = _("You have met: the change of advisor is complete.")
        yield ChangeWords(ChangeKind.INTRODUCTION, _("Introduction made"), detail)
    elif Introduction.PRESENTED in after:
        detail = _("The former advisor presented you; the next meeting is yours alone.")
        yield ChangeWords(ChangeKind.INTRODUCTION, _("You were presented"), detail)


def _cleared(changes: OutcomeChanges) -> Iterator[ChangeWords]:
    """The flags that go, besides those that the lines above tell of."""
    told = {Flag.ONLINE_ONLY, Flag.NOT_INTRODUCED}
    words = {
        Flag.ERRANDS_ONLY: _("No longer here for errands only"),
        Flag.PROJECT_UNATTENDED: _("A project is no longer without a conversation"),
        Flag.UNANSWERED: _("Your letters found an answer"),
    }
    gone = {flag for one in changes.standings for flag in one.cleared} - told
    for flag, title in words.items():
        if flag in gone:
            yield ChangeWords(ChangeKind.PRESENCE, title)


def _project(moved: MovedProject, projects: Mapping[str, str]) -> ChangeWords:
    name = projects.get(moved.code, moved.code)
    if moved.status is ProjectStatus.OPEN and moved.stage is not None:
        title = _("{project}, step {number} of {count}").format(
            project=name, number=moved.stage.value, count=len(Stage)
        )
    else:
        status = project_status_label(moved.status)
        title = _("{project}: {status}").format(project=name, status=status)
    figures = [money(moved.amount, moved.currency)] if moved.amount is not None else []
    figures += [target_date(moved.target)] if moved.target is not None else []
    return ChangeWords(ChangeKind.PROJECT, title, " · ".join(figures))


def _to_do(changes: OutcomeChanges) -> Iterator[ChangeWords]:
    count = len(changes.promises) + (changes.follow_up_due is not None)
    if not count:
        return
    title = ngettext("{count} step in your list", "{count} steps in your list", count)
    due, first = changes.follow_up_due, changes.first_promise_due
    detail = ""
    if due is not None and (first is None or due.day <= first):
        detail = _("The first before {day}, {time}").format(
            day=long_date(due.day), time=clock(due.clock)
        )
    elif first is not None:
        detail = _("The first by {day}").format(day=long_date(first))
    yield ChangeWords(ChangeKind.TO_DO, title.format(count=count), detail)


def _later(changes: OutcomeChanges) -> Iterator[ChangeWords]:
    if changes.suggestion_done:
        yield ChangeWords(ChangeKind.REST, _("The suggestion has led to a meeting"))
    if changes.rest_until is not None:
        day = long_date(changes.rest_until)
        detail = _("Nothing new is proposed before {day}, except what was agreed.")
        yield ChangeWords(ChangeKind.REST, _("A time of rest"), detail.format(day=day))
    if changes.next_day is not None:
        title = _("Next meeting: {day}").format(day=long_date(changes.next_day))
        yield ChangeWords(ChangeKind.NEXT, title)
    if changes.appointment.status is AppointmentStatus.MISSED:
        yield ChangeWords(
            ChangeKind.NEXT,
            _("A kind letter is ready to be drafted"),
            _("After two missed meetings, no early hour is proposed any more."),
        )


def _nothing_to_tell(_error: NothingToTell) -> str:
    return _(
        "What was said and agreed belongs to a meeting that took place: say that it did, "
        "or leave it out."
    )


def _next_day(error: NextDayNotAhead) -> str:
    return _("The next meeting cannot be on {day}: that day is not ahead.").format(
        day=long_date(error.day)
    )


def _nothing_to_announce(error: NothingToAnnounce) -> str:
    return _("Nobody serves the client {ref}: there is no change of advisor to announce.").format(
        ref=error.ref
    )


def _nothing_held(error: NothingHeld) -> str:
    return _("Nothing is kept of appointment {ref} yet: tell its outcome first.").format(
        ref=error.ref
    )


OUTCOME_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    NothingToTell: _nothing_to_tell,
    NextDayNotAhead: _next_day,
    NothingToAnnounce: _nothing_to_announce,
    NothingHeld: _nothing_held,
}
