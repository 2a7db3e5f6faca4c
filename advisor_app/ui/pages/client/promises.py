"""The cards of what was promised, and of small attentions with the ceiling of the year."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.attentions import Attention, AttentionStage, spent
from advisor_app.domain.commitments import Commitment, Ending
from advisor_app.i18n import _
from advisor_app.i18n.record_words import attention_words, ceiling_words, promise_words
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.promise_editing import (
    end_promise,
    remove_attention,
    reopen_promise,
    write_attention,
    write_promise,
)
from advisor_app.ui.pages.client.rows import pressed_row
from advisor_app.ui.pages.client.tab import empty, small, titled
from advisor_app.ui.parts.card import Badge, Card
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_SIGNS = {
    AttentionStage.IDEA: ("heart", "sunken", "text2"),
    AttentionStage.OFFERED: ("gift", "project_tint", "project_text"),
    AttentionStage.RECEIVED: ("hand-heart", "accent_tint", "accent_text"),
}


def promises_card(edits: Edits, shown: Shown) -> Card:
    """What was promised: what stands first, with how it ends."""
    add = small("", "plus", name=_("Note a promise"))
    add.clicked.connect(lambda: write_promise(edits, shown))
    air = sizes.S if shown.record.commitments else 0
    made, column = titled(_("Promises"), add, air=air)
    column.setSpacing(sizes.XS)
    for one in shown.record.commitments:
        column.addWidget(_promise(edits, shown, one))
    if not shown.record.commitments:
        empty(column, _("Nothing is promised. What is promised at a meeting stands here."))
    return made


def _promise(edits: Edits, shown: Shown, one: Commitment) -> QWidget:
    late = one.is_late(shown.record.today)
    fill = ("warn_tint", "warn_text") if late else ("sunken", "text2")
    icon = "handshake" if one.ending is None else "check" if one.ending is Ending.KEPT else "x"
    mark = Badge(icon, *fill, sizes.CONTROL - 4)
    about = promise_words(one, shown.record.today)
    row = pressed_row(one.what, about, partial(write_promise, edits, shown, one), mark)
    actions = (
        [
            (_("Kept"), "check", partial(end_promise, edits, one, Ending.KEPT)),
            (_("Give up"), "x", partial(end_promise, edits, one, Ending.DROPPED)),
        ]
        if one.ending is None
        else [(_("Take up again"), "undo-2", partial(reopen_promise, edits, one))]
    )
    return _with_actions(row, one.what, actions)


def attentions_card(edits: Edits, shown: Shown) -> Card:
    """Ideas, what was offered and received, and what the year comes to for each client."""
    add = small("", "plus", name=_("Note a small attention"))
    add.clicked.connect(lambda: write_attention(edits, shown))
    air = sizes.S if shown.record.attentions else 0
    made, column = titled(_("Small attentions"), add, air=air)
    column.setSpacing(sizes.XS)
    for one in shown.record.attentions:
        column.addWidget(_attention(edits, shown, one))
    if not shown.record.attentions:
        empty(column, _("Nothing yet: a handwritten card comes first."))
    year = shown.record.today.year
    for person in shown.people:
        theirs = [one for one in shown.record.attentions if one.client == person.key]
        offered = spent(theirs, AttentionStage.OFFERED, year)
        words = ceiling_words(offered, shown.record.ceiling, year)
        if len(shown.people) > 1:
            words = _("{name}: {words}").format(name=person.name, words=words)
        line = QHBoxLayout()
        line.setContentsMargins(air, 0, 0, 0)
        line.addWidget(Text(words, Type.CAPTION, Tone.HINT, wrap=True))
        column.addLayout(line)
    return made


def _attention(edits: Edits, shown: Shown, one: Attention) -> QWidget:
    mark = Badge(*_SIGNS[one.draft.stage], sizes.CONTROL - 4)
    about = attention_words(one, shown.record.today)
    person = next((who for who in shown.people if who.key == one.client), None)
    if person is not None and len(shown.people) > 1:
        about = _("{words} · {name}").format(words=about, name=person.name)
    row = pressed_row(one.draft.what, about, partial(write_attention, edits, shown, one), mark)
    if one.draft.stage is not AttentionStage.IDEA:
        return row
    actions = [(_("Take off the list"), "x", partial(remove_attention, edits, one))]
    return _with_actions(row, one.draft.what, actions)


def _with_actions(
    row: QWidget, about: str, actions: "list[tuple[str, str, partial[None]]]"
) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(row)
    across = QHBoxLayout()
    across.setContentsMargins(sizes.CONTROL + sizes.S, 0, 0, 0)
    across.setSpacing(sizes.XS)
    for words, icon, deed in actions:
        button = small(words, icon)
        button.setAccessibleName(_("{action}: {what}").format(action=words, what=about))
        button.clicked.connect(deed)
        across.addWidget(button)
    across.addStretch(1)
    column.addLayout(across)
    return whole
