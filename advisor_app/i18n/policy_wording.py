"""Why rules are refused, in words."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.policy_version import (
    BadPolicyFile,
    MetAfterOnlineOnly,
    NothingChanges,
    OutOfRange,
    PolicyMoved,
    ReasonNeeded,
    ReasonTooLong,
)
from advisor_app.i18n import _
from advisor_app.i18n.formats import number
from advisor_app.i18n.policy_words import (
    months,
    segment_word,
    threshold_value,
    threshold_word,
    version_title,
)


def _out_of_range(error: OutOfRange) -> str:
    return _("{threshold}: {value} is not between {least} and {most}.").format(
        threshold=threshold_word(error.name),
        value=number(error.value),
        least=number(error.least),
        most=threshold_value(error.name, error.most),
    )


def _met_after(error: MetAfterOnlineOnly) -> str:
    return _(
        "{segment}: a client would count as met for {met}, yet as unseen after {unseen}. "
        "The first must not be longer."
    ).format(
        segment=segment_word(error.segment),
        met=months(error.met_months),
        unseen=months(error.online_only_months),
    )


def _reason_needed(_error: ReasonNeeded) -> str:
    return _("Say why, in a few words: whoever reads these rules later will ask.")


def _reason_too_long(error: ReasonTooLong) -> str:
    return _("The reason is too long: at most {most} characters.").format(most=number(error.most))


def _nothing_changes(_error: NothingChanges) -> str:
    return _("These rules are in force already. Nothing was changed.")


def _moved(error: PolicyMoved) -> str:
    return _(
        "{version} was applied by somebody else meanwhile. Nothing was changed: look at it first."
    ).format(version=version_title(error.number))


def _bad_file(error: BadPolicyFile) -> str:
    return _("The file of rules cannot be understood at {where}. Nothing was changed.").format(
        where=error.where
    )


# From each refusal to the function that words it.
POLICY_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    OutOfRange: _out_of_range,
    MetAfterOnlineOnly: _met_after,
    ReasonNeeded: _reason_needed,
    ReasonTooLong: _reason_too_long,
    NothingChanges: _nothing_changes,
    PolicyMoved: _moved,
    BadPolicyFile: _bad_file,
}
