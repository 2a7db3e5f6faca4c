"""Papers about a household besides its sheet: which fit its case, and asking the window for them."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.letter_offers import LetterOffer
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.people import of_age
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.record_words import paper_kind_label
from advisor_app.ui.dialogs.condolence import CondolenceDialog
from advisor_app.ui.dialogs.event_invitation import EventInvitationDialog
from advisor_app.ui.dialogs.labels import LabelsDialog
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.papers_asked import (
    HouseholdPaper,
    InvitationsAsked,
    LabelsAsked,
    LetterAsked,
    PapersAsked,
)
from advisor_app.ui.parts.requests import Requests, Whom

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from advisor_app.domain.client_events import ClientEvent
    from advisor_app.domain.labels import LabelPlace


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper that fits: what it is called, what it is about, or why it may not be made."""

    words: str
    about: str
    icon: str
    ask: "Callable[[], None]"
    may: bool = True


def paper_offers(edits: Edits, shown: Shown) -> tuple[PaperOffer, ...]:
    """What can be made for the household now; nothing where nobody of it can be met."""
    whom = Whom(shown.page.key, joint_name(shown.people), of_age(shown.people, shown.record.today))
    if not whom.refs:
        return ()
    requests = edits.page.requests
    return (
        *(_letter(requests, whom, one) for one in shown.letters),
        PaperOffer(
            _("Letter of condolence…"),
            _("Signed by hand; it names no product."),
            "heart",
            partial(_ask_condolence, edits, whom),
        ),
        PaperOffer(
            _("Invitation to an event…"),
            _("At the branch, with somebody who speaks."),
            "ticket",
            partial(_ask_invitation, edits, whom, shown.record.today),
        ),
        PaperOffer(
            _("Handover sheet"),
            _("What a colleague must know who takes over."),
            "users",
            lambda: requests.open_sheets.emit(PapersAsked(HouseholdPaper.HANDOVER, (whom,))),
        ),
        PaperOffer(
            _("Address label…"),
            _("On a sheet of adhesive labels."),
            "mail",
            partial(_ask_labels, edits, whom),
        ),
    )


def paper_actions(edits: Edits, shown: Shown) -> tuple[Action, ...]:
    """The same in the menu "Client" and in Ctrl+K."""
    return tuple(
        Action(
            one.words,
            Menu.CLIENT,
            one.ask,
            icon=one.icon,
            ready=partial(bool, one.may),
            group=2,
            under=_("Papers to print"),
        )
        for one in paper_offers(edits, shown)
    )


def _letter(requests: Requests, whom: Whom, offer: LetterOffer) -> PaperOffer:
    asked = LetterAsked(
        offer.kind,
        offer.visit.ref if offer.visit else "",
        whom.title,
        client="" if offer.visit else offer.client,
    )
    if offer.refused:
        about = _("No letters are wanted, and nobody asked for this one.")
    elif offer.visit:
        day = plain_date(offer.visit.start.date())
        about = _("About the appointment of {day}").format(day=day)
    else:
        about = _("Signed by the former advisor and by you.")
    return PaperOffer(
        paper_kind_label(PaperKind(f"{offer.kind}_letter")),
        about,
        "mail",
        lambda: requests.open_sheets.emit(asked),
        may=not offer.refused,
    )


def _ask_condolence(edits: Edits, whom: Whom) -> None:
    def answer(person: str) -> None:
        asked = LetterAsked(
            LetterKind.CONDOLENCE, "", whom.title, client=whom.refs[0], person=person
        )
        edits.page.requests.open_sheets.emit(asked)

    CondolenceDialog(edits.page.window(), whom.title, answer).open()


def _ask_invitation(edits: Edits, whom: Whom, today: "date") -> None:
    def answer(event: "ClientEvent", _nobody: str) -> None:
        edits.page.requests.open_sheets.emit(InvitationsAsked((whom,), event))

    EventInvitationDialog(edits.page.window(), today, answer, whom=whom.title).open()


def _ask_labels(edits: Edits, whom: Whom) -> None:
    def answer(place: "LabelPlace") -> None:
        edits.page.requests.open_sheets.emit(LabelsAsked((whom,), place))

    LabelsDialog(edits.page.window(), 1, answer).open()
