"""A keyring that forgets with the test."""

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend


class Memory(KeyringBackend):
    """Keeps passwords for as long as it lives."""

    priority = 1  # type: ignore[assignment]  # keyring types it as a class property

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@contextmanager
def remembering() -> Iterator[Memory]:
    """The computer's keyring is one of the test's own meanwhile."""
    before, made = keyring.get_keyring(), Memory()
    keyring.set_keyring(made)
    try:
        yield made
    finally:
        keyring.set_keyring(before)
