"""The documents of a meeting: which there are to bring, what was asked for, what came already."""

from datetime import date

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_rules import BriefingSubject
from advisor_app.domain.known_facts import FactName, days_of
from advisor_app.domain.letters import MOST_DOCUMENTS
from advisor_app.i18n import language
from advisor_app.playbooks.sheet_tables import NOTHING_TO_BRING, documents
from advisor_app.reports.relation_words import Catalogue
from advisor_app.reports.sheet_data import DocumentLine, DocumentState


def document_lines(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> tuple[DocumentLine, ...]:
    """What the clients may be asked to bring, and where each of it stands."""
    codes = catalogue[subject.code].documents if subject.code in catalogue else ()
    received = days_of(briefing, FactName.DOCUMENT_RECEIVED)
    asked = _by_letter(briefing, codes) | days_of(briefing, FactName.DOCUMENT_ASKED)
    return tuple(_line(code, received.get(code), asked.get(code)) for code in codes)


def _by_letter(briefing: Briefing, codes: tuple[str, ...]) -> dict[str, date]:
    """The letter about the appointment asks for the first of them."""
    day = briefing.asked_by_letter
    named = [code for code in codes if code != NOTHING_TO_BRING][:MOST_DOCUMENTS]
    return dict.fromkeys(named, day) if day else {}


def _line(code: str, received: date | None, asked: date | None) -> DocumentLine:
    document = documents()[code]
    label = document.label.in_language(language())
    if code == NOTHING_TO_BRING:
        return DocumentLine(label, DocumentState.NOTHING)
    if received:
        return DocumentLine(label, DocumentState.ON_FILE, received)
    if asked:
        return DocumentLine(label, DocumentState.ASKED, asked)
    return DocumentLine(label, DocumentState.IF_ANY if document.if_any else DocumentState.TO_ASK)
