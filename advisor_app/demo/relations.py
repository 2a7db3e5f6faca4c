"""The rows about the relation: who serves whom, and what happened in seven years."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from advisor_app.demo import texts
from advisor_app.demo.days import Days
from advisor_app.demo.household import Archetype, Depth, Household
from advisor_app.demo.staff import (
    COLLEAGUE_CAME,
    COLLEAGUE_LEFT,
    FIRST_HANDOVER,
    LAST_HANDOVER,
    SILENT_HANDOVER,
    advisor_of,
    former_of,
)
from advisor_app.domain.bank_records import AssignmentRecord, TouchpointRecord
from advisor_app.domain.codes import State

YEARS = 2550  # days of history
_READ_BACK = 560  # days that rules about contacts look back, and a little more
_CAMPAIGNS = 6
# These were followed in between by a colleague, who is still there and can open the door.
_BY_COLLEAGUE = frozenset(
    Archetype(state, taken=True, introduced=False) for state in (State.DRIFTING, State.MET)
)
_LAST_ANNOUNCED = ("email", "email", "letter", "none", "call")
_HOURS = ("T09:00", "T09:30", "T10:30", "T11:00", "T14:00", "T15:00", "T16:30", "T17:00")
_LENGTHS = (30, 45, 45, 60, 60, None)


class Contact(NamedTuple):
    """One contact of a household, so many days ago."""

    ago: int
    channel: str
    nature: str = "conversation"
    direction: str = "out"
    minutes: int | None = None
    subject: str = ""
    advisors: str | None = None
    note: str | None = None
    about_project: bool = False


class Serving(NamedTuple):
    """Who served from so many days ago, and how that was announced."""

    advisor: str
    ago: int
    announced: str | None


def servings(household: Household) -> list[Serving]:
    """The advisors of a household, the first one first."""
    present, branch = advisor_of(household.portfolio), household.branch
    chain: list[Serving] = []
    if household.archetype.taken:
        announced = _LAST_ANNOUNCED[household.number % 5]
        chain = [
            Serving(former_of(branch, 1), FIRST_HANDOVER + 9000, None),
            Serving(former_of(branch, 2), FIRST_HANDOVER, "in_person"),
            Serving(present, LAST_HANDOVER, announced),
        ]
        if household.archetype in _BY_COLLEAGUE:
            colleague = advisor_of(household.portfolio - 1 if household.portfolio else 1)
            chain[2:] = [
                Serving(colleague, COLLEAGUE_CAME, "letter"),
                Serving(present, COLLEAGUE_LEFT, announced),
            ]
    elif household.number % 11 < 4:
        chain = [
            Serving(former_of(branch, 3), 9000, None),
            Serving(present, SILENT_HANDOVER, "none"),
        ]
    else:
        chain = [Serving(present, 9000, None)]
    kept = [one for turn, one in enumerate(chain) if _has_begun(chain, turn, household.since)]
    return [kept[0]._replace(ago=household.since, announced=None), *kept[1:]]


def _has_begun(chain: list[Serving], turn: int, since: int) -> bool:
    """Whether a serving ended after the client had come."""
    return turn == len(chain) - 1 or chain[turn + 1].ago < since


def assignments(households: Iterable[Household], days: Days) -> Iterator[AssignmentRecord]:
    """The periods, without a gap."""
    for household in households:
        chain = servings(household)
        for turn, one in enumerate(chain):
            until = days.from_now(-chain[turn + 1].ago - 1) if turn + 1 < len(chain) else None
            start = days.from_now(-one.ago)
            for person in household.clients:
                yield AssignmentRecord(person.ref, one.advisor, start, until, one.announced)


def touchpoints(
    households: Iterable[Household], days: Days, rng: Random, depth: Depth
) -> Iterator[TouchpointRecord]:
    """Everything that happened, the household's contacts for each of its clients."""
    number = 100_000
    ago, open_ago, in_company = days.ago, days.open_ago, False
    for household in households:
        found = contacts(household, rng, depth)
        project = f"P{household.number:06}" if household.kit else None
        for turn, person in enumerate(household.clients):
            ref = person.ref
            for one in found:
                number += 1
                live = one.minutes is not None or one.channel in {"branch", "home", "workplace"}
                day = open_ago[one.ago] if live or one.channel == "counter" else ago[one.ago]
                about = project if one.about_project and not turn else None
                yield TouchpointRecord(
                    f"T{number:07}",
                    ref,
                    one.advisors,
                    day + _HOURS[number & 7] if live else day,
                    one.channel,
                    one.nature,
                    one.direction,
                    one.minutes,
                    in_company,
                    one.subject,
                    about,
                    one.note,
                )


def contacts(household: Household, rng: Random, depth: Depth) -> list[Contact]:
    """What happened to a household, none of it before it came."""
    reach = YEARS if depth.in_full else max(household.met or 0, _READ_BACK)
    chain = servings(household)
    found = _meetings(household, chain, rng, reach)
    found += _talks(household, chain, rng)
    found += _written(household, chain, rng)
    found += _errands(household, rng)
    found += _campaigns(rng, _CAMPAIGNS if depth.in_full else 1)
    return [one for one in found if one.ago < household.since and one.ago <= reach]


def serving_on(chain: list[Serving], ago: int) -> str:
    """Who served so many days ago."""
    for one in reversed(chain):
        if ago <= one.ago:
            return one.advisor
    return chain[0].advisor


def _meetings(household: Household, chain: list[Serving], rng: Random, reach: int) -> list[Contact]:
    if household.met is None:
        return []
    words = texts.table("words")["meetings"]
    subjects, notes = words["subjects"], words["notes"]
    found, ago = [], household.met
    while ago <= reach:
        place = "workplace" if household.company else "home" if rng.random() < 0.1 else "branch"
        advisor = serving_on(chain, ago)
        subject = subjects[int(rng.random() * len(subjects))]
        length = _LENGTHS[int(rng.random() * 6)]
        note = notes[int(rng.random() * len(notes))] if rng.random() < 0.3 else None
        found.append(Contact(ago, place, "conversation", "out", length, subject, advisor, note))
        ago += 190 + int(rng.random() * 330)
    found[0] = _last_meeting(household, chain, found[0])
    return found


def _last_meeting(household: Household, chain: list[Serving], last: Contact) -> Contact:
    """The last meeting: with both advisors where the present one is known from before."""
    present = advisor_of(household.portfolio)
    advisors = str(last.advisors)
    if household.archetype.introduced and advisors != present:
        advisors = f"{advisors}|{present}"
    elif household.archetype.taken and LAST_HANDOVER - last.ago in range(40):
        advisors = f"{chain[-2].advisor}|{present}" if len(chain) > 1 else present
        last = last._replace(subject=texts.table("words")["introduction"]["subject"])
    attended = bool(household.kit) and not household.said
    subject = texts.table("kits")[household.kit]["subject"] if attended else last.subject
    return last._replace(advisors=advisors, subject=subject, about_project=attended)


def _talks(household: Household, chain: list[Serving], rng: Random) -> list[Contact]:
    words = texts.table("words")
    found = []
    if household.talked is not None:
        found.append((household.talked, 15 + int(rng.random() * 20), "talks"))
    if household.met is not None and not household.said and rng.random() < 0.6:
        found.append((household.met + 60 + int(rng.random() * 700), 20, "talks"))
    if not household.said and rng.random() < 0.5:
        found.append((10 + int(rng.random() * 900), 4 + int(rng.random() * 8), "calls"))
    return [
        Contact(
            ago,
            "phone" if rng.random() < 0.8 else "video",
            direction="in" if rng.random() < 0.4 else "out",
            minutes=minutes,
            subject=rng.choice(words[kind]["subjects"]),
            advisors=serving_on(chain, ago),
        )
        for ago, minutes, kind in found
    ]


def _written(household: Household, chain: list[Serving], rng: Random) -> list[Contact]:
    words = texts.table("words")
    found = _letters(household, chain, rng)
    messages = words["messages"]["subjects"]
    quiet = household.archetype.state is State.SILENT
    if household.archetype.trait != "unanswered":
        start = 230 if quiet else 8
        for _ in range(int(rng.random() * 2.6)):
            ago = start + int(rng.random() * 500)
            found.append(Contact(ago, "message", direction="in", subject=rng.choice(messages)))
    if household.said:
        subject = texts.table("kits")[household.kit]["subject"]
        found.append(Contact(noted_ago(household), "message", direction="in", subject=subject))
    return found


def noted_ago(household: Household) -> int:
    """How many days ago the project was noted: when it was said, or at the last meeting."""
    if not household.said:
        return household.met or 30
    low, high = texts.table("kits")[household.kit].get("noted", (5, 44))
    ago = low + household.number * 7 % (high - low + 1)
    # Said after the last meeting, or nobody would have left it unattended.
    return int(min(ago, (household.met or YEARS) - 3))


def _letters(household: Household, chain: list[Serving], rng: Random) -> list[Contact]:
    """A word after each of the last meetings, the new advisor's welcome, and what nobody answered."""
    words = texts.table("words")
    subjects = words["letters"]["subjects"]
    welcome = words["welcome"]["subject"]
    found = []
    if household.met is not None and household.met > 2:
        # A letter would look like the gesture that a birth or a death asks for.
        on_paper = not household.said and rng.random() < 0.4
        found.append((household.met - 2, "letter" if on_paper else "email", subjects[0]))
        found.append((household.met + 400, "letter", subjects[3]))
    if chain[-1].announced in {"email", "letter"}:
        found.append((chain[-1].ago, chain[-1].announced, welcome))
    if household.archetype.trait == "unanswered":
        start = 20 + int(rng.random() * 30)
        found += [(start + 55 * turn, "email", subjects[1 + turn % 2]) for turn in range(3)]
    return [
        Contact(ago, channel, "conversation", "out", None, subject, serving_on(chain, ago))
        for ago, channel, subject in found
    ]


def _errands(household: Household, rng: Random) -> list[Contact]:
    subjects = texts.table("words")["errands"]["subjects"]
    recent = (
        3 + int(rng.random() * 3)
        if household.archetype.trait == "errands"
        else int(rng.random() * 3)
    )
    spread = [20 + int(rng.random() * 500) for _ in range(recent)]
    spread += [570 + int(rng.random() * 1900) for _ in range(2 + int(rng.random() * 3))]
    return [
        Contact(ago, "counter", "operation", "in", None, subjects[int(rng.random() * 5)])
        for ago in spread
    ]


def _campaigns(rng: Random, count: int) -> list[Contact]:
    subjects = texts.table("words")["campaigns"]["subjects"]
    return [
        Contact(
            12 + turn * 92 + int(rng.random() * 60),
            "email",
            "automated",
            subject=subjects[turn % 3],
        )
        for turn in range(count)
    ]
