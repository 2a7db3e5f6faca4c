"""PRODUCT.md's "Presence" once more: plain, slow, and written apart from the product.

It shares no code with the program, so that both being wrong in the same way is unlikely. Since
when a state or a flag has held is found by asking every single day before.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

ONE_DAY = timedelta(days=1)
FACE = {"branch", "home", "workplace", "event", "counter"}
WRITTEN = {"letter", "card", "email", "message", "sms"}
LIVE = {"phone", "video"}

# met, online_only; grace 3, voice 12, digital 6, 60 days, 3 errands, 3 letters, 12 months.
STANDARD = dict.fromkeys(
    ["youth", "mass", "affluent", "private", "professional", "senior"], (12, 18)
)
RESEAU = {
    "youth": (18, 24),
    "mass": (24, 36),
    "affluent": (12, 24),
    "private": (6, 12),
    "professional": (12, 18),
    "senior": (12, 18),
}
POLICIES = {"standard": STANDARD, "reseau": RESEAU}


@dataclass
class Contact:
    day: date
    channel: str
    nature: str = "conversation"
    direction: str = "out"
    minutes: int | None = None
    one_to_one: bool = False
    advisors: tuple[str, ...] = ()
    project: str | None = None


@dataclass
class Serving:
    advisor: str
    first: date
    last: date | None = None
    announced: str | None = None


@dataclass
class Plan:
    ref: str
    code: str = "home_purchase"
    status: str = "open"
    target: str | None = None
    noted_on: date | None = None


@dataclass
class Promise:
    ref: str
    by: str = "bank"
    due: date | None = None
    done_on: date | None = None


@dataclass
class Letter:
    """The written follow-up of an appointment held in the program."""

    appointment: str
    due: datetime
    sent_on: date | None = None


@dataclass
class Person:
    ref: str
    segment: str | None = None
    birth: date | None = None
    since: date | None = None
    no_contact: bool = False
    no_contact_until: date | None = None
    status: str = "active"
    contacts: list[Contact] = field(default_factory=list)
    servings: list[Serving] = field(default_factory=list)
    digital: dict[tuple[int, int], int] = field(default_factory=dict)
    plans: list[Plan] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY


def less(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), month_end(year, month))


def more(day: date, months: int) -> date:
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day.day - 1), month_end(year, month))


def is_senior(person: Person, day: date) -> bool:
    if person.birth is None:
        return False
    years = day.year - person.birth.year
    if (day.month, day.day) < (person.birth.month, person.birth.day):
        years -= 1
    return years >= 70


def met_and_online_months(person: Person, day: date, policy: str) -> tuple[int, int]:
    met, online = POLICIES[policy][person.segment or "mass"]
    if is_senior(person, day):
        met = min(met, POLICIES[policy]["senior"][0])
        online = min(online, POLICIES[policy]["senior"][1])
    return met, online


def is_meeting(contact: Contact) -> bool:
    if contact.nature != "conversation" or not contact.advisors:
        return False
    if contact.channel in {"branch", "home", "workplace"}:
        return contact.minutes is None or contact.minutes >= 20
    if contact.channel == "event" and contact.one_to_one:
        return contact.minutes is None or contact.minutes >= 10
    return False


def is_talk(contact: Contact) -> bool:
    if contact.nature != "conversation" or contact.channel not in LIVE:
        return False
    return contact.minutes is None or contact.minutes >= 15


def is_written_in(contact: Contact) -> bool:
    return contact.channel in WRITTEN and contact.direction == "in"


def is_letter_out(contact: Contact) -> bool:
    return (
        contact.channel in WRITTEN and contact.direction == "out" and contact.nature != "automated"
    )


def is_errand(contact: Contact) -> bool:
    return contact.channel in FACE and contact.nature == "operation"


def days(person: Person, day: date, kind: Callable[[Contact], bool]) -> list[date]:
    return sorted(
        contact.day for contact in person.contacts if contact.day <= day and kind(contact)
    )


def last(found: list[date]) -> date | None:
    return found[-1] if found else None


def digital_months_that_count(person: Person, day: date) -> list[tuple[int, int]]:
    return [
        (year, month)
        for (year, month), count in person.digital.items()
        if count > 0 and date(year, month, 1) <= day and month_end(year, month) >= less(day, 6)
    ]


def state(person: Person, day: date, policy: str) -> str:
    met_months, online_months = met_and_online_months(person, day, policy)
    meetings = days(person, day, is_meeting)
    if person.since is not None and person.since > less(day, 3) and not meetings:
        return "new"
    if meetings and meetings[-1] >= less(day, met_months):
        return "met"
    if meetings and meetings[-1] >= less(day, online_months):
        return "drifting"
    talks = days(person, day, is_talk)
    if talks and talks[-1] >= less(day, 12):
        return "voice_only"
    written = days(person, day, is_written_in)
    if digital_months_that_count(person, day) or (written and written[-1] >= less(day, 6)):
        return "online_only"
    return "silent"


def restrained(person: Person, day: date) -> bool:
    if person.no_contact or person.status in {"closed", "deceased"}:
        return True
    return person.no_contact_until is not None and person.no_contact_until >= day


def periods(person: Person, day: date) -> list[Serving]:
    """Who served in turn, successive ones to the same advisor without a gap being one."""
    merged = []
    for serving in sorted(person.servings, key=lambda one: one.first):
        if serving.first > day:
            continue
        before = merged[-1] if merged else None
        if (
            before is not None
            and before.advisor == serving.advisor
            and before.last is not None
            and before.last + ONE_DAY == serving.first
        ):
            before.last = serving.last
        else:
            merged.append(Serving(serving.advisor, serving.first, serving.last, serving.announced))
    return merged


def met_with(person: Person, advisor: str, first: date, final: date) -> bool:
    return any(
        first <= contact.day <= final and is_meeting(contact) and advisor in contact.advisors
        for contact in person.contacts
    )


def not_introduced(person: Person, day: date) -> dict[str, Any] | None:
    served = periods(person, day)
    if not served or (served[-1].last is not None and served[-1].last < day):
        return None
    present = served[-1]
    if present.first > day - timedelta(days=60):
        return None
    if all(one.advisor == present.advisor for one in served):
        return None
    if met_with(person, present.advisor, date.min, day):
        return None
    return {
        "advisor": present.advisor,
        "from": present.first.isoformat(),
        "announced": present.announced,
        "changes_without_meeting": changes_without_meeting(person, served, day),
    }


def changes_without_meeting(person: Person, served: list[Serving], day: date) -> int:
    count, until = 0, day
    for before, now in reversed(list(pairwise(served))):
        if now.advisor != before.advisor:
            if met_with(person, now.advisor, now.first, until):
                return count
            count += 1
            until = now.first - ONE_DAY
    return count


def errands_only(person: Person, day: date, policy: str) -> dict[str, Any] | None:
    limit = less(day, met_and_online_months(person, day, policy)[1])
    errands = [one for one in days(person, day, is_errand) if one >= limit]
    if len(errands) < 3 or any(one >= limit for one in days(person, day, is_meeting)):
        return None
    return {"count": len(errands), "days": [one.isoformat() for one in sorted(set(errands))]}


def unanswered(person: Person, day: date, policy: str) -> dict[str, Any] | None:
    limit = less(day, met_and_online_months(person, day, policy)[1])
    answers = days(person, day, lambda one: is_written_in(one) or is_talk(one) or is_meeting(one))
    answer = last(answers)
    letters = [
        one
        for one in days(person, day, is_letter_out)
        if one >= limit and (answer is None or one > answer)
    ]
    if len(letters) < 3:
        return None
    return {
        "count": len(letters),
        "first": letters[0].isoformat(),
        "last_answer": answer.isoformat() if answer else None,
    }


def first_possible(target: str) -> date:
    parts = [int(part) for part in target.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def waits(person: Person, plan: Plan, day: date) -> bool:
    if plan.status not in {"heard", "open"}:
        return False
    if plan.target is not None and first_possible(plan.target) > more(day, 12):
        return False
    return not any(
        contact.project == plan.ref
        and contact.day <= day
        and (plan.noted_on is None or contact.day >= plan.noted_on)
        and (is_meeting(contact) or is_talk(contact))
        for contact in person.contacts
    )


def project_unattended(person: Person, day: date) -> dict[str, Any] | None:
    waiting = [plan for plan in person.plans if waits(person, plan, day)]
    if not waiting:
        return None
    first = min(
        waiting,
        key=lambda one: (
            first_possible(one.target) if one.target else date.max,
            one.noted_on or date.min,
            one.ref,
        ),
    )
    return {
        "project": first.ref,
        "code": first.code,
        "target": first.target,
        "noted_on": first.noted_on.isoformat() if first.noted_on else None,
    }


def follow_up_due(person: Person, day: date) -> dict[str, Any] | None:
    late = [
        one
        for one in person.letters
        if one.due.date() <= day and (one.sent_on is None or one.sent_on > day)
    ]
    if not late:
        return None
    first = min(late, key=lambda one: (one.due, one.appointment))
    return {
        "appointment": first.appointment,
        "due": first.due.isoformat(timespec="minutes"),
    }


def commitment_due(person: Person, day: date) -> dict[str, Any] | None:
    late = [
        one
        for one in person.promises
        if one.by == "bank"
        and one.due is not None
        and one.due < day
        and (one.done_on is None or one.done_on > day)
    ]
    if not late:
        return None
    first = min(late, key=lambda one: (one.due, one.ref))
    return {"commitment": first.ref, "due": first.due.isoformat()}


def online_only(person: Person, day: date, policy: str) -> dict[str, Any] | None:
    if state(person, day, policy) != "online_only":
        return None
    months = sorted(
        (year, month)
        for (year, month), count in person.digital.items()
        if count > 0 and date(year, month, 1) <= day
    )
    counted = sum(person.digital[month] for month in digital_months_that_count(person, day))
    written = [one for one in days(person, day, is_written_in) if one >= less(day, 6)]
    meeting, talk = last(days(person, day, is_meeting)), last(days(person, day, is_talk))
    return {
        "last_meeting": meeting.isoformat() if meeting else None,
        "last_talk": talk.isoformat() if talk else None,
        "last_digital_month": "{:04}-{:02}".format(*months[-1]) if months else None,
        "online_contacts": counted + len(written),
    }


RULES: dict[str, Callable[[Person, date, str], dict[str, Any] | None]] = {
    "online_only": online_only,
    "not_introduced": lambda person, day, _: not_introduced(person, day),
    "errands_only": errands_only,
    "project_unattended": lambda person, day, _: project_unattended(person, day),
    "unanswered": unanswered,
    "follow_up_due": lambda person, day, _: follow_up_due(person, day),
    "commitment_due": lambda person, day, _: commitment_due(person, day),
}


def carries(person: Person, day: date, policy: str, flag: str) -> dict[str, Any] | None:
    return None if restrained(person, day) else RULES[flag](person, day, policy)


def flags(person: Person, day: date, policy: str) -> dict[str, dict[str, Any]]:
    found = {flag: carries(person, day, policy, flag) for flag in RULES}
    return {flag: evidence for flag, evidence in found.items() if evidence is not None}


def earliest_day_worth_asking(person: Person, day: date) -> date:
    known = [day, *(contact.day for contact in person.contacts)]
    known += [serving.first for serving in person.servings]
    known += [date(year, month, 1) for year, month in person.digital]
    known += [plan.noted_on for plan in person.plans if plan.noted_on]
    known += [less(first_possible(plan.target), 13) for plan in person.plans if plan.target]
    known += [promise.due for promise in person.promises if promise.due]
    known += [letter.due.date() for letter in person.letters]
    known += [one for one in (person.since, person.no_contact_until) if one]
    return min(known) - timedelta(days=5)


def known_by(person: Person, day: date, asked: date) -> Person:
    """The person without the projects that, seen from the day asked about, came later."""
    plans = [
        plan
        for plan in person.plans
        if plan.noted_on is None or plan.noted_on <= day or plan.noted_on > asked
    ]
    return Person(**{**vars(person), "plans": plans})


def walk_back(person: Person, asked: date, holds: Callable[[Person, date], bool]) -> date | None:
    """The first of the days in a row, up to the one asked about, on which it holds."""
    floor = earliest_day_worth_asking(person, asked)
    day = asked
    while day >= floor:
        if not holds(known_by(person, day, asked), day):
            return day + ONE_DAY
        day -= ONE_DAY
    return None


def answer(person: Person, day: date, policy: str) -> dict[str, Any]:
    """What `flags --json` says of one client, without sentences."""
    now = state(person, day, policy)
    if now == "new":
        since = person.since if person.since <= day else None
    else:
        since = walk_back(person, day, lambda one, then: state(one, then, policy) == now)
    return {
        "ref": person.ref,
        "state": now,
        "since": since.isoformat() if since else None,
        "flags": [
            {
                "flag": flag,
                "since": flag_since(person, day, policy, flag),
                "evidence": evidence,
            }
            for flag, evidence in flags(person, day, policy).items()
        ],
    }


def flag_since(person: Person, asked: date, policy: str, flag: str) -> str | None:
    since = walk_back(person, asked, lambda one, then: carries(one, then, policy, flag) is not None)
    return since.isoformat() if since else None


def expire(person: Person, day: date) -> None:
    """The daily pass: a project whose target passed 12 months ago becomes expired."""
    for plan in person.plans:
        if plan.status in {"heard", "open"} and plan.target is not None:
            year, *rest = (int(part) for part in plan.target.split("-"))
            if len(rest) == 2:
                final = date(year, *rest)
            else:
                final = month_end(year, rest[0] if rest else 12)
            if final < less(day, 12):
                plan.status = "expired"
