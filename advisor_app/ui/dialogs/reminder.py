"""Write something small to remember about a client."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from advisor_app.domain.client_record import NotedReminder
from advisor_app.domain.people import Person
from advisor_app.i18n import _
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.guarded import Guarded

_DEFAULT = "heart"


@dataclass(frozen=True, slots=True)
class ReminderWish:
    """What to remember, and about whom."""

    client: str
    text: str
    icon: str


class ReminderDialog(FormDialog):
    """One line with its sign; an existing one can be removed."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[Person],
        save: Callable[["ReminderDialog", ReminderWish], None],
        before: NotedReminder | None = None,
        remove: Callable[["ReminderDialog"], None] | None = None,
    ) -> None:
        safe = _("Write nothing that the client could not read: no health, religion or opinions.")
        super().__init__(parent, _("What is to be remembered?"), safe, _("Remember it"))
        self._save = save
        self._client = Choice([(one.name, one.ref) for one in people if one.ref])
        self._icon = Choice(signs())
        self._icon.choose(before.icon if before and before.icon else _DEFAULT)
        self._text = self.guard(Guarded(Field(hint=_("Tea, no sugar. Comes by bicycle."))))
        if before is not None:
            self._text.set_text(before.text)
        rows = [] if before is not None or len(people) < 2 else [((_("About whom"), self._client),)]  # noqa: PLR2004 two people to choose between
        self.lay([*rows, ((_("To remember"), self._text),), ((_("Picture"), self._icon),)])
        if remove is not None:
            button = Button(_("Forget it"), Kind.GHOST, icon="x")
            button.clicked.connect(lambda: remove(self))
            self.fields.addWidget(button)
        self._text.setFocus()

    def save(self) -> None:
        """Give what is to be remembered."""
        if not self._text.text():
            self.refuse(_("Write what is to be remembered."))
            return
        wish = ReminderWish(str(self._client.value()), self._text.text(), str(self._icon.value()))
        self._save(self, wish)


def signs() -> list[tuple[str, object]]:
    """The signs to choose from, with their icons' names."""
    return [
        (_("Heart"), "heart"),
        (_("Drink"), "coffee"),
        (_("Bicycle"), "bike"),
        (_("Car"), "car"),
        (_("Way of speaking"), "message-square"),
        (_("Time of day"), "clock"),
        (_("Home"), "house"),
        (_("Child"), "baby"),
        (_("Garden, travel"), "trees"),
        (_("Small gift"), "gift"),
    ]
