"""The card of an introduction: its steps with their days, and noting that it was announced."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.codes import Announced, Introduction
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.domain.people import Person
from advisor_app.i18n import _
from advisor_app.i18n.introduction_words import served_words, step_lines, three_words
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.dialogs.announcing import AnnouncingDialog
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.tab import small, titled
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.ui.pages.client.edits import Undo

Together = tuple[IntroductionSteps, tuple[Person, ...]]


def is_under_way(page: ClientPage) -> bool:
    """Whether somebody of the household is not acquainted with a new advisor yet."""
    return any(steps.stands is not Introduction.ACQUAINTED for steps, _who in together(page))


def together(page: ClientPage) -> list[Together]:
    """Those whose introduction stands alike, after a change of advisor."""
    found: dict[IntroductionSteps, tuple[Person, ...]] = {}
    for person, steps in page.introductions:
        if steps.former is not None:
            found[steps] = (*found.get(steps, ()), person)
    return list(found.items())


def introduction_card(edits: Edits, shown: Shown) -> Card:
    """Each step once for those with whom it has come equally far."""
    made, column = titled(_("Introduction"))
    groups = together(shown.page)
    for steps, people in groups:
        head = QHBoxLayout()
        name = joint_name(people)
        said = served_words(steps) if len(groups) == 1 else f"{name} · {served_words(steps)}"
        head.addWidget(Text(said, Type.SMALL, Tone.SECOND, wrap=True), 1)
        note = small("", "pencil", name=_("Note how {name} was told").format(name=name))
        note.clicked.connect(partial(announce, edits, shown, steps, people))
        head.addWidget(note, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for reached, words in step_lines(steps):
            column.addLayout(_step(words, reached=reached))
        if steps.asks_for_three:
            column.addWidget(Text(three_words(steps), Type.CAPTION, Tone.WARN, wrap=True))
    return made


def announce(
    edits: Edits, shown: Shown, steps: IntroductionSteps, people: Sequence[Person]
) -> None:
    """Ask how they were told, then keep it; it can be taken back."""
    refs = [person.ref for person in people if person.ref]

    def save(dialog: AnnouncingDialog, how: Announced, day: date) -> None:
        def deed(services: "Services") -> "Undo":
            before = [(ref, services.introductions.announced(ref, how, day)) for ref in refs]
            return partial(_taken_back, before)

        edits.do(dialog, deed, _("The announcement is kept."))

    window = edits.page.window()
    dialog = AnnouncingDialog(window, joint_name(people), shown.record.today, steps, save)
    edits.ask(dialog, f"announcement to {refs[0]}", people[0].key)


def _taken_back(before: Sequence[tuple[str, IntroductionSteps]], services: "Services") -> None:
    for ref, steps in before:
        services.introductions.take_back(ref, steps)


def _step(words: str, *, reached: bool) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.S)
    tone = Tone.ACCENT if reached else Tone.HINT
    row.addWidget(IconMark("circle-check" if reached else "clock", sizes.ICON_SMALL + 2, tone))
    row.addWidget(Text(words, Type.SMALL, Tone.TEXT if reached else Tone.HINT, wrap=True), 1)
    return row
