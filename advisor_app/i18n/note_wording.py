"""Sentences about notes: what was kept, what cannot be, and words to think about again."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain import contacts
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.watchwords import Caution, Sensitive
from advisor_app.i18n import _
from advisor_app.i18n.formats import long_date


def caution_sentence(caution: Caution) -> str:
    """Why a word does not belong in a note, and what could stand there instead."""
    sentence = _why(caution.about).format(word=caution.word)
    if caution.neutral is None:
        return sentence
    return " ".join((sentence, _("Better: “{neutral}”.").format(neutral=caution.neutral)))


def _why(about: Sensitive) -> str:
    return {
        Sensitive.HEALTH: _("“{word}”: a note says nothing about health."),
        Sensitive.RELIGION: _("“{word}”: a note says nothing about religion."),
        Sensitive.POLITICS_UNION: _("“{word}”: a note says nothing about politics or unions."),
        Sensitive.SEXUAL_LIFE: _("“{word}”: a note says nothing about private relationships."),
        Sensitive.ORIGIN: _("“{word}”: a note says nothing about origin."),
        Sensitive.OFFENCE: _("“{word}”: a note says nothing about offences."),
        Sensitive.JUDGEMENT: _(
            "“{word}”: a note does not judge. Write as if the client were reading it."
        ),
        Sensitive.THIRD_PARTY: _(
            "“{word}”: a note speaks of others only where they take part in the project."
        ),
        Sensitive.SECRETS: _("This looks like a card number or a password: it is never kept."),
    }[about]


def _ahead(error: contacts.ContactAhead) -> str:
    return _("{day} is still to come: book an appointment instead of noting a contact.").format(
        day=long_date(error.on)
    )


def _minutes(error: contacts.MinutesOutOfBounds) -> str:
    return _("A contact cannot take {minutes} minutes: it takes from 0 to {longest}.").format(
        minutes=error.minutes, longest=contacts.LONGEST_MINUTES
    )


def _too_long(error: contacts.TextTooLong) -> str:
    return _("The note has {length} characters: {longest} are the most.").format(
        length=error.length, longest=error.longest
    )


def _gone(error: contacts.ContactGone) -> str:
    return _("The contact {ref} is not here any more. Nothing was changed.").format(ref=error.ref)


NOTE_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    contacts.ContactAhead: _ahead,
    contacts.MinutesOutOfBounds: _minutes,
    contacts.TextTooLong: _too_long,
    contacts.ContactGone: _gone,
}
