"""Telephone numbers as people type them, kept as one form (E.164) that every telephone dials."""

import re

from advisor_app.domain.client_edits import NotAPhone

# A letter would be taken for an extension, or for the key of a telephone that bears it.
_WRITTEN = re.compile(r"\+?[\d\s().·/-]+")


def kept_number(text: str, country: str) -> str:
    """A number in E.164; `country` is where one without a country's code is dialled. NotAPhone."""
    if not _WRITTEN.fullmatch(text.strip()):
        raise NotAPhone(text)
    import phonenumbers  # its tables of ranges are slow to load, and only who types a number needs it

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise NotAPhone(text) from None
    if not phonenumbers.is_possible_number(number):
        raise NotAPhone(text)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
