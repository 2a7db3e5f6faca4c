"""One contact in a list: when, by which way, what was said, and what it said before."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_record import Exchange, TimelineEntry
from advisor_app.domain.codes import FACE_TO_FACE, LIVE_FROM_AFAR, Nature
from advisor_app.i18n import _
from advisor_app.i18n.record_words import (
    exchange_about,
    exchange_title,
    exchange_when,
    former_words,
)
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.file_editing import correct_contact
from advisor_app.ui.pages.client.rows import TallRow
from advisor_app.ui.parts.card import Badge
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import client_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font


def when_width(entries: Sequence[TimelineEntry], today: date) -> int:
    """The width of the days and times of some contacts, so that each stands on one line."""
    metrics = QFontMetricsF(font(Type.SMALL))
    said = (exchange_when(entry.exchange, today) for entry in entries)
    widest = max((metrics.horizontalAdvance(words) for words in said), default=0.0)
    return max(ceil(widest) + 1, client_sizes.EXCHANGE_DAY)


def exchange_row(
    edits: Edits, shown: Shown, entry: TimelineEntry, when_wide: int, *, first: bool
) -> TallRow:
    """One contact: pressed, it asks what is to be corrected; `when_wide` is its first column."""
    said = entry.exchange
    today = shown.record.today
    title, about = exchange_title(said), exchange_about(said, shown.names)
    row = TallRow(first=first)
    when = exchange_when(said, today)
    name = _("{when}: {subject}, {about}").format(when=when, subject=title, about=about)
    row.setAccessibleName(name)
    row.setAccessibleDescription(_("Corrects the note; what it says now is kept"))
    across = QHBoxLayout(row)
    across.setContentsMargins(sizes.CARD_PAD, sizes.S + 2, sizes.CARD_PAD, sizes.S + 2)
    across.setSpacing(sizes.M)
    top = Qt.AlignmentFlag.AlignTop
    day = Text(when, Type.SMALL, Tone.SECOND, wrap=True)
    day.setFixedWidth(when_wide)
    across.addWidget(day, 0, top)
    across.addWidget(exchange_badge(said), 0, top)
    across.addLayout(_words(entry, title, about, discreet=shown.discreet), 1)
    row.clicked.connect(partial(correct_contact, edits, shown, entry))
    for inside in row.findChildren(QWidget):
        inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return row


def _words(entry: TimelineEntry, title: str, about: str, *, discreet: bool) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(title, Type.BODY_STRONG, wrap=True))
    if about:
        words.addWidget(Text(about, Type.SMALL, Tone.SECOND, wrap=True))
    if discreet:
        return words
    if entry.exchange.note:
        words.addWidget(Text(entry.exchange.note, Type.SMALL, wrap=True))
    for former in entry.formers:
        head, before = former_words(former)
        words.addSpacing(sizes.XS)
        words.addWidget(Text(head, Type.CAPTION_MEDIUM, Tone.HINT, wrap=True))
        words.addWidget(Text(before, Type.CAPTION, Tone.HINT, wrap=True))
    return words


def exchange_badge(said: Exchange) -> Badge:
    """The sign of a contact: an errand, in person, a call, written."""
    side = sizes.CONTROL - 4
    if said.nature is Nature.OPERATION:
        return Badge("wallet", "sunken", "text2", side)
    if said.channel in FACE_TO_FACE:
        return Badge("handshake", "accent_tint", "accent_text", side)
    if said.channel in LIVE_FROM_AFAR:
        return Badge("phone", "accent_tint", "accent_text", side)
    return Badge("mail", "digital_tint", "digital_text", side)
