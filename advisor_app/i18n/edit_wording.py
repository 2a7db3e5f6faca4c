"""Sentences of what cannot be written on a client's page: projects, promises, attentions."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain import attentions, commitments, project_edits, reminders
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.formats import long_date, money


def _unknown_kind(error: project_edits.UnknownProjectKind) -> str:
    return _("There is no life project of the kind {code}.").format(code=error.code)


def _amount(error: project_edits.AmountOutOfBounds) -> str:
    return _("{amount} is not an amount that can be kept.").format(amount=money(error.amount))


def _project_gone(error: project_edits.ProjectGone) -> str:
    return _("The project {ref} is not here any more. Nothing was changed.").format(ref=error.ref)


def _project_in_use(error: project_edits.ProjectInUse) -> str:
    return _(
        "The project {ref} is already spoken of in a contact or an appointment: "
        "it can be given up, not removed."
    ).format(ref=error.ref)


def _nothing_promised(_error: commitments.NothingPromised) -> str:
    return _("Write what is promised.")


def _no_commitment(error: commitments.NoSuchCommitment) -> str:
    return _("There is no promise with the reference {ref}.").format(ref=error.ref)


def _no_attention(_error: attentions.NoAttentionNamed) -> str:
    return _("Write what the attention is.")


def _attention_ahead(error: attentions.AttentionAhead) -> str:
    return _("{day} is still to come: keep it as an idea.").format(day=long_date(error.on))


def _above_ceiling(error: attentions.AttentionAboveCeiling) -> str:
    return _(
        "In {year} it would come to {total}, above the ceiling of {ceiling} a person: "
        "say who agreed to it."
    ).format(
        year=error.year,
        total=money(error.already + error.amount),
        ceiling=money(error.ceiling),
    )


def _attention_gone(_error: attentions.AttentionGone) -> str:
    return _("This attention is not here any more. Nothing was changed.")


def _reminder_gone(_error: reminders.ReminderGone) -> str:
    return _("This reminder is not here any more. Nothing was changed.")


EDIT_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    project_edits.UnknownProjectKind: _unknown_kind,
    project_edits.AmountOutOfBounds: _amount,
    project_edits.ProjectGone: _project_gone,
    project_edits.ProjectInUse: _project_in_use,
    commitments.NothingPromised: _nothing_promised,
    commitments.NoSuchCommitment: _no_commitment,
    attentions.NoAttentionNamed: _no_attention,
    attentions.AttentionAhead: _attention_ahead,
    attentions.AttentionAboveCeiling: _above_ceiling,
    attentions.AttentionGone: _attention_gone,
    reminders.ReminderGone: _reminder_gone,
}
