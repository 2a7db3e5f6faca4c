"""Sentences of what cannot be done to a household."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain import households
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _


def _together(error: households.TogetherAlready) -> str:
    return _("{ref} and {other} are of one household already.").format(
        ref=error.ref, other=error.other
    )


def _with_others(error: households.LivesWithOthers) -> str:
    return _(
        "{ref} is of a household with others: take the client out of it first, then let him join "
        "the other one."
    ).format(ref=error.ref)


def _alone(error: households.LivesAlone) -> str:
    return _("No other client is of the household of {ref}: there is nobody to leave.").format(
        ref=error.ref
    )


def _changed(error: households.HouseholdChanged) -> str:
    return _(
        "Somebody changed the household of {ref} meanwhile. Nothing was changed: look at it again."
    ).format(ref=error.ref)


def _no_member(error: households.NoSuchMember) -> str:
    return _("The household has no person called {name} who is no client.").format(name=error.name)


def _unnamed(_error: households.MemberUnnamed) -> str:
    return _("Write the person's name.")


HOUSEHOLD_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    households.TogetherAlready: _together,
    households.LivesWithOthers: _with_others,
    households.LivesAlone: _alone,
    households.HouseholdChanged: _changed,
    households.NoSuchMember: _no_member,
    households.MemberUnnamed: _unnamed,
}
