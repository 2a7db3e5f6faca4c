"""`client`: each deed with its JSON by its schema, refusals in words."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "schemas"
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def options(demonstrated: list[str]) -> list[str]:
    return [*demonstrated, "--as", "A01"]


def answer(printed: str, name: str = "client.json") -> Any:
    found = json.loads(printed)
    Draft202012Validator(json.loads((SCHEMAS / name).read_text("utf-8"))).validate(found)
    return found


def test_a_client_is_added_corrected_and_closed(ask: Ask) -> None:
    name = ["--last-name", "Müller", "--mobile", "06 12 34 56 78", "--country", "FR"]
    made = answer(ask("client", "add", "--ref", "N1", *name, "--json"))
    assert (made["ref"], made["new"]) == ("N1", True)
    assert made["client"]["mobile"] == "+33612345678"
    edited = answer(ask("client", "edit", "N1", "--city", "Lille", "--mobile", "", "--json"))
    assert edited["changed"] == ["city", "latitude", "longitude", "mobile"]
    assert (edited["client"]["city"], edited["client"]["mobile"]) == ("Lille", None)
    for words, status in (([], "closed"), (["--deceased"], "deceased"), (["--reopen"], "active")):
        closed = answer(ask("client", "close", "N1", *words, "--json"))
        assert closed["client"]["status"] == status
    assert "N1" in ask("client", "edit", "N1", "--segment", "mass")
    assert ask("check")


def test_what_a_client_asks_for_is_kept(ask: Ask) -> None:
    ask("client", "add", "--ref", "N2", "--last-name", "Durand")
    stopped = answer(ask("client", "stop", "N2", "--json"))["client"]
    assert stopped["no_contact"]
    waiting = answer(ask("client", "stop", "N2", "--until", "2026-12-31", "--json"))["client"]
    assert waiting["no_contact_until"] == "2026-12-31"
    again = answer(ask("client", "stop", "N2", "--again", "--json"))["client"]
    assert (again["no_contact"], again["no_contact_until"]) == (False, None)
    assert answer(ask("client", "no-profile", "N2", "--json"))["client"]["no_profile"]
    freed = answer(ask("client", "no-profile", "N2", "--again", "--json"))["client"]
    assert not freed["no_profile"]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("edit", "NOBODY", "--city", "Lille"), 1, "no client with the reference NOBODY"),
        (("close", "NOBODY"), 1, "no client with the reference NOBODY"),
        (("stop", "NOBODY"), 1, "no client with the reference NOBODY"),
        (("no-profile", "NOBODY"), 1, "no client with the reference NOBODY"),
        (("add", "--first-name", " "), 2, "Write the client's name."),
        (("add", "--last-name", "A", "--phone", "x"), 2, "“x” is not a telephone number."),
        (("add", "--last-name", "A", "--email", "x"), 2, "“x” is not an e-mail address."),
        (("add", "--last-name", "A", "--country", "x"), 2, "“X” is not a country"),
        (("add", "--last-name", "A", "--birth-date", "2999-01-01"), 2, "still to come"),
    ],
)
def test_refusals_are_sentences(ask: Ask, words: tuple[str, ...], status: int, told: str) -> None:
    assert told in ask("client", *words, status=status)


def test_a_reference_and_a_day_that_cannot_be(ask: Ask) -> None:
    ask("client", "add", "--ref", "N3", "--last-name", "Durand")
    taken = ask("client", "add", "--ref", "N3", "--last-name", "Durand", status=1)
    assert "belongs to another client" in taken
    assert "has passed" in ask("client", "stop", "N3", "--until", "2001-01-01", status=2)


def test_a_copy_and_an_erasure_with_its_proof(ask: Ask, tmp_path: Path) -> None:
    ask("client", "add", "--ref", "N4", "--last-name", "Durand")
    out = tmp_path / "copy.json"
    assert str(out) in ask("client", "copy", "N4", "--out", str(out))
    told = answer(out.read_text("utf-8"), "client-copy.json")
    assert told["kept"]["client"][0]["last_name"] == "Durand"
    assert out.stat().st_mode & 0o077 == 0
    short = ask("client", "copy", "N4", "--out", str(out), "--json")
    again = answer(short, "client-copy-saved.json")
    assert again["lines"] > len(told["trail"])
    erase = ["client", "erase", "N4", "--reason", "asked"]
    assert "cannot be undone" in ask(*erase, status=1)
    proof = answer(ask(*erase, "--yes", "--json"), "client-erase.json")
    assert proof["rows"] == {"assignment": 1, "client": 1}
    assert "not here any more" in ask(*erase, "--yes", status=1)
    ask("client", "add", "--ref", "N4", "--last-name", "Durand")
    assert proof["hash"] not in ask(*erase, "--yes")
    assert ask("check")


def test_a_copy_without_a_folder_is_refused(ask: Ask, tmp_path: Path) -> None:
    ask("client", "add", "--ref", "N5", "--last-name", "Durand")
    assert ask("client", "copy", "N5", "--out", str(tmp_path / "no" / "x.json"), status=2)


def test_two_files_are_merged_and_parted(ask: Ask) -> None:
    for ref in ("N6", "N7"):
        ask("client", "add", "--ref", ref, "--last-name", "Durand")
    ask("note", "N7", "--channel", "phone")
    look = ask("client", "merge", "N6", "N7", "--dry-run", "--json")
    assert answer(look, "client-merge-preview.json")["after"]["ref"] == "N6"
    assert "Durand" in ask("client", "merge", "N6", "N7", "--dry-run")
    merged = answer(ask("client", "merge", "N6", "N7", "--json"), "client-merge.json")
    assert merged == {"kept": "N6", "other": "N7", "merged": True, "moved": 1}
    assert "ask for N6" in ask("client", "merge", "N7", "N6", status=1)
    assert "itself" in ask("client", "merge", "N6", "N6", status=1)
    parted = answer(ask("client", "merge", "N6", "--undo", "--json"), "client-merge.json")
    assert (parted["other"], parted["merged"]) == ("N7", False)
    assert "left to be undone" in ask("client", "merge", "N6", "--undo", status=1)
    assert ask("check")


def household(ask: Ask, *words: str) -> dict[str, str]:
    told = answer(ask("client", "household", *words, "--json"), "client-household.json")
    return {one["ref"] or one["name"]: one["link"] for one in told["members"]}


def test_a_household_is_joined_and_left(ask: Ask) -> None:
    for ref in ("N8", "N9"):
        ask("client", "add", "--ref", ref, "--last-name", "Durand")
    assert household(ask, "show", "N8") == {}
    joined = household(ask, "join", "N9", "N8", "--link", "partner", "--may-know")
    assert joined == {"N8": "self", "N9": "partner"}
    child = ("--first-name", "Zoé", "--birth-date", "2020-03-01", "--link", "child")
    assert household(ask, "add", "N8", *child)["Zoé"] == "child"
    assert "may know" in ask("client", "household", "show", "N8")
    assert household(ask, "remove", "N8", "--first-name", "Zoé") == joined
    assert household(ask, "leave", "N8") == {}
    assert household(ask, "show", "N9") == {"N9": "self"}
    assert ask("check")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("show", "NOBODY"), 1, "no client with the reference NOBODY"),
        (("join", "N10", "NOBODY"), 1, "no client with the reference NOBODY"),
        (("join", "N10", "N10"), 1, "of one household already"),
        (("leave", "N10"), 1, "nobody to leave"),
        (("add", "N10"), 2, "Write the person's name."),
        (("remove", "N10", "--first-name", "Zoé"), 1, "no person called Zoé"),
    ],
)
def test_what_a_household_refuses_is_said(
    ask: Ask, words: tuple[str, ...], status: int, told: str
) -> None:
    if "N10" not in known(ask):
        ask("client", "add", "--ref", "N10", "--last-name", "Durand")
    assert told in ask("client", "household", *words, status=status)


def known(ask: Ask) -> str:
    return ask("flags", "--json")
