"""What is owed becomes the words of its card; on the worker."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.owed import Owed, Owing
from advisor_app.i18n.owed_words import settled_words, since_when, what_is_owed
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.pages.today.words import OwedWords
from advisor_app.ui.parts.requests import Whom

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


class OwedList(NamedTuple):
    """What is owed in words, and what the rows stand for."""

    words: tuple[OwedWords, ...]
    owed: Mapping[str, Owed]


def read_owed(services: "Services") -> OwedList:
    """Ask for what is owed, and word it."""
    today = services.today()
    found = services.owed.due()
    words = tuple(
        OwedWords(
            ref=one.ref,
            key=one.household,
            name=joint_name(one.people),
            what=what_is_owed(one),
            when=since_when(one, today),
            asks_outcome=one.owing is Owing.OUTCOME,
            asks_word=one.owing is Owing.FOLLOW_UP,
        )
        for one in found
    )
    return OwedList(words, {one.ref: one for one in found})


def settled_text(one: Owed) -> str:
    """What is told when something owed is done."""
    return settled_words(one, joint_name(one.people))


def owed_whom(one: Owed) -> Whom:
    """The household of an appointment without an outcome."""
    return Whom(one.household, joint_name(one.people), one.people, None, one.minutes)
