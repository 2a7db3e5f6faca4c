"""A client's word on one use, and how he prefers to be met."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.client_record import ClientIdentity
from advisor_app.domain.codes import Channel, ConsentUse
from advisor_app.i18n import _
from advisor_app.i18n.channel_words import channel_label, consent_label
from advisor_app.services.consents import Preferences
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.guarded import Guarded


class ConsentDialog(FormDialog):
    """Agreed or refused, from today, and where that was said."""

    def __init__(
        self,
        parent: QWidget,
        identity: ClientIdentity,
        use: ConsentUse,
        save: Callable[["ConsentDialog", bool, str], None],
    ) -> None:
        asked = _("{use}: what does {name} say?").format(
            use=consent_label(use), name=identity.person.name
        )
        kept = _("The answer holds from today. It can be withdrawn at any time.")
        super().__init__(parent, asked, kept, _("Keep the answer"))
        self._save = save
        given = next((line.given for line in identity.consents if line.use is use), True)
        self._given = Choice([(_("Agreed"), True), (_("Refused"), False)])
        self._given.choose(given)
        self._source = Field(hint=_("At the meeting, by letter, a form"))
        self.lay([((_("Answer"), self._given),), ((_("Where it was said"), self._source),)])

    def save(self) -> None:
        """Give the answer."""
        self._save(self, bool(self._given.value()), self._source.text())


class PreferencesDialog(FormDialog):
    """How and when a client prefers to be met."""

    def __init__(
        self,
        parent: QWidget,
        identity: ClientIdentity,
        save: Callable[["PreferencesDialog", Preferences], None],
    ) -> None:
        asked = _("What does {name} prefer?").format(name=identity.person.name)
        super().__init__(parent, asked, "", _("Keep the preferences"))
        self._save = save
        self._channel = Choice(
            [(_("Not said"), None), *((channel_label(one), one) for one in Channel)]
        )
        self._channel.choose(
            Channel(identity.preferred_channel)
            if identity.preferred_channel in {one.value for one in Channel}
            else None
        )
        self._time = self.guard(Guarded(Field(identity.preferred_time or "")))
        self.lay([((_("Way"), self._channel),), ((_("Time of day, days"), self._time),)])

    def save(self) -> None:
        """Give the preferences."""
        channel = self._channel.value()
        chosen = None if channel is None else Channel(str(channel))
        self._save(self, Preferences(chosen, self._time.text() or None))
