"""The word of the day after: drafted in the client's language, changed by hand, then sent."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from advisor_app.i18n import _, pgettext
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import Field, Labelled, Note

_WIDTH, _LINES = 640, 15


@dataclass(frozen=True, slots=True)
class WordDraft:
    """What would be written: `language` by its own name; `by_mail` where the client agreed to it."""

    subject: str
    text: str
    language: str
    by_mail: bool


@dataclass(frozen=True, slots=True)
class WordWays:
    """What the dialog asks of the window: to print the word, to save it as a mail, that it left."""

    print: Callable[["FollowUpDialog"], None]
    mail: Callable[["FollowUpDialog"], None]
    sent: Callable[["FollowUpDialog"], None]


class FollowUpDialog(FormDialog):
    """Nothing is sent by itself: the program keeps that somebody sent it."""

    def __init__(self, parent: QWidget, whom: str, draft: WordDraft, ways: WordWays) -> None:
        said = _(
            "In the client's language ({language}), from what was kept of the meeting. Nothing is "
            "sent by itself: print it or open it as a mail, then say that it left."
        ).format(language=draft.language)
        super().__init__(parent, follow_up_title(whom), said, _("It was sent"))
        self._ways = ways
        self.be_wide(_WIDTH)
        self.subject, self.text = Field(draft.subject), Note(lines=_LINES)
        self.text.setPlainText(draft.text)
        self.fields.addWidget(Labelled(pgettext("of a letter", "Subject"), self.subject))
        self.fields.addWidget(Labelled(_("Text"), self.text))
        self.print = Button(_("Print…"), Kind.SECONDARY, icon="printer")
        self.mail = Button(_("Open as a mail…"), Kind.SECONDARY, icon="mail")
        self.print.clicked.connect(lambda: ways.print(self))
        self.mail.clicked.connect(lambda: ways.mail(self))
        self.mail.setEnabled(draft.by_mail)
        if not draft.by_mail:
            self.mail.setToolTip(_("Nobody of them agreed to e-mail, or no address is known."))
        box = self.findChild(QDialogButtonBox)
        if isinstance(box, QDialogButtonBox):
            for button in (self.print, self.mail):
                box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.text.setFocus()

    def save(self) -> None:
        """Say that it was sent."""
        self._ways.sent(self)

    def leave(self) -> None:
        """Close, and keep what was written for the next time."""
        self.done(int(self.DialogCode.Rejected))


def follow_up_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("A word to {name}").format(name=name)
