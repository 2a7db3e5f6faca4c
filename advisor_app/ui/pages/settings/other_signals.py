"""The other thresholds of the rules, each with its live count."""

from functools import partial

from PySide6.QtCore import Signal

from advisor_app.domain.codes import Flag
from advisor_app.domain.policy import Thresholds
from advisor_app.domain.policy_version import OFFERED, FlagCounts
from advisor_app.i18n import _
from advisor_app.i18n.policy_words import after_word, clients_of, signal_told, threshold_word
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.theme import sizes

_FLAGS = {
    "introduction_days": Flag.NOT_INTRODUCED,
    "project_lead_months": Flag.PROJECT_UNATTENDED,
    "errands": Flag.ERRANDS_ONLY,
    "unanswered": Flag.UNANSWERED,
}


class OtherSignals(SettingsCard):
    """One row a threshold."""

    chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(_("The other signals"))
        self.fields: dict[str, Choice] = {}
        self._lines: dict[str, SettingRow] = {}
        for name, values in OFFERED.items():
            field = Choice([(after_word(name, value), value) for value in values])
            field.setMinimumWidth(sizes.PREVIEW * 2 // 3)
            field.activated.connect(partial(self._tell, name))
            self.fields[name] = field
            self._lines[name] = SettingRow(threshold_word(name), signal_told(name), field)
            self.add_row(self._lines[name])
        self.add_row(
            SettingRow(
                _("Follow-up after a meeting"),
                _(
                    "Flagged 48 hours after its end; Sundays, holidays and closing days do not count"
                ),
            )
        )

    def show_values(self, thresholds: Thresholds) -> None:
        """Show what the rules on show ask; a value that is no choice here becomes one."""
        for name, field in self.fields.items():
            value = getattr(thresholds, name)
            if field.findData(value) < 0:
                field.addItem(after_word(name, value), value)
            field.choose(value)

    def show_counts(self, counts: FlagCounts) -> None:
        """Say how many clients each would flag."""
        for name, flag in _FLAGS.items():
            told = _("{what} · {clients}").format(
                what=signal_told(name), clients=clients_of(counts.of(flag), counts.clients)
            )
            self._lines[name].tell(told)

    def forget(self) -> None:
        """Say no number: it is not known how many each would flag."""
        for name in _FLAGS:
            self._lines[name].tell(signal_told(name))

    def _tell(self, name: str, _index: int) -> None:
        value = self.fields[name].value()
        if isinstance(value, int):
            self.chosen.emit(name, value)
