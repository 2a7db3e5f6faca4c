"""What the clients hold, the papers that can be made for them, and those that were printed."""

from collections.abc import Sequence

from advisor_app.domain.client_record import ContractLine
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import money
from advisor_app.i18n.record_words import contract_words, paper_label, paper_words
from advisor_app.playbooks.sheet_tables import product_families
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.paper_asking import PaperOffer, paper_offers
from advisor_app.ui.pages.client.rows import two_lines
from advisor_app.ui.pages.client.tab import Tab, beside, column_of, empty, titled
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge, Card
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type


class PapersTab(Tab):
    """Contracts at the left, papers at the right."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits

    def show_household(self, shown: Shown, *, narrow: bool) -> None:
        """Show one household."""
        left, right = (
            column_of([contracts_card(shown)]),
            column_of([offers_card(paper_offers(self._edits, shown)), papers_card(shown)]),
        )
        self.renew(beside(left, right, (1, 1), narrow=narrow))


def contracts_card(shown: Shown) -> Card:
    """Each contract with its amount."""
    made, column = titled(_("Contracts"))
    names = [person.name for person in shown.people]
    for one in shown.record.contracts:
        mark = Badge("wallet", "sunken", "text2", sizes.CONTROL)
        row = two_lines(family_name(one), contract_words(one, names), mark)
        if one.amount is not None:
            row.addWidget(Text(money(one.amount, one.currency), Type.BODY_STRONG))
        column.addLayout(row)
    if not shown.record.contracts:
        empty(column, _("No contract came with the bank's files."))
    return made


def family_name(one: ContractLine) -> str:
    """What a family of contracts is called; its code where the table has no name for it."""
    family = product_families().get(one.family)
    return one.family if family is None else family.in_language(language())


def offers_card(offers: Sequence[PaperOffer]) -> Card:
    """Each paper that fits, with the button that shows it; why not, where it may not be made."""
    made, column = titled(_("Papers to print"))
    for one in offers:
        row = two_lines(one.words, one.about, Badge(one.icon, "sunken", "text2", sizes.CONTROL))
        show = Button(_("Show"), Kind.SECONDARY, icon="printer", height=sizes.CONTROL_SMALL)
        show.setAccessibleName(_("Show: {paper}").format(paper=one.words))
        show.setAccessibleDescription(one.about)
        show.setEnabled(one.may)
        show.clicked.connect(one.ask)
        row.addWidget(show)
        column.addLayout(row)
    if not offers:
        empty(column, _("Nobody of this household can be written to or met."))
    return made


def papers_card(shown: Shown) -> Card:
    """Each paper with the day on which it was made, and by whom."""
    made, column = titled(_("Printed papers"))
    for one in shown.record.papers:
        mark = Badge("file-text", "sunken", "text2", sizes.CONTROL)
        column.addLayout(two_lines(paper_label(one), paper_words(one), mark))
    if not shown.record.papers:
        empty(column, _("Nothing was printed yet. The sheet prepares the next meeting."))
    return made
