"""The manager's report and invitations to an event, from the question to the file."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from paper_walk import papers, printed, saved, text_of
from window_walk import Window, at_work, controls, faults, settle

from advisor_app.domain.client_events import MOST_LETTERS
from advisor_app.ui.dialogs.event_invitation import EventInvitationDialog
from advisor_app.ui.dialogs.report import ReportDialog
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.client.paper_asking import paper_offers
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.window.routes import Route

TODAY = date(2026, 4, 23)


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def sheets(opened: Any) -> SheetsPage:
    opened.desktop.go(Route("sheets"))
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, SheetsPage)
    return page


def choose(opened: Any, words: str) -> None:
    """Do what Ctrl+K, the menus and the button "Other papers" offer under these words."""
    page = sheets(opened)
    (deed,) = (one.deed for one in page.page_actions() if one.words == words)
    deed()
    settle(opened)


def report_question(opened: Any) -> ReportDialog:
    choose(opened, "Manager's report…")
    dialog = opened.shell.findChild(ReportDialog)
    assert isinstance(dialog, ReportDialog)
    opened.until(dialog.isVisible)
    return dialog


def invitation_question(opened: Any) -> EventInvitationDialog:
    choose(opened, "Invitation to an event…")
    dialog = opened.shell.findChild(EventInvitationDialog)
    assert isinstance(dialog, EventInvitationDialog)
    opened.until(dialog.isVisible)
    return dialog


def found(opened: Any, dialog: EventInvitationDialog, words: str) -> None:
    assert dialog.who is not None
    who = dialog.who
    who.field.setText(words)
    opened.until(lambda: who.found.value() is not None)


def test_the_report_is_asked_for_shown_and_saved_with_its_purpose(
    opened: Any, tmp_path: Path
) -> None:
    dialog = report_question(opened)
    assert dialog.first.day() == date(2025, 4, 24)
    assert dialog.last.day() == TODAY
    dialog.usual.setCurrentIndex(2)
    dialog.purpose.choice.setCurrentIndex(1)
    dialog.accept()
    page = papers(opened)
    text = text_of(page, 0)
    assert "1 January 2026" in text
    assert "31 March 2026" in text
    saved(opened, page, tmp_path / "report.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "report.pdf")) == 1
    assert printed(opened) == [("report printed", "talk_with_the_advisor")]


def test_a_report_of_the_branch_for_a_purpose_in_own_words(opened: Any, tmp_path: Path) -> None:
    dialog = report_question(opened)
    names = [dialog.whose.itemText(place) for place in range(dialog.whose.count())]
    assert names[0] == "Claire Morvan"
    assert names[1].endswith("all portfolios")
    assert len(names) == 2
    dialog.whose.setCurrentIndex(1)
    dialog.purpose.choice.setCurrentIndex(dialog.purpose.choice.count() - 1)
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.purpose.words.setText("the yearly audit")
    dialog.accept()
    page = papers(opened)
    saved(opened, page, tmp_path / "report.pdf")
    assert printed(opened) == [("report printed", "the yearly audit")]


def test_days_that_somebody_types_are_other_days_and_may_be_refused(opened: Any) -> None:
    dialog = report_question(opened)
    dialog.first.setDate(date(2026, 5, 1))  # type: ignore[arg-type] # PySide takes a date
    assert dialog.usual.value() is None
    dialog.accept()
    assert dialog.isVisible()
    assert "nothing to count" in dialog.problem.accessibleName()
    dialog.reject()


def test_an_invitation_is_asked_for_shown_and_saved(opened: Any, tmp_path: Path) -> None:
    name = opened.desktop.page().whom().people[0].last_name
    dialog = invitation_question(opened)
    dialog.accept()
    assert "Choose the client" in dialog.problem.accessibleName()
    found(opened, dialog, name)
    dialog.accept()
    assert "who speaks" in dialog.problem.accessibleName()
    assert dialog.focusWidget() is dialog.speakers
    dialog.speakers.setText("Ada Roux, notary")
    dialog.theme.setCurrentIndex(dialog.theme.count() - 1)
    dialog.title.setText("Reading a pension statement")
    dialog.start.set_moment(time(18))
    dialog.day.setDate(date(2026, 5, 21))  # type: ignore[arg-type] # PySide takes a date
    assert dialog.reply.day() == date(2026, 5, 14)
    dialog.accept()
    page = papers(opened)
    text = text_of(page, 0)
    assert "Reading a pension statement" in text
    assert "Ada Roux" in text
    saved(opened, page, tmp_path / "letter.pdf")
    assert set(printed(opened)) == {("letter printed", "invite")}


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("title", "what the event is about"),
        ("long", f"at most {MOST_LETTERS} letters"),
        ("ahead", "must lie ahead"),
        ("end", "end after it begins"),
        ("reply", "day to answer by"),
        ("seats", "from 1 to"),
        ("no number", "from 1 to"),
    ],
)
def test_each_thing_that_is_wrong_with_an_event_is_said_where_it_stands(
    opened: Any, fault: str, words: str
) -> None:
    opened.desktop.go(Route("client", opened.desktop.page().whom().key))
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, ClientPage)
    assert page._shown is not None
    offers = {one.words: one for one in paper_offers(page._edits, page._shown)}
    offers["Invitation to an event…"].ask()
    dialog = opened.shell.findChild(EventInvitationDialog)
    dialog.speakers.setText("Ada Roux")
    field = {
        "title": dialog.title,
        "long": dialog.speakers,
        "ahead": dialog.day,
        "end": dialog.end,
        "reply": dialog.reply,
        "seats": dialog.seats,
        "no number": dialog.seats,
    }[fault]
    match fault:
        case "title":
            dialog.theme.setCurrentIndex(dialog.theme.count() - 1)
        case "long":
            dialog.speakers.setText("A" * (MOST_LETTERS + 1))
        case "ahead":
            dialog.day.setDate(TODAY)
        case "end":
            dialog.end.set_moment(time(18))
        case "reply":
            dialog.reply.setDate(date(2030, 1, 1))
        case "seats":
            dialog.seats.setText("501")
        case _:
            dialog.seats.setText("many")
    dialog.accept()
    assert dialog.isVisible()
    assert words in dialog.problem.accessibleName()
    assert dialog.focusWidget() is field
    dialog.reject()


def test_ticked_households_are_invited_each_by_a_letter_or_the_reason(opened: Any) -> None:
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, PortfolioPage)
    page._model.tick(list(range(6)))
    page._ticked._papers.invitations(page._model.ticked())
    opened.until(lambda: opened.shell.findChild(EventInvitationDialog) is not None)
    dialog = opened.shell.findChild(EventInvitationDialog)
    assert dialog.who is None
    dialog.theme.setCurrentIndex(1)
    dialog.speakers.setText("Ada Roux")
    dialog.accept()
    shown = papers(opened)
    assert len(shown._papers) == 6
    made = [shown._press.made_of(place) for place in range(6)]
    assert any(made)
    told = [row._about.text() for row in shown._list._rows]
    for one, words in zip(made, told, strict=True):
        assert (one is None) == ("client" in words)


@pytest.mark.parametrize("question", [report_question, invitation_question])
def test_every_field_of_the_questions_has_a_name(opened: Any, question: Any) -> None:
    dialog = question(opened)
    assert list(faults(question.__name__, dialog)) == []
    assert len(list(controls(dialog))) > 5
    dialog.close()
