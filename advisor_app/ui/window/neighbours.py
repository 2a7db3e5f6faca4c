"""The list that a client's page was opened from: the place in it, and who comes next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisor_app.domain.keys import Key
from advisor_app.i18n import _
from advisor_app.ui.window.pages import CLIENT
from advisor_app.ui.window.routes import Route

if TYPE_CHECKING:
    from advisor_app.ui.window.desktop import Desktop


def place_words(order: Sequence[Key], about: object) -> str:
    """As in "4 of 148"; nothing for somebody who is not in the list."""
    place = place_in(order, about)
    if place is None:
        return ""
    # A language's formats are slow to import, and the first page has no place in a list.
    from advisor_app.i18n.formats import number

    return _("{place} of {count}").format(place=number(place + 1), count=number(len(order)))


def place_in(order: Sequence[Key], about: object) -> int | None:
    """Where somebody stands in a list, counted from 0."""
    try:
        return order.index(about)
    except ValueError:
        return None


def neighbour(desktop: "Desktop", by: int) -> Key | None:
    """Who comes so many places after the client in front."""
    route, order = desktop.route(), desktop.order()
    place = place_in(order, route.about) if route.page == CLIENT else None
    if place is None or not 0 <= place + by < len(order):
        return None
    return order[place + by]


def turn_page(desktop: "Desktop", by: int) -> None:
    """Show a neighbour in place of the client in front: a step back still returns to the list."""
    key = neighbour(desktop, by)
    if key is not None:
        desktop.go(Route(CLIENT, key), instead=True)
