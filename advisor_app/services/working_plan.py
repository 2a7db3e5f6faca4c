"""An advisor's hours, capacity and days away, and the rooms of the branch: what booking obeys."""

from dataclasses import replace

from advisor_app.domain.booking_refusals import NoSuchRoom
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.keys import Key
from advisor_app.domain.opening import DatedHours, Week
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.trail import Deed
from advisor_app.domain.working_plan import (
    AbsenceDraft,
    Colleague,
    NoBranchYet,
    NoSuchAbsence,
    Room,
    RoomDraft,
    RoomInUse,
    RoomNameTaken,
    StandsInForOneself,
    SubstituteAway,
    UnknownOpening,
    WorkingPlan,
    checked_absence,
    checked_capacity,
    checked_dated,
    checked_room,
    checked_week,
)
from advisor_app.playbooks.opening_hours import opening_patterns, opening_week
from advisor_app.services.desk import Desk
from advisor_app.services.opening import branch_of, hours_of
from advisor_app.storage import working_plan as keeping
from advisor_app.storage.opening import (
    read_closing_days,
    read_dated_hours,
    read_working_week,
)
from advisor_app.storage.organisation import find_advisor, list_advisors, read_branch
from advisor_app.storage.store import Transaction

HOLIDAYS_SHOWN = 6


class WorkingPlans:
    """Of the advisor who works here; every change holds at once, and stands on the trail."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(self) -> WorkingPlan:
        """Everything that is edited; NoAdvisorYet before the first choice."""
        advisor, today = self._advisor(), self._desk.today()
        with self._desk.reading() as transaction:
            branch = branch_of(transaction, advisor)
            hours = hours_of(transaction, advisor, today)
            country = branch.country if branch else None
            ahead = sorted(day for day in hours.holidays or {} if day >= today)
            return WorkingPlan(
                advisor=advisor.name,
                branch=branch.name if branch else None,
                own=read_working_week(transaction, advisor.key),
                usual=opening_week(branch.opening if branch else None, country),
                opening=branch.opening if branch else None,
                openings={one.code: one.label for one in opening_patterns()},
                capacity=keeping.read_capacity(transaction, advisor.key),
                absences=keeping.read_absences(transaction, advisor, today),
                holidays=tuple((d, (hours.holidays or {})[d]) for d in ahead[:HOLIDAYS_SHOWN]),
                rooms=keeping.read_rooms(transaction, branch.key) if branch else (),
                dated=hours.dated,
                colleagues=_colleagues(transaction, advisor),
            )

    def set_week(self, week: Week) -> Week:
        """Keep one's own hours, and give back those before; empty are those of the branch.

        Raises as `checked_week`, and NoAdvisorYet.
        """
        advisor, kept = self._advisor(), checked_week(week)
        told = [
            f"{day} {one.start:%H:%M}-{one.end:%H:%M}"
            for day, spans in kept.items()
            for one in spans
        ]
        with self._desk.writing() as transaction:
            before = read_working_week(transaction, advisor.key)
            keeping.write_week(transaction, advisor.key, kept)
            self._done(transaction, "hours changed", advisor.ref, {"hours": told})
            return before

    def set_dated(
        self, told: DatedHours, instead_of: DatedHours | None = None
    ) -> DatedHours | None:
        """Keep other hours on some days; without spans those of the very same days go.

        `instead_of` go too. Gives back what stood on the very same days, which would bring it back.
        Raises as `checked_dated`, NoAdvisorYet, and NoBranchYet for the branch's.
        """
        advisor, kept = self._advisor(), checked_dated(told)
        if not kept.of_advisor:
            self._branch()
        with self._desk.writing() as transaction:
            every = read_dated_hours(transaction, advisor.branch, advisor.key, kept.until_day)
            before = next((one for one in every if one.is_of_the_days_of(kept)), None)
            if instead_of is not None:
                keeping.write_dated(transaction, advisor, replace(instead_of, spans=()))
            keeping.write_dated(transaction, advisor, kept)
            days = _days(AbsenceDraft(kept.from_day, kept.until_day, of_branch=not kept.of_advisor))
            self._done(transaction, "dated hours changed", advisor.ref, days)
            return before

    def set_capacity(self, meetings: int | None) -> int | None:
        """Keep how many meetings a week one can hold, and give back how many it was.

        Raises CapacityOutOfRange or NoAdvisorYet.
        """
        advisor, kept = self._advisor(), checked_capacity(meetings)
        with self._desk.writing() as transaction:
            before = keeping.read_capacity(transaction, advisor.key)
            keeping.write_capacity(transaction, advisor.key, kept)
            self._done(transaction, "capacity changed", advisor.ref, {"meetings": kept or 0})
            return before

    def set_opening(self, code: str | None) -> str | None:
        """Keep which usual hours the branch has, None the country's first; gives back the former.

        Raises UnknownOpening or NoBranchYet.
        """
        branch = self._branch()
        if code is not None and code not in {pattern.code for pattern in opening_patterns()}:
            raise UnknownOpening(code)
        with self._desk.writing() as transaction:
            before = read_branch(transaction, branch).opening
            keeping.write_opening(transaction, branch, code)
            self._done(transaction, "opening changed", code or "")
            return before

    def add_absence(self, draft: AbsenceDraft) -> tuple[Key, int]:
        """Keep days away: their key, and how many appointments already stand on them.

        Raises as `checked_absence`; NoBranchYet for the branch's where there is none; NoSuchAdvisor,
        StandsInForOneself or SubstituteAway.
        """
        advisor, kept = self._advisor(), checked_absence(draft)
        if kept.of_branch:
            self._branch()
        with self._desk.writing() as transaction:
            substitute = _substitute(transaction, advisor, kept)
            key = keeping.insert_absence(transaction, advisor, kept, substitute)
            self._done(transaction, "days away added", advisor.ref, _days(kept))
            return key, keeping.standing_in(transaction, advisor, kept)

    def change_absence(self, key: Key, draft: AbsenceDraft) -> tuple[AbsenceDraft, int]:
        """Keep what changed of days away: what they were, and how many appointments stand on them.

        Raises as `add_absence`, and NoSuchAbsence.
        """
        advisor, kept = self._advisor(), checked_absence(draft)
        if kept.of_branch:
            self._branch()
        with self._desk.writing() as transaction:
            before = self._absence(transaction, key)
            substitute = _substitute(transaction, advisor, kept)
            keeping.update_absence(transaction, key, advisor, kept, substitute)
            self._done(transaction, "days away changed", advisor.ref, _days(kept))
            return before, keeping.standing_in(transaction, advisor, kept)

    def remove_absence(self, key: Key) -> AbsenceDraft:
        """Let days away go, and give them back; NoSuchAbsence where they are not one's to take."""
        advisor = self._advisor()
        with self._desk.writing() as transaction:
            found = self._absence(transaction, key)
            keeping.delete_absence(transaction, key)
            self._done(transaction, "days away removed", advisor.ref, _days(found))
            return found

    def add_room(self, draft: RoomDraft) -> str:
        """Keep a new room of the branch: its reference.

        Raises as `checked_room`, RoomNameTaken or NoBranchYet.
        """
        branch, kept = self._branch(), checked_room(draft)
        with self._desk.writing() as transaction:
            _refuse_same_name(keeping.read_rooms(transaction, branch), kept.name, None)
            ref = keeping.insert_room(transaction, branch, kept)
            self._done(transaction, "room added", ref)
            return ref

    def change_room(self, ref: str, draft: RoomDraft) -> RoomDraft:
        """Keep what changed of a room, and give back what it was; as `add_room`, or NoSuchRoom."""
        branch, kept = self._branch(), checked_room(draft)
        with self._desk.writing() as transaction:
            rooms = keeping.read_rooms(transaction, branch)
            before = _room(rooms, ref)
            _refuse_same_name(rooms, kept.name, ref)
            keeping.update_room(transaction, ref, kept)
            self._done(transaction, "room changed", ref)
            return before.draft

    def remove_room(self, ref: str) -> RoomDraft:
        """Let a room go, and give it back; NoSuchRoom, or RoomInUse where appointments name it."""
        branch = self._branch()
        with self._desk.writing() as transaction:
            found = _room(keeping.read_rooms(transaction, branch), ref)
            used = keeping.appointments_in_room(transaction, ref)
            if used:
                raise RoomInUse(used)
            keeping.delete_room(transaction, ref)
            self._done(transaction, "room removed", ref)
            return found.draft

    def _absence(self, transaction: Transaction, key: Key) -> AbsenceDraft:
        every = keeping.read_absences(transaction, self._advisor(), self._desk.today())
        found = next((one for one in every if one.key == key), None)
        if found is None:
            raise NoSuchAbsence
        return found.draft

    def _advisor(self) -> Advisor:
        if self._desk.advisor is None:
            raise NoAdvisorYet
        return self._desk.advisor

    def _branch(self) -> Key:
        branch = self._advisor().branch
        if branch is None:
            raise NoBranchYet
        return branch

    def _done(
        self,
        transaction: Transaction,
        action: str,
        subject: str,
        detail: dict[str, str | int | list[str]] | None = None,
    ) -> None:
        self._desk.record(transaction, Deed(action, subject=subject, detail=detail))


def _colleagues(transaction: Transaction, advisor: Advisor) -> tuple[Colleague, ...]:
    return tuple(
        Colleague(one.ref, one.name)
        for one in list_advisors(transaction)
        if one.key != advisor.key and one.branch == advisor.branch
    )


def _substitute(transaction: Transaction, advisor: Advisor, draft: AbsenceDraft) -> Key | None:
    """Who stands in: another advisor, who is there on all of the days."""
    if draft.substitute is None:
        return None
    found = find_advisor(transaction, draft.substitute)
    if found is None:
        raise NoSuchAdvisor(draft.substitute)
    if found.key == advisor.key:
        raise StandsInForOneself
    away = read_closing_days(transaction, None, found.key, draft.from_day)
    if any(one.from_day <= draft.until_day for one in away):
        raise SubstituteAway(found.name)
    return found.key


def _days(draft: AbsenceDraft) -> dict[str, str | int | list[str]]:
    """What the trail keeps of days away: never the reason, which may be personal."""
    of = "branch" if draft.of_branch else "advisor"
    return {"from": draft.from_day.isoformat(), "until": draft.until_day.isoformat(), "of": of}


def _room(rooms: tuple[Room, ...], ref: str) -> Room:
    found = next((one for one in rooms if one.ref == ref), None)
    if found is None:
        raise NoSuchRoom(ref)
    return found


def _refuse_same_name(rooms: tuple[Room, ...], name: str, but: str | None) -> None:
    if any(one.draft.name.casefold() == name.casefold() and one.ref != but for one in rooms):
        raise RoomNameTaken(name)
