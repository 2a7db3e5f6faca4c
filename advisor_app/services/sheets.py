"""Briefing sheets and day packs: what they are made of, and that they left the printer."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from advisor_app.domain.briefing import (
    BookedVisit,
    Briefing,
    NobodyServes,
    NoSuchAppointment,
    Proposal,
    ServedPeriod,
)
from advisor_app.domain.day_briefing import DayBriefing, ProposedCall
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.follow_up import due_after
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_at
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.domain.papers import (
    PaperKind,
    PaperOwner,
    PrintedPaper,
    Purpose,
)
from advisor_app.domain.sheet_choices import EVERYTHING, SheetChoices
from advisor_app.domain.trail import Deed
from advisor_app.services.day_besides import read_besides
from advisor_app.services.desk import Desk
from advisor_app.services.opening import hours_of, zone_of_advisor
from advisor_app.services.printing import record_printed, visit_ref
from advisor_app.storage import briefing as people
from advisor_app.storage import briefing_history as history
from advisor_app.storage import day_tasks, documents, visits
from advisor_app.storage.organisation import find_advisor, read_advisor, read_branch
from advisor_app.storage.store import Transaction

SHEET_PAGES = 2


class Sheets:
    """Reads what a paper needs, and records that it was printed or saved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def for_appointment(self, ref: str) -> Briefing:
        """What prepares an appointment; NoSuchAppointment where the reference is unknown."""
        with self._desk.reading() as transaction:
            found = visits.find_visit(transaction, ref)
            keys = visits.attendees(transaction, found[0].key) if found else []
            if found is None or not keys:
                raise NoSuchAppointment(ref)
            visit, advisor = found
            return self._briefing(
                transaction, read_advisor(transaction, advisor), keys, visit, None
            )

    def for_client(
        self, ref: str, propose: Callable[[Key], Proposal | None] | None = None
    ) -> Briefing:
        """What prepares a client's next appointment, else a meeting that is not booked yet.

        That one is about the best proposal, if there is one, and with whoever works here, else
        with the client's present advisor. Raises NoSuchClient, or NobodyServes.
        """
        with self._desk.reading() as transaction:
            key = people.find_client(transaction, ref)
            if key is None:
                raise NoSuchClient(ref)
            now = int(self._desk.now().timestamp())
            booked = visits.next_visit_ref(transaction, key, now)
            if booked is None:
                advisor = self._desk.advisor or self._present_advisor(transaction, key, ref)
        if booked is not None:
            return self.for_appointment(booked)
        proposal = propose(key) if propose else None
        with self._desk.reading() as transaction:
            return self._briefing(transaction, advisor, [key], None, proposal)

    def for_clients(self, refs: Sequence[str]) -> Briefing:
        """What a letter to clients of one household is made of, whatever is booked with them.

        Whoever works here signs it, else their present advisor; raises as `for_client`.
        """
        with self._desk.reading() as transaction:
            keys = [people.find_client(transaction, ref) for ref in refs]
            for ref, key in zip(refs, keys, strict=True):
                if key is None:
                    raise NoSuchClient(ref)
            known = [key for key in keys if key is not None]
            advisor = self._desk.advisor or self._present_advisor(transaction, known[0], refs[0])
            return self._briefing(transaction, advisor, known, None, None)

    def for_day(
        self,
        advisor_ref: str,
        day: date,
        propose_calls: Callable[[str, date], Sequence[ProposedCall]] | None = None,
    ) -> DayBriefing:
        """An advisor's day; NoSuchAdvisor where the reference is unknown."""
        proposed = propose_calls(advisor_ref, day) if propose_calls else ()
        with self._desk.reading() as transaction:
            advisor = find_advisor(transaction, advisor_ref)
            if advisor is None:
                raise NoSuchAdvisor(advisor_ref)
            besides = read_besides(transaction, advisor, day, proposed)
            return DayBriefing(
                day=day,
                code=documents.free_code(
                    transaction, PaperOwner(PaperKind.DAY_PACK, None, None, advisor.key), day
                ),
                advisor=advisor,
                branch=_branch(transaction, advisor),
                meetings=self._meetings(transaction, advisor, day),
                tasks=besides.tasks,
                hours=tuple(day_tasks.hours_of_day(transaction, advisor.key, day)),
                calls=besides.calls,
                next_day=besides.next_day,
                members=besides.members,
            )

    def _meetings(
        self, transaction: Transaction, advisor: Advisor, day: date
    ) -> tuple[Briefing, ...]:
        """The advisor's own meetings, and those of colleagues that he comes along to."""
        own = [
            self._briefing(transaction, advisor, keys, visit, None)
            for visit in visits.visits_of_day(transaction, advisor.key, day)
            if (keys := visits.attendees(transaction, visit.key))
        ]
        zone = zone_of_advisor(transaction, advisor)
        joined = [
            replace(self._briefing(transaction, host, keys, one.there, None), visit=one.here)
            for one in visits.joined_visits(transaction, advisor.key, day, zone)
            if (keys := visits.attendees(transaction, one.here.key))
            for host in (read_advisor(transaction, one.host),)
        ]
        return tuple(sorted([*own, *joined], key=_start))

    def sheet_printed(self, briefing: Briefing, choices: SheetChoices = EVERYTHING) -> None:
        """Record that a sheet left the printer, or was saved to a file, and what was hidden on it."""
        with self._desk.writing() as transaction:
            paper = PrintedPaper(
                owner=_owner(briefing),
                code=briefing.code,
                branch=briefing.clients[0].branch,
                purpose=Purpose.PREPARE_MEETING,
                pages=SHEET_PAGES,
            )
            self._record(transaction, "sheet printed", briefing, paper, choices)

    def pack_printed(
        self, day: DayBriefing, pages: int, choices: SheetChoices = EVERYTHING
    ) -> None:
        """Record that a day pack left the printer, or was saved: every client in it by himself."""
        branch = day.advisor.branch or (day.meetings[0].clients[0].branch if day.meetings else None)
        with self._desk.writing() as transaction:
            if branch is not None:
                owner = PaperOwner(PaperKind.DAY_PACK, None, None, day.advisor.key)
                paper = PrintedPaper(owner, day.code, branch, Purpose.PREPARE_DAY, pages)
                documents.keep_document(transaction, paper, self._desk.now())
                for briefing in day.meetings:
                    self._record(transaction, "day pack printed", briefing, paper, choices)

    def _record(
        self,
        transaction: Transaction,
        action: str,
        briefing: Briefing,
        paper: PrintedPaper,
        choices: SheetChoices,
    ) -> None:
        detail: dict[str, str | int | list[str]] = {"code": paper.code, "pages": paper.pages}
        if choices.hidden:
            detail["hidden"] = list(choices.hidden)
        deed = Deed(action, subject=visit_ref(briefing), detail=detail)
        record_printed(self._desk, transaction, paper, briefing.clients, deed)

    def _present_advisor(self, transaction: Transaction, client: Key, ref: str) -> Advisor:
        today = self._desk.today()
        for period in people.read_periods(transaction, [client], today):
            if _covers(period, today):
                return read_advisor(transaction, period.advisor)
        raise NobodyServes(ref)

    def _briefing(
        self,
        transaction: Transaction,
        advisor: Advisor,
        keys: Sequence[Key],
        visit: BookedVisit | None,
        proposal: Proposal | None,
    ) -> Briefing:
        today = self._desk.today()
        clients = people.read_clients(transaction, keys)
        households = [client.household for client in clients if client.household]
        owner = PaperOwner(PaperKind.SHEET, keys[0], visit.key if visit else None, advisor.key)
        return Briefing(
            today=today,
            code=documents.free_code(transaction, owner, today),
            advisor=advisor,
            branch=_branch(transaction, advisor),
            visit=visit,
            follow_up_due=_follow_up_due(transaction, advisor, visit) if visit else None,
            proposal=proposal,
            clients=clients,
            members=people.read_members(transaction, households),
            periods=people.read_periods(transaction, keys, today),
            contacts=history.read_contacts(transaction, keys, today),
            months=history.read_months(transaction, keys, today),
            projects=history.read_projects(transaction, keys),
            holdings=history.read_holdings(transaction, keys, today),
            consents=people.read_consents(transaction, keys, today),
            promises=history.read_promises(transaction, keys),
            facts=people.read_facts(transaction, keys),
            recollections=people.read_recollections(transaction, keys),
            asked_by_letter=self._asked_by_letter(transaction, visit) if visit else None,
        )

    def _asked_by_letter(self, transaction: Transaction, visit: BookedVisit) -> date | None:
        made = documents.last_made(transaction, PaperKind.APPOINTMENT, visit.key)
        return datetime.fromtimestamp(made, self._desk.now().tzinfo).date() if made else None


def _start(briefing: Briefing) -> datetime:
    if briefing.visit is None:
        raise ValueError("a day holds booked meetings only")
    return briefing.visit.start


def _owner(briefing: Briefing) -> PaperOwner:
    return PaperOwner(
        PaperKind.SHEET,
        briefing.clients[0].key,
        briefing.visit.key if briefing.visit else None,
        briefing.advisor.key,
    )


def _branch(transaction: Transaction, advisor: Advisor) -> Branch | None:
    return read_branch(transaction, advisor.branch) if advisor.branch else None


def _follow_up_due(transaction: Transaction, advisor: Advisor, visit: BookedVisit) -> datetime:
    hours = hours_of(transaction, advisor, visit.end.date())
    return due_after(moment_at(visit.end, zone_of_advisor(transaction, advisor)), hours).wall


def _covers(period: ServedPeriod, day: date) -> bool:
    return period.from_day <= day and (period.until_day is None or period.until_day >= day)
