"""The rows about who the invented clients are: clients, members, consents."""

from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from advisor_app.demo import texts
from advisor_app.demo.days import Days
from advisor_app.demo.household import Depth, Household, Person
from advisor_app.demo.staff import Town, towns_of
from advisor_app.domain.bank_records import ClientRecord, ConsentRecord, MemberRecord

_LANGUAGES = ("fr",) * 47 + ("en", "en", "de", "nl")
_PROVIDERS = ("courrier.example", "boite.example", "maison.example")
_ACCENTS = str.maketrans("àâäéèêëîïôöùûüçÉÈÊÎÔ' ", "aaaeeeeiioouuucEEEIO--")
_STANDINGS = {"deceased": "deceased", "closed": "closed"}
# Of these a whole bank keeps the noes only.
_USES = ("phone", "home_visit", "events", "proximity")
_NOES = ("letter", "email", "sms", "meeting")
_REFUSED = {
    "email": 0.08,
    "sms": 0.35,
    "phone": 0.04,
    "events": 0.12,
    "home_visit": 0.2,
    "proximity": 0.15,
}
_CHANNELS = {"video": "video", "home": "home"}
_MANNERS = {"evening": ("phone", "meeting", "sms")}
_TIMES = ("le matin", "l'après-midi", "le soir", "le samedi matin", "entre midi et deux")


class Home(NamedTuple):
    """An address."""

    street: str
    postal_code: str
    city: str
    latitude: float
    longitude: float


def clients(households: Iterable[Household], days: Days, rng: Random) -> Iterator[ClientRecord]:
    """The clients, each with an address, a way to be reached and a walk of life."""
    towns: dict[int, list[Town]] = {}
    for household in households:
        spread = towns.get(household.branch) or towns.setdefault(
            household.branch, towns_of(household.branch)
        )
        home = _home(spread[household.town % len(spread)], rng)
        for person in household.clients:
            yield _client(household, person, home, days, rng)


def _home(town: Town, rng: Random) -> Home:
    streets = texts.table("places")["names"]["streets"]
    street = f"{int(rng.random() * 60) + 1} {streets[int(rng.random() * len(streets))]}"
    latitude = round(town.latitude + (rng.random() - 0.5) * 0.03, 5)
    longitude = round(town.longitude + (rng.random() - 0.5) * 0.04, 5)
    return Home(street, town.postal_code, town.name, latitude, longitude)


def _client(
    household: Household,
    person: Person,
    home: Home,
    days: Days,
    rng: Random,
) -> ClientRecord:
    standing = household.archetype.standing
    no_contact_until = days.from_now(60) if standing and rng.random() < 0.4 else None
    return ClientRecord(
        person.ref,
        "company" if household.company else "person",
        person.title or None,
        person.first_name or None,
        person.last_name,
        person.birth or None,
        _LANGUAGES[int(rng.random() * len(_LANGUAGES))],
        _segment(household, person, rng),
        household.ref,
        f"B{household.branch}",
        days.from_now(-household.since),
        *_reach(person, rng),
        home.street,
        home.postal_code,
        home.city,
        "FR",
        home.latitude,
        home.longitude,
        None if household.company else _occupation(person, rng),
        *_preferences(household, rng),
        standing == "no_contact" and no_contact_until is None,
        no_contact_until if standing == "no_contact" else None,
        rng.random() < 0.02,
        _STANDINGS.get(standing, "active"),
    )


def _reach(person: Person, rng: Random) -> tuple[str | None, str | None, str | None]:
    """E-mail, phone and mobile, in the ranges and domains kept for fiction."""
    number = int(person.ref[1:])
    name = f"{person.first_name}.{person.last_name}".translate(_ACCENTS).lower().strip(".")
    email = f"{name}{number % 1000}@{_PROVIDERS[number % 3]}" if rng.random() < 0.92 else None
    phone = f"04 65 71 {number // 100 % 100:02} {number % 100:02}" if rng.random() < 0.6 else None
    mobile = f"06 39 98 {number // 100 % 100:02} {number % 100:02}"
    return email, phone, mobile


def _segment(household: Household, person: Person, rng: Random) -> str:
    wanted = texts.table("kits").get(household.kit, {}).get("segment", "")
    if household.company or wanted == "professional":
        return "professional"
    if wanted:
        return str(wanted)
    if person.age < 27:
        return "youth"
    drawn = rng.random()
    return "mass" if drawn < 0.72 else "affluent" if drawn < 0.94 else "private"


def _occupation(person: Person, rng: Random) -> str:
    kinds = texts.table("words")["occupations"]
    kind = "young" if person.age < 23 else "retired" if person.age > 64 else "working"
    choice: str = kinds[kind][int(rng.random() * len(kinds[kind]))]
    feminine, _, masculine = choice.partition("|")
    return (masculine or feminine) if person.title == "mr" else feminine


def _preferences(household: Household, rng: Random) -> tuple[str | None, str | None]:
    """The channel and the time of day that the client likes best."""
    drawn = rng.random()
    at = _TIMES[int(drawn * 50) % 5] if drawn < 0.3 else None
    if household.said:
        return _CHANNELS.get(household.manner), at
    return "phone" if drawn < 0.15 else "branch" if drawn < 0.4 else None, at


def members(households: Iterable[Household]) -> Iterator[MemberRecord]:
    """Who belongs to a household, clients or not; children may not know everything."""
    for household in households:
        if household.company:
            continue
        for turn, person in enumerate(household.clients):
            link = "partner" if turn else "self"
            yield MemberRecord(household.ref, person.ref, link=link, may_know=True)
        for person in household.others:
            link = "partner" if person.title else "child"
            row = (household.ref, None, person.first_name, person.last_name, person.birth)
            yield MemberRecord(*row, link, link == "partner")


def consents(
    households: Iterable[Household], days: Days, rng: Random, depth: Depth
) -> Iterator[ConsentRecord]:
    """The answers, dated when the client was last met, or came."""
    for household in households:
        on = days.ago[min(household.met or household.since, 2500)]
        refused = _MANNERS.get(household.manner, ("sms",)) if household.said else None
        for person in household.clients:
            for use in (*_USES, *_NOES):
                if refused is not None:
                    given = use not in refused
                else:
                    given = rng.random() >= _REFUSED.get(use, 0.01)
                if depth.in_full or not given or use in _USES:
                    yield ConsentRecord(person.ref, use, given, on, "entretien")
