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
class NoAdvisorYet(Refused):
    """Nobody was chosen to work here yet."""


@dataclass(eq=False)
class NoSuchProject(Refused):
    """The client has no heard or open project of this reference or code."""

    ref: str


@dataclass(eq=False)
class AmbiguousProject(Refused):
    """The client has two heard or open projects of this code: give the reference."""

    code: str


@dataclass(eq=False)
class NoStore(BadInput):
    """There is no store at this place yet."""

    path: str


@dataclass(eq=False)
class StoreExists(BadInput):
    """There is something at this place already; it was not touched."""

    path: str


@dataclass(eq=False)
class WrongPassphrase(BadInput):
    """The passphrase does not open the store, or the file is no store."""

    path: str


@dataclass(eq=False)
class NewerStore(BadInput):
    """A newer version of the program wrote the store; `found` is its schema's version."""

    path: str
    found: str


@dataclass(eq=False)
class StoreLocked(BadInput):
    """Somebody else has been writing to the store for longer than we wait."""

    path: str


@dataclass(eq=False)
class StoreInUse(BadInput):
    """Another window has the store open: its process's number, and its computer's name."""

    path: str
    pid: int
    host: str


@dataclass(eq=False)
class StoreGone(BadInput):
    """The file of the open store is no longer where it was; what was to be written is not."""

    path: str


@dataclass(eq=False)
class StoreUnusable(BadInput):
    """The surroundings fail: the disk is full, the file is damaged or cannot be written.

    `reason` is SQLite's own short text or the name of the operating system's error, such as
    ENOSPC; never a parameter.
    """

    path: str
    reason: str


@dataclass(eq=False)
class PassphraseFileOpen(BadInput):
    """Others may read the file with the passphrase."""

    path: str


@dataclass(eq=False)
class PassphraseFileUnreadable(BadInput):
    """The file with the passphrase cannot be read as text."""

    path: str


@dataclass(eq=False)
class BlankPassphrase(BadInput):
    """The passphrase is empty, which would protect nothing."""


@dataclass(eq=False)
class NoDisplay(BadInput):
    """There is no screen to show a window on."""


@dataclass(eq=False)
class NoQt(BadInput):
    """Qt cannot be loaded; `advice` is a sentence that names the missing package."""

    advice: str


@dataclass(eq=False)
class NoPassphrase(BadInput):
    """No passphrase was given, and there is no terminal to ask at."""
