"""The demonstration portfolio, read as a bank's files: whole, sound and shared out as promised."""

import csv
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from oracle.presence import Contact, Person, Plan, Promise, Serving, flags, state

from advisor_app.demo.portfolio import demonstration
from advisor_app.domain import codes
from advisor_app.domain.bank_records import RECORD_TYPES, BankRecord
from advisor_app.domain.figures.reading import read_inputs
from advisor_app.playbooks.figures import figures

DAY = date(2026, 4, 23)
ROOT = Path(__file__).resolve().parents[2]
Tables = dict[str, list[Any]]
# The follow-up comes from what is held in the program, never from a bank's files.
FLAGS = {flag.value for flag in codes.Flag} - {"follow_up_due"}


def read(clients: int = 412, seed: int = 1, day: date = DAY) -> Tables:
    found: Tables = {name: [] for name in RECORD_TYPES}
    for name, batch in demonstration(clients, seed, day):
        found[name] += batch
    return found


@pytest.fixture(scope="module")
def bank() -> Tables:
    return read()


def people(bank: Tables) -> dict[str, Person]:
    found = {
        row.ref: Person(
            row.ref,
            segment=row.segment,
            birth=on(row.birth_date),
            since=on(row.since),
            no_contact=row.no_contact,
            no_contact_until=on(row.no_contact_until),
            status=row.status,
        )
        for row in bank["clients"]
    }
    for row in bank["touchpoints"]:
        advisors = tuple(row.advisors.split("|")) if row.advisors else ()
        how = (row.channel, row.nature, row.direction, row.minutes, row.one_to_one)
        contact = Contact(on(row.at[:10]), *how, advisors, row.project)
        found[row.client].contacts.append(contact)
    for row in bank["digital"]:
        year, month = row.month.split("-")
        found[row.client].digital[int(year), int(month)] = (
            row.logins + row.messages + row.operations
        )
    for row in bank["assignments"]:
        period = (on(row.from_day), on(row.until_day), row.announced)
        found[row.client].servings.append(Serving(row.advisor, *period))
    for row in bank["projects"]:
        plan = Plan(row.ref, row.code, row.status, row.target, on(row.noted_on))
        found[row.client].plans.append(plan)
    for row in bank["commitments"]:
        promise = Promise(row.ref, row.by, on(row.due), on(row.done_on))
        found[row.client].promises.append(promise)
    return found


def on(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def states_and_flags(bank: Tables, day: date = DAY) -> tuple[Counter[str], Counter[str]]:
    states: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    for person in people(bank).values():
        states[state(person, day, "standard")] += 1
        raised.update(flags(person, day, "standard").keys())
    return states, raised


def test_one_advisor_serves_412_clients_of_whom_the_picture_tells(bank: Tables) -> None:
    states, raised = states_and_flags(bank)
    assert len(bank["clients"]) == 412
    assert states["met"] == 239
    assert states["online_only"] == raised["online_only"] == 96
    assert raised["not_introduced"] == 41
    serving = {row.client: row.advisor for row in bank["assignments"] if row.until_day is None}
    assert Counter(serving.values()) == {"A01": 412}
    handed_over = {
        row.client for row in bank["assignments"] if row.advisor == "F1-2" and row.until_day
    }
    assert len(handed_over) == 186


@pytest.mark.parametrize(
    ("clients", "seed", "day"),
    [
        (412, 1, DAY),
        (412, 7, DAY),
        (412, 3, date(2027, 2, 28)),
        (412, 2, date(2024, 2, 29)),
        (1000, 5, date(2025, 12, 29)),
    ],
)
def test_every_state_and_flag_is_there_whatever_the_seed_and_the_day(
    clients: int, seed: int, day: date
) -> None:
    states, raised = states_and_flags(read(clients, seed, day), day)
    least = clients / 100
    assert {one.value for one in codes.State if states[one.value] >= least} == set(codes.State)
    assert {flag for flag in FLAGS if raised[flag] >= least} == FLAGS
    assert 0.56 <= states["met"] / clients <= 0.60


def test_every_project_has_three_clients_or_more(bank: Tables) -> None:
    playbook = tomllib.loads((ROOT / "resources/playbooks/projects.toml").read_text("utf-8"))
    # The two occasions are no projects: they come from how the relation stands.
    wanted = {one["code"] for one in playbook["project"]} - {"get_acquainted", "annual_review"}
    counts = Counter(row.code for row in bank["projects"] if row.status in {"heard", "open"})
    assert set(counts) <= wanted
    assert {code for code in wanted if counts[code] < 3} == set()


def test_the_same_arguments_give_the_same_rows_and_another_seed_others(bank: Tables) -> None:
    assert read() == bank
    assert read(seed=2) != bank


@pytest.mark.parametrize("clients", [1, 2, 5, 37, 100, 413])
def test_as_many_clients_as_asked_for(clients: int) -> None:
    assert len(read(clients)["clients"]) == clients


def test_tables_come_in_the_order_in_which_references_point_backwards() -> None:
    order = list(dict.fromkeys(name for name, _ in demonstration(60)))
    assert order == [name for name in RECORD_TYPES if name in order]
    assert set(order) == set(RECORD_TYPES)


def test_every_row_is_of_its_tables_type(bank: Tables) -> None:
    for name, rows in bank.items():
        assert {type(row) for row in rows} == {RECORD_TYPES[name]}


def test_every_reference_leads_to_a_row(bank: Tables) -> None:
    refs = {name: {row.ref for row in bank[name] if hasattr(row, "ref")} for name in bank}
    for name, rows in bank.items():
        for row in rows:
            for field, table in REFERENCES.items():
                assert parts(getattr(row, field, None)) <= refs[table], (name, row)
    households = {row.household for row in bank["clients"]}
    assert {row.household for row in bank["members"]} <= households


REFERENCES = {
    "client": "clients",
    "clients": "clients",
    "advisor": "advisors",
    "advisors": "advisors",
    "substitute": "advisors",
    "branch": "branches",
    "room": "rooms",
    "project": "projects",
}


def parts(value: str | None) -> set[str]:
    return set(value.split("|")) if value else set()


def test_references_are_unique(bank: Tables) -> None:
    for name, rows in bank.items():
        refs = [row.ref for row in rows if hasattr(row, "ref")]
        assert len(refs) == len(set(refs)), name
    assert unique(bank["digital"], lambda row: (row.client, row.month))
    assert unique(bank["signals"], lambda row: (row.client, row.code, row.on))
    assert unique(bank["consents"], lambda row: (row.client, row.use, row.on))
    assert unique(bank["client_facts"], lambda row: (row.client, row.name))
    assert unique(bank["project_inputs"], lambda row: (row.project, row.name))
    assert unique(bank["assignments"], lambda row: (row.client, row.from_day))


def unique(rows: list[Any], key: Callable[[Any], Any]) -> bool:
    return len({key(row) for row in rows}) == len(rows)


def test_every_code_is_one_of_the_vocabularies(bank: Tables) -> None:
    for name, field, words in [
        ("clients", "kind", codes.Kind),
        ("clients", "title", codes.Title),
        ("clients", "segment", codes.Segment),
        ("clients", "language", codes.Language),
        ("clients", "status", codes.ClientStatus),
        ("clients", "preferred_channel", codes.Channel),
        ("members", "link", codes.Link),
        ("assignments", "announced", codes.Announced),
        ("touchpoints", "channel", codes.Channel),
        ("touchpoints", "nature", codes.Nature),
        ("touchpoints", "direction", codes.Direction),
        ("projects", "status", codes.ProjectStatus),
        ("projects", "source", codes.ProjectSource),
        ("consents", "use", codes.ConsentUse),
        ("appointments", "place", codes.Place),
        ("appointments", "status", codes.AppointmentStatus),
        ("commitments", "by", codes.Party),
    ]:
        used = {getattr(row, field) for row in bank[name]} - {None}
        assert used <= {word.value for word in words}, (name, field)


def test_inputs_of_projects_are_those_that_figures_start_from(bank: Tables) -> None:
    asked = figures()
    names = {name for figure in asked.values() for name in figure.inputs}
    assert {row.name for row in bank["project_inputs"]} <= names
    for row in bank["project_inputs"]:
        read_back = read_inputs({row.name: row.value}, asked)
        assert not isinstance(read_back[row.name], str), row


def test_signals_and_product_families_are_the_trades(bank: Tables, shared: Path) -> None:
    signals = column(ROOT / "resources/playbooks/signals.csv", "id")
    assert {row.code for row in bank["signals"]} <= signals
    families = column(shared / "domain/product_families.csv", "id")
    assert {row.family for row in bank["contracts"]} <= families | {"current_account", "pel"}


def column(path: Path, name: str) -> set[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row[name] for row in csv.DictReader(file)}


def test_assignments_of_a_client_follow_each_other_without_overlap(bank: Tables) -> None:
    served = defaultdict(list)
    for row in bank["assignments"]:
        served[row.client].append((row.from_day, row.until_day or "9999-12-31"))
    assert set(served) == {row.ref for row in bank["clients"]}
    for periods in served.values():
        periods.sort()
        assert all(first <= last for first, last in periods)
        pairs = pairwise(periods)
        assert all(before[1] < after[0] for before, after in pairs)


@pytest.mark.parametrize("later", range(8))
def test_no_appointment_collides_with_another_whatever_the_weekday(later: int) -> None:
    bank = read(day=DAY + timedelta(days=later))
    taken = defaultdict(list)
    for row in bank["appointments"]:
        assert row.start < row.end
        for who in [row.advisor, row.room, *row.clients.split("|")]:
            if who:
                taken[who].append((row.start, row.end))
    for spans in taken.values():
        spans.sort()
        pairs = pairwise(spans)
        assert all(before[1] <= after[0] for before, after in pairs)


def test_nothing_has_happened_after_the_day_nor_before_the_client_came(bank: Tables) -> None:
    since = {row.ref: row.since for row in bank["clients"]}
    for row in bank["touchpoints"]:
        assert row.at[:10] <= "2026-04-23"
        # A visit may lie up to a long weekend before the day for which it was drawn.
        early = (date.fromisoformat(since[row.client]) - date.fromisoformat(row.at[:10])).days
        assert early <= 6, row
    assert all(row.month <= "2026-04" for row in bank["digital"])
    assert all(row.on <= "2026-04-23" for row in bank["signals"])


@pytest.mark.parametrize("day", [DAY, date(2026, 4, 26), date(2027, 8, 9)])
def test_visits_and_appointments_lie_on_days_on_which_branches_open(day: date) -> None:
    bank = read(day=day)
    visits = [row.at for row in bank["touchpoints"] if row.channel in {"branch", "counter"}]
    booked = [row.start for row in bank["appointments"]]
    weekdays = Counter(date.fromisoformat(at[:10]).isoweekday() for at in visits + booked)
    assert weekdays[7] == weekdays[1] == 0
    assert not {"05-01", "07-14", "12-25", "01-01"} & {at[5:10] for at in visits + booked}


def test_phones_and_mails_are_those_kept_for_fiction(bank: Tables) -> None:
    for row in bank["clients"] + bank["advisors"]:
        assert row.phone is None or row.phone.startswith("04 65 71 ")
        assert row.email is None or row.email.endswith(".example")
        assert row.email is None or row.email.isascii()
    assert all(row.mobile is None or row.mobile.startswith("06 39 98 ") for row in bank["clients"])


STORY = {
    # name: state, flags of Thursday 23 April 2026
    ("Gérard", "Lemoine"): ("online_only", {"online_only", "not_introduced", "project_unattended"}),
    ("Fatima", "El Amrani"): ("online_only", {"online_only", "project_unattended"}),
    ("Rachid", "El Amrani"): ("online_only", {"online_only"}),
    ("Odile", "Vasseur"): ("drifting", {"project_unattended"}),
    ("Léa", "Bertin"): ("online_only", {"online_only", "project_unattended"}),
    ("Antoine", "Kervella"): (
        "online_only",
        {"online_only", "not_introduced", "project_unattended"},
    ),
    ("Camille", "Fournier"): (
        "online_only",
        {"online_only", "not_introduced", "project_unattended"},
    ),
    ("Julien", "Fournier"): ("online_only", {"online_only", "not_introduced"}),
    ("Sébastien", "Roux"): ("online_only", {"online_only", "project_unattended"}),
    ("Nathalie", "Perrin"): ("online_only", {"online_only", "project_unattended"}),
    ("Bruno", "Castel"): ("drifting", set()),
    ("Isabelle", "Ducrocq"): ("drifting", {"project_unattended"}),
    ("Marc", "Ducrocq"): ("drifting", set()),
    ("Chloé", "Maillard"): ("met", set()),
    ("Vincent", "Orsini"): ("met", {"project_unattended"}),
    ("Bénédicte", "Caron"): ("met", set()),
    ("Paul", "Marchetti"): ("met", set()),
    ("Inès", "Marchetti"): ("met", set()),
    ("Marguerite", "Delaunay"): ("met", set()),
    ("Yanis", "Haddad"): ("met", {"project_unattended"}),
}


def test_the_people_of_the_story_have_their_histories(bank: Tables) -> None:
    refs = {(row.first_name, row.last_name): row.ref for row in reversed(bank["clients"])}
    everybody = people(bank)
    found = {
        name: (state(everybody[refs[name]], DAY, "standard"), set(flags_of(everybody[refs[name]])))
        for name in STORY
    }
    assert found == STORY


def flags_of(person: Person) -> dict[str, Any]:
    return flags(person, DAY, "standard")


def test_the_day_has_the_four_appointments_of_the_story(bank: Tables) -> None:
    names: dict[str, BankRecord] = {row.ref: row for row in bank["clients"]}
    today = [
        (row.start[11:], row.place, [names[ref].last_name for ref in row.clients.split("|")])
        for row in sorted(bank["appointments"], key=lambda row: row.start)
        if row.start[:10] == "2026-04-23"
    ]
    assert today == [
        ("09:00", "branch", ["Marchetti", "Marchetti"]),
        ("10:30", "branch", ["Fournier", "Fournier"]),
        ("14:00", "home", ["Delaunay"]),
        ("16:30", "branch", ["Haddad"]),
    ]


def test_a_whole_bank_has_more_advisors_and_branches_and_nobody_without_an_advisor() -> None:
    bank = read(3000)
    serving = Counter(row.advisor for row in bank["assignments"] if row.until_day is None)
    assert sum(serving.values()) == 3000
    assert max(serving.values()) == 412
    assert len(serving) == 8
    assert {row.branch for row in bank["clients"]} == {"B1", "B2"}
    assert set(serving) <= {row.ref for row in bank["advisors"]}
