"""A card of rows below a header, with all that a list shows before its rows are there."""

from collections.abc import Callable

from PySide6.QtWidgets import QLayout, QWidget

from advisor_app.ui.parts.card import Card, Rows, column
from advisor_app.ui.parts.states import Stage


def headed_rows(
    card: Card, header: QLayout, retry: Callable[[], None], row_height: int
) -> tuple[Rows, Stage]:
    """Lay a card out as a header above rows, from edge to edge; the rows stand on a stage."""
    rows, held = Rows(), QWidget()
    rows.setContentsMargins(0, 0, 0, 0)
    held.setLayout(rows)
    stage = Stage(held, None, retry, row_height)
    whole = column(card)
    whole.addLayout(header)
    whole.addWidget(stage)
    return rows, stage
