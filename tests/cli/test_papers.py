"""`brief` and `daypack`: files on the disk, refusals in words."""

import errno
from pathlib import Path

import pytest
from command_line import new_store_in, options_in
from paper.reading import read
from paper.store import fill

from advisor_app.cli.main import main

EVENING = ["--on", "2026-05-21", "--from", "18:30", "--to", "20:00", "--with", "Ada Roux"]


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with new_store_in(tmp_path) as store:
        fill(store)
    return options_in(tmp_path)


def test_brief_saves_the_sheet_of_an_appointment_twice_the_same(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    assert main([*options, "brief", "--appointment", "RV1", "--out", str(first)]) == 0
    assert str(first) in capsys.readouterr().out
    assert main([*options, "brief", "--client", "C1", "--out", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    printed = read(first.read_bytes())
    assert len(printed.pages) == 2
    assert printed.language == "en"


def test_brief_speaks_the_language_asked_for(options: list[str], tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    command = ["brief", "--client", "C3", "--out", str(target), "--language", "de"]
    assert main([*options, *command]) == 0
    assert read(target.read_bytes()).language == "de"


def test_daypack_saves_the_day(options: list[str], tmp_path: Path) -> None:
    target = tmp_path / "day.pdf"
    command = ["daypack", "--advisor", "A1", "--on", "2026-04-23", "--out", str(target)]
    assert main([*options, *command]) == 0
    assert len(read(target.read_bytes()).pages) == 8


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["brief", "--appointment", "RV99"], "no appointment with the reference RV99"),
        (["brief", "--client", "C99"], "no client with the reference C99"),
        (["daypack", "--advisor", "A99", "--on", "2026-04-23"], "no advisor"),
    ],
)
def test_what_is_unknown_is_said_with_status_1(
    options: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    words: str,
) -> None:
    target = tmp_path / "x.pdf"
    assert main([*options, *command, "--out", str(target)]) == 1
    assert words in capsys.readouterr().err
    assert not target.exists()


def test_a_missing_folder_is_said_with_status_2(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "no" / "x.pdf"
    assert main([*options, "brief", "--client", "C1", "--out", str(target)]) == 2
    assert "does not exist" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "words"), [(errno.ENOSPC, "disk is full"), (errno.EACCES, "read-only")]
)
def test_a_disk_that_cannot_take_it_is_said_with_status_2(
    options: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    words: str,
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(code, "as told")

    monkeypatch.setattr("tempfile.mkstemp", fail)
    assert main([*options, "brief", "--client", "C1", "--out", str(tmp_path / "x.pdf")]) == 2
    assert words in capsys.readouterr().err


def test_a_day_that_is_none_is_refused_with_status_2(options: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*options, "daypack", "--advisor", "A1", "--on", "2026-02-31", "--out", "x"])
    assert stopped.value.code == 2


def test_a_letter_is_saved_in_the_clients_language_and_remembered(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "letter.pdf"
    command = ["print", "appointment", "--appointment", "RV1", "--out", str(target)]
    assert main([*options, *command]) == 0
    assert str(target) in capsys.readouterr().out
    assert read(target.read_bytes()).language == "fr"
    assert main([*options, *command, "--language", "nl"]) == 0
    assert read(target.read_bytes()).language == "nl"


def test_a_condolence_names_the_person(options: list[str], tmp_path: Path) -> None:
    target = tmp_path / "letter.pdf"
    command = ["print", "condolence", "--client", "C3", "--out", str(target)]
    assert main([*options, *command, "--person", "Henri Delaunay"]) == 0
    assert "Henri Delaunay" in read(target.read_bytes()).text


def test_print_makes_every_paper_of_a_client(options: list[str], tmp_path: Path) -> None:
    target = tmp_path / "x.pdf"
    for command in (
        ["sheet", "--appointment", "RV1"],
        ["day-pack", "--advisor", "A1", "--on", "2026-04-23"],
        ["proposal", "--appointment", "RV1"],
        ["introduction", "--client", "C1"],
        ["missed", "--appointment", "RV2"],
        ["invitation", "--client", "C1|C2", *EVENING],
        ["invitation", "--client", "C3", "--title", "Les vergers", *EVENING],
        ["handover", "--client", "C1"],
        ["labels", "--client", "C1|C2", "--client", "C3", "--first", "99"],
    ):
        target.unlink(missing_ok=True)
        assert main([*options, "print", *command, "--out", str(target)]) == 0, command
        assert read(target.read_bytes()).pages


@pytest.mark.parametrize(
    "command",
    [
        ["missed", "--client", "C1", "--out", "x"],
        ["condolence", "--client", "C1", "--out", "x"],
        ["labels", "--client", "C1", "--right", "40", "--out", "x"],
        ["labels", "--client", "C1", "--down", "much", "--out", "x"],
    ],
)
def test_a_paper_that_lacks_something_is_refused_with_status_2(
    options: list[str], command: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*options, "print", *command])
    assert stopped.value.code == 2


def test_labels_for_an_unknown_client_are_refused(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "x.pdf"
    assert main([*options, "print", "labels", "--client", "C1|C99", "--out", str(target)]) == 1
    assert "C99" in capsys.readouterr().err
    assert not target.exists()


def test_a_sheet_may_be_made_without_names_sums_and_blocks(
    options: list[str], tmp_path: Path
) -> None:
    target = tmp_path / "discreet.pdf"
    command = ["print", "sheet", "--appointment", "RV1", "--out", str(target), "--initials"]
    assert main([*options, *command, "--hide-amounts", "--without", "thread, questions"]) == 0
    text = read(target.read_bytes()).text
    assert "Fournier" not in text
    assert "C. and J. F." in text
    assert "€" not in text
    assert "Questions to ask" not in text
    assert "The thread of the relation" not in text


def test_a_day_pack_may_be_made_by_initials(options: list[str], tmp_path: Path) -> None:
    target = tmp_path / "discreet.pdf"
    command = ["print", "day-pack", "--advisor", "A1", "--on", "2026-04-23", "--out", str(target)]
    assert main([*options, *command, "--initials"]) == 0
    printed = read(target.read_bytes())
    assert "Fournier" not in printed.text
    assert not any("Fournier" in one for one in printed.bookmarks)


@pytest.mark.parametrize("blocks", ["photos", "", "thread,,figures", "Thread"])
def test_what_is_no_block_of_a_sheet_is_refused_with_those_that_are(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], blocks: str
) -> None:
    command = ["print", "sheet", "--client", "C1", "--out", str(tmp_path / "x.pdf")]
    with pytest.raises(SystemExit) as ended:
        main([*options, *command, "--without", blocks])
    assert ended.value.code == 2
    assert "thread, figures, questions, documents, remember, handwriting" in (
        " ".join(capsys.readouterr().err.split())
    )
    assert not (tmp_path / "x.pdf").exists()
