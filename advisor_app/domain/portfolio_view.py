"""How an advisor looks at the portfolio: filters and order, and the columns, under a name."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.errors import Refused
from advisor_app.domain.portfolio import PortfolioOrder, PortfolioQuestion

LONGEST_NAME = 60


class PortfolioColumn(StrEnum):
    """What a row can show, beside its tick."""

    CLIENT = "client"
    AGE = "age"
    TOWN = "town"
    SEGMENT = "segment"
    THREAD = "thread"
    MEETING = "meeting"
    ONLINE = "online"
    PROJECTS = "projects"
    APPOINTMENT = "appointment"
    PHONE = "phone"
    SINCE = "since"
    REF = "ref"


# By what a column sorts.
ORDERS = {
    PortfolioColumn.CLIENT: PortfolioOrder.NAME,
    PortfolioColumn.AGE: PortfolioOrder.AGE,
    PortfolioColumn.TOWN: PortfolioOrder.TOWN,
    PortfolioColumn.SEGMENT: PortfolioOrder.SEGMENT,
    PortfolioColumn.THREAD: PortfolioOrder.LAST_CONTACT,
    PortfolioColumn.MEETING: PortfolioOrder.LAST_MEETING,
    PortfolioColumn.ONLINE: PortfolioOrder.LAST_DIGITAL,
    PortfolioColumn.PROJECTS: PortfolioOrder.PROJECT,
    PortfolioColumn.APPOINTMENT: PortfolioOrder.APPOINTMENT,
    PortfolioColumn.PHONE: PortfolioOrder.PHONE,
    PortfolioColumn.SINCE: PortfolioOrder.SINCE,
    PortfolioColumn.REF: PortfolioOrder.REF,
}
# As the page first shows them.
FIRST_COLUMNS = (
    PortfolioColumn.CLIENT,
    PortfolioColumn.THREAD,
    PortfolioColumn.MEETING,
    PortfolioColumn.ONLINE,
    PortfolioColumn.PROJECTS,
    PortfolioColumn.APPOINTMENT,
)
# Never hidden (DESIGN.md, section 8).
KEPT_COLUMNS = frozenset(
    {PortfolioColumn.CLIENT, PortfolioColumn.MEETING, PortfolioColumn.APPOINTMENT}
)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns from left to right, and the widths that were changed, in pixels."""

    shown: tuple[PortfolioColumn, ...] = FIRST_COLUMNS
    widths: tuple[tuple[PortfolioColumn, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PortfolioView:
    """A view; the one without a name is how the page was left."""

    name: str
    question: PortfolioQuestion
    columns: Columns = Columns()


@dataclass(eq=False)
class ViewNeedsAName(Refused):
    """A view is saved under a name of at most `LONGEST_NAME` letters."""


@dataclass(eq=False)
class NoSuchView(Refused):
    """No view of the advisor has this name."""

    name: str


@dataclass(eq=False)
class ExportNeedsAPurpose(Refused):
    """What leaves the program leaves for a purpose, which is kept."""


def view_name(text: str) -> str:
    """A name as it is kept: with single blanks; ViewNeedsAName where there is none, or too long."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_NAME:
        raise ViewNeedsAName
    return name
