"""How a label begins, at the start of a sentence and within one."""

from advisor_app.domain.codes import Language
from advisor_app.i18n import language


def within_sentence(text: str) -> str:
    """The text with a small first letter, unless it is a German noun or begins with several."""
    if language() is Language.DE or text[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]


def sentence_start(text: str) -> str:
    """The text with a capital first letter, as a heading or a sentence wants it."""
    return text[:1].upper() + text[1:]
