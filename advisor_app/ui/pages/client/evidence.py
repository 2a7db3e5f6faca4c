"""Where it comes from: the rule behind each reason, its evidence, and the bank's signals."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.codes import Flag
from advisor_app.i18n import _, language
from advisor_app.i18n.client_words import reason_title
from advisor_app.i18n.presence_wording import flag_sentence, state_word
from advisor_app.i18n.record_words import signal_words
from advisor_app.playbooks.signals import forbidden_signals, signals
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.pages.client.cards import unlike
from advisor_app.ui.pages.client.edits import Shown
from advisor_app.ui.parts.card import Line
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import client_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


def show_evidence(window: QWidget, shown: Shown) -> None:
    """Open the explanation of what the page says."""
    EvidenceDialog(window, shown).open()


class EvidenceDialog(HouseDialog):
    """Nothing to answer: it says what the page knows, and from where."""

    def __init__(self, parent: QWidget, shown: Shown) -> None:
        about = _("From the contacts that were noted, the bank's files and what the client said.")
        super().__init__(parent, _("Where it comes from"), about, _("I have read it"))
        self.setMinimumWidth(min(client_sizes.EVIDENCE, self._around.width()))
        self.cancel.hide()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, sizes.M, 0)
        column.setSpacing(sizes.XS)
        _state(column, shown)
        _flags(column, shown)
        _signals(column, shown)
        column.addStretch(1)
        area = Scroll()
        area.hold(whole)
        tall = client_sizes.EVIDENCE_HEIGHT
        area.setMinimumHeight(min(tall, parent.window().height() - 2 * tall // 3))
        self.fields.addWidget(area)
        self.body.fill()


def _state(column: QVBoxLayout, shown: Shown) -> None:
    said = _("State of the household: {state}").format(state=state_word(shown.page.state))
    column.addWidget(Text(said, Type.BODY_STRONG, wrap=True))
    rule = _(
        "It follows from the last meeting, the last talk and the last month online, "
        "by the bank's rule for the segment. The household stands under its most distant adult."
    )
    column.addWidget(Text(rule, Type.SMALL, Tone.SECOND, wrap=True))


def _flags(column: QVBoxLayout, shown: Shown) -> None:
    for raised in unlike(shown.page.flags):
        column.addSpacing(sizes.XS)
        column.addWidget(Line())
        column.addSpacing(sizes.XS)
        column.addWidget(Text(reason_title(raised), Type.BODY_STRONG, wrap=True))
        sentence = flag_sentence(raised, lambda code: shown.names.get(code, code))
        column.addWidget(Text(sentence, Type.SMALL, wrap=True))
        column.addWidget(Text(rule_words(raised.flag), Type.SMALL, Tone.HINT, wrap=True))


def _signals(column: QVBoxLayout, shown: Shown) -> None:
    column.addSpacing(sizes.XS)
    column.addWidget(Line())
    column.addSpacing(sizes.XS)
    column.addWidget(Text(_("Signals of the last two years"), Type.BODY_STRONG))
    known, hidden = signals(), forbidden_signals()
    told = [line for line in shown.record.signals if line.code in known and line.code not in hidden]
    for line in told:
        signal = known[line.code]
        several = len(shown.people) > 1
        label = signal.label.in_language(language())
        words = signal_words(line, label, signal.strength, several=several)
        column.addWidget(Text(words, Type.SMALL, Tone.SECOND, wrap=True))
    if not told:
        column.addWidget(Text(_("None."), Type.SMALL, Tone.HINT))


def rule_words(flag: Flag) -> str:
    """When a reason comes, and when it goes by itself."""
    return {
        Flag.ONLINE_ONLY: _(
            "Comes when there was no meeting and no talk for as long as the bank's rule says, "
            "but online activity. Goes with a talk or a meeting."
        ),
        Flag.NOT_INTRODUCED: _(
            "Comes 60 days after a change of advisor without any meeting. "
            "Goes with the first meeting with the new advisor."
        ),
        Flag.ERRANDS_ONLY: _(
            "Comes after three operations face to face without a meeting. Goes with a meeting."
        ),
        Flag.PROJECT_UNATTENDED: _(
            "Comes when a project draws near and nobody has spoken about it. "
            "Goes with a meeting or a talk about it, or when the project ends."
        ),
        Flag.UNANSWERED: _(
            "Comes after three letters or messages without an answer. "
            "Goes when the client writes, talks or meets you."
        ),
        Flag.FOLLOW_UP_DUE: _(
            "Comes 48 hours of opening days after a meeting. Goes when the summary is sent."
        ),
        Flag.COMMITMENT_DUE: _(
            "Comes when a promise of the bank is past its day. Goes when it is kept or given up."
        ),
    }[flag]
