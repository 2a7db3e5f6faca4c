"""Every real file by other people's programs is read, or refused with a sentence; none hangs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bank.folders import TODAY, WhatWasRead

from advisor_app.domain.bank_import import KnownStore, UnreadableFile, WrongProfile
from advisor_app.domain.errors import BadInput
from advisor_app.exchange.bank_files import Job, read_bank
from advisor_app.exchange.child import read_in_child
from advisor_app.exchange.csv_file import open_csv
from advisor_app.exchange.profiles import shipped_profile
from advisor_app.exchange.workbook import open_sheet, open_workbook
from advisor_app.i18n.import_wording import refusal_sentence
from advisor_app.i18n.wording import sentence

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
TEXTS = {".csv", ".tsv", ".txt", ".json", ".html", ".gz", ".zip"}


def found(*folders: str, suffixes: set[str] | None = None) -> list[Path]:
    """The files of the shared folder beside the project; none where it is missing."""
    files = (path for folder in folders for path in sorted((SHARED / folder).rglob("*")))
    return [path for path in files if path.is_file() and (not suffixes or path.suffix in suffixes)]


def name(path: Path) -> str:
    """A file's place, as a test's name."""
    return str(path.relative_to(SHARED))


def test_the_corpus_is_there(shared: Path) -> None:
    assert len(found("csv_messy", "contacts_csv", "bank")) > 100
    assert shared.is_dir()


def profile_of(path: Path, folder: Path) -> Path | None:
    """A profile that takes the first column of any file as a client's name."""
    try:
        file = open_csv(path)
    except UnreadableFile:
        return None
    file.close()
    column = next((one for one in file.header if one), "")
    quoted = column.replace("\\", "\\\\").replace('"', '\\"')
    if not column or not column.isprintable():
        return None
    profile = folder / "any.toml"
    profile.write_text(
        f'[[files.clients]]\npath = "*"\n[files.clients.columns]\nref = {{ row = "R{{}}" }}\n'
        f'last_name = "{quoted}"\n',
        encoding="utf-8",
    )
    return profile


def tell(events: Iterator[object]) -> WhatWasRead | str:
    """What was read, or the sentence of the refusal."""
    told = WhatWasRead()
    try:
        for event in events:
            told.take(event)  # type: ignore[arg-type] # both readers yield import events
    except BadInput as error:
        return sentence(error)
    return told


@pytest.mark.parametrize("path", found("csv_messy", "contacts_csv", suffixes=TEXTS), ids=name)
def test_a_text_file_is_read_or_refused_with_a_sentence(path: Path, tmp_path: Path) -> None:
    profile = profile_of(path, tmp_path)
    told = tell(read_bank(Job(path, profile, KnownStore(), TODAY)))
    if isinstance(told, str):
        assert told.endswith(".")
        return
    clients = told.records.get("clients", [])
    assert len(clients) + len(told.refusals) == told.read["clients"]
    assert all(refusal_sentence(one) for one in told.refusals)
    assert all(client.last_name for client in clients)


@pytest.mark.parametrize("path", found("xlsx"), ids=name)
def test_every_sheet_of_a_workbook_is_read_or_refused_with_a_sentence(path: Path) -> None:
    told = list(sheets_of(path))
    assert told
    for one in told:
        is_sentence = isinstance(one, str) and one.endswith(".")
        assert is_sentence or all(isinstance(cell, str) for row in one for cell in row)


def sheets_of(path: Path) -> Iterator[str | list[list[str]]]:
    """The rows of each sheet, or the sentence of its refusal."""
    try:
        workbook = open_workbook(path)
    except UnreadableFile as error:
        yield sentence(error)
        return
    for sheet in workbook.sheet_names:
        try:
            batches = open_sheet(path, workbook, sheet).batches
            yield [row for batch in batches for row in batch.rows]
        except UnreadableFile as error:
            yield sentence(error)


@pytest.mark.parametrize("path", found("xlsx/apache+poi"), ids=name)
def test_a_workbook_of_others_is_read_or_refused_by_the_child(path: Path) -> None:
    told = tell(read_in_child(Job(path, None, KnownStore(clients=("C1",)), TODAY), patience=20))
    assert told.endswith(".") if isinstance(told, str) else told.read


@pytest.mark.parametrize("path", found("xml_hostile"), ids=name)
def test_xml_is_no_bank_file(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "clients.csv"
    copy.write_bytes(path.read_bytes())
    assert isinstance(tell(read_bank(Job(copy, None, KnownStore(), TODAY))), str)


def test_a_bank_is_read_by_its_shipped_profile(shared: Path) -> None:
    folder = shared / "data/bank/ImAbheyVeerDatta+Bank_Performance_Analysis"
    profile = shipped_profile(Path("bank_performance"))
    told = tell(read_bank(Job(folder, profile, KnownStore(), TODAY.replace(year=2026, month=11))))
    assert isinstance(told, WhatWasRead)
    counts = {table: len(rows) for table, rows in told.records.items()}
    assert counts == {
        "branches": 48,
        "advisors": 40,
        "clients": 600,
        "touchpoints": 15,
        "contracts": 532,
    }
    assert told.refusals == []
    assert told.skipped["contracts"] == 56
    assert {one.direction for one in told.records["touchpoints"]} == {"in"}


def test_uci_is_read_by_its_shipped_profile(shared: Path) -> None:
    file = shared / "data/bank/adiacla+bigdata/bank.csv"
    told = tell(
        read_bank(Job(file, shipped_profile(Path("uci_bank_marketing")), KnownStore(), TODAY))
    )
    assert isinstance(told, WhatWasRead)
    assert len(told.records["clients"]) == 4521
    assert told.skipped["touchpoints"] == 1324
    first = told.records["touchpoints"][0]
    assert (first.ref, first.client, first.at, first.channel) == (
        "UCI-1-last",
        "UCI-1",
        "2010-10-19",
        "phone",
    )


def test_a_profile_for_other_files_is_explained(shared: Path) -> None:
    folder = shared / "data/bank/owain-nortal+demo-data"
    job = Job(folder, shipped_profile(Path("bank_performance")), KnownStore(), TODAY)
    with pytest.raises(WrongProfile):
        list(read_bank(job))


def promised(profile: str) -> dict[str, tuple[int, ...]]:
    """What docs/import-examples.md says came out: read, accepted, skipped and refused rows."""
    text = (Path(__file__).parents[2] / "docs" / "import-examples.md").read_text(encoding="utf-8")
    table = text.partition(f"| {profile} |")[2].partition("\n\n")[0].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table]
    return {name: tuple(map(int, counts)) for name, *counts in rows}


@pytest.mark.parametrize(
    ("profile", "source"),
    [
        ("bank_performance", "ImAbheyVeerDatta+Bank_Performance_Analysis"),
        ("uci_bank_marketing", "adiacla+bigdata/bank.csv"),
    ],
)
def test_the_page_of_examples_says_what_came_out(profile: str, source: str, shared: Path) -> None:
    job = Job(shared / "data/bank" / source, shipped_profile(Path(profile)), KnownStore(), TODAY)
    told = tell(read_bank(job))
    assert isinstance(told, WhatWasRead)
    found = {
        table: (read, len(told.records[table]), told.skipped[table], 0)
        for table, read in told.read.items()
    }
    assert found == promised(profile)
