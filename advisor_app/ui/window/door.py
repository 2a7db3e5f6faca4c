"""How the window reaches its store: as it was told when it started, or with what is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from advisor_app.bootstrap import Services
    from advisor_app.domain.kept_pages import FirstLook

    Opener = Callable[[], AbstractContextManager[Services]]
    Looker = Callable[[], FirstLook | None]


def _nothing_kept() -> None:
    """Show nothing before the store is open."""


EXAMPLE = "example.store"
# The demonstration's clients are invented, so its passphrase need not be a secret.
EXAMPLE_PASSPHRASE = "demonstration"  # noqa: S105 nothing real is behind it


@dataclass(frozen=True, slots=True)
class Door:
    """`open` uses the passphrase that the program was started with; NoPassphrase where none was.

    `advisor` is who works, where the program was told. `look` gives what the window showed last.
    """

    path: Path
    open: Opener
    advisor: str | None = None
    look: Looker = _nothing_kept

    @property
    def is_example(self) -> bool:
        """Whether it leads to the example, whose passphrase everybody may know."""
        return self.path.name == EXAMPLE

    def to_example(self) -> Door:
        """The way to the example beside this store."""
        path = self.path.with_name(EXAMPLE)
        return Door(path, Door(path, self.open).unlock(EXAMPLE_PASSPHRASE))

    def unlock(self, passphrase: str) -> Opener:
        """Open the store with a typed passphrase."""
        from advisor_app.bootstrap import open_services

        return lambda: open_services(self.path, passphrase, self.advisor)

    def recover(self, code: str) -> Opener:
        """Open the store with its typed recovery code."""
        from advisor_app.bootstrap import recovered_services

        return lambda: recovered_services(self.path, code, self.advisor)
