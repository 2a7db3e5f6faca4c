"""A suggestion in words, with the trade's tables at hand."""

from collections.abc import Sequence
from datetime import date

from advisor_app.domain.people import Person
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.i18n import language
from advisor_app.i18n.people_words import agreement
from advisor_app.i18n.suggestion_wording import suggestion_sentence
from advisor_app.playbooks.suggestions import playbooks


def why_words(one: Suggestion, people: Sequence[Person], today: date) -> str:
    """Why these people, now, in sentences that could be read aloud to them."""
    return suggestion_sentence(one, agreement(people), today, playbooks())


def ritual_words(code: str) -> str:
    """The name of a ritual."""
    return playbooks().rituals[code].label.in_language(language())
