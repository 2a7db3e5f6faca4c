"""The papers that a page may ask for, besides the sheets of a day."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.client_events import ClientEvent
from advisor_app.domain.keys import Key
from advisor_app.domain.kpis.asked import ReportOf
from advisor_app.domain.kpis.period import Period
from advisor_app.domain.labels import LabelPlace
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.domain.portfolio_view import PortfolioColumn
from advisor_app.ui.parts.requests import Whom


@dataclass(frozen=True, slots=True)
class LetterAsked:
    """A letter to show, to be printed or saved; `whom` it is for, by name.

    It is about the `appointment`, or, where there is none, to the client whose number is `client`.
    `subject` and `text` stand in it where somebody wrote them himself. `person` is who died.
    """

    kind: LetterKind
    appointment: str
    whom: str
    subject: str = ""
    text: str = ""
    client: str = ""
    person: str = ""


class HouseholdPaper(StrEnum):
    """A paper that each of several households can have."""

    HANDOVER = "handover"
    INTRODUCTION = "introduction"


@dataclass(frozen=True, slots=True)
class PapersAsked:
    """One paper of a kind for each household."""

    kind: HouseholdPaper
    chosen: tuple[Whom, ...]


@dataclass(frozen=True, slots=True)
class LabelsAsked:
    """Address labels for households, and how the printer takes their sheet."""

    chosen: tuple[Whom, ...]
    place: LabelPlace


@dataclass(frozen=True, slots=True)
class ListAsked:
    """These households as a list on paper, and the purpose that the trail keeps."""

    keys: tuple[Key, ...]
    question: PortfolioQuestion
    columns: tuple[PortfolioColumn, ...]
    purpose: str


@dataclass(frozen=True, slots=True)
class InvitationsAsked:
    """A letter to each household that invites it to an event."""

    chosen: tuple[Whom, ...]
    event: ClientEvent


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """The figures of a portfolio or a branch, and the purpose that the trail keeps."""

    whose: ReportOf
    period: Period
    purpose: str


# Papers that are not the sheets of a day, nor those of chosen households.
OtherPapers = LetterAsked | PapersAsked | LabelsAsked | ListAsked | InvitationsAsked | ReportAsked
