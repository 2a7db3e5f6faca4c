"""F6: the parts of the window in turn, as the eye meets them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.ui.parts.card import Card


def regions(rail: QWidget, top: QWidget, page: QWidget) -> list[QWidget]:
    """The rail, the bar above, what stands free on the page, and its cards from top to bottom."""
    cards = [card for card in page.findChildren(Card) if not _inside_card(card, page)]
    cards.sort(key=lambda card: _place(card, page))
    return [part for part in (rail, top, page, *cards) if first_stop(part, cards) is not None]


def move_on(parts: Sequence[QWidget], step: int) -> None:
    """Put the focus into the next part, or the one before, on what had it there last."""
    if not parts:
        return
    now = QApplication.focusWidget()
    cards = [part for part in parts if isinstance(part, Card)]
    holding = [index for index, part in enumerate(parts) if _holds(part, now, cards)]
    # Without a place yet, F6 begins with the first part and Shift+F6 with the last.
    place = holding[-1] + step if holding else min(step - 1, 0)
    stop = first_stop(parts[place % len(parts)], cards)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)


def first_stop(part: QWidget, cards: Sequence[QWidget]) -> QWidget | None:
    """What had the focus last in a part, else the first that can have it; cards are their own."""
    last = part.focusWidget()
    stops = list(_stops(part, cards))
    if last in stops:
        return last
    return stops[0] if stops else None


def _stops(part: QWidget, cards: Sequence[QWidget]) -> Iterator[QWidget]:
    others = [card for card in cards if card is not part and not card.isAncestorOf(part)]
    for widget in part.findChildren(QWidget):
        reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        shows = widget.isVisible() and widget.isEnabled()
        if reached and shows and not any(card.isAncestorOf(widget) for card in others):
            yield widget


def _holds(part: QWidget, now: QWidget | None, cards: Sequence[QWidget]) -> bool:
    if now is None or not part.isAncestorOf(now):
        return False
    return part in cards or not any(card.isAncestorOf(now) for card in cards)


def _inside_card(card: QWidget, page: QWidget) -> bool:
    around = card.parentWidget()
    while around is not None and around is not page:
        if isinstance(around, Card):
            return True
        around = around.parentWidget()
    return not card.isVisible()


def _place(card: QWidget, page: QWidget) -> tuple[int, int]:
    at = card.mapTo(page, QPoint(0, 0))
    return (at.y(), at.x())
