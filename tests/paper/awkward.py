"""People and meetings for whom paper is hard to make: a gallery of them in one invented bank."""

from collections.abc import Iterator
from typing import NamedTuple

from advisor_app.domain import bank_records as rows
from advisor_app.domain.bank_records import BankRecord
from advisor_app.domain.codes import Language, Place
from advisor_app.playbooks.projects import life_projects

SUBJECTS = tuple(life_projects())
LANGUAGES = tuple(Language)
PLACES = tuple(Place)
LONG = "Marie-Antoinette de La Tour du Pin-Chambly de La Charce"
ENDLESS = "Wolfeschlegelsteinhausenbergerdorff " * 6


class Awkward(NamedTuple):
    """One case: the appointment that is printed, and in which language."""

    name: str
    appointment: str
    language: Language


def subject_cases() -> Iterator[Awkward]:
    """Every project and occasion, through every language and ritual, with nothing known besides."""
    for number, code in enumerate(SUBJECTS):
        yield Awkward(code, f"S{number}", LANGUAGES[number % len(LANGUAGES)])


PEOPLE: dict[str, rows.ClientRecord] = {
    "long name": rows.ClientRecord("N1", title="mrs", first_name=LONG, last_name=LONG),
    "name without a blank": rows.ClientRecord("N2", title="mr", last_name=ENDLESS.replace(" ", "")),
    "no first name": rows.ClientRecord("N3", last_name="Petit"),
    "right to left": rows.ClientRecord("N4", first_name="נועה", last_name="فاطمة"),
    "emoji": rows.ClientRecord("N5", first_name="Zoé 🌻", last_name="O’Neill-Łódź"),
    "markup": rows.ClientRecord("N6", first_name="<b>Anne</b>", last_name="&amp; <img src='x'>"),
    "company": rows.ClientRecord(
        "N7", kind="company", last_name="Établissements Vve Joseph Martin & Fils, SARL"
    ),
    "hundred and four": rows.ClientRecord(
        "N8", title="mrs", first_name="Odile", last_name="Roux", birth_date="1921-12-31"
    ),
    "eighteen": rows.ClientRecord(
        "N9", first_name="Malo", last_name="Roux", birth_date="2008-05-05"
    ),
    "born on a leap day": rows.ClientRecord("N10", last_name="Roux", birth_date="1960-02-29"),
    "no profile": rows.ClientRecord("N11", last_name="Discret", no_profile=True),
    "long occupation": rows.ClientRecord(
        "N12", first_name="Ada", last_name="Roux", occupation="conservatrice " * 20
    ),
    "unreachable": rows.ClientRecord("N13", last_name="Loin", no_contact_until="2026-12-31"),
    "namesake one": rows.ClientRecord(
        "N14", first_name="Jean", last_name="Martin", birth_date="1950-01-01"
    ),
    "namesake two": rows.ClientRecord(
        "N15", first_name="Jean", last_name="Martin", birth_date="1980-01-01"
    ),
}


def people_cases() -> Iterator[Awkward]:
    """Names and ages that do not fit, each at a meeting about nothing in particular."""
    for number, name in enumerate(PEOPLE):
        yield Awkward(name, f"P{number}", LANGUAGES[number % len(LANGUAGES)])


MEETINGS = (
    Awkward("six people", "M1", Language.FR),
    Awkward("everything known", "M2", Language.DE),
    Awkward("ten minutes", "M3", Language.NL),
    Awkward("three hours into the night", "M4", Language.EN),
    Awkward("never met, five advisors", "M5", Language.FR),
    Awkward("met every week", "M6", Language.DE),
    Awkward("twelve projects", "M7", Language.FR),
    Awkward("many promises", "M8", Language.NL),
    Awkward("spouses who do not share", "M9", Language.FR),
)
CASES = (*subject_cases(), *people_cases(), *MEETINGS)


def bank() -> tuple[BankRecord, ...]:
    """The bank's rows, in no order."""
    return (*_staff(), *_subjects(), *_people(), *_meetings())


def _staff() -> Iterator[BankRecord]:
    yield rows.BranchRecord("B1", "Villeneuve-lès-Avignon Centre", country="FR")
    for number in range(1, 6):
        yield rows.AdvisorRecord(f"A{number}", "Claire", f"Morvan-Kerguelen {number}", "B1")


def _served(ref: str, *advisors: str) -> Iterator[BankRecord]:
    years = range(2025 - len(advisors), 2025)
    for advisor, year in zip(advisors, years, strict=True):
        last = None if year == years[-1] else f"{year}-12-31"
        yield rows.AssignmentRecord(ref, advisor, f"{year}-01-01", last, "email")


def _meeting(
    ref: str, clients: str, number: int, *, minutes: int = 60, place: Place = Place.BRANCH,
    project: str | None = None,
) -> rows.AppointmentRecord:  # fmt: skip
    """A meeting that no other keeps from being: each has a day of its own."""
    day = f"2026-{6 + number // 28:02}-{1 + number % 28:02}"
    end = 10 * 60 + minutes
    return rows.AppointmentRecord(
        ref, clients, "A1", f"{day}T10:00", f"{day}T{end // 60:02}:{end % 60:02}",
        place.value, project=project,
    )  # fmt: skip


def _subjects() -> Iterator[BankRecord]:
    for number, code in enumerate(SUBJECTS):
        ref = f"C{number}"
        yield rows.ClientRecord(ref, title="mrs", first_name="Camille", last_name=f"Sujet {number}")
        yield from _served(ref, "A2", "A1")
        project = None
        if code not in {"get_acquainted", "annual_review"}:
            project = f"J{number}"
            yield rows.ProjectRecord(project, ref, code, "open", "2027", noted_on="2026-01-10")
        place = PLACES[number % len(PLACES)]
        yield _meeting(f"S{number}", ref, number, place=place, project=project)


def _people() -> Iterator[BankRecord]:
    for number, person in enumerate(PEOPLE.values()):
        yield person
        yield from _served(person.ref, "A1")
        yield _meeting(f"P{number}", person.ref, 30 + number)


def _meetings() -> Iterator[BankRecord]:
    everybody = [f"F{number}" for number in range(1, 7)]
    for number, ref in enumerate(everybody):
        yield rows.ClientRecord(
            ref, first_name=f"{LONG} {number}", last_name=LONG, household="H1",
            birth_date=f"{1940 + 12 * number}-06-15", occupation="libraire",
        )  # fmt: skip
        yield rows.MemberRecord("H1", ref, link="self" if number == 0 else "other")
        yield from _served(ref, "A1")
    yield _meeting("M1", "|".join(everybody), 60)
    yield from _known("K1", contacts=30, projects=4, promises=6)
    yield _meeting("M2", "K1", 61, place=Place.HOME, project="K1P0")
    for ref, number, minutes in (("K2", 62, 10), ("K3", 63, 180)):
        yield from _known(ref)
        yield _meeting(f"M{number - 59}", ref, number, minutes=minutes)
    yield rows.ClientRecord("K4", first_name="Gérard", last_name="Lemoine", since="1998-01-01")
    yield from _served("K4", "A5", "A4", "A3", "A2", "A1")
    yield _meeting("M5", "K4", 64)
    yield from _known("K5", contacts=150)
    yield _meeting("M6", "K5", 65)
    yield from _known("K6", projects=12)
    yield _meeting("M7", "K6", 66, project="K6P0")
    yield from _known("K7", promises=20)
    yield _meeting("M8", "K7", 67)
    for ref, link in (("K8", "self"), ("K9", "partner")):
        yield from _known(ref, household="H2")
        yield rows.MemberRecord("H2", ref, link=link)
        yield rows.ContractRecord(f"{ref}L", ref, "life_insurance", "2004-05-01", amount="90000")
    yield _meeting("M9", "K8|K9", 68)


def _known(
    ref: str, *, contacts: int = 2, projects: int = 0, promises: int = 0,
    household: str | None = None,
) -> Iterator[BankRecord]:  # fmt: skip
    """Somebody of whom much is known."""
    yield rows.ClientRecord(
        ref, title="mr", first_name="Bertrand", last_name=f"Connu {ref}", birth_date="1971-09-09",
        household=household, since="2001-01-01", street="Résidence Les Hauts du Lac\nBâtiment C4",
        postal_code="30400", city="Villeneuve-lès-Avignon", occupation="géomètre",
    )  # fmt: skip
    yield from _served(ref, "A2", "A1")
    for number in range(contacts):
        month, day = 1 + number % 4, 1 + number % 28
        year = 2026 - number // 4 % 6
        yield rows.TouchpointRecord(
            f"{ref}T{number}", ref, "A1", f"{year}-{month:02}-{day:02}", "branch", minutes=45,
            subject="Le point sur tout ce qui a changé depuis la dernière fois",
        )  # fmt: skip
    for number in range(projects):
        project = f"{ref}P{number}"
        yield rows.ProjectRecord(
            project, ref, SUBJECTS[number], "open", f"{2026 + number}-09", "285000.00", "EUR",
            "2025-11-02", "client", "Elle y pense depuis longtemps, et son frère aussi.",
        )  # fmt: skip
    for number in range(promises):
        yield rows.CommitmentRecord(
            f"{ref}M{number}", ref, "bank", "Envoyer l’étude complète, chiffrée et datée, par "
            "courrier, puis rappeler", f"2026-04-{1 + number:02}",
        )  # fmt: skip
    for use in ("letter", "phone", "email", "meeting"):
        yield rows.ConsentRecord(ref, use, given=True, on="2025-01-01")
