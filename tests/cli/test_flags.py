"""`flags`: what is printed, for people and for programs."""

import contextlib
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from oracle.presence import Contact, Letter, Person, Plan, Promise, Serving
from oracle.writing import Writer
from passphrase_file import passphrase_file

from advisor_app.bootstrap import Services, services_of
from advisor_app.cli import flags
from advisor_app.cli.main import main, make_parser
from advisor_app.domain.codes import Flag, Language
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.policy import UnknownPolicy
from advisor_app.domain.trail import Deed
from advisor_app.i18n import speaking
from advisor_app.i18n.presence_wording import flag_sentence
from advisor_app.storage import trail
from advisor_app.storage.facts import recompute
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.facts import facts
from advisor_app.storage.store import Store

SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "schemas" / "flags.json"
DAY = date(2026, 4, 23)


def ago(days: int) -> date:
    return DAY - timedelta(days=days)


CARRIES_ALL = Person(
    "C2",
    contacts=[
        *(Contact(ago(days), "counter", "operation", "in") for days in (9, 20, 20, 30)),
        *(Contact(ago(days), "letter") for days in (5, 6, 7)),
        Contact(ago(900), "phone", minutes=30),
        Contact(ago(1000), "branch", advisors=("A1",)),
    ],
    servings=[
        Serving("A1", ago(3000), ago(400)),
        Serving("A3", ago(399), ago(201)),
        Serving("A2", ago(200), None, "email"),
    ],
    digital={(2026, 4): 3, (2026, 3): 2},
    plans=[Plan("P1", "first_home", "open", "2027-02", ago(100))],
    promises=[Promise("K1", due=ago(1))],
    letters=[Letter("R1", datetime(2026, 4, 20, 16, 0))],  # noqa: DTZ001 wall time
)
EVERYBODY = [
    CARRIES_ALL,
    Person("C10", status="deceased", contacts=CARRIES_ALL.contacts),
    Person("C1", since=ago(10), contacts=[Contact(ago(3), "home", advisors=("A1",))]),
]


@pytest.fixture
def bank(store: Store) -> Iterator[Services]:
    """Three clients: one who carries every flag, one who died, one met."""
    with store.writing() as transaction:
        writer = Writer(transaction)
        for person in EVERYBODY:
            writer.write(person)
        recompute(transaction, None)
    with speaking(Language.EN):
        yield services_of(store, None)


@pytest.fixture
def whole(bank: Services) -> dict[str, Any]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        flags.print_json(DAY, "standard", flags.everybody(bank.presence, DAY, "standard"))
    answer: dict[str, Any] = json.loads(printed.getvalue())
    return answer


def test_the_json_keeps_its_schema(whole: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(whole, schema)


def test_clients_are_sorted_and_the_deceased_carry_nothing(whole: dict[str, Any]) -> None:
    assert [one["ref"] for one in whole["clients"]] == ["C1", "C10", "C2"]
    assert whole["clients"][1]["flags"] == []
    assert [one["flag"] for one in whole["clients"][2]["flags"]] == [flag.value for flag in Flag]


def test_the_evidence_is_what_the_format_says(whole: dict[str, Any]) -> None:
    found = {one["flag"]: one["evidence"] for one in whole["clients"][2]["flags"]}
    assert found == {
        "online_only": {
            "last_meeting": "2023-07-28",
            "last_talk": "2023-11-05",
            "last_digital_month": "2026-04",
            "online_contacts": 5,
        },
        "not_introduced": {
            "advisor": "A2",
            "from": "2025-10-05",
            "announced": "email",
            "changes_without_meeting": 2,
        },
        "errands_only": {"count": 4, "days": ["2026-03-24", "2026-04-03", "2026-04-14"]},
        "project_unattended": {
            "project": "P1",
            "code": "first_home",
            "target": "2027-02",
            "noted_on": "2026-01-13",
        },
        "unanswered": {"count": 3, "first": "2026-04-16", "last_answer": "2023-11-05"},
        "follow_up_due": {"appointment": "R1", "due": "2026-04-20T16:00"},
        "commitment_due": {"commitment": "K1", "due": "2026-04-22"},
    }


def test_every_flag_has_one_plain_sentence(whole: dict[str, Any]) -> None:
    sentences = [one["sentence"] for one in whole["clients"][2]["flags"]]
    assert sentences == [
        (
            "Contacts have only been online: the last meeting was on 28 July 2023, "
            "the last talk on 5 November 2023."
        ),
        (
            "Name A2 took over on 5 October 2025, announced by e-mail; "
            "the last 2 changes of advisor passed without a meeting."
        ),
        "4 operations face to face since 24 March 2026, and no meeting in that time.",
        (
            "No meeting or talk yet about “First home”, noted on 13 January 2026 "
            "and planned for February 2027."
        ),
        (
            "3 letters or messages since 16 April 2026 have had no answer; "
            "the last answer came on 5 November 2023."
        ),
        "The summary of appointment R1 was to be sent by 20 April 2026, 16:00.",
        "The bank promised for 22 April 2026: A call",
    ]


def test_a_project_outside_the_catalogue_is_named_by_its_code(bank: Services) -> None:
    (found,) = bank.presence.flags(DAY, client="C2")
    raised = next(one for one in found.flags if one.flag is Flag.PROJECT_UNATTENDED)
    assert "“space_travel”" in flag_sentence(raised, lambda _code: "space_travel")


def test_people_read_lines(bank: Services) -> None:
    lines = list(flags.lines(bank.presence.flags(DAY)))
    assert lines[0] == "C1 · Seen within a year · since 20 April 2026"
    assert lines[1].startswith("C10 · ")
    assert lines[1].endswith(" · Deceased")
    assert lines[2].startswith("C2 · Online only · since ")
    assert len(lines) == 3 + len(Flag) + 1
    assert lines[-1] == "3 clients"


def test_one_client_or_one_advisor(bank: Services) -> None:
    assert [one.ref for one in bank.presence.flags(DAY, client="C1")] == ["C1"]
    assert [one.ref for one in bank.presence.flags(DAY, advisor="A2")] == ["C2"]
    assert list(bank.presence.flags(DAY, advisor="A1")) == []
    assert [one.ref for one in bank.presence.flags(ago(500), advisor="A1")] == ["C2"]


def test_who_is_unknown_is_refused(bank: Services) -> None:
    with pytest.raises(NoSuchAdvisor):
        bank.presence.flags(DAY, advisor="A99")
    with pytest.raises(NoSuchClient):
        bank.presence.flags(DAY, client="C99")
    with pytest.raises(NoSuchAdvisor):
        bank.presence.flags(DAY, advisor="")
    with pytest.raises(NoSuchClient):
        bank.presence.flags(DAY, client="")
    with pytest.raises(UnknownPolicy):
        bank.presence.flags(DAY, policy="other")


@pytest.mark.parametrize("on", [DAY, ago(500)])
def test_two_readers_tell_what_one_tells(
    bank: Services, on: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = list(flags.everybody(bank.presence, on, "standard"))
    monkeypatch.setattr(flags, "WORTH_SHARING", 0)
    monkeypatch.setattr(flags, "both", lambda here, there: (here(), there()))
    assert list(flags.everybody(bank.presence, on, "standard")) == alone
    assert len(alone) == len(EVERYBODY)


def test_a_write_between_the_two_readings_is_in_the_answer(
    bank: Services, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disturbed(here: Callable[[], Any], there: Callable[[], Any]) -> tuple[Any, Any]:
        before = here()
        with store.writing() as transaction:
            transaction.execute(client.update().values(no_contact=True))
            recompute(transaction, None)
            trail.append(transaction, bank.now(), "A1", Deed("pause", "all of them"))
        return before, there()

    monkeypatch.setattr(flags, "WORTH_SHARING", 0)
    monkeypatch.setattr(flags, "both", disturbed)
    told = map(json.loads, flags.everybody(bank.presence, DAY, "standard"))
    assert [one["flags"] for one in told] == [[], [], []]


def test_a_day_that_is_none_is_a_mistake_of_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args(["flags", "--on", "2026-02-31"])
    assert ended.value.code == 2
    assert "2026-02-31" in capsys.readouterr().err


def test_the_command_prints_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = passphrase_file(tmp_path)
    options = ["--store", str(tmp_path / "a.store"), "--passphrase-file", str(secret)]
    assert main([*options, "init"]) == 0
    capsys.readouterr()
    assert main([*options, "flags", "--on", "2026-04-23", "--policy", "reseau", "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"on": "2026-04-23", "policy": "reseau", "clients": []}
    assert main([*options, "flags", "--client", "C1"]) == 1


def test_check_names_wrong_facts_and_repair_mends_them(bank: Services, store: Store) -> None:
    assert bank.upkeep.check().sound
    with store.writing() as transaction:
        transaction.execute(facts.update().values(errand_days=""))
        transaction.execute(client.update().values(no_contact=True))
    wrong = {(one.client, one.column) for one in bank.upkeep.check().differences}
    assert wrong == {
        ("C2", "errand_days"),
        ("C10", "errand_days"),
        ("C1", "restraint"),
        ("C2", "restraint"),
    }
    bank.upkeep.repair()
    assert bank.upkeep.check().sound
