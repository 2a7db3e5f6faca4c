"""The password of the advisor's calendar, in the computer's keyring and nowhere else."""

from contextlib import suppress

import keyring
from keyring.errors import KeyringError

from advisor_app.domain.calendar_sync import NoCalendarPassword

SERVICE = "tete-a-tete calendar"


def keep_password(address: str, account: str, password: str) -> bool:
    """Keep it; False on a computer without keyring, where it is asked for each time."""
    try:
        keyring.set_password(SERVICE, _whose(address, account), password)
    except KeyringError:
        return False
    return True


def kept_password(address: str, account: str) -> str:
    """What the keyring keeps; NoCalendarPassword."""
    found = None
    with suppress(KeyringError):
        found = keyring.get_password(SERVICE, _whose(address, account))
    if not found:
        raise NoCalendarPassword
    return found


def forget_password(address: str, account: str) -> None:
    """Let go of it."""
    with suppress(KeyringError):
        keyring.delete_password(SERVICE, _whose(address, account))


def _whose(address: str, account: str) -> str:
    return f"{account} {address}"
