"""Papers saved outside the store that only a passphrase opens."""

from dataclasses import dataclass

from advisor_app.domain.errors import Refused

# What is sent by mail can be tried as often as somebody likes.
LEAST_CHARACTERS = 10


@dataclass(eq=False)
class PaperNeedsPassphrase(Refused):
    """The bank's settings ask for protection, and no passphrase was given."""


@dataclass(eq=False)
class PassphraseTooShort(Refused):
    """The passphrase has too few characters to protect anything."""

    least: int = LEAST_CHARACTERS


def strong_enough(passphrase: str) -> str:
    """The passphrase; PaperNeedsPassphrase without one, PassphraseTooShort where it is short."""
    if not passphrase:
        raise PaperNeedsPassphrase
    if len(passphrase) < LEAST_CHARACTERS:
        raise PassphraseTooShort
    return passphrase
