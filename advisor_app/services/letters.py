"""Letters to clients: what they are made of, whether they may be written, that they were printed."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from advisor_app.domain.bank_identity import PLAIN, BankIdentity
from advisor_app.domain.briefing import BriefedClient, Briefing
from advisor_app.domain.briefing_rules import refused_uses
from advisor_app.domain.client_events import (
    ClientEvent,
    Invitation,
    NoInvitationsWanted,
    NoThemeFits,
    NoTimeToInvite,
    checked,
    is_grave_time,
    theme_for,
)
from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.keys import Key
from advisor_app.domain.letter_offers import LetterOffer, letters_that_fit
from advisor_app.domain.letters import UNASKED, LetterKind, NoLettersWanted
from advisor_app.domain.papers import PaperKind, PaperOwner, Purpose
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.rituals import event_themes
from advisor_app.services.desk import Desk
from advisor_app.services.printing import coded_paper, record_printed, visit_ref
from advisor_app.services.sheets import Sheets
from advisor_app.storage import briefing as people
from advisor_app.storage.introductions import read_introductions
from advisor_app.storage.pauses import is_left_in_peace
from advisor_app.storage.rooms import branch_access
from advisor_app.storage.store import Transaction
from advisor_app.storage.visits import known_visits


class Letters:
    """Drafts to sign; nothing is sent. `bank` reads how the bank presents itself, each time."""

    def __init__(
        self, desk: Desk, sheets: Sheets, bank: Callable[[], BankIdentity] = lambda: PLAIN
    ) -> None:
        self._desk = desk
        self._sheets = sheets
        self._bank = bank

    def for_appointment(self, ref: str, kind: LetterKind) -> Briefing:
        """What a letter about an appointment is made of.

        Raises NoSuchAppointment, BadIdentity, and NoLettersWanted for a letter that nobody asked
        for.
        """
        return replace(_allowed(self._sheets.for_appointment(ref), kind), bank=self._bank())

    def for_client(self, ref: str, kind: LetterKind) -> Briefing:
        """What a letter to a client is made of; as `for_appointment`, or NoSuchClient."""
        return replace(_allowed(self._sheets.for_client(ref), kind), bank=self._bank())

    def invitation(self, refs: Sequence[str], event: ClientEvent) -> Invitation:
        """What an invitation of a household to an event is made of.

        Without theme and title it is about the theme that their projects call for. Raises
        NoSuchClient, NobodyServes, BadEvent, NoThemeFits; and NoLettersWanted, NoInvitationsWanted
        or NoTimeToInvite where none may be written.
        """
        briefing = _allowed(self._sheets.for_clients(refs), LetterKind.INVITATION)
        today = self._desk.today()
        with self._desk.reading() as transaction:
            keys = [client.key for client in briefing.clients]
            refused = ConsentUse.EVENTS in refused_uses(briefing)
            if refused or is_left_in_peace(transaction, keys, today):
                raise NoInvitationsWanted(refs[0])
            branch = briefing.branch
            access = branch_access(transaction, branch.key) if branch else None
        if is_grave_time(briefing.projects, life_projects(), today):
            raise NoTimeToInvite(refs[0])
        about = checked(_themed(briefing, event), today)
        return Invitation(replace(briefing, bank=self._bank()), about, access)

    def offers(self, refs: Sequence[str]) -> tuple[LetterOffer, ...]:
        """Which letters fit a household's case; none of nobody. Raises NoSuchClient."""
        if not refs:
            return ()
        today = self._desk.today()
        with self._desk.reading() as transaction:
            keys = [_key(transaction, ref) for ref in refs]
            steps = read_introductions(transaction, keys[:1], today).get(keys[0])
            consents = people.read_consents(transaction, keys, today)
            return letters_that_fit(
                refs[0],
                known_visits(transaction, keys),
                int(self._desk.now().timestamp()),
                wants_introduction=steps is not None and steps.asks_for_three,
                refuses_letters=any(
                    one.use is ConsentUse.LETTER and not one.given for one in consents
                ),
            )

    def printed(self, briefing: Briefing, kind: LetterKind, pages: int) -> None:
        """Record that a letter left the printer, or was saved to a file."""
        paper_kind = PaperKind(f"{kind}_letter")
        visit = briefing.visit.key if briefing.visit else None
        purpose = Purpose.INVITE if kind is LetterKind.INVITATION else Purpose.WRITE_TO_CLIENT
        first = briefing.clients[0]
        owner = PaperOwner(paper_kind, first.key, visit, briefing.advisor.key)
        with self._desk.writing() as transaction:
            paper = coded_paper(self._desk, transaction, owner, first.branch, purpose, pages)
            detail: dict[str, str | int | list[str]] = {"kind": kind.value, "pages": pages}
            deed = Deed("letter printed", subject=visit_ref(briefing), detail=detail)
            record_printed(self._desk, transaction, paper, briefing.clients, deed)

    def addressees(self, refs: Sequence[str]) -> tuple[tuple[BriefedClient, ...], ...]:
        """Whom labels are for: each reference, or several joined by a bar. Raises NoSuchClient."""
        with self._desk.reading() as transaction:
            return tuple(
                people.read_clients(transaction, [_key(transaction, one) for one in ref.split("|")])
                for ref in refs
            )

    def labels_printed(self, addressed: Sequence[Sequence[BriefedClient]]) -> None:
        """Record for whom labels were printed."""
        with self._desk.writing() as transaction:
            for client in (one for clients in addressed for one in clients):
                why = Purpose.WRITE_TO_CLIENT
                deed = Deed("labels printed", subject=client.ref, client=client.key, why=why)
                self._desk.record(transaction, deed)


def _key(transaction: Transaction, ref: str) -> Key:
    key = people.find_client(transaction, ref)
    if key is None:
        raise NoSuchClient(ref)
    return key


def _themed(briefing: Briefing, event: ClientEvent) -> ClientEvent:
    if event.theme or event.title.strip():
        return event
    theme = theme_for(briefing.projects, event_themes(), life_projects())
    if theme is None:
        raise NoThemeFits(briefing.clients[0].ref)
    return replace(event, theme=theme.code)


def _allowed(briefing: Briefing, kind: LetterKind) -> Briefing:
    if kind in UNASKED and ConsentUse.LETTER in refused_uses(briefing):
        raise NoLettersWanted(briefing.clients[0].ref)
    return briefing
