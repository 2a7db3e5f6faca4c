"""Who belongs to the household, who may know what, how they are reached, what they agreed to."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_page import HouseholdPerson
from advisor_app.domain.client_record import ClientIdentity, HouseholdMember
from advisor_app.domain.codes import Channel, ConsentUse, Segment
from advisor_app.i18n import _
from advisor_app.i18n.channel_words import channel_label, consent_label
from advisor_app.i18n.client_words import household_line
from advisor_app.i18n.formats import plain_date
from advisor_app.i18n.portfolio_words import segment_label
from advisor_app.i18n.record_words import consent_words, language_label
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.file_editing import let_know, say_consent, say_preferences
from advisor_app.ui.pages.client.household_editing import add_person, change_member, let_join
from advisor_app.ui.pages.client.introduction_card import introduction_card, together
from advisor_app.ui.pages.client.rows import pressed_row, two_lines
from advisor_app.ui.pages.client.tab import Step, Tab, beside, column_of, empty, small, titled
from advisor_app.ui.parts.buttons import Kind
from advisor_app.ui.parts.card import Badge, Card
from advisor_app.ui.parts.discreet import Folded
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import client_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class HouseholdTab(Tab):
    """Members at the left, each client's file at the right."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits

    def show_household(self, shown: Shown, *, narrow: bool) -> None:
        """Show one household."""
        files = QWidget()
        column = QVBoxLayout(files)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M + 2)
        cards = [members_card(self._edits, shown)]
        if together(shown.page) and not shown.discreet:
            cards.append(introduction_card(self._edits, shown))
        members = column_of(cards)
        self.renew(beside(members, files, (1, 1), narrow=narrow), self._steps_of(column, shown))

    def _steps_of(self, column: QVBoxLayout, shown: Shown) -> list[Step]:
        steps: list[Step] = []
        for identity in shown.record.identities:
            steps.append(partial(self._add_identity, column, identity))
            if not shown.discreet:
                steps.append(partial(self._add_consents, column, shown, identity))
        if shown.discreet:
            hidden = Folded(_("Consents hidden"), bare=False)
            steps.append(partial(column.addWidget, hidden))
        return [*steps, partial(column.addStretch, 1)]

    def _add_identity(self, column: QVBoxLayout, identity: ClientIdentity) -> None:
        column.addWidget(identity_card(self._edits, identity))

    def _add_consents(self, column: QVBoxLayout, shown: Shown, identity: ClientIdentity) -> None:
        column.addWidget(consents_card(self._edits, shown, identity))


def members_card(edits: Edits, shown: Shown) -> Card:
    """Everybody, how they are tied to the head, and whether they may know."""
    made, column = titled(_("Household"))
    today = shown.record.today
    for one in shown.record.members:
        column.addWidget(_member(edits, shown, one, today))
    if not shown.record.members:
        for person in shown.page.people:
            line = household_line(person, today)
            column.addLayout(two_lines(person.person.name, line, _mark()))
        empty(column, _("Nobody else is known of this household."))
    words = _("Whoever may know may be told of the others' matters, and sit at the table.")
    column.addWidget(Text(words, Type.CAPTION, Tone.HINT, wrap=True))
    column.addLayout(_ways_in(edits, shown))
    return made


def _ways_in(edits: Edits, shown: Shown) -> Flow:
    """Who else belongs here: a client, or somebody who is none."""
    row = Flow()
    join = small(_("A client joins…"), "users-round", kind=Kind.SECONDARY)
    join.clicked.connect(lambda: let_join(edits, shown))
    add = small(_("Add a person…"), "plus", kind=Kind.SECONDARY)
    add.clicked.connect(lambda: add_person(edits, shown))
    row.addWidget(join)
    row.addWidget(add)
    return row


def _mark() -> Badge:
    return Badge("user-round", "sunken", "text2", sizes.CONTROL)


def _member(edits: Edits, shown: Shown, one: HouseholdMember, today: date) -> QWidget:
    whole = QWidget()
    across = QHBoxLayout(whole)
    across.setContentsMargins(0, 0, 0, 0)
    line = household_line(HouseholdPerson(one.person, one.link), today)
    across.addLayout(two_lines(one.person.name, line, _mark()), 1)
    box = QCheckBox(_("May know"))
    box.setChecked(one.may_know)
    box.setAccessibleName(_("{name} may know").format(name=one.person.name))
    box.clicked.connect(partial(let_know, edits, one))
    across.addWidget(box)
    change = small("", "pencil", name=_("{name} in the household").format(name=one.person.name))
    change.clicked.connect(partial(change_member, edits, shown, one))
    across.addWidget(change)
    return whole


def identity_card(edits: Edits, identity: ClientIdentity) -> Card:
    """How a client is reached, and how he prefers to be met."""
    change = small(_("Preferences"), "pencil")
    change.setAccessibleName(_("Preferences of {name}").format(name=identity.person.name))
    change.clicked.connect(lambda: say_preferences(edits, identity))
    made, column = titled(identity.person.name, change)
    column.setSpacing(sizes.XS)
    for name, value in identity_lines(identity):
        column.addLayout(_line(name, value))
    return made


def identity_lines(identity: ClientIdentity) -> list[tuple[str, str]]:
    """What is known, with its name; what is not known is left out."""
    place = " ".join(part for part in (identity.postal_code, identity.city) if part)
    address = ", ".join(part for part in (identity.street, place) if part)
    birth = identity.person.birth_date
    segments = {one.value: one for one in Segment}
    segment = segments.get(identity.segment or "")
    ways = {one.value: one for one in Channel}
    way = ways.get(identity.preferred_channel or "")
    lines = [
        (_("Reference"), identity.person.ref),
        (_("Born"), plain_date(birth) if birth else None),
        (_("Mobile"), identity.mobile),
        (_("Phone"), identity.phone),
        (_("E-mail"), identity.email),
        (_("Address"), address),
        (_("Occupation"), identity.occupation),
        (_("Client since"), plain_date(identity.since) if identity.since else None),
        (_("Segment"), segment_label(segment) if segment else None),
        (_("Language"), language_label(identity.language) if identity.language else None),
        (_("Prefers"), channel_label(way) if way else identity.preferred_channel),
        (_("When"), identity.preferred_time),
    ]
    return [(name, value) for name, value in lines if value]


def consents_card(edits: Edits, shown: Shown, identity: ClientIdentity) -> Card:
    """A client's word on every use; a row asks for another."""
    made, column = titled(_("Consents of {name}").format(name=identity.person.name), air=sizes.S)
    column.setSpacing(0)
    said = {line.use: line for line in identity.consents}
    for use in ConsentUse:
        line = said.get(use)
        about = consent_words(line) if line else _("Nothing said yet")
        given = line is not None and line.given
        fill = ("accent_tint", "accent_text") if given else ("sunken", "text2")
        icon = "check" if given else "x" if line else "circle-help"
        mark = Badge(icon, *fill, sizes.XXL)
        press = partial(say_consent, edits, shown, identity, use)
        column.addWidget(pressed_row(consent_label(use), about, press, mark))
    return made


def _line(name: str, value: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    label = Text(name, Type.SMALL, Tone.HINT)
    label.setFixedWidth(client_sizes.FACT_NAME)
    row.addWidget(label)
    row.addWidget(Text(value, Type.BODY, wrap=True), 1)
    return row
