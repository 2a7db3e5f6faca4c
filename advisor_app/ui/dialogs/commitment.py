"""Write a promise: whose it is, what, for when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from advisor_app.domain.codes import Party
from advisor_app.domain.commitments import Commitment, CommitmentDraft
from advisor_app.domain.people import Person
from advisor_app.i18n import _
from advisor_app.i18n.formats import long_date
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.typed_fields import OptionalDayField


@dataclass(frozen=True, slots=True)
class PromiseWish:
    """The promise to keep, and the client whom it is about."""

    client: str
    draft: CommitmentDraft


class CommitmentDialog(FormDialog):
    """A promise of the bank's or of the client's."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[Person],
        today: date,
        save: Callable[["CommitmentDialog", PromiseWish], None],
        before: Commitment | None = None,
    ) -> None:
        asked = _("What was promised?") if before is None else _("What is the promise now?")
        super().__init__(parent, asked, "", _("Keep the promise in mind"))
        self._save, self._today = save, today
        self._stood = before.due if before else None
        self._client = Choice([(one.name, one.ref) for one in people if one.ref])
        self._by = Choice([(_("We do"), Party.BANK), (_("The client does"), Party.CLIENT)])
        self._what = self.guard(Guarded(Field(hint=_("In a few words"))))
        self._due = OptionalDayField(before.due if before else None, today=today)
        if before is not None:
            self._by.choose(before.by)
            self._what.set_text(before.what)
        whose = ((_("For whom"), self._client), (_("Who promises"), self._by))
        rows = [whose if before is None and len(people) > 1 else whose[1:]]
        self.lay([*rows, ((_("Promise"), self._what),), ((_("By which day"), self._due),)])
        self._what.setFocus()

    def save(self) -> None:
        """Give the promise; a day that has passed is none to keep it by, unless it stood there."""
        due = self._due.value()
        if due is not None and due < self._today and due != self._stood:
            words = _("{day} has passed: choose a later day.").format(day=long_date(due))
            self.refuse_at(self._due, words)
            return
        draft = CommitmentDraft(Party(str(self._by.value())), self._what.text(), due)
        self._save(self, PromiseWish(str(self._client.value()), draft))
