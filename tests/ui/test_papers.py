"""Papers in the window: asked for, made one after the other, printed as one job, stopped, kept."""

from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pikepdf
import pypdfium2
import pytest
from paper_walk import asked, papers, printed
from PySide6.QtPrintSupport import QPrinter
from window_walk import Window, at_work, settle

from advisor_app.domain.labels import LabelSheet
from advisor_app.domain.papers import PaperKind
from advisor_app.ui.dialogs.condolence import CondolenceDialog
from advisor_app.ui.dialogs.labels import LabelsDialog
from advisor_app.ui.dialogs.lock_paper import LockPaperDialog
from advisor_app.ui.dialogs.purpose import PurposeDialog
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.client.paper_asking import PaperOffer, paper_offers
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.sheets.paper import Made
from advisor_app.ui.pages.sheets.print_job import sides_of
from advisor_app.ui.parts.papers_asked import HouseholdPaper
from advisor_app.ui.window.routes import Route

T = TypeVar("T")


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def to_file(page: SheetsPage, path: Path) -> None:
    """Let the page print into a file, as if the dialog had been answered."""

    def printer() -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    page._choices.printing.can_print = lambda: True  # type: ignore[method-assign] # no printer in tests
    page._choices.printing.printer = printer  # type: ignore[method-assign] # no native dialog in tests


def show_portfolio(opened: Any, ticked: int) -> PortfolioPage:
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, PortfolioPage)
    page._model.tick(list(range(ticked)))
    page._ticked.count()
    return page


def test_many_ticked_sheets_are_one_print_job_and_each_is_on_the_trail(
    opened: Any, tmp_path: Path
) -> None:
    show_portfolio(opened, 5)._ticked.bar.printing.click()
    page = papers(opened)
    assert len(page._papers) == 5
    page._list._rows[1].tick.click()
    to_file(page, tmp_path / "job.pdf")
    page.print_now()
    opened.until(opened.shell.toast.isVisible)
    assert len(pypdfium2.PdfDocument(tmp_path / "job.pdf")) == 8
    told = printed(opened)
    assert {one[0] for one in told} == {"sheet printed"}
    assert {one[1] for one in told} == {"prepare_meeting"}
    assert len(told) >= 4


def test_a_print_that_is_stopped_tells_that_nothing_was_printed(
    opened: Any, tmp_path: Path
) -> None:
    show_portfolio(opened, 3)._ticked.bar.printing.click()
    page = papers(opened)
    to_file(page, tmp_path / "job.pdf")
    page.print_now()
    assert page._outlet.job is not None
    page._list.stop_asked.emit()
    opened.until(lambda: page._outlet.job is None)
    assert opened.shell.toast.isVisible()
    assert printed(opened) == []


def test_who_thinks_better_of_it_in_the_systems_dialog_prints_nothing(opened: Any) -> None:
    show_portfolio(opened, 1)._ticked.bar.printing.click()
    page = papers(opened)
    page._choices.printing.can_print = lambda: True  # type: ignore[method-assign] # no printer in tests
    page._choices.printing.confirm = lambda _printer: False  # type: ignore[method-assign] # said no
    page.print_now()
    settle(opened)
    assert page._outlet.job is None
    assert printed(opened) == []


def test_making_is_stopped_and_a_paper_that_is_looked_at_is_made_all_the_same(opened: Any) -> None:
    page = show_portfolio(opened, 12)
    page._ticked.bar.printing.click()
    opened.until(lambda: opened.desktop.page() is not page)
    sheets = opened.desktop.page()
    opened.until(lambda: sheets._papers)
    sheets._press.stop()
    opened.until(lambda: not sheets._press._busy)
    made = [place for place in range(12) if sheets._press.made_of(place) is not None]
    assert len(made) < 12
    sheets._list.choose(11)
    opened.until(lambda: sheets._press.made_of(11) is not None)
    assert not sheets._list._working.isVisible()


@pytest.mark.parametrize("name", [PaperKind.HANDOVER, PaperKind.INTRODUCTION])
def test_each_ticked_household_gets_its_paper_or_the_reason(opened: Any, name: PaperKind) -> None:
    page = show_portfolio(opened, 8)
    kind = {
        PaperKind.HANDOVER: HouseholdPaper.HANDOVER,
        PaperKind.INTRODUCTION: HouseholdPaper.INTRODUCTION,
    }[name]
    page._ticked._papers.each(kind, page._model.ticked())
    sheets = papers(opened)
    for place, row in enumerate(sheets._list._rows):
        if sheets._press.made_of(place) is None:
            assert not row.tick.isEnabled()
            assert row._about.text()
        else:
            assert row.tick.isChecked()
    if kind is HouseholdPaper.HANDOVER:
        assert sheets._list.ticked() == list(range(len(sheets._papers)))


def test_labels_say_what_does_not_fit_and_are_saved(opened: Any, tmp_path: Path) -> None:
    page = show_portfolio(opened, 4)
    page._ticked._papers.labels(page._model.ticked())
    dialog = opened.shell.findChild(LabelsDialog)
    dialog.sheet.choose(LabelSheet.FOURTEEN)
    for first, right in (("15", "0"), ("", "0"), ("2.5", "0"), ("0", "0"), ("13", "21")):
        dialog.first.setText(first)
        dialog.right.setText(right)
        dialog.accept()
        assert dialog.problem.isVisible()
        dialog.problem.hide()
    dialog.right.setText("-1.5")
    dialog.accept()
    sheets = papers(opened)
    (paper,) = sheets._papers
    assert paper.count == 2
    sheets.save_to(tmp_path / "labels.pdf")
    opened.until(opened.shell.toast.isVisible)
    assert len(pypdfium2.PdfDocument(tmp_path / "labels.pdf")) == 2
    assert set(printed(opened)) == {("labels printed", "write_to_client")}


def test_where_the_bank_asks_for_it_a_paper_is_saved_with_a_passphrase(
    opened: Any, tmp_path: Path
) -> None:
    page = show_portfolio(opened, 4)
    page._ticked._papers.labels(page._model.ticked())
    opened.shell.findChild(LabelsDialog).accept()
    sheets = papers(opened)
    folder = asked(opened, lambda services: services._desk.store.path.parent)
    (folder / "bank.toml").write_text("protect = true\n")
    path = tmp_path / "labels.pdf"
    sheets.save_to(path)
    opened.until(lambda: opened.shell.findChild(LockPaperDialog) is not None)
    dialog = opened.shell.findChild(LockPaperDialog)
    for first, second in (("", ""), ("short", "short"), ("dix-sept pélicans", "dix-sept")):
        dialog.first.setText(first)
        dialog.second.setText(second)
        dialog.accept()
        assert dialog.problem.isVisible()
    assert not path.exists()
    dialog.second.setText("dix-sept pélicans")
    dialog.accept()
    opened.until(path.exists)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    pikepdf.open(path, password="dix-sept pélicans").close()


def test_the_list_on_paper_asks_for_a_purpose_and_keeps_it(opened: Any, tmp_path: Path) -> None:
    page = show_portfolio(opened, 3)
    columns = page._table.head.columns().shown
    page._ticked._papers.listed(page._model.ticked(), page._filters.question, columns)
    dialog = opened.shell.findChild(PurposeDialog)
    choice = dialog.purpose.choice
    choice.setCurrentIndex(choice.count() - 1)
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.purpose.words.setText("The meeting of Monday")
    dialog.accept()
    sheets = papers(opened)
    to_file(sheets, tmp_path / "list.pdf")
    sheets.print_now()
    opened.until(opened.shell.toast.isVisible)
    (wide,) = pypdfium2.PdfDocument(tmp_path / "list.pdf")
    assert wide.get_width() > wide.get_height()


def client_offers(opened: Any) -> dict[str, PaperOffer]:
    page = opened.desktop.page()
    assert isinstance(page, ClientPage)
    assert page._shown is not None
    return {one.words: one for one in paper_offers(page._edits, page._shown)}


def test_a_clients_page_offers_the_papers_of_the_case(opened: Any) -> None:
    whom = opened.desktop.page().whom()
    opened.desktop.go(Route("client", whom.key))
    settle(opened)
    client_offers(opened)["Handover sheet"].ask()
    handover = papers(opened)
    assert handover._list.ticked() == [0]
    opened.desktop.step(-1)
    settle(opened)
    client_offers(opened)["Letter of condolence…"].ask()
    dialog = opened.shell.findChild(CondolenceDialog)
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.person.setText("Jeanne Martin")
    dialog.accept()
    letter = papers(opened)
    made = letter._press.made_of(0)
    assert made is not None
    text = pypdfium2.PdfDocument(made.pdf)[0].get_textpage().get_text_range()
    assert "Jeanne Martin" in text


def test_more_households_than_anybody_prints_are_refused_in_words(opened: Any) -> None:
    page = show_portfolio(opened, 1)
    page._ticked._papers.sheets([b"0123456789abcdef"] * 501)
    assert opened.desktop.page() is page
    assert opened.shell.toast.isVisible()


@pytest.mark.parametrize(
    ("both", "copies", "sides"),
    [
        (False, 1, [0, 0, 1]),
        (True, 1, [0, None, 0, 1]),
        (False, 2, [0, 0, 1, 0, 0, 1]),
        (True, 2, [0, None, 0, 1, 0, None, 0, 1]),
    ],
)
def test_each_paper_begins_on_a_sheet_of_its_own(
    copies: int, sides: list[int | None], *, both: bool
) -> None:
    letter, labels = Made(b"", 1, lambda: None), Made(b"", 2, lambda: None)
    found = sides_of([letter, labels], copies, both=both)
    assert [None if one is None else one[1] for one in found] == sides


def test_several_sheets_saved_as_one_file_keep_their_tags(opened: Any, tmp_path: Path) -> None:
    show_portfolio(opened, 3)._ticked.bar.printing.click()
    page = papers(opened)
    path = tmp_path / "Fiches de jeudi.pdf"
    page.save_to(path)
    opened.until(opened.shell.toast.isVisible)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 6
        assert pdf.Root.MarkInfo.Marked is True
        parts = list(pdf.Root.StructTreeRoot.K.K)
        assert [str(one.T) for one in parts] == [one.title for one in page._papers]
        assert str(pdf.docinfo.Title) == "Fiches de jeudi"
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "1B"


def test_the_cover_of_a_day_alone_is_a_paper_of_its_own(opened: Any, tmp_path: Path) -> None:
    opened.desktop.go(Route("sheets"))
    page = papers(opened)
    for row in page._list._rows:
        if row.tick.isChecked():
            row.tick.click()
    page._list._rows[0].tick.click()
    assert page._list.ticked() == [0]
    page.save_to(tmp_path / "cover.pdf")
    opened.until(opened.shell.toast.isVisible)
    made = page._press.made_of(0)
    assert made is not None
    assert (tmp_path / "cover.pdf").read_bytes() == made.pdf
    with pikepdf.open(tmp_path / "cover.pdf") as pdf:
        assert len(pdf.pages) == 2
        assert str(pdf.Root.StructTreeRoot.K.S) == "/Document"


def test_saving_that_is_stopped_saves_and_tells_nothing(opened: Any, tmp_path: Path) -> None:
    show_portfolio(opened, 3)._ticked.bar.printing.click()
    page = papers(opened)
    path = tmp_path / "x.pdf"
    free = Event()
    opened.desktop._ask(opened.shell, lambda _services: free.wait(), lambda _taken: None)
    page._outlet.write_to(path, None)
    page._outlet.save(page._day)
    page._list.stop_asked.emit()
    free.set()
    opened.until(lambda: page._outlet.job is None)
    assert opened.shell.toast.accessibleName() == "Stopped. Nothing was saved."
    assert not path.exists()
    assert not page._list._working.isVisible()
    assert printed(opened) == []


def test_saving_many_says_how_far_it_is(opened: Any, tmp_path: Path) -> None:
    show_portfolio(opened, 3)._ticked.bar.printing.click()
    page = papers(opened)
    told: list[tuple[int, int]] = []
    page._outlet.write_to(tmp_path / "x.pdf", None)
    assert page._outlet.job is not None
    page._outlet.job.went_on.connect(lambda done, total: told.append((done, total)))
    opened.until(lambda: page._outlet.job is None)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert not page._list._working.isVisible()
