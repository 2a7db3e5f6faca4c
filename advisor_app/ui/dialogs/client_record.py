"""A client's file by hand: who he is, how he is reached, and what he asks for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from advisor_app.domain.client_edits import ClientDraft, ClientFile
from advisor_app.domain.codes import ClientStatus, Kind, Language, Segment, Title
from advisor_app.i18n import _
from advisor_app.i18n.client_edit_wording import field_label, status_label
from advisor_app.i18n.formats import LANGUAGES
from advisor_app.i18n.portfolio_words import segment_label
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.typed_fields import OptionalDayField

_ROWS = (
    ("last_name", "first_name"),
    ("kind", "title"),
    ("birth_date", "language"),
    ("segment", "occupation"),
    ("phone", "mobile"),
    ("email",),
    ("street", "postal_code"),
    ("city", "country"),
)


class ClientDialog(FormDialog):
    """The file's fields; `before` is None for a new client, who may be given the bank's number."""

    def __init__(
        self,
        parent: QWidget,
        today: date,
        save: Callable[["ClientDialog", ClientDraft, str], None],
        before: ClientFile | None = None,
    ) -> None:
        new = before is None
        asked = _("Who is the new client?") if new else correction_title()
        told = _("You serve the client from today.") if new else ""
        super().__init__(parent, asked, told, _("Add the client") if new else _("Keep the file"))
        self._save = save
        self.draft = ClientDraft() if before is None else before.draft
        self.ref = Field(hint=_("Left blank, the program makes a number"))
        self.cells = {name: self._cell(name, today) for row in _ROWS for name in row}
        own = [((_("The bank's number"), self.ref),)] if new else []
        rows = [tuple((field_label(name), self.cells[name]) for name in row) for row in _ROWS]
        self.lay([*own, *rows])
        self.cells["last_name"].setFocus()

    def save(self) -> None:
        """Give what stands in the fields."""
        values = {name: _value(cell) for name, cell in self.cells.items()}
        self._save(self, ClientDraft(**values), self.ref.text())  # type: ignore[arg-type] # each field gives its own kind of value

    def _cell(self, name: str, today: date) -> QWidget:
        value = getattr(self.draft, name)
        if name == "birth_date":
            return OptionalDayField(value, today=today)
        if name in _CHOICES:
            choice = Choice(_CHOICES[name]())
            choice.choose(value)
            return choice
        field = Field(value or "")
        return self.guard(Guarded(field)) if name == "occupation" else field


class Proposals(StrEnum):
    """What a client says of proposals."""

    WELCOME = "welcome"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a client asks for; `until` is the day up to which he waits, where he does."""

    proposals: Proposals
    until: date | None
    objects: bool
    status: ClientStatus


class StandingDialog(FormDialog):
    """Proposals, profiling, and whether the file is open."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        before: ClientFile,
        today: date,
        save: Callable[["StandingDialog", Standing], None],
    ) -> None:
        told = _(
            "Who wants no proposals still hears what he must be told, and can ask for a meeting "
            "at any time."
        )
        super().__init__(parent, standing_title(name), told, _("Save"))
        self._save = save
        self.proposals = Choice(
            [
                (_("Proposals are welcome"), Proposals.WELCOME),
                (_("No proposals up to a day"), Proposals.LATER),
                (_("No proposals any more"), Proposals.NONE),
            ]
        )
        waiting = before.no_contact_until is not None and before.no_contact_until >= today
        self.proposals.choose(
            Proposals.NONE
            if before.no_contact
            else Proposals.LATER
            if waiting
            else Proposals.WELCOME
        )
        self.until = OptionalDayField(before.no_contact_until if waiting else None, today=today)
        self.profiled = Choice(
            [
                (_("Signals and figures may be used"), False),
                (_("Objects: no signals, counted in no figure"), True),
            ]
        )
        self.profiled.choose(before.no_profile)
        self.status = Choice([(status_label(one), one) for one in ClientStatus])
        self.status.choose(before.status)
        self.lay(
            [
                ((_("Proposals"), self.proposals),),
                ((_("No proposals up to"), self.until),),
                ((_("Profiling"), self.profiled),),
                ((_("The file"), self.status),),
            ]
        )

    def save(self) -> None:
        """Give what was chosen; who waits says until when."""
        proposals = Proposals(str(self.proposals.value()))
        until = self.until.value() if proposals is Proposals.LATER else None
        if proposals is Proposals.LATER and until is None:
            self.refuse_at(self.until, _("Write the day up to which nothing is proposed."))
            return
        status = ClientStatus(str(self.status.value()))
        self._save(self, Standing(proposals, until, bool(self.profiled.value()), status))


def _value(cell: QWidget) -> object:
    match cell:
        case OptionalDayField() | Choice():
            return cell.value()
        case Field() | Guarded():
            return cell.text()
        case _:
            return None


def _unsaid() -> tuple[str, object]:
    return _("Not said"), None


def _kinds() -> list[tuple[str, object]]:
    return [(_("Person"), Kind.PERSON), (_("Company"), Kind.COMPANY)]


def _titles() -> list[tuple[str, object]]:
    return [_unsaid(), (_("Mr"), Title.MR), (_("Mrs"), Title.MRS)]


def _languages() -> list[tuple[str, object]]:
    return [_unsaid(), *((LANGUAGES[one], one) for one in Language)]


def _segments() -> list[tuple[str, object]]:
    stored: Sequence[Segment] = [one for one in Segment if one is not Segment.SENIOR]
    return [_unsaid(), *((segment_label(one), one) for one in stored)]


_CHOICES: dict[str, Callable[[], list[tuple[str, object]]]] = {
    "kind": _kinds,
    "title": _titles,
    "language": _languages,
    "segment": _segments,
}


def standing_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("What does {name} ask for?").format(name=name)


def correction_title() -> str:
    """What the question asks."""
    return _("What is to be corrected?")
