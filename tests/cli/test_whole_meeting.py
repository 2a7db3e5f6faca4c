"""From a bank's files to a follow-up sent, by commands alone: each step shows in those after it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pypdfium2
import pytest
from bank.folders import write_folder
from jsonschema import Draft202012Validator
from small_branch import NOW

from advisor_app.cli.main import main
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage.store import open_store

PASSPHRASE = "a good passphrase"
SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"
SCHEMA_OF = dict.fromkeys(("book", "move", "cancel", "confirm"), "appointment.json") | {
    "suggest": "suggest.schema.json"
}
BANK = {
    "branches": "ref,name,country,postal_code\nB1,Lyon Centre,FR,69001\n",
    "advisors": "ref,first_name,last_name,branch\nA1,Claire,Morvan,B1\nA2,Denis,Roy,B1\n",
    "clients": "ref,title,first_name,last_name,birth_date,since,street,postal_code,town\n"
    "C1,mrs,Anne,Durand,1988-03-02,2012-05-01,1 rue des Fleurs,69001,Lyon\n"
    "C2,mr,Paul,Petit,1970-06-10,2001-01-15,2 rue des Fleurs,69001,Lyon\n",
    "assignments": "client,advisor,from,until\nC1,A1,2015-01-01,\nC2,A2,2010-01-01,2014-12-31\n"
    "C2,A1,2015-01-01,\n",
    "touchpoints": "ref,client,advisor,at,channel\nT1,C1,A1,2023-02-01,branch\n"
    "T2,C2,A1,2026-02-03,branch\n",
    "digital": "client,month,logins\nC1,2026-03,9\nC1,2026-04,4\n",
    "projects": "ref,client,code,status,noted_on,target\nP1,C1,first_home,open,2026-01-12,2026-10\n",
    "consents": "client,use,given,on\nC1,meeting,yes,2025-01-01\nC1,letter,yes,2025-01-01\n",
}


@dataclass(frozen=True)
class Bench:
    """The command line on one store, whose clock the test turns on."""

    folder: Path
    options: list[str]
    capsys: pytest.CaptureFixture[str]

    def say(self, *words: str) -> str:
        """What a command prints that goes well."""
        status = main([*self.options, *words])
        said = self.capsys.readouterr()
        assert status == 0, said.err
        return said.out

    def answer(self, *words: str) -> Any:
        """What it tells programs, as the documents promise it."""
        told = json.loads(self.say(*words, "--json"))
        schema = SCHEMAS / SCHEMA_OF.get(words[0], f"{words[0]}.json")
        Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(told)
        return told

    def working(self, advisor: str) -> "Bench":
        """The same bench for somebody else who works at it."""
        return replace(self, options=[*self.options[:-1], f"--as={advisor}"])

    def flags(self) -> list[str]:
        """What Anne carries."""
        (one,) = self.answer("flags", "--client", "C1")["clients"]
        return [flag["flag"] for flag in one["flags"]]

    def at(self, moment: datetime) -> None:
        """Let it be another moment."""
        store = open_store(self.folder / "bank.store", PASSPHRASE)
        Setup(Desk(store, lambda: NOW)).live_at(moment)
        store.close()

    def entry(self, ref: str) -> Any:
        """The appointment as a calendar would read it."""
        file = self.folder / "meeting.ics"
        assert self.answer("ics", "--appointment", ref, "--out", str(file))["appointments"] == 1
        calendar = icalendar.Calendar.from_ical(file.read_bytes())
        (event,) = calendar.walk("VEVENT")
        return event


@pytest.fixture
def bench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Bench]:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n")
    secret.chmod(0o600)
    where = ["--store", str(tmp_path / "bank.store"), "--passphrase-file", str(secret)]
    bench = Bench(tmp_path, [*where, "--lang=en", "--as=A1"], capsys)
    assert main([*where, "init"]) == 0
    bench.at(NOW.replace(tzinfo=None))
    assert main([*where, "import", str(write_folder(tmp_path / "bank", **BANK))]) == 0
    capsys.readouterr()
    yield bench
    assert bench.say("check")


def test_a_meeting_from_the_suggestion_to_the_word_of_the_day_after(bench: Bench) -> None:
    assert set(bench.flags()) == {"online_only", "project_unattended"}
    first = bench.answer("suggest")["suggestions"][0]
    assert (first["client"], first["project"]) == ("C1", "P1")

    ref, start = book_the_first_free_time(bench)
    letter = bench.folder / "letter.pdf"
    bench.say("print", "appointment", "--appointment", ref, "--out", str(letter), "--language=fr")
    assert "Durand" in text_of(letter)
    event = bench.entry(ref)
    assert (event["SUMMARY"], int(event["SEQUENCE"])) == ("Appointment", 0)

    later = offered(bench, "--from", (start + timedelta(days=7)).date().isoformat())
    moved = bench.answer("move", ref, "--start", later.isoformat(timespec="minutes"))
    assert moved["start"].startswith(later.isoformat(timespec="minutes"))
    again = bench.entry(ref)
    assert again["UID"] == event["UID"]
    assert int(again["SEQUENCE"]) > 0
    assert again["DTSTART"].dt.replace(tzinfo=None) == later

    hold(bench, ref, later)
    send_the_word_of_the_day_after(bench, ref, later)


def book_the_first_free_time(bench: Bench) -> tuple[str, datetime]:
    start = offered(bench)
    told = ("--start", start.isoformat(timespec="minutes"), "--minutes", "60")
    booked = bench.answer("book", "C1", *told, "--from-suggestion")
    assert booked["status"] == "confirmed"
    taken = bench.answer("slots", "C2", "--minutes", "60")
    assert all(
        start.isoformat(timespec="minutes") not in one
        for day in taken["days"]
        for one in day["starts"]
    )
    assert "C1" not in [one["client"] for one in bench.answer("suggest")["suggestions"]]
    return booked["ref"], start


def offered(bench: Bench, *since: str) -> datetime:
    """The first time to propose."""
    found = bench.answer("slots", "C1", "--minutes", "60", *since)
    return datetime.fromisoformat(found["offers"][0]["start"])


def hold(bench: Bench, ref: str, start: datetime) -> None:
    bench.at(start.replace(hour=18, minute=0))
    assert "Durand" in bench.say("today")
    told = bench.answer(
        "outcome", ref, "--held", "--text=They visited a house.", "--project=P1=papers",
        "--we-promise=2026-06-30: Ask for the study",
    )  # fmt: skip
    assert told["status"] == "held"
    assert bench.flags() == []
    (project,) = [one for one in told["projects"] if one["ref"] == "P1"]
    assert project["stage"] == 3


def send_the_word_of_the_day_after(bench: Bench, ref: str, start: datetime) -> None:
    bench.at((start + timedelta(days=4)).replace(hour=18))
    assert bench.flags() == ["follow_up_due"]
    draft = bench.say("follow-up", ref, "--draft")
    assert "Durand" in draft
    bench.say("follow-up", ref)
    assert bench.flags() == []
    assert "C1" not in [one["client"] for one in bench.answer("suggest")["suggestions"]]


def test_a_meeting_that_is_called_off_leaves_no_trace_in_the_day(bench: Bench) -> None:
    ref, start = book_the_first_free_time(bench)
    called_off = bench.answer("cancel", ref, "--by", "client", "--because", "Away that week")
    assert called_off["status"] == "cancelled"
    event = bench.entry(ref)
    assert event["STATUS"] == "CANCELLED"
    free = bench.answer("slots", "C1", "--minutes", "60")
    wall = start.isoformat(timespec="minutes")
    assert any(one.startswith(wall) for day in free["days"] for one in day["starts"])
    assert "project_unattended" in bench.flags()


def test_the_former_advisor_comes_along_is_taken_off_and_presents(bench: Bench) -> None:
    start = datetime.fromisoformat(
        bench.answer("slots", "C2", "--minutes=60")["offers"][0]["start"]
    )
    told = f"--start={start.isoformat(timespec='minutes')[:16]}"
    booked = bench.answer("book", "C2", told, "--minutes=60", "--colleague=A2")
    ref, his = booked["ref"], bench.working("A2")
    assert booked["colleague"] == "A2"
    taken = his.answer("slots", "C1", "--minutes=60", "--advisor=A2")
    begun = [one[:16] for day in taken["days"] for one in day["starts"]]
    assert told.removeprefix("--start=") not in begun
    assert bench.answer("move", ref, "--alone")["colleague"] is None
    assert bench.answer("move", ref, "--colleague=A2")["colleague"] == "A2"

    bench.at(start.replace(tzinfo=None, hour=8, minute=0))
    assert "you join Claire Morvan" in his.say("today")
    assert "you join" not in bench.say("today")
    pack = bench.folder / "pack.pdf"
    day = f"--on={start.date().isoformat()}"
    his.say("daypack", "--advisor=A2", day, "--out", str(pack))
    assert "you join Claire Morvan" in text_of(pack)
    letter = bench.folder / "letter.pdf"
    bench.say("print", "appointment", "--appointment", ref, "--out", str(letter), "--language=en")
    assert "Denis Roy" in text_of(letter)

    bench.at(start.replace(tzinfo=None, hour=19, minute=0))
    assert bench.answer("outcome", ref, "--held", "--alone", "--preview")["kept"] is False
    assert bench.answer("introduction", "C2")["presented_on"] is None
    assert bench.answer("outcome", ref, "--held")["status"] == "held"
    assert bench.answer("introduction", "C2")["presented_on"] == start.date().isoformat()


def test_a_whole_week_is_proposed_at_once(bench: Bench) -> None:
    kept = bench.answer("week", "--keep")
    planned = {one["client"]: one for one in kept["meetings"]}
    assert "C1" in planned
    free = bench.answer("slots", "C1", "--minutes", "60")
    assert all(
        planned["C1"]["start"][:16] not in one for day in free["days"] for one in day["starts"]
    )


@pytest.mark.parametrize("command", ["book", "move", "cancel", "outcome", "slots", "week", "ics"])
def test_each_command_of_the_day_is_documented_with_its_schema(command: str) -> None:
    schema = SCHEMA_OF.get(command, f"{command}.json")
    told = (SCHEMAS.parent / "guide.md").read_text(encoding="utf-8")
    assert f"`{command} " in told or f"`advisor-app {command}" in told
    assert f"docs/schemas/{schema}" in told
    assert (SCHEMAS / schema).exists()


def text_of(path: Path) -> str:
    paper = pypdfium2.PdfDocument(path)
    try:
        return "".join(page.get_textpage().get_text_range() for page in paper)
    finally:
        paper.close()
