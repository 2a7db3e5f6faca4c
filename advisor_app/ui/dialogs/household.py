"""Who joins a household, who of it is no client, and how its people are tied to each other."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from advisor_app.domain.client_record import HouseholdMember
from advisor_app.domain.codes import Link
from advisor_app.domain.households import MemberDraft
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_words import link_label
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.client_choice import ClientChoice, Finder
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.typed_fields import OptionalDayField


class JoinDialog(FormDialog):
    """Another client of the bank, and how he is tied to the head of the household."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        barred: Sequence[str | None],
        finder: Finder,
        save: Callable[["JoinDialog", str, Link, bool], None],
    ) -> None:
        asked = _("Which client joins the household of {name}?").format(name=name)
        told = _("From then on, lists show them in one row, and one meeting serves them all.")
        super().__init__(parent, asked, told, _("Let the client join"))
        self._save = save
        self.who = ClientChoice(_("Client"), finder, barred)
        self.link = _links(Link.PARTNER)
        self.may_know = _may_know()
        self.fields.addWidget(self.who)
        self.lay([((_("Tied to the head of the household as"), self.link),)])
        self.fields.addWidget(self.may_know)
        self.who.setFocus()

    def save(self) -> None:
        """Give who joins."""
        if not self.who.ref():
            self.refuse(_("Choose the client who joins."))
            return
        link = Link(str(self.link.value()))
        self._save(self, self.who.ref(), link, self.may_know.isChecked())


class MemberDialog(FormDialog):
    """A person of the household who is no client of the bank."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        today: date,
        save: Callable[["MemberDialog", MemberDraft], None],
    ) -> None:
        asked = _("Who else lives with {name}?").format(name=name)
        told = _("A person who is no client of the bank: a child, a partner, a parent.")
        super().__init__(parent, asked, told, _("Add the person"))
        self._save = save
        self.first_name, self.last_name = Field(), Field()
        self.birth_date = OptionalDayField(None, today=today)
        self.link = _links(Link.CHILD)
        self.may_know = _may_know()
        self.lay(
            [
                ((_("First name"), self.first_name), (_("Last name"), self.last_name)),
                ((_("Born on"), self.birth_date),),
                ((_("Tied to the head of the household as"), self.link),),
            ]
        )
        self.fields.addWidget(self.may_know)
        self.first_name.setFocus()

    def save(self) -> None:
        """Give the person."""
        first, last = (field.text().strip() or None for field in (self.first_name, self.last_name))
        link = Link(str(self.link.value()))
        draft = MemberDraft(first, last, self.birth_date.value(), link, self.may_know.isChecked())
        self._save(self, draft)


class TieDialog(FormDialog):
    """How somebody is tied to the head of the household, or that he is of it no longer."""

    def __init__(
        self,
        parent: QWidget,
        before: HouseholdMember,
        save: Callable[["TieDialog", Link], None],
        remove: Callable[["TieDialog"], None] | None,
    ) -> None:
        asked = _("What is {name} in this household?").format(name=before.person.name)
        super().__init__(parent, asked, "", _("Save"))
        self._save = save
        self.link = _links(before.link)
        self.lay([((_("Tied to the head of the household as"), self.link),)])
        if remove is not None:
            self.out = Button(_("Take out of the household"), Kind.GHOST, icon="x")
            self.out.clicked.connect(lambda: remove(self))
            self.fields.addWidget(self.out)

    def save(self) -> None:
        """Give the tie."""
        self._save(self, Link(str(self.link.value())))


def _links(first: Link) -> Choice:
    choice = Choice([(link_label(one), one) for one in Link])
    choice.choose(first)
    return choice


def _may_know() -> Check:
    box = Check(_("May know of the others' matters"))
    box.setAccessibleName(_("May know of the others' matters"))
    return box
