"""Turns expected errors into sentences: what is wrong, what is safe, what to do."""

from collections.abc import Callable
from typing import Any, TypeAlias

from advisor_app.domain import errors
from advisor_app.domain.policy import UnknownPolicy
from advisor_app.i18n import _
from advisor_app.i18n.booking_wording import BOOKING_SENTENCES
from advisor_app.i18n.calendar_words import CALENDAR_SENTENCES
from advisor_app.i18n.client_edit_wording import CLIENT_EDIT_SENTENCES
from advisor_app.i18n.client_rights_words import CLIENT_RIGHTS_SENTENCES
from advisor_app.i18n.day_before_words import DAY_BEFORE_SENTENCES
from advisor_app.i18n.edit_wording import EDIT_SENTENCES
from advisor_app.i18n.household_words import HOUSEHOLD_SENTENCES
from advisor_app.i18n.identity_words import IDENTITY_SENTENCES
from advisor_app.i18n.import_wording import IMPORT_SENTENCES
from advisor_app.i18n.note_wording import NOTE_SENTENCES
from advisor_app.i18n.outcome_words import OUTCOME_SENTENCES
from advisor_app.i18n.paper_wording import PAPER_SENTENCES
from advisor_app.i18n.policy_wording import POLICY_SENTENCES
from advisor_app.i18n.portfolio_columns import PORTFOLIO_SENTENCES
from advisor_app.i18n.presence_wording import unknown_policy
from advisor_app.i18n.store_wording import STORE_SENTENCES
from advisor_app.i18n.suggestion_rules import SUGGESTION_SENTENCES
from advisor_app.i18n.sync_words import SYNC_SENTENCES
from advisor_app.i18n.working_plan_words import PLAN_SENTENCES

# Each feature gives a table from its errors to functions that word them.
Sentences: TypeAlias = dict[type[errors.TeteATeteError], Callable[[Any], str]]


def sentence(error: errors.TeteATeteError) -> str:
    """The sentence of an expected error, in the present language; KeyError if nobody worded it."""
    return _SENTENCES[type(error)](error)


def _no_such_client(error: errors.NoSuchClient) -> str:
    return _("There is no client with the reference {ref}.").format(ref=error.ref)


def _no_such_advisor(error: errors.NoSuchAdvisor) -> str:
    return _("There is no advisor with the reference {ref}.").format(ref=error.ref)


def _no_advisor_yet(_error: errors.NoAdvisorYet) -> str:
    return _("Choose first which advisor works here.")


def _no_such_project(error: errors.NoSuchProject) -> str:
    return _("The client has no heard or open project {ref}.").format(ref=error.ref)


def _ambiguous_project(error: errors.AmbiguousProject) -> str:
    return _(
        "The client has several heard or open projects of the kind {code}: "
        "give the project's reference."
    ).format(code=error.code)


# One line a feature.
_SENTENCES: Sentences = {
    errors.NoSuchClient: _no_such_client,
    errors.NoSuchAdvisor: _no_such_advisor,
    errors.NoAdvisorYet: _no_advisor_yet,
    errors.NoSuchProject: _no_such_project,
    errors.AmbiguousProject: _ambiguous_project,
    **PAPER_SENTENCES,
    **IDENTITY_SENTENCES,
    **PORTFOLIO_SENTENCES,
    UnknownPolicy: unknown_policy,
    **POLICY_SENTENCES,
    **PLAN_SENTENCES,
    **STORE_SENTENCES,
    **SUGGESTION_SENTENCES,
    **IMPORT_SENTENCES,
    **BOOKING_SENTENCES,
    **CALENDAR_SENTENCES,
    **DAY_BEFORE_SENTENCES,
    **SYNC_SENTENCES,
    **NOTE_SENTENCES,
    **OUTCOME_SENTENCES,
    **EDIT_SENTENCES,
    **CLIENT_EDIT_SENTENCES,
    **CLIENT_RIGHTS_SENTENCES,
    **HOUSEHOLD_SENTENCES,
}
