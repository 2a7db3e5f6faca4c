"""What the program is: version, file, licences; to be copied when help is asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.formats import file_size
from advisor_app.ui.changes import Changes
from advisor_app.ui.pages.settings.pane import Pane, SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.services.about import Part, Program


class AboutPane(Pane):
    """Versions, the file, and what the program is made of; no client's data anywhere."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._program: Program | None = None

    def reload(self) -> None:
        """Ask for the versions of now."""
        self.read(_program, self._show)

    def main_action(self) -> None:
        """Copy what helps who helps."""
        self._copy()

    def _show(self, program: "Program") -> None:
        first = self._program is None
        self._program = program
        if first:
            self.add(self._what(program))
            self.add(_licences(program.parts))

    def _what(self, program: "Program") -> QWidget:
        card = SettingsCard(_("About Tête-à-tête"))
        copy = Button(_("Copy for support"))
        copy.clicked.connect(self._copy)
        card.add_row(
            SettingRow(_("Version {version}").format(version=program.version), _made(program), copy)
        )
        size = file_size(program.size)
        card.add_row(
            SettingRow(
                _("The file of this portfolio"),
                _("{path} ({size}, encrypted)").format(path=program.file, size=size),
            )
        )
        card.add_row(
            SettingRow(
                _("Licence"),
                _("Apache License 2.0: free to use, to study, to change and to pass on"),
            )
        )
        return card

    def _copy(self) -> None:
        if self._program is None:
            return
        QGuiApplication.clipboard().setText(support_text(self._program))
        self.requests.say(_("Copied. It holds versions only, and no client."))


def support_text(program: "Program") -> str:
    """The versions, one a line, for a message to whoever helps; not even the file's folder."""
    return "\n".join(
        (
            f"Tête-à-tête {program.version}",
            f"Python {program.python}",
            f"Qt {qVersion()}",
            f"{program.engine}, SQLCipher {program.cipher}, schema {program.schema}",
            f"{QGuiApplication.platformName()}",
            *(f"{part.name} {part.version}" for part in program.parts if part.version),
        )
    )


def _program(services: "Services") -> "Program":
    return services.about.program()


def _made(program: "Program") -> str:
    return _("Python {python} · Qt {qt} · {engine} · SQLCipher {cipher}").format(
        python=program.python, qt=qVersion(), engine=program.engine, cipher=program.cipher
    )


def _licences(parts: "tuple[Part, ...]") -> QWidget:
    card = SettingsCard(_("What it is made of"))
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(sizes.XL, sizes.M, sizes.XL, sizes.M)
    grid.setHorizontalSpacing(sizes.XL)
    grid.setVerticalSpacing(sizes.XS)
    for row, part in enumerate(parts):
        grid.addWidget(Text(part.name, Type.SMALL), row, 0)
        grid.addWidget(Text(part.version, Type.SMALL, Tone.SECOND), row, 1)
        grid.addWidget(Text(part.licence, Type.SMALL, Tone.SECOND), row, 2)
    grid.setColumnStretch(2, 1)
    card.add_row(table)
    return card
