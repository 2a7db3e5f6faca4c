"""Light or dark, size of text, language, movement: how the user likes the window."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication

from advisor_app.domain.codes import Language
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import LANGUAGES, percent
from advisor_app.ui.changes import Changes
from advisor_app.ui.pages.settings.pane import Pane, SettingRow, SettingsCard
from advisor_app.ui.pages.settings.scheme_choice import SchemeChoice
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.parts.switch import Switch
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.look import NORMAL, Look

if TYPE_CHECKING:
    from advisor_app.ui.theme.application import Application


class AppearancePane(Pane):
    """Every choice holds at once, and is kept for the next time."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._application = cast("Application", QApplication.instance())
        look = self._look()
        self.scheme = SchemeChoice(look.scheme)
        self.scheme.chosen.connect(self._application.choose)
        self.text = Segments(
            [_("Small"), _("Normal"), _("Large"), _("Very large")], height=sizes.CONTROL
        )
        self.text.chosen.connect(self._resize)
        self.language = Choice([(name, code) for code, name in LANGUAGES.items()])
        self.language.activated.connect(self._speak)
        self.dense, self.discreet, self.still = Switch(), Switch(), Switch()
        self.still.clicked.connect(lambda on: self._wear(replace(self._look(), still=on)))
        self.discreet.clicked.connect(lambda on: self._wear(replace(self._look(), discreet=on)))
        self.dense.clicked.connect(lambda on: self._wear(replace(self._look(), dense=on)))
        self._text_row = SettingRow(_("Size of text"), "", self.text)
        self.add(self._card())
        self._application.worn.connect(self.reload)

    def reload(self) -> None:
        """Show what holds now."""
        look = self._look()
        self.scheme.choose(look.scheme)
        nearest = min(settings_sizes.TEXT_SIZES, key=lambda size: abs(size - look.text_percent))
        self.text.choose(settings_sizes.TEXT_SIZES.index(nearest))
        share = percent(look.text_percent / NORMAL)
        self._text_row.tell(
            _("Now {share} of your computer's own setting. Ctrl and + change it anywhere").format(
                share=share
            )
        )
        with QSignalBlocker(self.language):
            self.language.choose(language())
        self.dense.setChecked(look.dense)
        self.discreet.setChecked(look.discreet)
        self.still.setChecked(look.still)
        self.stage.show_content()

    def _card(self) -> SettingsCard:
        card = SettingsCard(_("Appearance and language"))
        for row in (
            SettingRow(_("Theme"), _("Automatic follows your computer"), self.scheme),
            self._text_row,
            SettingRow(
                _("Language"), _("Letters to clients keep the client's language"), self.language
            ),
            SettingRow(_("Close rows"), _("Tables show more clients at once"), self.dense),
            SettingRow(
                _("Reduce movement"),
                _("Panels and messages appear without gliding"),
                self.still,
            ),
            SettingRow(
                _("Discreet mode at the start"),
                _("Folds signals, notes and other clients until you press F8"),
                self.discreet,
            ),
        ):
            card.add_row(row)
        return card

    def _look(self) -> Look:
        return self._application.look

    def _wear(self, look: Look) -> None:
        self._application.wear(look)

    def _resize(self, index: int) -> None:
        self._wear(self._look().with_text(settings_sizes.TEXT_SIZES[index]))

    def _speak(self, _index: int) -> None:
        chosen = Language(str(self.language.value()))
        self._wear(replace(self._look(), language=chosen))
        self.requests.speak.emit(chosen.value)
