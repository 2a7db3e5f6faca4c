"""How many clients of a portfolio have which relation, so that every seed shows all of it."""

from random import Random

from advisor_app.demo.household import Archetype
from advisor_app.domain.codes import State

PORTFOLIO = 412

# Picture of a portfolio of 412: 239 met within a year, 96 online only, and of the 186 handed over
# in the autumn 41 whom the new advisor has never met.
SHARES: tuple[tuple[int, Archetype], ...] = (
    (90, Archetype(State.MET, taken=True)),
    (6, Archetype(State.MET, taken=True, trait="promise")),
    (2, Archetype(State.MET, taken=True, introduced=False)),
    (12, Archetype(State.DRIFTING, taken=True)),
    (6, Archetype(State.DRIFTING, taken=True, introduced=False)),
    (24, Archetype(State.ONLINE_ONLY, taken=True)),
    (4, Archetype(State.ONLINE_ONLY, taken=True, trait="errands")),
    (18, Archetype(State.ONLINE_ONLY, taken=True, introduced=False)),
    (6, Archetype(State.ONLINE_ONLY, taken=True, introduced=False, trait="unanswered")),
    (6, Archetype(State.VOICE_ONLY, taken=True)),
    (4, Archetype(State.VOICE_ONLY, taken=True, introduced=False)),
    (3, Archetype(State.SILENT, taken=True)),
    (5, Archetype(State.SILENT, taken=True, introduced=False, trait="unanswered")),
    (130, Archetype(State.MET)),
    (6, Archetype(State.MET, trait="promise")),
    (5, Archetype(State.MET, standing="no_contact")),
    (13, Archetype(State.DRIFTING)),
    (3, Archetype(State.DRIFTING, standing="deceased")),
    (32, Archetype(State.ONLINE_ONLY)),
    (6, Archetype(State.ONLINE_ONLY, trait="errands")),
    (6, Archetype(State.ONLINE_ONLY, trait="unanswered")),
    (6, Archetype(State.VOICE_ONLY)),
    (3, Archetype(State.VOICE_ONLY, trait="errands")),
    (3, Archetype(State.SILENT, trait="errands")),
    (1, Archetype(State.SILENT)),
    (2, Archetype(State.SILENT, standing="closed")),
    (10, Archetype(State.NEW)),
)
_COUPLES = 0.3  # of the clients of one archetype live with another client


def sizes(
    clients: int, taken_away: dict[Archetype, int], rng: Random
) -> list[tuple[Archetype, int]]:
    """Households of one or two clients, shuffled, for a portfolio of so many.

    `taken_away` are clients who exist already, such as those of the story.
    """
    counts = _scaled(clients + sum(taken_away.values()))
    for archetype, number in taken_away.items():
        _take(counts, archetype, number)
    made: list[tuple[Archetype, int]] = []
    for archetype, count in counts.items():
        couples = 0 if archetype.standing else int(count * _COUPLES / 2)
        made += [(archetype, 2)] * couples + [(archetype, 1)] * (count - 2 * couples)
    rng.shuffle(made)
    return made


def _scaled(clients: int) -> dict[Archetype, int]:
    """The shares of so many clients, by largest remainders."""
    exact = {archetype: count * clients / PORTFOLIO for count, archetype in SHARES}
    counts = {archetype: int(value) for archetype, value in exact.items()}
    by_remainder = sorted(exact, key=lambda one: counts[one] - exact[one])
    for archetype in by_remainder[: clients - sum(counts.values())]:
        counts[archetype] += 1
    return counts


def _take(counts: dict[Archetype, int], like: Archetype, number: int) -> None:
    """Take from the archetype, then from others of its state, then from the fullest."""
    for _ in range(number):
        order = sorted(counts, key=lambda one: (one != like, one.state != like.state, -counts[one]))
        found = next(one for one in order if counts[one] > 0)
        counts[found] -= 1
