"""The only gettext: words, sentences and formats in four languages.

Source strings are English and whole. Fields are named and formatted outside the call:
`_("{name} was met on {day}").format(name=..., day=...)`.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from advisor_app.domain.codes import Language
from advisor_app.resources import translation_folder

DOMAIN = "advisor_app"
_spoken: ContextVar[Language] = ContextVar("spoken")
_default = Language.FR


def language() -> Language:
    """The language in which sentences are made now."""
    return _spoken.get(_default)


def set_language(chosen: Language) -> None:
    """Set the program's language, for every thread that does not speak another for a while."""
    global _default  # noqa: PLW0603 the language is the one global that the house allows
    _default = chosen


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Make sentences in another language for a while: a document in the client's."""
    token = _spoken.set(chosen)
    try:
        yield
    finally:
        _spoken.reset(token)


def _(message: str) -> str:
    """The sentence in the present language."""
    return _translations(language()).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The sentence whose number agrees with the count."""
    return _translations(language()).ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The sentence for one context: a gender, a place on the screen."""
    return _translations(language()).pgettext(context, message)


def npgettext(context: str, singular: str, plural: str, count: int) -> str:
    """The sentence for one context, whose number agrees with the count."""
    return _translations(language()).npgettext(context, singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 the name that extraction tools know
    """Mark a string for translation where it is not yet spoken."""
    return message


@cache
def _translations(chosen: Language) -> _gettext.NullTranslations:
    return _gettext.translation(DOMAIN, translation_folder(), [chosen.value], fallback=True)
