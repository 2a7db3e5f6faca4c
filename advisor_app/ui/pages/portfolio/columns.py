"""The table's columns: where each stands at first, how wide, and which give way."""

from enum import IntEnum

from advisor_app.domain.portfolio_view import PortfolioColumn
from advisor_app.ui.theme.text_size import scaled


class Column(IntEnum):
    """The columns of the model; the header orders and hides them."""

    TICK = 0
    CLIENT = 1
    AGE = 2
    TOWN = 3
    SEGMENT = 4
    THREAD = 5
    MEETING = 6
    ONLINE = 7
    PROJECTS = 8
    APPOINTMENT = 9
    PHONE = 10
    SINCE = 11
    REF = 12

    @property
    def told(self) -> PortfolioColumn | None:
        """The column as views keep it; None for the tick."""
        return None if self is Column.TICK else PortfolioColumn(self.name.lower())


def column_of(told: PortfolioColumn) -> Column:
    """The model's column of a view's."""
    return Column[told.name]


_WIDTHS = {
    Column.TICK: 48,
    Column.CLIENT: 240,
    Column.AGE: 64,
    Column.TOWN: 124,
    Column.SEGMENT: 124,
    Column.THREAD: 110,
    Column.MEETING: 112,
    Column.ONLINE: 84,
    Column.PROJECTS: 172,
    Column.APPOINTMENT: 110,
    Column.PHONE: 124,
    Column.SINCE: 100,
    Column.REF: 92,
}
NARROWEST = 56
# Hidden in this order where the window is small; never the name, the meeting, the appointment, and
# last of all what only shows because somebody chose it.
GIVE_WAY = (
    Column.SEGMENT,
    Column.ONLINE,
    Column.THREAD,
    Column.TOWN,
    Column.AGE,
    Column.REF,
    Column.SINCE,
    Column.PHONE,
)


def width_of(column: Column) -> int:
    """How wide a column is at first, at the present size of text."""
    return scaled(_WIDTHS[column])
