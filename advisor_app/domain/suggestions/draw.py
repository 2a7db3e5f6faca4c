"""One suggestion in ten falls outside the usual circle, by a seeded draw that can be explained.

Each place of the list is drawn with the policy's probability, from (seed, day, advisor, place);
who takes it is drawn among the valid suggestions that rank below the list.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from advisor_app.domain.suggestions.suggestion import Suggestion

_SPACE = float(1 << 64)


def chance(seed: int, day: date, advisor: str, place: int, purpose: str = "place") -> float:
    """A number from 0 up to 1 that only these four give, the same on every machine."""
    text = f"{seed}|{day.isoformat()}|{advisor}|{place}|{purpose}"
    return int.from_bytes(sha256(text.encode()).digest()[:8]) / _SPACE


def day_list(
    ranked: Sequence[Suggestion],
    limit: int | None,
    seed: int,
    day: date,
    advisor: str,
    share: float,
) -> list[Suggestion]:
    """The first suggestions of the order, some places of which are drawn from those below."""
    if limit is None or limit >= len(ranked):
        return list(ranked)
    usual, below = list(ranked[:limit]), list(ranked[limit:])
    shown: list[Suggestion] = []
    for place in range(1, limit + 1):
        if below and chance(seed, day, advisor, place) < share:
            index = int(chance(seed, day, advisor, place, "client") * len(below))
            shown.append(replace(below.pop(index), drawn=True))
        else:
            shown.append(usual.pop(0))
    return shown
