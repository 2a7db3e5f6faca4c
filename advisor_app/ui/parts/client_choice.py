"""Choosing one client of the bank by name, town or reference."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.people import Person
from advisor_app.domain.search import is_named
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date
from advisor_app.ui.parts.discreet import Discretion
from advisor_app.ui.parts.fields import Choice, Field, Labelled
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes

# Who asks, the words, what to do with who was found, and with a search that failed.
Find = Callable[[QWidget, str, Callable[[list[Person]], None], Callable[[Exception], None]], Asked]


class Finder(NamedTuple):
    """How a question finds clients, and whether somebody looks on meanwhile."""

    find: Find
    discretion: Discretion


class ClientChoice(QWidget):
    """A field to search in, and a list of who was found; those in `barred` are left out.

    While somebody looks on, it names only whom the words name alone, as Ctrl+K does, or whose
    reference was typed in full.
    """

    chosen = Signal()

    def __init__(self, name: str, finder: Finder, barred: Sequence[str | None] = ()) -> None:
        super().__init__()
        self._finder, self._barred = finder, frozenset(barred)
        self._only_barred = False
        self.field = Field(hint=_("A name, a town or a reference"))
        self.found = Choice([(_("Nobody found yet"), None)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        column.addWidget(Labelled(name, self.field, wraps=True))
        found = Labelled(_("Who was found"), self.found, wraps=True)
        self.stage = Stage(found, None, self._again, sizes.CONTROL, short=True)
        self.stage.show_content()
        column.addWidget(self.stage)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._look)
        self.found.currentIndexChanged.connect(self.chosen)

    def ref(self) -> str:
        """The reference of who is chosen; what was typed where nobody was found."""
        value = self.found.value()
        return self.field.text().strip() if value is None else str(value)

    def is_barred(self) -> bool:
        """Whether the words mean nobody but those who are left out."""
        typed = self.field.text().strip()
        return self.found.value() is None and (self._only_barred or typed in self._barred)

    def _again(self) -> None:
        self._look(self.field.text())

    def _look(self, words: str) -> None:
        def missed(_error: Exception) -> None:
            if words == self.field.text():
                could_not_be_read(self.stage)

        asked = self._finder.find(self, words, lambda people: self._show(words, people), missed)
        self.stage.wait(asked)

    def _show(self, words: str, people: list[Person]) -> None:
        """Offer who was found, unless somebody typed on meanwhile."""
        if words != self.field.text():
            return
        self.stage.show_content()
        offered = [one for one in people if one.ref and one.ref not in self._barred]
        self._only_barred = bool(people) and not offered
        nobody = _("Nobody else found") if self._only_barred else _("Nobody found yet")
        entries: list[tuple[str, object]] = [(described(one), one.ref) for one in offered]
        if self._finder.discretion.on:
            entries = named_alone(words, offered)
        with QSignalBlocker(self.found):
            self.found.clear()
            for label, ref in entries or [(nobody, None)]:
                self.found.addItem(label, ref)
        self.chosen.emit()


def described(person: Person) -> str:
    """A client among namesakes: name, birth date, reference."""
    born = plain_date(person.birth_date) if person.birth_date else None
    return " · ".join(part for part in (person.name, born, person.ref) if part)


def named_alone(words: str, people: Sequence[Person]) -> list[tuple[str, object]]:
    """What a visitor may read of who was found: the name of the only one who is meant."""
    asked = words.strip().casefold()
    meant = [one for one in people if str(one.ref).casefold() == asked]
    meant = meant or [one for one in people if is_named(one.name, words)]
    if len(meant) > 1:
        return [(_("Several clients match: type more of the name, or the reference."), None)]
    return [(one.name, one.ref) for one in meant]
