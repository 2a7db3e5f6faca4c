"""Who of the bank may come along to a meeting, besides the advisor whose meeting it is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Companion:
    """An advisor who may come along; `served_before` where the clients were his."""

    ref: str
    name: str
    served_before: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """Who comes along to an appointment, by reference, and everybody who may."""

    present: str | None
    possible: tuple[Companion, ...]
