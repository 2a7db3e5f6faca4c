"""How a bank presents itself on the papers that its clients receive."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.errors import BadInput

# Text must stand out from white paper (WCAG 2.2, 1.4.3), and then does so in black and white too.
LEAST_CONTRAST = 4.5
_DARK, _EXPONENT = 0.04045, 2.4
_PARTS = (0.2126, 0.7152, 0.0722)


class IdentityProblem(StrEnum):
    """What is wrong with a settings file."""

    UNREADABLE = "unreadable"
    NOT_TOML = "not_toml"
    UNKNOWN = "unknown"
    WRONG_KIND = "wrong_kind"
    TOO_LONG = "too_long"
    NO_COLOUR = "no_colour"
    TOO_PALE = "too_pale"
    NO_LOGO = "no_logo"
    LOGO_ELSEWHERE = "logo_elsewhere"
    NO_PICTURE = "no_picture"
    LOGO_TOO_LARGE = "logo_too_large"


@dataclass(eq=False)
class BadIdentity(BadInput):
    """The bank's settings file cannot be used; `about` is the entry, or the file of the logo."""

    path: str
    problem: IdentityProblem
    about: str = ""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture on white, as PNG; its size in pixels."""

    png: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class BankIdentity:
    """What letters carry; `ink` is the colour of names and titles, red, green and blue of 1.

    `protect` says that papers saved outside the store must be locked with a passphrase.
    """

    name: str = ""
    logo: Logo | None = None
    ink: tuple[float, float, float] | None = None
    legal: str = ""
    protect: bool = False


PLAIN = BankIdentity()


def contrast_on_white(ink: tuple[float, float, float]) -> float:
    """From 1 for white to 21 for black (WCAG 2.2, contrast ratio)."""
    light = sum(part * _linear(one) for part, one in zip(_PARTS, ink, strict=True))
    return 1.05 / (light + 0.05)


def _linear(value: float) -> float:
    return value / 12.92 if value <= _DARK else ((value + 0.055) / 1.055) ** _EXPONENT
