"""Keeping a suggestion with its answer: alone, or with the appointment that it led to."""

import json

from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.answers import SuggestionAnswer
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import keep, write_answer


def keep_answered(
    desk: Desk,
    transaction: Transaction,
    suggestion: Suggestion,
    advisor: Key,
    given: SuggestionAnswer,
) -> tuple[Key, Key]:
    """Keep a suggestion, the facts it stood on and its answer; the keys of both."""
    kept = keep(transaction, suggestion, advisor, given.on, _facts(suggestion))
    answer = write_answer(transaction, kept, given)
    detail: dict[str, str | int | list[str]] = {
        "answer": given.answer.value,
        "subject": suggestion.subject,
        "ritual": suggestion.ritual,
    }
    deed = Deed("suggestion answered", suggestion.ref, suggestion.client, None, detail)
    desk.record(transaction, deed)
    return kept, answer


def _facts(suggestion: Suggestion) -> str:
    """The facts that a suggestion stood on, without names, for whoever asks later."""
    told = [
        {"fact": fact.code, "on": fact.on.isoformat() if fact.on else None, "ref": fact.ref}
        for fact in suggestion.reasons
    ]
    return json.dumps(told, sort_keys=True)
