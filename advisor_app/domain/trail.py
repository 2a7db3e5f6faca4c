"""The audit trail: what was opened, changed, printed or exported, by whom and why.

Each entry's SHA-256 covers its content and the hash before it, so that a changed, removed or
inserted entry breaks the chain.
"""

import hashlib
import json
from dataclasses import dataclass

from advisor_app.domain.keys import Key

FIRST = bytes(32)


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be put on the trail; `detail` holds counts, references and hashes, no contents."""

    action: str
    subject: str | None = None
    client: Key | None = None
    why: str | None = None
    detail: dict[str, str | int | list[str]] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the trail; `at` is an ISO 8601 instant in UTC, `who` an advisor's reference."""

    number: int
    at: str
    who: str
    action: str
    subject: str | None
    client: Key | None
    why: str | None
    detail: str | None
    previous: bytes
    hash: bytes


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """The first entry at which the trail is not what was written; `number` may be missing."""

    number: int


def entry(number: int, at: str, who: str, deed: Deed, previous: bytes) -> Entry:
    """The entry that follows the one with the hash `previous`."""
    detail = None
    if deed.detail is not None:
        detail = json.dumps(deed.detail, ensure_ascii=False, sort_keys=True)
    content = (number, at, who, deed.action, deed.subject, deed.client, deed.why, detail)
    return Entry(*content, previous, _hash(content, previous))


def is_genuine(found: Entry, previous: bytes) -> bool:
    """Tell whether an entry is unchanged and follows the one with the hash `previous`."""
    content = (
        found.number,
        found.at,
        found.who,
        found.action,
        found.subject,
        found.client,
        found.why,
        found.detail,
    )
    return found.previous == previous and found.hash == _hash(content, previous)


def _hash(content: tuple[int | str | bytes | None, ...], previous: bytes) -> bytes:
    plain = [value.hex() if isinstance(value, bytes) else value for value in content]
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(previous + text.encode()).digest()
