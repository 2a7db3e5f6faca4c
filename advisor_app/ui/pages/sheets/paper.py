"""A paper that can be seen, printed and saved: some pages of a PDF."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """`first` and `count` are its pages in `pdf`; `wanted` whether it is ticked at first.

    `printed` records, on the worker, that it left the printer or was saved.
    """

    title: str
    about: str
    aside: str
    pdf: bytes
    first: int
    count: int
    wanted: bool
    appointment: str | None
    printed: Callable[[], None]

    @property
    def pages(self) -> range:
        """Its pages in the PDF."""
        return range(self.first, self.first + self.count)
