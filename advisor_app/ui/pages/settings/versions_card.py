"""The versions of the rules, the newest first, each to be compared and put in force again."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.policy import STANDARD
from advisor_app.domain.policy_version import PolicyVersion
from advisor_app.i18n import _
from advisor_app.i18n.policy_words import version_line, version_title
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type


class VersionsCard(SettingsCard):
    """Made anew whenever a version is added; 0 stands for the built-in rules."""

    compared = Signal(int)
    restored = Signal(int)

    def __init__(self, versions: tuple[tuple[PolicyVersion, datetime], ...]) -> None:
        super().__init__(_("Versions of the rules"))
        newest = versions[0][0].number if versions else 0
        for version, local in versions:
            title, told = version_title(version.number), version_line(version, local)
            self._add(version.number, title, told, newest)
        self._add(0, version_title(0), _("As the program came"), newest)

    def _add(self, number: int, title: str, told: str, newest: int) -> None:
        if number == newest:
            in_force = _("{version} · in force").format(version=title)
            self.add_row(SettingRow(in_force, told))
            return
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S)
        compare = _small(_("Compare"), _("Compare {version} with what is in force"), title)
        compare.clicked.connect(lambda: self.compared.emit(number))
        restore = _small(_("Put in force again"), _("Put {version} in force again"), title)
        restore.clicked.connect(lambda: self.restored.emit(number))
        row.addWidget(compare)
        row.addWidget(restore)
        self.add_row(SettingRow(title, told, buttons))


def name_of(number: int) -> str:
    """The name under which the services know a version."""
    return f"v{number}" if number else STANDARD.name


def _small(words: str, name: str, version: str) -> Button:
    button = Button(words, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
    button.setAccessibleName(name.format(version=version))
    return button
