"""Sentences about a bank's settings file and protected papers."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain.bank_identity import BadIdentity, IdentityProblem
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.protection import PaperNeedsPassphrase, PassphraseTooShort
from advisor_app.i18n import _


def _bad_identity(error: BadIdentity) -> str:
    sentences = {
        IdentityProblem.UNREADABLE: _(
            "The bank's settings cannot be read: {path}. No paper was made; ask for the right to "
            "read that file, or take it away."
        ),
        IdentityProblem.NOT_TOML: _(
            "The bank's settings are not a TOML file: {path}. No paper was made; correct the file, "
            "or take it away."
        ),
        IdentityProblem.UNKNOWN: _(
            "The bank's settings have an entry that is not known, “{about}”: {path}. "
            "No paper was made; take it out."
        ),
        IdentityProblem.WRONG_KIND: _(
            "The entry “{about}” of the bank's settings is of the wrong kind: {path}. No paper was "
            "made; texts stand in quotes, switches are true or false."
        ),
        IdentityProblem.TOO_LONG: _(
            "“{about}” in the bank's settings is too long: {path}. No paper was made; shorten it."
        ),
        IdentityProblem.NO_COLOUR: _(
            "“{about}” is no colour: {path}. No paper was made; write it as in #125D54."
        ),
        IdentityProblem.TOO_PALE: _(
            "The colour {about} is too pale to be read on white paper: {path}. "
            "No paper was made; choose a darker one."
        ),
        IdentityProblem.NO_LOGO: _(
            "The logo {about} is not beside the bank's settings: {path}. No paper was made; put it "
            "there, or take the entry out."
        ),
        IdentityProblem.LOGO_ELSEWHERE: _(
            "The logo {about} must be the name of a file beside the bank's settings: {path}. "
            "No paper was made."
        ),
        IdentityProblem.NO_PICTURE: _(
            "The logo {about} is no PNG or JPEG picture that can be read: {path}. "
            "No paper was made; save it as PNG."
        ),
        IdentityProblem.LOGO_TOO_LARGE: _(
            "The logo {about} is too large: {path}. No paper was made; give at most 2 MB and 4 "
            "million pixels."
        ),
    }
    return sentences[error.problem].format(path=error.path, about=error.about)


def _paper_needs_passphrase(_error: PaperNeedsPassphrase) -> str:
    return _(
        "The bank's settings ask that saved papers be protected: give a passphrase, with "
        "--protect-with FILE or when you are asked. Nothing was saved."
    )


def _passphrase_too_short(error: PassphraseTooShort) -> str:
    return _(
        "The passphrase of a paper has at least {count} characters. Nothing was saved."
    ).format(count=error.least)


IDENTITY_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    BadIdentity: _bad_identity,
    PaperNeedsPassphrase: _paper_needs_passphrase,
    PassphraseTooShort: _passphrase_too_short,
}
