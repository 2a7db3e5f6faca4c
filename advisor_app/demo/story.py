"""The people of the story: written by hand in the resources, read into the bank's rows."""

import re
from collections.abc import Iterator
from itertools import count
from operator import itemgetter
from typing import Any

from advisor_app.demo import texts
from advisor_app.demo.days import STORY_DAY, Days, Span
from advisor_app.demo.household import Archetype
from advisor_app.domain import bank_records as rows
from advisor_app.domain.codes import ConsentUse, State

Household = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Chapter:
    """One household of the story and the references that its rows use."""

    def __init__(self, written: Household, number: int, first_client: int, days: Days) -> None:
        self.written = written
        self.days = days
        self.number = number
        self.refs = [f"C{first_client + turn:06}" for turn in range(len(written["clients"]))]

    @property
    def ref(self) -> str:
        """The bank's number of the household."""
        return f"H{self.number:06}"

    def rows(self, name: str) -> list[Any]:
        """What is written under a name; nothing where it is missing."""
        found: list[Any] = self.written.get(name, [])
        return found

    def who(self, number: int) -> list[str]:
        """The clients that a row is about: one, or all for 0."""
        return [self.refs[number - 1]] if number else self.refs

    def project(self, number: int) -> str | None:
        """The reference of the household's so-manieth project."""
        return f"P{self.number:06}-{number}" if number else None

    def past(self, day: str) -> str | None:
        """A day of the story, moved; None where it is unknown."""
        return self.days.story(day) if day else None


def chapters(clients: int, days: Days) -> list[Chapter]:
    """As many households of the story as fit into so many clients."""
    found, used = [], 0
    for number, written in enumerate(texts.table("story")["household"], 1):
        if used + len(written["clients"]) <= clients:
            found.append(Chapter(written, number, used + 1, days))
            used += len(written["clients"])
    return found


def archetypes(told: list[Chapter]) -> dict[Archetype, int]:
    """The places that the story's clients take in the shares of their portfolio."""
    found: dict[Archetype, int] = {}
    for chapter in told:
        state, *words = chapter.written["relation"].split()
        like = Archetype(State(state), "taken" in words, "unknown" not in words)
        found[like] = found.get(like, 0) + len(chapter.refs)
    return found


def table(name: str, told: list[Chapter]) -> Iterator[rows.BankRecord]:
    """The story's rows of one table of FORMAT.md."""
    if name == "appointments":
        yield from appointments(told)
    numbers = count(1)
    for chapter in told:
        yield from _WRITERS[name](chapter, numbers) if name in _WRITERS else ()


def _clients(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    street, postal_code, city, latitude, longitude = chapter.written["home"]
    for ref, client in zip(chapter.refs, chapter.rows("clients"), strict=True):
        yield rows.ClientRecord(
            ref,
            kind=client.get("kind", "person"),
            title=client.get("title"),
            first_name=client.get("first"),
            last_name=client["last"],
            birth_date=chapter.past(client.get("birth", "")),
            language="fr",
            segment=client.get("segment", "mass"),
            household=chapter.ref,
            branch="B1",
            since=chapter.past(chapter.written["since"]),
            email=client.get("email"),
            phone=client.get("phone"),
            mobile=client.get("mobile"),
            street=street,
            postal_code=postal_code,
            city=city,
            country="FR",
            latitude=latitude,
            longitude=longitude,
            occupation=client.get("occupation"),
            preferred_channel=client.get("channel"),
            preferred_time=client.get("time"),
        )


def _members(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    for turn, (ref, client) in enumerate(zip(chapter.refs, chapter.rows("clients"), strict=True)):
        if client.get("kind") != "company":
            link = "partner" if turn else "self"
            yield rows.MemberRecord(chapter.ref, ref, link=link, may_know=True)
    for one in chapter.rows("members"):
        birth = chapter.past(one["birth"])
        link, row = one["link"], (chapter.ref, None, one["first"], one["last"], birth)
        yield rows.MemberRecord(*row, link, link == "partner")


def _assignments(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    for ref in chapter.refs:
        for advisor, start, until, announced in chapter.rows("served"):
            period = (str(chapter.past(start)), chapter.past(until))
            yield rows.AssignmentRecord(ref, advisor, *period, announced or None)


def _projects(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    for number, (who, code, status, target, amount, noted, source, note) in enumerate(
        chapter.rows("projects"), 1
    ):
        yield rows.ProjectRecord(
            str(chapter.project(number)),
            chapter.refs[who - 1],
            code,
            status,
            chapter.days.story_partial(target) if target else None,
            amount or None,
            "EUR" if amount else None,
            chapter.past(noted),
            source,
            note,
        )


def _project_inputs(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    for project, name, value in chapter.rows("inputs"):
        yield rows.ProjectInputRecord(str(chapter.project(project)), name, _moved(chapter, value))


def _moved(chapter: Chapter, value: str) -> str:
    """A value with the days in it moved."""
    return _DAY.sub(lambda found: chapter.days.story(found[0]), value)


def _touchpoints(chapter: Chapter, numbers: Iterator[int]) -> Iterator[rows.BankRecord]:
    for (
        who,
        at,
        channel,
        nature,
        direction,
        minutes,
        advisors,
        about,
        subject,
        note,
    ) in chapter.rows("contacts"):
        visit = chapter.days.story_visit(at) if len(at) > 10 else chapter.days.story(at)
        for ref in chapter.who(who):
            yield rows.TouchpointRecord(
                f"T{next(numbers):07}",
                ref,
                advisors or None,
                visit,
                channel,
                nature,
                direction,
                minutes or None,
                subject=subject,
                project=chapter.project(about),
                note=note or None,
            )


def _digital(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    back_of = {month: back for back, month in enumerate(Days(STORY_DAY).months_ago)}
    moved = chapter.days.months_ago
    for who, first, last, low, high in chapter.rows("online"):
        start, end = back_of[first], back_of[last]
        for back in range(start, end - 1, -1):
            level = low + (high - low) * (start - back) // max(1, start - end)
            yield from _month(chapter.refs[who - 1], moved[back], level + back % 2)
    for who, last, *levels in chapter.rows("counts"):
        end = back_of[last]
        for back, level in enumerate(reversed(levels), end):
            yield from _month(chapter.refs[who - 1], moved[back], level)


def _month(ref: str, month: str, level: int) -> Iterator[rows.BankRecord]:
    if level:
        messages = int(level > 4)
        yield rows.DigitalRecord(ref, month, level - messages, messages, 0)


def _signals(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    for who, code, on, value in chapter.rows("signals"):
        yield rows.SignalRecord(chapter.refs[who - 1], code, chapter.days.story(on), value or None)


def _contracts(chapter: Chapter, numbers: Iterator[int]) -> Iterator[rows.BankRecord]:
    for who, family, opened, ends, amount, rate in chapter.rows("contracts"):
        yield rows.ContractRecord(
            f"K{next(numbers):07}",
            chapter.refs[who - 1],
            family,
            chapter.past(opened),
            chapter.past(ends),
            amount or None,
            rate or None,
            "EUR" if amount else None,
        )


def _client_facts(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    for who, name, value, on in chapter.rows("facts"):
        fact = (chapter.refs[who - 1], name, _moved(chapter, value), chapter.past(on))
        yield rows.ClientFactRecord(*fact, "entretien")


def _consents(chapter: Chapter, _: Iterator[int]) -> Iterator[rows.BankRecord]:
    refused, on = chapter.rows("refused"), chapter.days.story(chapter.written["asked"])
    for ref in chapter.refs:
        for use in ConsentUse:
            yield rows.ConsentRecord(ref, use.value, use.value not in refused, on, "entretien")


def appointments(told: list[Chapter]) -> Iterator[rows.AppointmentRecord]:
    """What the story's advisor has in the calendar, without two at the same time."""
    written = [(chapter, row) for chapter in told for row in chapter.rows("appointments")]
    taken: list[Span] = []
    for number, (chapter, row) in enumerate(sorted(written, key=itemgetter(1)), 1):
        start, end, place, room, project, status = row
        span = chapter.days.story_appointment(start, end, taken)
        taken.append(span)
        yield rows.AppointmentRecord(
            f"R{number:06}",
            "|".join(chapter.refs),
            "A01",
            *span,
            place,
            room or None,
            chapter.project(project),
            status,
        )


def _commitments(chapter: Chapter, numbers: Iterator[int]) -> Iterator[rows.BankRecord]:
    for who, by, what, due, done in chapter.rows("promised"):
        period = (chapter.past(due), chapter.past(done))
        ref = f"E{next(numbers):05}"
        yield rows.CommitmentRecord(ref, chapter.refs[who - 1], by, what, *period)


_WRITERS = {
    "clients": _clients,
    "members": _members,
    "assignments": _assignments,
    "projects": _projects,
    "project_inputs": _project_inputs,
    "touchpoints": _touchpoints,
    "digital": _digital,
    "signals": _signals,
    "contracts": _contracts,
    "client_facts": _client_facts,
    "consents": _consents,
    "commitments": _commitments,
}


def reminders(told: list[Chapter]) -> Iterator[tuple[str, str, str, str]]:
    """What the program, not the bank, remembers: client, icon, text and day."""
    for chapter in told:
        for who, icon, text, on in chapter.rows("remember"):
            yield chapter.refs[who - 1], icon, text, chapter.days.story(on)
