"""Sentences of what cannot be written into a client's file."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain import client_edits
from advisor_app.domain.codes import ClientStatus
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.formats import long_date


def field_label(name: str) -> str:
    """What a field of a client's file is called."""
    return {
        "last_name": _("Last name"),
        "first_name": _("First name"),
        "kind": _("Person or company"),
        "title": _("Title"),
        "birth_date": _("Born on"),
        "language": _("Language"),
        "segment": _("Segment"),
        "occupation": _("Occupation"),
        "email": _("E-mail"),
        "phone": _("Telephone"),
        "mobile": _("Mobile"),
        "street": _("Street"),
        "postal_code": _("Postal code"),
        "city": _("Town"),
        "country": _("Country"),
    }[name]


def status_label(status: ClientStatus) -> str:
    """Whether a file is open."""
    return {
        ClientStatus.ACTIVE: _("Open"),
        ClientStatus.CLOSED: _("Closed"),
        ClientStatus.DECEASED: _("The client died"),
    }[status]


def _gone(error: client_edits.ClientGone) -> str:
    return _(
        "The client {ref} is not here any more: the file was erased, or merged with another. "
        "Nothing was changed."
    ).format(ref=error.ref)


def _changed(error: client_edits.ClientChanged) -> str:
    names = ", ".join(field_label(name) for name in error.names)
    return _(
        "Somebody else changed this meanwhile: {fields}. Nothing was saved; what you typed is "
        "still here. Close, look at the file again, and change what is left to change."
    ).format(fields=names)


def _taken(error: client_edits.ReferenceTaken) -> str:
    return _("The reference {ref} belongs to another client.").format(ref=error.ref)


def _in_use(error: client_edits.ClientInUse) -> str:
    return _(
        "Something was noted about the client {ref} already: close the file, or erase it."
    ).format(ref=error.ref)


def _no_name(_error: client_edits.NameMissing) -> str:
    return _("Write the client's name.")


def _no_phone(error: client_edits.NotAPhone) -> str:
    return _("“{text}” is not a telephone number.").format(text=error.text)


def _no_mail(error: client_edits.NotAMail) -> str:
    return _("“{text}” is not an e-mail address.").format(text=error.text)


def _no_country(error: client_edits.NotACountry) -> str:
    return _("“{text}” is not a country: write two letters, such as FR.").format(text=error.text)


def _born_ahead(error: client_edits.BornAhead) -> str:
    return _("{day} is still to come: nobody was born then.").format(day=long_date(error.on))


def _day_gone(error: client_edits.DayGone) -> str:
    return _("{day} has passed: choose a later day.").format(day=long_date(error.until))


CLIENT_EDIT_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    client_edits.ClientGone: _gone,
    client_edits.ClientChanged: _changed,
    client_edits.ReferenceTaken: _taken,
    client_edits.ClientInUse: _in_use,
    client_edits.NameMissing: _no_name,
    client_edits.NotAPhone: _no_phone,
    client_edits.NotAMail: _no_mail,
    client_edits.NotACountry: _no_country,
    client_edits.BornAhead: _born_ahead,
    client_edits.DayGone: _day_gone,
}
