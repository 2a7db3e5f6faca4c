"""What most tests of the command line begin with; a module that needs more has its own `options`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import copy_small_branch, options_in
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from advisor_app.cli.main import main
from advisor_app.storage import cipher

_DERIVED: dict[tuple[bytes, bytes], bytes] = {}


class _DerivedOnce:
    """Argon2id, which remembers what a passphrase and a salt came to."""

    def __init__(
        self, *, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int
    ) -> None:
        self._salt = salt
        self._argon = Argon2id(
            salt=salt, length=length, iterations=iterations, lanes=lanes, memory_cost=memory_cost
        )

    def derive_into(self, passphrase: bytes, buffer: bytearray) -> None:
        """Fill the buffer with the key."""
        known = (passphrase, self._salt)
        if known not in _DERIVED:
            self._argon.derive_into(passphrase, buffer)
            _DERIVED[known] = bytes(buffer)
        buffer[:] = _DERIVED[known]


@pytest.fixture(autouse=True)
def _derive_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test gives its store many commands, each of which would derive the key for 0.2 s."""
    monkeypatch.setattr(cipher, "Argon2id", _DerivedOnce)


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    """The options of a store with the small branch."""
    copy_small_branch(tmp_path)
    return options_in(tmp_path)


@pytest.fixture(scope="module")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The options of a demonstration of forty clients, one for all the tests of a module."""
    told = options_in(tmp_path_factory.mktemp("demonstrated"))
    assert main([*told, "demo", "--clients", "40"]) == 0
    return told


@pytest.fixture
def ask(options: list[str], capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command prints, or says on the error stream where another status is expected."""

    def run(*words: str, status: int = 0) -> str:
        capsys.readouterr()
        try:
            ended = main([*options, *words])
        except SystemExit as usage:
            ended = int(str(usage.code))
        assert ended == status
        printed = capsys.readouterr()
        return printed.err if status else printed.out

    return run
