"""`export`: a file for a spreadsheet, and refusals in words."""

import csv
import io
from pathlib import Path

import pytest
from command_line import new_store_in, options_in
from python_calamine import load_workbook

from advisor_app.bootstrap import services_of
from advisor_app.cli.main import main
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.portfolio import Facet, PortfolioQuestion
from advisor_app.domain.portfolio_view import PortfolioView


@pytest.fixture(scope="module")
def options(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("export")
    with new_store_in(folder) as store:
        services_of(store, None).importing.write_records(demonstration(60))
        view = PortfolioView("Online", PortfolioQuestion(facets=frozenset({Facet.ONLINE_ONLY})))
        services_of(store, "A01").portfolio_views.save(view)
    return [*options_in(folder), "--as", "A01"]


def export(options: list[str], path: Path, *more: str) -> int:
    return main([*options, "export", "--purpose", "A test", "--out", str(path), *more])


def lines(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_filter_a_view_and_the_columns_asked_for(options: list[str], tmp_path: Path) -> None:
    by_filter, by_view = tmp_path / "1.csv", tmp_path / "2.csv"
    assert export(options, by_filter, "--filter", "online_only", "--columns", "client,town") == 0
    assert export(options, by_view, "--view", "online") == 0
    heading, *rows = lines(by_filter)
    assert heading == ["Reference", "Client", "Town"]
    assert rows
    assert {row[0] for row in rows} == {row[0] for row in lines(by_view)[1:]}
    assert [row[1] for row in rows] != []


def test_a_workbook_holds_the_same(options: list[str], tmp_path: Path) -> None:
    whole, table = tmp_path / "all.xlsx", tmp_path / "all.csv"
    assert export(options, whole) == 0
    assert export(options, table) == 0
    rows = load_workbook(whole).get_sheet_by_index(0).to_python()
    assert len(rows) == len(lines(table))


def test_a_blank_purpose_is_refused_and_nothing_is_written(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.csv"
    assert main([*options, "export", "--purpose", " ", "--out", str(path)]) == 1
    assert "purpose" in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--columns", "client,shoe_size"], "shoe_size"),
        (["--out", "x.odt"], ".xlsx, .csv or .pdf"),
        (["--filter", "rich"], "rich"),
        (["--protect-with", "word"], "locks a PDF only"),
    ],
)
def test_wrong_usage_is_said(
    options: list[str],
    tmp_path: Path,
    more: list[str],
    says: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as stopped:
        export(options, tmp_path / "x.csv", *more)
    assert stopped.value.code == 2
    assert says in capsys.readouterr().err


def test_a_folder_that_is_gone_and_an_unknown_view_are_said(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(options, tmp_path / "gone" / "x.csv") == 2
    assert "folder does not exist" in capsys.readouterr().err
    assert export(options, tmp_path / "x.csv", "--view", "nothing") == 1
    assert "nothing" in capsys.readouterr().err
