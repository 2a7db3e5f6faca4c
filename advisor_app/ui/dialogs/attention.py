"""Write a small attention: an idea, one that was offered, one that was received."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from advisor_app.domain.attentions import Attention, AttentionDraft, AttentionStage, spent
from advisor_app.domain.people import Person
from advisor_app.i18n import _
from advisor_app.i18n.formats import money
from advisor_app.i18n.record_words import attention_stage_label, ceiling_words
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, Field
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.typed_fields import NumberField, OptionalDayField
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


@dataclass(frozen=True, slots=True)
class AttentionWish:
    """The attention to keep, and whose it is."""

    client: str
    draft: AttentionDraft


@dataclass(frozen=True, slots=True)
class Register:
    """What the household was offered and gave so far, and the ceiling a person and year."""

    attentions: tuple[Attention, ...]
    ceiling: Decimal


class AttentionDialog(FormDialog):
    """Says, as one types, what the year comes to."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[Person],
        today: date,
        register: Register,
        save: Callable[["AttentionDialog", AttentionWish], None],
        before: Attention | None = None,
    ) -> None:
        asked = _("Which small attention?")
        kind = _(
            "A handwritten card first. Nothing in a bereavement, or while a credit is decided."
        )
        super().__init__(parent, asked, kind, _("Keep the attention"))
        self._people, self._register, self._save, self._before = people, register, save, before
        draft = before.draft if before else AttentionDraft(AttentionStage.IDEA, "", today)
        self._client = Choice([(one.name, one.ref) for one in people if one.ref])
        self._stage = Choice([(attention_stage_label(one), one) for one in AttentionStage])
        self._what = self.guard(Guarded(Field(hint=_("A card, flowers, a book"))))
        self._day = OptionalDayField(draft.on, today=today)
        self._today = today
        self._amount = NumberField(draft.amount)
        self._agreed = Field(draft.agreed_by or "", hint=_("Only above the ceiling"))
        self._total = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self._stage.choose(draft.stage)
        self._what.set_text(draft.what)
        self._lay_out()
        self._client.currentIndexChanged.connect(self._add_up)
        self._stage.currentIndexChanged.connect(self._add_up)
        self._amount.textChanged.connect(self._add_up)
        self._day.textChanged.connect(self._add_up)
        self._add_up()
        self._what.setFocus()

    def save(self) -> None:
        """Give the attention; it has a day."""
        if self._day.value() is None:
            self.refuse_at(self._day, _("Write the day."))
            return
        self._save(self, AttentionWish(str(self._client.value()), self._draft()))

    def _draft(self) -> AttentionDraft:
        return AttentionDraft(
            AttentionStage(str(self._stage.value())),
            self._what.text(),
            self._day.value() or self._today,
            self._amount.value(),
            self._agreed.text(),
        )

    def _lay_out(self) -> None:
        whose = ((_("For whom"), self._client), (_("Where it stands"), self._stage))
        several = self._before is None and len(self._people) > 1
        self.lay(
            [
                whose if several else whose[1:],
                ((_("What it is"), self._what),),
                ((_("Day"), self._day), (_("Value"), self._amount)),
                ((_("Agreed by"), self._agreed),),
            ]
        )
        self.fields.addWidget(self._total)

    def _add_up(self) -> None:
        """What the year comes to with what stands in the fields."""
        draft, key = self._draft(), self._whose()
        others = [
            one
            for one in self._register.attentions
            if one.client == key and (self._before is None or one.key != self._before.key)
        ]
        stage = draft.stage if draft.stage is not AttentionStage.IDEA else AttentionStage.OFFERED
        total = spent(others, stage, draft.on.year) + (draft.amount or Decimal(0))
        if stage is AttentionStage.RECEIVED:
            words = _("{amount} received in {year}").format(amount=money(total), year=draft.on.year)
        else:
            words = ceiling_words(total, self._register.ceiling, draft.on.year)
        above = total > self._register.ceiling
        self._total.setText(words)
        self._total.set_tone(Tone.WARN if above else Tone.SECOND)

    def _whose(self) -> bytes | None:
        if self._before is not None:
            return self._before.client
        chosen = self._client.value()
        return next((one.key for one in self._people if one.ref == chosen), None)
