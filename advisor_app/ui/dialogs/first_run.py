"""The first run at a store: who works here?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from advisor_app.domain.organisation import Advisor
from advisor_app.i18n import _
from advisor_app.ui.dialogs.greeting import FirstPage, greet, promise
from advisor_app.ui.dialogs.import_bank import FILE_KINDS
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.icons import Logo
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDTH = 460
_LOGO = 72


class FirstRun(FirstPage):
    """A page of its own: one choice, the rail waits."""

    chosen = Signal(str)
    files_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(Logo(_LOGO), 0, centre)
        column.addSpacing(sizes.XXL)
        greet(column)
        column.addSpacing(sizes.XXL)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card())
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(sizes.L)
        column.addLayout(promise())
        column.addStretch(3)

    def show_advisors(self, advisors: list[Advisor]) -> None:
        """Offer the advisors of the store."""
        self._who.clear()
        for advisor in advisors:
            self._who.addItem(advisor.name or advisor.ref, advisor.ref)
        self._go.setVisible(bool(advisors))
        self.files.setVisible(not advisors)
        self._nobody.setVisible(not advisors)
        self._who.setVisible(bool(advisors))

    def _card(self) -> Card:
        card = Card()
        card.setFixedWidth(scaled(_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(sizes.XXL, sizes.XL, sizes.XXL, sizes.XXL)
        column.setSpacing(sizes.M)
        column.addWidget(Text(_("Who works here?"), Type.H2))
        said = _("Your appointments, your clients and your sheets open under this name.")
        column.addWidget(Text(said, Type.BODY, Tone.SECOND, wrap=True))
        self._who = Choice([], name=_("Who works here?"))
        self._who.setFixedHeight(sizes.CONTROL_LARGE)
        column.addWidget(self._who)
        self._nobody = Text(
            _("This store has no advisor yet: import the bank's files first."),
            Type.SMALL,
            Tone.WARN,
            wrap=True,
        )
        column.addWidget(self._nobody)
        self._go = Button(_("Begin"), Kind.PRIMARY, height=sizes.CONTROL_LARGE)
        self._go.setMinimumWidth(scaled(_WIDTH) - 2 * sizes.XXL)
        self._go.clicked.connect(lambda: self.chosen.emit(str(self._who.value())))
        column.addWidget(self._go)
        self.files = Button(_("Choose the file…"), Kind.PRIMARY, icon="folder-open")
        self.files.setFixedHeight(sizes.CONTROL_LARGE)
        self.files.clicked.connect(self._ask_file)
        column.addWidget(self.files)
        return card

    def _ask_file(self) -> None:
        kinds = _(FILE_KINDS)
        dialog = QFileDialog(self.window(), _("Which file holds your clients?"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.files_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
