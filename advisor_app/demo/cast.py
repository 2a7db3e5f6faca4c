"""Who banks with the invented advisors: households drawn around their archetypes."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from advisor_app.demo import texts
from advisor_app.demo.household import Archetype, Household, Person
from advisor_app.demo.quotas import PORTFOLIO, sizes
from advisor_app.demo.staff import LAST_HANDOVER, branch_of
from advisor_app.domain.codes import State
from advisor_app.domain.months import less_months

_AGES = (26, 48, 88)
_MINOR_UNTIL = 25  # children of the household who are still at home

# How many days ago the last meeting was, well inside the limits of both months and holidays.
_MET = {
    State.MET: (25, 345),
    State.DRIFTING: (378, 530),
    State.VOICE_ONLY: (565, 1240),
    State.ONLINE_ONLY: (565, 1240),
    State.SILENT: (565, 1240),
}


class Company(NamedTuple):
    """What one portfolio still needs: its clients beside those that exist already."""

    portfolio: int
    clients: int
    existing: dict[Archetype, int]


class Part(NamedTuple):
    """The life project that a household is given, if any."""

    kit: str = ""
    said: bool = False
    done: str = ""

    @property
    def written(self) -> dict[str, Any]:
        """What the resources say of it."""
        name, code = ("done", self.done) if self.done else ("kits", self.kit)
        found: dict[str, Any] = texts.table(name).get(code, {})
        return found


NO_PART = Part()


def cast(
    companies: list[Company], first_client: int, rng: Random, day: date
) -> Iterator[Household]:
    """The households of every portfolio; client numbers go on from `first_client`."""
    number, client = 1000, first_client
    for company in companies:
        plans = sizes(company.clients, company.existing, rng)
        parts = _parts(plans, company.clients, rng)
        for (archetype, size), part in zip(plans, parts, strict=True):
            seat = (number, company.portfolio, client)
            yield _household(seat, archetype, size, part, rng, day)
            number, client = number + 1, client + size


def _parts(plans: list[tuple[Archetype, int]], clients: int, rng: Random) -> list[Part]:
    """A life project for some households; for as many of each kind as the resources say."""
    share = clients / PORTFOLIO
    wanted = _wanted()
    rng.shuffle(wanted)
    waiting = wanted[: round(len(wanted) * share)]
    chosen = []
    for archetype, size in plans:
        fits = NO_PART
        if _is_able(archetype):
            fits = next((one for one in waiting if _suits(one, archetype, size)), NO_PART)
        if fits is not NO_PART:
            waiting.remove(fits)
        chosen.append(fits)
    return chosen


def _wanted() -> list[Part]:
    found: list[Part] = []
    for code, kit in texts.table("kits").items():
        found += [Part(code, said=True)] * kit.get("said", 4)
        found += [Part(code)] * kit.get("talked", 0)
    for code, row in texts.table("done").items():
        found += [Part(done=code)] * row["households"]
    return found


def _is_able(archetype: Archetype) -> bool:
    """Whether a project leaves the relation as it shall be."""
    quiet = archetype.state in {State.NEW, State.SILENT}
    return archetype.introduced and not (quiet or archetype.trait or archetype.standing)


def _suits(part: Part, archetype: Archetype, size: int) -> bool:
    """Whether such a household may have that project; a birth, say, needs no couple."""
    if part.done and archetype.state is not State.MET:
        return False
    return not (size == 2 and part.written.get("alone"))


def _household(
    seat: tuple[int, int, int],
    archetype: Archetype,
    size: int,
    part: Part,
    rng: Random,
    day: date,
) -> Household:
    number, portfolio, client = seat
    wanted = part.written
    age = rng.randint(*wanted["ages"]) if wanted else int(rng.triangular(*_AGES[::2], _AGES[1]))
    is_company = size == 1 and not wanted and not archetype.standing and rng.random() < 0.06
    people = _clients(client, size, age, rng, day)
    if is_company:
        people = (_firm(people[0], rng),)
    return Household(
        number,
        portfolio,
        branch_of(portfolio),
        int(rng.random() * 100),
        people,
        () if is_company else _others(people, size, wanted, rng, day),
        archetype,
        *_clocks(archetype, part, age, rng),
        *part,
        is_company,
    )


def _clocks(
    archetype: Archetype, part: Part, age: int, rng: Random
) -> tuple[int, int | None, int | None, int | None]:
    """Days since the client came, the last meeting and talk; months since the last digital one."""
    if archetype.state is State.NEW:
        return rng.randint(8, 80), None, None, 0
    low, high = _MET[archetype.state]
    if archetype.state is State.MET:
        low, high = _met_bounds(archetype, low, high, part)
    met = rng.randint(low, high)
    talked = met + rng.randint(40, 300) if not part.kit and rng.random() < 0.5 else None
    if archetype.state is State.VOICE_ONLY:
        talked = rng.randint(50, 340)
    return _since(met, age, rng), met, talked, _last_month(archetype.state, rng)


def _met_bounds(archetype: Archetype, low: int, high: int, part: Part) -> tuple[int, int]:
    if not archetype.introduced:
        return LAST_HANDOVER + 10, high
    # A household just met is left in peace, so those with a project were met a while ago.
    low = 60 if part.kit else low
    return low, LAST_HANDOVER - 12 if archetype.taken else high


def _last_month(state: State, rng: Random) -> int | None:
    if state is State.ONLINE_ONLY:
        return rng.choice((0, 0, 0, 1, 2))
    if state is State.SILENT:
        return rng.choice((None, 9, 12, 16))
    return rng.choice((0, 0, 0, 0, 1, 3, 10, None))


def _since(met: int, age: int, rng: Random) -> int:
    longest = max(met + 60, min(age * 365 - 200, 40 * 365))
    return rng.randint(min(max(met + 50, 1400), longest), longest)


def _clients(first: int, size: int, age: int, rng: Random, day: date) -> tuple[Person, ...]:
    names = texts.names()
    surname = names.surname(rng)
    sex = "F" if rng.random() < 0.5 else "M"
    people = [_person(f"C{first:06}", sex, surname, age, rng, day)]
    if size == 2:
        other = "M" if sex == "F" else "F"
        age = max(20, age + rng.randint(-4, 4))
        surname = surname if rng.random() < 0.7 else names.surname(rng)
        people.append(_person(f"C{first + 1:06}", other, surname, age, rng, day))
    return tuple(people)


def _person(ref: str, sex: str, surname: str, age: int, rng: Random, day: date) -> Person:
    birth = less_months(day, 12 * age) - timedelta(days=int(rng.random() * 360))
    title = "" if age < 18 else "mrs" if sex == "F" else "mr"
    first = texts.names().first_name(rng, sex, birth.year)
    return Person(ref, title, first, surname, birth.isoformat(), age)


def _firm(owner: Person, rng: Random) -> Person:
    trade = rng.choice(texts.table("words")["occupations"]["trades"])
    return Person(owner.ref, "", "", f"{trade} {owner.last_name}", "", owner.age)


def _others(
    clients: tuple[Person, ...], size: int, wanted: dict[str, Any], rng: Random, day: date
) -> tuple[Person, ...]:
    """Members who are no clients: a partner of a lone client, and the children."""
    head, found = clients[0], []
    if size == 1 and head.age > 27 and not wanted.get("alone") and rng.random() < 0.25:
        sex = "M" if head.title == "mrs" else "F"
        found.append(_person("", sex, head.last_name, head.age + rng.randint(-3, 3), rng, day))
    months = [rng.randint(*wanted["child"])] if "child" in wanted else []
    if 28 < head.age < 56:
        oldest = min(_MINOR_UNTIL, head.age - 26) * 12
        months += [rng.randint(6, max(7, oldest)) for _ in range(int(rng.random() * 2.4))]
    found += [_child(age, head.last_name, rng, day) for age in months]
    return tuple(found)


def _child(months: int, surname: str, rng: Random, day: date) -> Person:
    birth = less_months(day, months) - timedelta(days=int(rng.random() * 25))
    sex = "F" if rng.random() < 0.5 else "M"
    first = texts.names().first_name(rng, sex, birth.year)
    return Person("", "", first, surname, birth.isoformat(), months // 12)
