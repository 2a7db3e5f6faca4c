"""The other tabs: what was exchanged, and who belongs to the household."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage, ContactLine
from advisor_app.domain.codes import FACE_TO_FACE, LIVE_FROM_AFAR, Nature
from advisor_app.i18n.client_words import (
    contact_about,
    contact_day,
    contact_title,
    household_line,
)
from advisor_app.ui.parts.card import Badge, Card, Row
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_DAY = 110
_SHOWN = 60


def contacts_list(page: ClientPage, today: date) -> QWidget:
    """The latest contacts, each with its note."""
    rows = [_contact(line, today) for line in page.contacts[:_SHOWN]]
    return _listed(rows)


def household_list(page: ClientPage, today: date) -> QWidget:
    """Everybody of the household."""
    rows: list[Row] = []
    for one in page.people:
        row = Row(first=not rows)
        line = QHBoxLayout(row)
        line.setContentsMargins(sizes.CARD_PAD, sizes.S + 2, sizes.CARD_PAD, sizes.S + 2)
        line.setSpacing(sizes.M)
        line.addWidget(Badge("user-round", "sunken", "text2", sizes.CONTROL))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(one.person.name, Type.BODY_STRONG))
        words.addWidget(Text(household_line(one, today), Type.SMALL, Tone.SECOND))
        line.addLayout(words, 1)
        rows.append(row)
    return _listed(rows)


def _contact(line: ContactLine, today: date) -> Row:
    row = Row()
    across = QHBoxLayout(row)
    across.setContentsMargins(sizes.CARD_PAD, sizes.S + 2, sizes.CARD_PAD, sizes.S + 2)
    across.setSpacing(sizes.M)
    top = Qt.AlignmentFlag.AlignTop
    day = Text(contact_day(line, today), Type.SMALL, Tone.SECOND)
    day.setFixedWidth(_DAY)
    across.addWidget(day, 0, top)
    across.addWidget(_badge(line), 0, top)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(contact_title(line), Type.BODY_STRONG))
    about = contact_about(line)
    if about:
        words.addWidget(Text(about, Type.SMALL, Tone.SECOND))
    if line.note:
        words.addWidget(Text(line.note, Type.SMALL, wrap=True))
    across.addLayout(words, 1)
    return row


def _badge(line: ContactLine) -> Badge:
    side = sizes.CONTROL - 4
    if line.nature is Nature.OPERATION:
        return Badge("wallet", "sunken", "text2", side)
    if line.channel in FACE_TO_FACE:
        return Badge("handshake", "accent_tint", "accent_text", side)
    if line.channel in LIVE_FROM_AFAR:
        return Badge("phone", "accent_tint", "accent_text", side)
    return Badge("mail", "digital_tint", "digital_text", side)


def _listed(rows: Sequence[Row]) -> QWidget:
    card = Card()
    outside = QVBoxLayout(card)
    outside.setContentsMargins(1, 1, 1, 1)
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for row in rows:
        column.addWidget(row)
    column.addStretch(1)
    area = Scroll()
    area.hold(whole)
    outside.addWidget(area)
    return card
