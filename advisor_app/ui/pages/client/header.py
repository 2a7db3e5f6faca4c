"""The head of a client's page: names, household, consents in words, and what to do."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.codes import ConsentUse
from advisor_app.i18n import _
from advisor_app.i18n.channel_words import consent_label, refused_label
from advisor_app.i18n.client_words import clients_since, household_words, preference_words
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.menu_filling import fill
from advisor_app.ui.parts.tags import Tag, Tint
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_CHANNELS = (ConsentUse.LETTER, ConsentUse.PHONE, ConsentUse.EMAIL, ConsentUse.SMS)


class ClientHeader(QWidget):
    """Who it is about."""

    note_asked = Signal()
    sheet_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.XS)
        top = QHBoxLayout()
        top.setSpacing(sizes.S)
        self._title = Text("", Type.H1)
        top.addWidget(self._title, 1)
        self._actions: tuple[Action, ...] = ()
        self._edit = Button(_("Edit"), Kind.SECONDARY, icon="pencil", icon_after="chevron-down")
        self._note = Button(_("Note a contact"), Kind.SECONDARY, icon="notebook-pen")
        sheet = Button(_("Print the sheet"), Kind.PRIMARY, icon="printer")
        for button in (self._edit, self._note, sheet):
            top.addWidget(button)
        self._edit.clicked.connect(self.open_menu)
        self._note.clicked.connect(self.note_asked)
        sheet.clicked.connect(self.sheet_asked)
        column.addLayout(top)
        self._facts = QWidget()
        self._tags = QWidget()
        column.addWidget(self._facts)
        column.addSpacing(sizes.XS)
        column.addWidget(self._tags)
        self._column = column

    def fit(self, *, narrow: bool) -> None:
        """The name comes first: a small window keeps noting for the keys and the exchanges."""
        self._note.setVisible(not narrow)

    def offer(self, actions: tuple[Action, ...]) -> None:
        """What the menu "Edit" holds."""
        self._actions = actions

    def open_menu(self) -> None:
        """Open the menu "Edit" under its button."""
        self.menu().popup(self._edit.mapToGlobal(QPoint(0, self._edit.height() + sizes.XS)))

    def menu(self) -> QMenu:
        """The menu "Edit", with a line between its groups."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, self._actions, _add)
        return menu

    def show_page(self, page: ClientPage, today: date, *, discreet: bool = False) -> None:
        """Show one household; a discreet window says nothing of consents."""
        self._title.setText(joint_name(page.clients))
        self._facts = self._replace(self._facts, facts_line(page, today))
        self._tags = self._replace(self._tags, tags_line(page, discreet=discreet))

    def _replace(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new


def _add(menu: QMenu, one: Action) -> None:
    entry = menu.addAction(one.words.replace("&", "&&"))
    entry.setEnabled(one.ready())
    entry.triggered.connect(lambda _checked=False: one.deed())


def facts_line(page: ClientPage, today: date) -> QWidget:
    """Household, town, since when."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S - 2)
    facts = [("users", household_words(page, today))]
    if page.town:
        facts.append(("map-pin", page.town))
    if page.occupation and len(page.clients) == 1:
        facts.append(("wallet", page.occupation))
    if page.since:
        facts.append(("clock", clients_since(page.clients, page.since)))
    for icon, words in facts:
        row.addWidget(IconMark(icon, sizes.ICON_SMALL))
        row.addWidget(Text(words, Type.BODY, Tone.SECOND))
        row.addSpacing(sizes.S)
    row.addStretch(1)
    return line


def tags_line(page: ClientPage, *, discreet: bool = False) -> QWidget:
    """Consents, a refused one in words, then preferences."""
    line = QWidget()
    flow = Flow(line, sizes.S - 2)
    for consent in () if discreet else page.consents:
        if consent.use in _CHANNELS:
            given = consent.given
            words = consent_label(consent.use) if given else refused_label(consent.use)
            tint = Tint.ACCENT if given else Tint.REFUSED
            flow.addWidget(Tag(words, tint, icon="check" if given else "x"))
    for words, icon in zip(preference_words(page), ("heart", "clock"), strict=False):
        flow.addWidget(Tag(words, Tint.PLAIN, icon=icon))
    if not flow.count():
        line.hide()
    line.setSizePolicy(line.sizePolicy().horizontalPolicy(), line.sizePolicy().Policy.Fixed)
    return line
