"""How well a client and the advisor who serves know each other (PRODUCT.md, "The words")."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.codes import Announced, Introduction
from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key


@dataclass(eq=False)
class NothingToAnnounce(Refused):
    """Nobody serves this client: there is no change of advisor to announce."""

    ref: str


@dataclass(frozen=True, slots=True)
class IntroductionSteps:
    """How far an introduction has come, and when; `former` is who served before, by name.

    `told_on` is unknown where only the bank's files say that the change was announced.
    `presented_on` is the first meeting to which somebody who served before came too,
    `acquainted_on` the first meeting with the present advisor without the former one.
    """

    advisor: Key
    from_day: date
    announced: Announced | None = None
    told_on: date | None = None
    former: str | None = None
    former_ref: str | None = None
    presented_on: date | None = None
    acquainted_on: date | None = None

    @property
    def stands(self) -> Introduction:
        """The furthest step."""
        if self.acquainted_on is not None:
            return Introduction.ACQUAINTED
        if self.presented_on is not None:
            return Introduction.PRESENTED
        if self.announced not in {None, Announced.NONE}:
            return Introduction.ANNOUNCED
        return Introduction.UNANNOUNCED

    @property
    def asks_for_three(self) -> bool:
        """Whether a three-way meeting comes first: somebody served before, and nobody met yet."""
        return self.former is not None and self.presented_on is None and self.acquainted_on is None
