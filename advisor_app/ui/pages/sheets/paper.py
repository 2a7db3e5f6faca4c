"""A paper that can be seen, printed and saved: what it is, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.sheet_choices import SheetChoices


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was made: `count` pages, on their side where `wide`.

    `printed` records, on the worker, that it left the printer or was saved. `title` tells papers
    apart where many are one file; the press gives it where it is not given, because the list's may
    name whom the paper does not.
    """

    pdf: bytes
    count: int
    printed: Callable[[], None]
    wide: bool = False
    title: str = ""

    @property
    def pages(self) -> range:
        """Its pages in the PDF."""
        return range(self.count)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to be: `wanted` is whether it is ticked at first; `make` runs on the worker.

    `count` is how many pages it will have, as far as that is known before. What was chosen for
    sheets is given to every one: other papers are the same whatever it is.
    """

    title: str
    about: str
    aside: str
    count: int
    wanted: bool
    appointment: str | None
    make: "Callable[[Services, SheetChoices], Made]"


def printer_of(services: "Services") -> str | None:
    """Who prints, where somebody is known to."""
    return services.advisor.name if services.advisor else None
