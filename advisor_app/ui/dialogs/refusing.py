"""What a question says when it could not be done."""

from collections.abc import Callable

from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.parts.requests import Requests


def say_refused(refuse: Callable[[str], None], requests: Requests, error: Exception) -> None:
    """Say why, and let the question stay open; a mistake of the program is reported as well."""
    if isinstance(error, TeteATeteError):
        refuse(sentence(error))
        return
    refuse(_("Something went wrong. Nothing was saved."))
    requests.bug.emit(error)
