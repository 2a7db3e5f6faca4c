"""What can be refused or go wrong, as classes with facts; `i18n.wording` gives the sentences.

Two families: `Refused` (a rule says no; exit status 1), `BadInput` (what came in, or the store,
cannot be used; exit status 2). Anything else is a bug.
"""

from dataclasses import dataclass


@dataclass(eq=False)
class TeteATeteError(Exception):
    """The root of every expected error; subclasses are dataclasses of facts.

    Not frozen: Python itself writes the traceback into an exception.
    """


@dataclass(eq=False)
class Refused(TeteATeteError):
    """A rule of the product says no; nothing was changed."""


@dataclass(eq=False)
class BadInput(TeteATeteError):
    """What came in, or the store itself, cannot be used; nothing was changed."""


@dataclass(eq=False)
class NoSuchClient(Refused):
    """No client has this reference."""

    ref: str


@dataclass(eq=False)
class NoSuchAdvisor(Refused):
    """No advisor has this reference."""

    ref: str


@dataclass(eq=False)
class NoSuchProject(Refused):
    """The client has no heard or open project of this reference or code."""

    ref: str


@dataclass(eq=False)
class AmbiguousProject(Refused):
    """The client has two heard or open projects of this code: give the reference."""

    code: str
