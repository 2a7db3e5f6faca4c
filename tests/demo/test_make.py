"""The demonstration in a store, read back through `flags` and `suggest`."""

import csv
import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import NOW, STORE_KEY

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.make import Wanted, fill, settle
from advisor_app.domain import codes
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage.store import create_store_with_key, open_store_with_key

ROOT = Path(__file__).resolve().parents[2]
LEAST = 412 / 100


def made(path: Path, wanted: Wanted) -> None:
    store = create_store_with_key(path, STORE_KEY)
    settle(Setup(Desk(store, lambda: NOW)), wanted.day)
    services = services_of(store, None)
    fill(
        services.setup,
        services.importing,
        services.appointments,
        services.reminders,
        wanted,
    )
    store.close()


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demonstration") / "demonstration.store"
    made(path, Wanted())
    return path


@pytest.fixture
def bank(demonstration: Path, tmp_path: Path) -> Iterator[Services]:
    path = tmp_path / "copy.store"
    shutil.copy2(demonstration, path)
    store = open_store_with_key(path, STORE_KEY)
    yield services_of(store, None)
    store.close()


def test_it_lives_at_its_own_moment_and_knows_who_works(bank: Services) -> None:
    assert bank.now() == datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
    assert bank.advisor is not None
    assert bank.advisor.name == "Claire Morvan"
    assert bank.upkeep.check().sound


def test_another_day_may_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "other.store"
    made(path, Wanted(60, 3, date(2027, 8, 9)))
    store = open_store_with_key(path, STORE_KEY)
    services = services_of(store, None)
    assert services.today() == date(2027, 8, 9)
    assert len(list(services.presence.flags())) == 60
    store.close()


def test_every_state_and_flag_is_read_back_in_a_hundredth_of_the_clients(bank: Services) -> None:
    found = list(bank.presence.flags(advisor="A01"))
    states = Counter(one.state for one in found)
    flags = Counter(raised.flag for one in found for raised in one.flags)
    assert len(found) == 412
    assert states[codes.State.MET] == 239
    assert flags[codes.Flag.ONLINE_ONLY] == 96
    assert flags[codes.Flag.NOT_INTRODUCED] == 41
    assert {state for state in codes.State if states[state] < LEAST} == set()
    assert {flag for flag in codes.Flag if flags[flag] < LEAST} == set()


def test_every_ritual_is_suggested_to_a_hundredth_and_every_project_to_three(
    bank: Services,
) -> None:
    ranked = bank.suggesting.suggest(limit=None).ranked
    rituals = Counter(one.ritual for one in ranked)
    subjects = Counter(one.subject for one in ranked)
    assert {name for name in names("rituals.csv") if rituals[name] < LEAST} == set()
    playbook = tomllib.loads((ROOT / "resources/playbooks/projects.toml").read_text("utf-8"))
    assert {one["code"] for one in playbook["project"] if subjects[one["code"]] < 3} == set()


def names(table: str) -> set[str]:
    with (ROOT / "resources/playbooks" / table).open(encoding="utf-8", newline="") as file:
        return {row["id"] for row in csv.DictReader(file)}


def test_the_people_of_the_story_are_suggested_as_the_story_goes(bank: Services) -> None:
    ranked = bank.suggesting.suggest(limit=None).ranked
    called = bank.suggesting.named([one.client for one in ranked])
    rituals = {called[one.client].name: one.ritual for one in ranked}
    assert called[ranked[0].client].name == "Gérard Lemoine"
    assert rituals["Odile Vasseur"] == "phone_meeting"
    assert rituals["Léa Bertin"] == "handwritten_card"
    assert rituals["Antoine Kervella"] == "event_invitation"
    assert rituals["Fatima El Amrani"] == "branch_meeting"
    # Who comes today is not invited as well.
    assert {"Camille Fournier", "Julien Fournier", "Yanis Haddad"}.isdisjoint(rituals)


def test_what_the_story_remembers_is_on_the_sheet(bank: Services) -> None:
    texts = [one.text for one in bank.sheets.for_client("C000001").recollections]
    assert "Ils viennent à vélo, avec la poussette." in texts


def test_the_storys_sheet_starts_from_the_pictures_amounts(bank: Services) -> None:
    briefing = bank.sheets.for_client("C000001")
    inputs = dict(briefing.projects[0].inputs)
    assert {name: inputs[name] for name in ("price", "costs", "loan", "income")} == {
        "price": "285000",
        "costs": "21400",
        "loan": "264400",
        "income": "4120",
    }
    assert briefing.visit is not None
    assert briefing.visit.room == "Bureau 2"
