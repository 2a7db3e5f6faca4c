"""Small attentions: an idea, one that was offered, one that was received; and the yearly ceiling.

DOMAIN.md, section 6: banks cap gifts at 30 to 75 euros a person and year, keep a register, and ask
for a manager's agreement above. A bank sets its own ceiling; until then it is the middle, 50.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.project_edits import MOST_AMOUNT, AmountOutOfBounds

USUAL_CEILING = Decimal(50)
LONGEST_ATTENTION = 200


class AttentionStage(StrEnum):
    """Thought of, offered to the client, or received from him."""

    IDEA = "idea"
    OFFERED = "offered"
    RECEIVED = "received"


@dataclass(eq=False)
class NoAttentionNamed(BadInput):
    """An attention says what it is."""


@dataclass(eq=False)
class AttentionAhead(Refused):
    """What was not given yet is an idea."""

    on: date


@dataclass(eq=False)
class AttentionAboveCeiling(Refused):
    """The year's ceiling would be passed without anybody's agreement.

    `already` was offered, or received, within that calendar year.
    """

    year: int
    ceiling: Decimal
    already: Decimal
    amount: Decimal


@dataclass(eq=False)
class AttentionGone(Refused):
    """The attention is not here any more."""


@dataclass(frozen=True, slots=True)
class AttentionDraft:
    """An attention as somebody writes it; `agreed_by` says who agreed above the ceiling."""

    stage: AttentionStage
    what: str
    on: date
    amount: Decimal | None = None
    agreed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Attention:
    """An attention that is kept in the store."""

    key: Key
    client: Key
    draft: AttentionDraft


def spent(attentions: Iterable[Attention], stage: AttentionStage, year: int) -> Decimal:
    """What was offered to one person, or received, within a calendar year."""
    amounts = (
        one.draft.amount or Decimal(0)
        for one in attentions
        if one.draft.stage is stage and one.draft.on.year == year
    )
    return sum(amounts, Decimal(0))


def check_attention(
    draft: AttentionDraft, others: Iterable[Attention], ceiling: Decimal, today: date
) -> None:
    """Raise what speaks against an attention; `others` are those of the same person.

    NoAttentionNamed, TextTooLong, AmountOutOfBounds, AttentionAhead or AttentionAboveCeiling.
    """
    if not draft.what.strip():
        raise NoAttentionNamed
    if len(draft.what) > LONGEST_ATTENTION:
        raise TextTooLong(len(draft.what), LONGEST_ATTENTION)
    amount = draft.amount or Decimal(0)
    if not 0 <= amount <= MOST_AMOUNT:
        raise AmountOutOfBounds(amount)
    if draft.stage is AttentionStage.IDEA:
        return
    if draft.on > today:
        raise AttentionAhead(draft.on)
    already = spent(others, draft.stage, draft.on.year)
    if amount and already + amount > ceiling and not (draft.agreed_by or "").strip():
        raise AttentionAboveCeiling(draft.on.year, ceiling, already, amount)
